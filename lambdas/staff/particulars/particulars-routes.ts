import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import { areRecorded } from '../../cases/particulars.ts'
import { recordParticulars } from '../../cases/store/particulars-store.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf, noSuchCase } from '../case-of-address.ts'
import { formatInstant } from '../day.ts'
import type { StaffServiceOptions } from '../service.ts'
import { particularsForm, typedParticulars } from './particulars-form.ts'

/** What the form carries where nobody has recorded anything yet. It carries when, so that nobody undoes what they have not seen. */
const NEVER = 'never'

/** What a case is about, and which groups its family belongs to. There is no such page where the council has turned nothing on. */
export function particularsRoutes({ tables, council, clock }: StaffServiceOptions, answer: StaffAnswers) {
  const { particulars } = council

  async function show(c: Context, file: CaseFile, typed: Typed, problems: readonly Problem[] = []) {
    const { caseId } = file.record
    const before = file.particulars
    const { fields } = particularsForm(particulars, before)
    const view = {
      caseId,
      before: before?.changedAt ?? NEVER,
      ...(before && { recordedInWords: formatInstant(before.changedAt) }),
    }
    const page = { ...view, isRecorded: c.req.query('recorded') === 'yes', ...formView(fields, typed, problems) }
    const json = { ...view, fields: describeFields(fields), problems }
    return answer.pageOrJson(c, 'staff/particulars/particulars.njk', page, json, frameOf(file), statusOf(problems))
  }

  const nothingIsOn = (c: Context) =>
    answer.message(c, 404, 'Nothing of the kind is recorded', [
      'The council has not turned on any of it in its file: what a case is about, or which groups a family belongs to.',
    ])

  return {
    async page(c: Context) {
      const file = await caseOfAddress(tables, c)
      if (!file) return noSuchCase(c, answer)
      if (!areRecorded(particulars)) return nothingIsOn(c)
      return show(c, file, typedParticulars(particulars, file.particulars))
    },

    async send(c: Context, actor: Actor) {
      const file = await caseOfAddress(tables, c)
      if (!file) return noSuchCase(c, answer)
      if (!areRecorded(particulars)) return nothingIsOn(c)
      const typed = await typedForm(c)
      const here = `/cases/${file.record.caseId}/particulars`
      const reading = readForm(particularsForm(particulars, file.particulars), typed)
      if (!reading.ok) return show(c, file, typed, reading.problems)
      const isAsSeen = typed.before === (file.particulars?.changedAt ?? NEVER)
      if (isAsSeen && (await recordParticulars(tables, file, reading.values, actor.id, clock())))
        return c.redirect(`${here}?recorded=yes`, 303)
      return answer.message(
        c,
        409,
        'Somebody else has recorded this meanwhile',
        ['Nothing was changed. Look at the page as it is now.'],
        { href: here, text: 'Look again' },
      )
    },
  }
}
