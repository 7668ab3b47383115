import type { Context } from 'hono'
import { chainOfCase } from '../../audit/entry.ts'
import { readChain } from '../../audit/read-chain.ts'
import { londonDay } from '../../cases/london.ts'
import { loadAllKeptMessages } from '../../messages/kept-message-store.ts'
import { renderer } from '../../web/pages/render.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf, noSuchCase } from '../case-of-address.ts'
import { readEmail } from '../messages/show-message.ts'
import type { StaffServiceOptions } from '../service.ts'
import { namesOf } from '../sign-in/people.ts'
import { evidencePack } from './evidence-pack.ts'

/** The evidence pack of a case: its zip, and the page of its parts where it takes several. */
export function evidencePackRoutes({ tables, council, pages, clock }: StaffServiceOptions, answer: StaffAnswers) {
  const render = renderer(pages)

  async function load(c: Context) {
    const file = await caseOfAddress(tables, c)
    if (!file) return undefined
    const { caseId } = file.record
    const [kept, audit] = await Promise.all([
      loadAllKeptMessages(tables, caseId),
      readChain(tables, chainOfCase(caseId)),
    ])
    const people = [...file.subject.recorded.map(({ recordedBy }) => recordedBy), ...audit.map(({ who }) => who)]
    const situation = { file, kept, audit, names: await namesOf(tables, people), council, today: londonDay(clock()) }
    return { file, parts: await evidencePack(situation, { render, readEmail }) }
  }

  return {
    async page(c: Context) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { file, parts } = found
      const { caseId } = file.record
      const view = {
        caseId,
        parts: parts.map(({ part, bytes, sha256 }) => ({
          part,
          size: `${Math.max(1, Math.round(bytes.length / 1024))} KB`,
          sha256,
          href: `/cases/${caseId}/evidence-pack.zip?part=${part}`,
        })),
      }
      return answer.pageOrJson(c, 'staff/evidence-pack/evidence-pack.njk', view, view, frameOf(file))
    },

    /** One part. Without a number it is the whole pack, where that is one zip; else the page says which parts there are. */
    async zip(c: Context) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { file, parts } = found
      const { caseId } = file.record
      const asked = c.req.query('part')
      const [only, ...more] = parts
      const wanted = asked ? parts.find(({ part }) => String(part) === asked) : more.length === 0 ? only : undefined
      if (!wanted) return c.redirect(`/cases/${caseId}/evidence-pack`, 303)
      const name = more.length > 0 ? `${caseId}-part-${wanted.part}-of-${parts.length}` : caseId
      c.header('content-type', 'application/zip')
      c.header('content-disposition', `attachment; filename="evidence-pack-${name}.zip"`)
      return c.body(wanted.bytes)
    },
  }
}
