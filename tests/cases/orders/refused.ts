import { buildCase } from '../../../lambdas/cases/build-case.ts'
import { problemsAmong } from '../../../lambdas/cases/check-facts.ts'
import { recordableFacts } from '../../../lambdas/cases/recordable-facts.ts'
import { checkOne } from '../check-one.ts'
import { recordedAnew } from './compare-orders.ts'
import { fileOf, type Story } from './stories.ts'

/**
 * What cannot be so among the facts of a story, or of the one that is recorded last beside the others: each in a line.
 * @param orders in how many other orders they are recorded
 */
export function whatIsRefused(story: Story, orders: number, random: () => number): readonly string[] {
  return Array.from({ length: orders }).flatMap(() => {
    const { subject } = recordedAnew(story, buildCase, (count) => Math.floor(random() * count))
    const { recorded } = subject
    const all = problemsAmong(subject, story.today)
    const last = recorded.at(-1)
    const others = buildCase(subject.caseId, recorded.slice(0, -1))
    const problems = last && last.type !== 'case-opened' ? checkOne(others, last, story.today) : []
    // Whether the family agreed to short notice is asked, and is no refusal.
    const added = problems.filter(({ field }) => field !== 'shortNoticeAgreed')
    const facts = recorded.map(({ type, sequence }) => `${sequence} ${type}`).join(', ')
    const isOffered =
      !last || last.type === 'case-opened' || recordableFacts(fileOf(others, story.today)).includes(last.type)
    return [
      ...(isOffered ? [] : [`the last: is not among what can be recorded: ${facts}`]),
      ...[...all, ...added].map(({ message, about }) => `${about ?? 'the last'}: ${message}: ${facts}`),
    ]
  })
}
