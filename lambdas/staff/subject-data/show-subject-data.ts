import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import { loadAllKeptMessages } from '../../messages/kept-message-store.ts'
import { renderer } from '../../web/pages/render.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf, noSuchCase } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'
import { type SubjectOfData, subjectPack, subjectsOf } from './subject-data.ts'

const WHO: Readonly<Record<SubjectOfData, string>> = {
  family: 'The person that we write to',
  child: 'The child or young person that the decision is about',
  second: 'The second person, who gets a copy',
  representative: 'The person who acts for the family',
}

/** What is kept about one person on a case, for somebody who asks for a copy of it. */
export function subjectDataRoutes({ tables, council, pages, clock }: StaffServiceOptions, answer: StaffAnswers) {
  const render = renderer(pages)

  async function load(c: Context) {
    const file = await caseOfAddress(tables, c)
    if (!file) return undefined
    const { caseId } = file.record
    const [contact, words, kept] = await Promise.all([
      loadContact(tables, caseId),
      loadWords(tables, caseId),
      loadAllKeptMessages(tables, caseId),
    ])
    const situation = { file, contact, words, kept, council, today: londonDay(clock()) }
    return { file, contact, packOf: (subject: SubjectOfData) => subjectPack(situation, subject, render) }
  }

  return {
    async page(c: Context) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { caseId } = found.file.record
      const people = await Promise.all(
        subjectsOf(found.contact).map(async ({ subject, name }) => {
          const parts = await found.packOf(subject)
          return {
            subject,
            name,
            who: WHO[subject],
            parts: parts.map(({ part }) => ({
              href: `/cases/${caseId}/subject-data.zip?${new URLSearchParams({ about: subject, part: String(part) })}`,
              text: `Download what is about ${name}${parts.length > 1 ? `, part ${part} of ${parts.length}` : ''}`,
            })),
          }
        }),
      )
      const view = { caseId, people }
      return answer.pageOrJson(c, 'staff/subject-data/subject-data.njk', view, view, frameOf(found.file))
    },

    async zip(c: Context) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { caseId } = found.file.record
      const asked = subjectsOf(found.contact).find(({ subject }) => subject === c.req.query('about'))
      const parts = asked ? await found.packOf(asked.subject) : []
      const wanted = parts.find(({ part }) => String(part) === (c.req.query('part') ?? '1'))
      if (!asked || !wanted) return c.redirect(`/cases/${caseId}/subject-data`, 303)
      const ofParts = parts.length > 1 ? `-part-${wanted.part}-of-${parts.length}` : ''
      c.header('content-type', 'application/zip')
      c.header('content-disposition', `attachment; filename="data-${caseId}-${asked.subject}${ofParts}.zip"`)
      return c.body(wanted.bytes)
    },
  }
}
