import type { Context } from 'hono'
import { listRestricted, restrictCase, type WhoMayOpen } from '../../cases/store/restriction-store.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { noSuchCase, whoMayOpen } from '../case-of-address.ts'
import { formatInstant } from '../day.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { listPeople } from '../sign-in/people.ts'
import { restrictionForm, typedRestriction } from './restriction-form.ts'

/** What the form carries where nobody has changed it yet. It carries when, so that nobody undoes what they have not seen. */
const NEVER = 'never'

/**
 * Who may open a case, for managers: also for those who may not open it, so that no case is locked for ever. The page shows
 * the reference of the case and nothing else of it.
 */
export function restrictionRoutes({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  async function show(c: Context, found: WhoMayOpen, typed: Typed, problems: readonly Problem[] = []) {
    const form = restrictionForm(await listPeople(tables), found)
    const { caseId, restrictedTo } = found
    const view = {
      caseId,
      isRestricted: restrictedTo !== undefined,
      before: found.changedAt ?? NEVER,
      changed: c.req.query('changed') === 'yes',
      ...formView(form.fields, typed, problems),
    }
    const json = { caseId, restrictedTo, before: view.before, fields: describeFields(form.fields), problems }
    const frame = { section: 'restricted', back: { href: '/restricted', text: 'All restricted cases' } } as const
    return answer.pageOrJson(c, 'staff/restriction/restriction.njk', view, json, frame, statusOf(problems))
  }

  return {
    async list(c: Context) {
      const listed = await listRestricted(tables)
      noteListed(c, { results: listed.length, about: [] })
      const cases = listed.map(({ caseId, changedAt }) => ({ caseId, changedInWords: formatInstant(changedAt) }))
      const frame = { section: 'restricted' } as const
      return answer.pageOrJson(c, 'staff/restriction/restricted-cases.njk', { cases }, { cases }, frame)
    },

    async page(c: Context) {
      const found = await whoMayOpen(tables, c)
      return found ? show(c, found, typedRestriction(found)) : noSuchCase(c, answer)
    },

    async send(c: Context, actor: Actor) {
      const found = await whoMayOpen(tables, c)
      if (!found) return noSuchCase(c, answer)
      const typed = await typedForm(c)
      const here = `/cases/${found.caseId}/restriction`
      const reading = readForm(restrictionForm(await listPeople(tables), found), typed)
      if (!reading.ok) return show(c, found, typed, reading.problems)
      const { who, people, why } = reading.values
      const to = who === 'named' ? people : undefined
      const isAsSeen = typed.before === (found.changedAt ?? NEVER)
      const changed = isAsSeen && (await restrictCase(tables, found, { to, why, changedBy: actor.id }, clock()))
      if (changed) return c.redirect(`${here}?changed=yes`, 303)
      return answer.message(
        c,
        409,
        'Somebody else has changed who may open this case',
        ['Nothing was changed. Look at the page as it is now.'],
        { href: here, text: 'Look again' },
      )
    },
  }
}
