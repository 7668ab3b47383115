import type { CheckedCase } from './check-stories.ts'
import type { CheckedYear } from './check-year.ts'
import type { ServiceAddresses } from './local-process.ts'
import type { OutcomesPage, ServiceClient } from './service-client.ts'
import { SignedIn } from './signed-in.ts'
import type { ToldYearCase } from './tell-year.ts'

/** The year of the demo, and until when everything in it has happened. */
const YEAR = { from: '2026-01', to: '2026-12' } as const
const LAST_MONTH = '2028-12'
/** The largest number that is hidden, as the council's file has it. */
const HIDE_UP_TO = 4

/** Where a kind of fact that was told is counted: in which table, measure and column. */
const COUNTED = [
  ['mediation-declined', '/outcomes/T1', 'steps', 'declined'],
  ['mediation-agreed', '/outcomes/T4', 'outcome-of-mediation', 'agreed'],
  ['mediation-partly-agreed', '/outcomes/T4', 'outcome-of-mediation', 'partly-agreed'],
  ['mediation-not-agreed', '/outcomes/T4', 'outcome-of-mediation', 'not-agreed'],
  ['complaint-made', '/outcomes/T10', 'complaints', 'made'],
  ['ombudsman-asked', '/outcomes/T10', 'ombudsman', 'asked'],
] as const

/**
 * Holds the tables of outcomes against what was told, and reads the year as a commissioner does: a manager makes its release, and each
 * number in it is the officers' or hidden, and none that is shown is small.
 */
export async function checkReports(
  client: ServiceClient,
  { staff }: ServiceAddresses,
  year: readonly ToldYearCase[],
  stories: readonly CheckedCase[],
): Promise<CheckedYear> {
  const problems: string[] = []
  const steps = [
    ...year.flatMap(({ yearCase }) => (yearCase.road.outcome === 'closed-as-error' ? [] : yearCase.steps)),
    ...stories.flatMap(({ story }) => story.steps.map((step) => ({ fact: step.fact, corrects: undefined }))),
  ]
  const lines: string[] = []
  for (const [fact, path, measure, column] of COUNTED) {
    const told =
      steps.filter((step) => step.fact === fact).length -
      steps.filter((step) => step.fact === 'fact-removed' && step.corrects === fact).length
    const inOutcomes = (await client.outcomes(path, YEAR.from, LAST_MONTH)).tables[measure]?.rows.all?.[column]
    lines.push(`${String(told).padStart(4)}  ${fact.replaceAll('-', ' ')}, and as many in the outcomes`)
    if (inOutcomes !== told) problems.push(`${told} times "${fact}" was told, but the outcomes have ${inOutcomes}.`)
  }
  // What was told of cases that were opened by mistake is counted nowhere, and digests are no messages to families.
  const ofFamilies = new Set([
    ...year.flatMap(({ yearCase, caseId }) => (yearCase.road.outcome === 'closed-as-error' ? [] : [caseId])),
    ...stories.map(({ caseId }) => caseId),
  ])
  const sent = new Set(
    (await client.mailbox()).flatMap(({ tags }) =>
      tags.case && ofFamilies.has(tags.case) ? [`${tags.case}/${tags.message}`] : [],
    ),
  )
  const emails = (await client.outcomes('/outcomes/T13', YEAR.from, LAST_MONTH)).tables.emails?.rows.all?.emails
  lines.push(`${String(sent.size).padStart(4)}  emails, and as many in the outcomes`)
  if (emails !== sent.size) problems.push(`${sent.size} emails lie in the mailbox, but the outcomes have ${emails}.`)
  const released = await release(staff)
  if (typeof released === 'string') return { lines, problems: [...problems, released] }
  let [shown, hidden] = [0, 0]
  for (const { path, tables } of released) {
    const real = await client.outcomes(path, YEAR.from, YEAR.to)
    for (const [measure, { rows }] of Object.entries(tables)) {
      for (const [row, numbers] of Object.entries(rows)) {
        for (const [column, number] of Object.entries(numbers)) {
          if (column === 'figures') continue
          const is = real.tables[measure]?.rows[row]?.[column]
          if (typeof number === 'number') shown += 1
          else hidden += 1
          const isSmall = typeof number === 'number' && number >= 1 && number <= HIDE_UP_TO
          if (isSmall || (typeof number === 'number' && number !== is)) {
            problems.push(`The release shows ${number} at ${measure}, ${row}, ${column}, where officers see ${is}.`)
          }
        }
      }
    }
  }
  if (shown === 0 || hidden === 0) problems.push('The release shows nothing, or hides nothing.')
  return {
    lines: [...lines, `A commissioner reads a release of the year: ${shown} numbers, and ${hidden} more are hidden.`],
    problems,
  }
}

/** Makes the release of the year, and reads it. @returns what is wrong, where there is none */
async function release(staff: string): Promise<readonly (OutcomesPage & { readonly path: string })[] | string> {
  const made = await new SignedIn(staff, 'manager').fetch('/outcomes/releases', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ to: YEAR.to }),
    redirect: 'manual',
  })
  if (made.status !== 303) return `The release of the year was answered with ${made.status}.`
  const commissioner = new SignedIn(staff, 'commissioner')
  const paths = [
    '/outcomes',
    ...['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T10', 'T13'].map((table) => `/outcomes/${table}`),
  ]
  return Promise.all(
    paths.map(async (path) => {
      const answer = await commissioner.fetch(path, { headers: { accept: 'application/json' } })
      return { path, ...((await answer.json()) as OutcomesPage) }
    }),
  )
}
