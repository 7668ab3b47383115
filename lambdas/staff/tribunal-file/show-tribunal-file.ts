import type { Context } from 'hono'
import { loadContact } from '../../cases/store/contact-store.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf, noSuchCase } from '../case-of-address.ts'
import { type SummaryRow, summaryRow } from '../contacts/contact-rows.ts'
import type { StaffServiceOptions } from '../service.ts'
import { FORM_VERSION, isOnThisForm, TRIBUNAL_FORM, type TribunalFileSituation, tribunalFile } from './fields.ts'

/** What is on record for an appeal to the Tribunal, as a page to print and as a file with the form's own ids. */
export function tribunalFileRoutes({ tables }: Pick<StaffServiceOptions, 'tables'>, answer: StaffAnswers) {
  async function load(c: Context) {
    const file = await caseOfAddress(tables, c)
    if (!file) return undefined
    return { file, situation: { subject: file.subject, contact: await loadContact(tables, file.record.caseId) } }
  }

  return {
    async page(c: Context) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { file, situation } = found
      const { caseId } = file.record
      const view = {
        caseId,
        isOnThisForm: isOnThisForm(file.subject),
        formVersion: FORM_VERSION,
        href: `/cases/${caseId}/tribunal-file.json`,
        groups: groupsInWords(situation),
        notAnswered: namesNotSplit(situation),
      }
      return answer.page(c, 'staff/tribunal-file/tribunal-file.njk', view, frameOf(file))
    },

    async json(c: Context) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { file, situation } = found
      if (!isOnThisForm(file.subject)) {
        return answer.message(c, 404, 'There is no file for this appeal', [
          'An appeal against a refusal to assess goes on the Tribunal’s form SEND35A, which this file does not cover.',
        ])
      }
      c.header('content-disposition', `attachment; filename="tribunal-file-${file.record.caseId}.json"`)
      return c.json(tribunalFile(situation))
    },
  }
}

interface GroupInWords {
  readonly heading: string
  readonly rows: readonly SummaryRow[]
}

function groupsInWords(situation: TribunalFileSituation): readonly GroupInWords[] {
  return TRIBUNAL_FORM.map(({ heading, fields }) => ({
    heading,
    rows: Object.values(fields).flatMap(({ question, value, inWords }) => {
      const answer = value(situation)
      return answer === undefined ? [] : [summaryRow(question, inWords(answer as never))]
    }),
  })).filter(({ rows }) => rows.length > 0)
}

/** What is on record in one piece and asked for in several, where nobody but a person can say what is what. */
function namesNotSplit(situation: TribunalFileSituation): readonly SummaryRow[] {
  const { contact } = situation
  const file = tribunalFile(situation)
  return [
    ...(file.cypLastName ? [] : [summaryRow('Name of the child or young person', contact.childName)]),
    ...(file.appellantLastName ? [] : [summaryRow('Name of who appeals', contact.name)]),
    ...(contact.representative && !file.repLastName
      ? [summaryRow('Name of the representative', contact.representative.name)]
      : []),
    ...(contact.postalAddress && !file.appellantAddress
      ? [summaryRow('Address', contact.postalAddress.join(', '))]
      : []),
  ]
}
