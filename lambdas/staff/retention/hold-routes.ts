import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import { loadHold, noteHold } from '../../cases/store/hold-store.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { askNote, formOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf, noSuchCase } from '../case-of-address.ts'
import { formatInstant } from '../day.ts'
import type { StaffServiceOptions } from '../service.ts'
import { NOBODY_IN_PARTICULAR, namesOf } from '../sign-in/people.ts'

/** Why a case is held, or is not any more. */
function holdForm(isHeld: boolean): Form<{ readonly reason: string }> {
  return formOf({
    reason: askNote({
      label: isHeld ? 'Why is the hold lifted?' : 'Why has this case to be kept?',
      hint: 'For example, a judicial review, or an inquiry by the Ombudsman. Other staff read it on the case.',
      what: 'the reason',
    }),
  })
}

/** A legal hold on a case: it is kept whatever its time. For managers; staff see it on the case. */
export function holdRoutes({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  async function show(c: Context, file: CaseFile, typed: Typed = {}, problems: readonly Problem[] = []) {
    const { caseId } = file.record
    const hold = await loadHold(tables, caseId)
    const isHeld = hold?.state === 'held'
    const { fields } = holdForm(isHeld)
    const name = hold && ((await namesOf(tables, [hold.by])).get(hold.by) ?? NOBODY_IN_PARTICULAR)
    const view = {
      caseId,
      isHeld,
      ...(hold && { reason: hold.reason, saidInWords: `${formatInstant(hold.at)}, by ${name}` }),
    }
    const page = { ...view, ...formView(fields, typed, problems) }
    const json = { ...view, fields: describeFields(fields), problems }
    return answer.pageOrJson(c, 'staff/retention/hold.njk', page, json, frameOf(file), statusOf(problems))
  }

  return {
    async page(c: Context) {
      const file = await caseOfAddress(tables, c)
      return file ? show(c, file) : noSuchCase(c, answer)
    },

    /** Holds the case, or lifts the hold: what the form said that was sent. */
    async send(c: Context, actor: Actor) {
      const file = await caseOfAddress(tables, c)
      if (!file) return noSuchCase(c, answer)
      const { caseId } = file.record
      const typed = await typedForm(c)
      const isHeld = typed.was === 'held'
      const reading = readForm(holdForm(isHeld), typed)
      if (!reading.ok) return show(c, file, typed, reading.problems)
      const state = isHeld ? 'lifted' : 'held'
      const said = { state, ...reading.values, by: actor.id, at: clock().toISOString() } as const
      if (!(await noteHold(tables, caseId, said))) return noSuchCase(c, answer)
      return c.redirect(`/cases/${caseId}/hold`, 303)
    },
  }
}
