import type { CheckedCase } from './check-stories.ts'
import type { OutcomesPage, ServiceClient } from './service-client.ts'
import type { ToldYearCase } from './tell-year.ts'

/** What came of the year, and everything in it that does not add up. */
export interface CheckedYear {
  readonly lines: readonly string[]
  /** A sentence for each thing that is not as it must be. Empty when all is well. */
  readonly problems: readonly string[]
}

/**
 * Adds up the year from three sides that know nothing of each other: what was told, what the cases and the outcomes page
 * say, and what lies in the mailbox.
 */
export async function checkYear(
  client: ServiceClient,
  year: readonly ToldYearCase[],
  stories: readonly CheckedCase[],
): Promise<CheckedYear> {
  const problems: string[] = []
  const same = (what: string, found: unknown, wanted: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) {
      problems.push(`${what} is ${JSON.stringify(found)}, but must be ${JSON.stringify(wanted)}.`)
    }
  }

  const pages = await Promise.all(year.map(({ caseId }) => client.readCase(caseId)))
  for (const [index, { yearCase, caseId }] of year.entries()) {
    const page = pages[index]
    const { road, steps, family } = yearCase
    same(`The outcome of ${caseId} [${family}], which ${road.name},`, page?.outcome ?? 'open', road.outcome)
    same(`The number of facts of ${caseId} [${family}]`, page?.facts.length, steps.length + 1 - takenBack(yearCase))
  }

  const expected = [...year.map(({ yearCase: { road } }) => road), ...stories.map(({ story }) => story.expected)]
  const outcomes = await client.outcomes('/outcomes', '2026-01', '2026-12')
  const wanted = count(expected.map(({ route, outcome }) => `${route}, ${outcome}`))
  const found = new Map(
    Object.entries(rowsOf(outcomes, 'cases')).flatMap(([route, counts]) =>
      Object.entries(counts).flatMap(([outcome, number]) =>
        number > 0 && route !== 'all' && outcome !== 'all' ? [[`${route}, ${outcome}`, number] as const] : [],
      ),
    ),
  )
  same('The outcomes page', sorted(found), sorted(wanted))
  same('The number of cases on the outcomes page', rowsOf(outcomes, 'cases').all?.all, expected.length)
  same('The number of cases in the list', rowsOf(outcomes, 'cases-listed').cases?.all, expected.length)
  const appeals = count(expected.flatMap((one) => ('appealOutcome' in one ? (one.appealOutcome ?? []) : [])))
  // Whenever they ended: the last of them do so after the year.
  const tribunal = await client.outcomes('/outcomes/T8', '2026-01', '2028-12')
  const {
    registered,
    'open-at-start': _none,
    'open-at-end': open = 0,
    ...ended
  } = rowsOf(tribunal, 'appeals').all ?? {}
  const cameOfAppeals = positive({ open, ...ended })
  same('What came of the appeals', sorted(cameOfAppeals), sorted(appeals))
  same(
    'The appeals that the Tribunal received',
    registered,
    [...appeals.values()].reduce((sum, one) => sum + one, 0),
  )

  const caseIds = new Set(year.map(({ caseId }) => caseId))
  const mails = (await client.mailbox()).filter(({ tags }) => caseIds.has(tags.case ?? ''))
  const inMailbox = count(mails.map(({ tags }) => `${tags.case}/${tags.message}`))
  const onCases = pages.flatMap(({ caseId, messages }) => messages.map(({ key }) => `${caseId}/${key}`))
  same('The messages in the mailbox', [...inMailbox.keys()].sort(), onCases.sort())
  for (const [key, times] of inMailbox) if (times > 1) problems.push(`"${key}" was sent ${times} times.`)
  const own = (await client.executions()).filter(({ name }) => caseIds.has(name.slice(0, 9)))
  same(
    'The executions that are not at their end',
    own.filter(({ status }) => status !== 'SUCCEEDED').map(({ name }) => name),
    [],
  )

  const transitions = own.reduce((total, one) => total + one.transitions, 0)
  return {
    problems,
    lines: [
      `${year.length} cases of the year and ${stories.length} told ones: ${expected.length} on the outcomes page.`,
      ...table('Decisions', count(year.map(({ yearCase }) => yearCase.opening.decisionKind))),
      ...table('Route and outcome', found),
      ...table('What came of the appeals', cameOfAppeals),
      ...table('Messages to families', count(pages.flatMap(({ messages }) => messages.map(({ kind }) => kind)))),
      `${mails.length} messages in the mailbox, ${onCases.length} on the cases, none twice.`,
      `${own.length} executions and ${transitions} state transitions: ${(transitions / year.length).toFixed(1)} a case.`,
    ],
  }
}

/** A fact that was taken back is no fact of the case any more. */
function takenBack({ steps }: ToldYearCase['yearCase']): number {
  return steps.filter(({ fact }) => fact === 'fact-removed').length
}

function count(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function positive(counts: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(counts).filter(([, number]) => number > 0))
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}

function table(title: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const total = [...counts.values()].reduce((sum, number) => sum + number, 0)
  const rows = sorted(counts).map(([word, number]) => `${String(number).padStart(6)}  ${word.replaceAll('-', ' ')}`)
  return [`${title}:`, ...rows, `${String(total).padStart(6)}  together`]
}

/** The numbers of one table, by row and column. */
function rowsOf({ tables }: OutcomesPage, table: string): OutcomesPage['tables'][string]['rows'] {
  return tables[table]?.rows ?? {}
}
