import { londonDay } from '../../lambdas/cases/london.ts'
import type { MailboxMessage, ServiceClient } from './service-client.ts'
import type { Story } from './stories.ts'
import type { ToldCase } from './tell-stories.ts'

/** What came of one case, against what the law says must come of it. */
export interface CheckedCase {
  readonly story: Story
  readonly caseId: string
  readonly outcome: string
  readonly transitions: number
  readonly messages: number
  /** Messages that lie in the mailbox more than once, with how often. */
  readonly sentAgain: readonly { readonly key: string; readonly times: number }[]
  /** A sentence for each thing that is not as it must be. Empty when all is well. */
  readonly problems: readonly string[]
}

/**
 * Compares every told case with its story: dates, messages and their days, words, outcome, route, totals.
 * @param allCases how many cases the service has, those without a story included
 */
export async function checkStories(
  client: ServiceClient,
  told: readonly ToldCase[],
  allCases: number,
): Promise<readonly CheckedCase[]> {
  const executions = await client.executions()
  const mailbox = await client.mailbox()
  const outcomes = await client.outcomes('/outcomes', '2026-01', '2026-12')
  return Promise.all(
    told.map(async ({ story, caseId }): Promise<CheckedCase> => {
      const page = await client.readCase(caseId)
      const own = executions.filter(({ name }) => name.startsWith(`${caseId}-`))
      const mails = mailbox.filter(({ tags }) => tags.case === caseId)
      const letters = await Promise.all(mails.map(({ id }) => client.message(id)))
      const { expected } = story
      const problems: string[] = []
      const same = (what: string, found: unknown, wanted: unknown) => {
        if (JSON.stringify(found) !== JSON.stringify(wanted)) {
          problems.push(`${what} is ${JSON.stringify(found)}, but must be ${JSON.stringify(wanted)}.`)
        }
      }
      const appeal = page.dates.find(({ kind }) => kind === 'appeal')
      same('The last day to appeal', appeal?.lawDate, expected.appealLawDate)
      same('The day to aim for', appeal?.aimDate, expected.appealAimDate)
      same('The outcome', page.outcome, expected.outcome)
      same('The day of closing', page.closedAt && londonDay(new Date(page.closedAt)), expected.closesOn)
      same(
        'The list of messages',
        page.messages
          .map(({ kind, sentAt }) => `${sentAt ? londonDay(new Date(sentAt)) : 'never'} ${kind}`)
          .sort(inOrderOf(expected.messages)),
        expected.messages,
      )
      same(
        'The facts',
        page.facts.map(({ type }) => type),
        ['case-opened', ...story.steps.map(({ fact }) => fact)],
      )
      const inMailbox = countByKey(letters)
      same('The messages in the mailbox', [...inMailbox.keys()].sort(), page.messages.map(({ key }) => key).sort())
      same(
        'The executions that are not at their end',
        own.filter(({ status }) => status !== 'SUCCEEDED'),
        [],
      )
      problems.push(...wordProblems(story, letters))
      const { cases, 'cases-listed': listed } = outcomes.tables
      if (!cases?.rows[expected.route]?.[expected.outcome])
        problems.push(`The outcomes page counts no case ${expected.route}, ${expected.outcome}.`)
      const [inTable, inList] = [cases?.rows.all?.all, listed?.rows.cases?.all]
      if (inTable !== allCases || inList !== allCases) {
        problems.push(`The outcomes page counts ${inTable} cases, the list has ${inList}, and there are ${allCases}.`)
      }
      return {
        story,
        caseId,
        outcome: page.outcome ?? 'open',
        transitions: own.reduce((total, { transitions }) => total + transitions, 0),
        messages: letters.length,
        sentAgain: [...inMailbox].filter(([, times]) => times > 1).map(([key, times]) => ({ key, times })),
        problems: [...problems, ...doubleProblems(inMailbox, page.messages)],
      }
    }),
  )
}

/** A message that came twice must be shown as such on the case. */
function doubleProblems(
  inMailbox: ReadonlyMap<string, number>,
  messages: readonly { readonly key: string; readonly attempts: number }[],
): string[] {
  return [...inMailbox]
    .filter(([key, times]) => times > (messages.find((message) => message.key === key)?.attempts ?? 0))
    .map(([key, times]) => `"${key}" came ${times} times, and the case does not show it.`)
}

function wordProblems({ opening, expected }: Story, letters: readonly MailboxMessage[]): string[] {
  const problems: string[] = []
  for (const { subject, text, html } of letters) {
    const child = opening.child.split(' ')[0] ?? opening.child
    if (subject.includes(child)) problems.push(`The subject "${subject}" names the child.`)
    for (const never of expected.never ?? []) {
      if (never.test(text) || never.test(html)) problems.push(`"${subject}" says what it must never say: ${never}.`)
    }
  }
  for (const words of expected.told ?? []) {
    if (!letters.some(({ text }) => words.test(text))) problems.push(`No message says ${words}.`)
  }
  return problems
}

function countByKey(letters: readonly MailboxMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { tags } of letters) counts.set(tags.message ?? '', (counts.get(tags.message ?? '') ?? 0) + 1)
  return counts
}

/** Sorts like the expected list; what is not in it comes last. */
function inOrderOf(expected: readonly string[]) {
  const place = (entry: string) => (expected.includes(entry) ? expected.indexOf(entry) : expected.length)
  return (one: string, other: string) => place(one) - place(other) || (one < other ? -1 : 1)
}
