import type { Context } from 'hono'
import type { Contact } from '../../cases/contact.ts'
import { planWithoutCase } from '../../cases/new-plan/facts.ts'
import { loadContact } from '../../cases/store/contact-store.ts'
import type { DecisionKind } from '../../law/appealable-decisions.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Typed } from '../../web/forms/field.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, noSuchCase } from '../case-of-address.ts'
import { typedContact } from '../contacts/contact-fields.ts'
import { typedFurtherContact } from '../contacts/further-contact-fields.ts'
import { DECISION_FORM } from '../facts/opening.ts'
import type { StaffServiceOptions } from '../service.ts'
import { draftsOf } from './drafts.ts'

/**
 * Begins the case for a plan that was issued again: a draft with what is known of the family and of the letter. What the family
 * disagrees with in the new plan is asked; nothing is opened or sent.
 */
export function newPlanDraftRoute(
  { tables, sessions, clock, newSubmissionId }: StaffServiceOptions,
  answer: StaffAnswers,
) {
  return async (c: Context, actor: Actor) => {
    const file = await caseOfAddress(tables, c)
    if (!file) return noSuchCase(c, answer)
    const { record, subject } = file
    const newPlan = planWithoutCase(subject)
    if (!newPlan) {
      const back = { href: `/cases/${record.caseId}`, text: `Go to case ${record.caseId}` }
      return answer.message(c, 409, 'There is no new plan without a case', ['Nothing was begun.'], back)
    }
    const [draftId, contact] = [newSubmissionId(), await loadContact(tables, record.caseId)]
    const drafts = draftsOf(sessions, actor.id, () => clock().getTime())
    await drafts.change(draftId, () => answersAbout(newPlan, contact))
    return c.redirect(`/cases/new/${draftId}/check`, 303)
  }
}

function answersAbout(
  newPlan: { readonly printedOn: CalendarDate; readonly sentOn: CalendarDate },
  contact: Contact,
): Typed {
  const { printedOn, sentOn } = newPlan
  const decisionKind: DecisionKind = 'plan-contents'
  return {
    ...typedContact(contact),
    ...typedFurtherContact(contact),
    ...typedAnswers(DECISION_FORM.fields, { decisionKind, printedOn, sentOn }),
    underWay: 'no',
    more: 'yes',
  }
}
