import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkStories } from '../demo/check-stories.ts'
import { checkYear } from '../demo/check-year.ts'
import { startLocalProcess } from '../demo/local-process.ts'
import { makeYear } from '../demo/make-year.ts'
import { ServiceClient } from '../demo/service-client.ts'
import { STORIES } from '../demo/stories.ts'
import { tellStories } from '../demo/tell-stories.ts'
import { yearTelling } from '../demo/tell-year.ts'
import { readPages } from './read-pages.ts'

const SEED = 2026
const CASES = 72
const FIRST_DAY = '2026-01-12'
/** Late enough for every route, and so early that a dozen cases are open and can be recorded on. */
const LOOKED_AT_ON = '2026-12-01'

/** Instants are compared by the minute: the rest is how fast the machine was. */
const SECONDS = /(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):[\d.]+Z/g

export interface RecordedDemo {
  readonly lines: string
  /** By family: the keys of its messages, its tasks, letters, outcome and dates. */
  readonly cases: Readonly<Record<string, unknown>>
  /** By address: the page. Case references are replaced by the family. */
  readonly pages: Readonly<Record<string, string>>
}

/** Tells the demo's year on a fresh local service, and reads what it says, what it stores and what its pages show. */
export async function recordDemo(): Promise<RecordedDemo> {
  const data = mkdtempSync(join(tmpdir(), 'behaviour-'))
  const service = await startLocalProcess({ dataDirectory: data, startAt: '2026-01-09T09:00', port: 0 })
  try {
    const client = new ServiceClient(service.addresses)
    const lines: string[] = []
    const year = yearTelling(client, makeYear(SEED, CASES, FIRST_DAY), (line) => lines.push(line))
    const told = await tellStories(client, STORIES, (line) => lines.push(line), {
      tellings: year.tellings,
      endsOn: LOOKED_AT_ON,
    })
    const pages = await readPages((address, init) => client.fetch(address, init))
    await client.goTo('2027-12-31', '12:00')
    const checked = await checkStories(client, told, told.length + year.told.length)
    const { lines: summary, problems } = await checkYear(client, year.told, checked)
    const all = [
      ...told.map(({ story: { family }, caseId }) => ({ family, caseId })),
      ...year.told.map(({ yearCase: { family }, caseId }) => ({ family, caseId })),
    ]
    const cases = await Promise.all(
      all.map(async ({ family, caseId }) => {
        const { messages, tasks, letters, outcome, dates, recordable, facts } = await client.readCase(caseId)
        const keys = messages.map(({ key, state }) => `${key} ${state}`)
        const stored = { outcome, recordable, facts, keys, letters, tasks, dates }
        const text = JSON.stringify(stored).replaceAll(caseId, 'REFERENCE').replaceAll(SECONDS, '$1')
        return [family, JSON.parse(text)] as const
      }),
    )
    const named = (text: string) => all.reduce((so, { caseId, family }) => so.replaceAll(caseId, family), text)
    return {
      lines: [...lines, ...summary, ...problems].map(named).join('\n'),
      cases: Object.fromEntries(cases),
      pages: Object.fromEntries(
        [...pages]
          .map(([address, page]) => [named(address), named(page)] as const)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    }
  } finally {
    await service.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
