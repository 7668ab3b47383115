import type { ProofResult } from './proof.ts'
import type { ProofOfOthers } from './proof-of-others.ts'
import { BRANCHES } from './proof-space.ts'
import type { ShortcutResult } from './shortcuts.ts'

/** What the proof found, as Markdown. The same results always give the same text: no times, no machine. */
export function proofInWords(found: {
  readonly from: string
  readonly to: string
  readonly result: ProofResult
  readonly others: ProofOfOthers
  readonly shortcuts: {
    readonly contact: ShortcutResult
    readonly alone: readonly ShortcutResult[]
    readonly withCertificate: readonly ShortcutResult[]
  }
}): string {
  const { from, to, result, others, shortcuts } = found
  const total = BRANCHES.reduce((sum, branch) => sum + result.compared[branch], 0)
  const rules = Object.keys(others.compared)
  const other = Object.values(others.compared).reduce((sum, dates) => sum + dates, 0)
  return [
    `Decision days ${from} to ${to}: **${count(total)} cases, ${count(result.differing)} differences**.`,
    '',
    '| Branch | Cases |',
    '|---|---:|',
    ...BRANCHES.map((branch) => `| ${branch} | ${count(result.compared[branch])} |`),
    '',
    ...(result.differences.length === 0
      ? []
      : ['Differences:', '', ...result.differences.map((one) => `- ${one}`), '']),
    `In ${count(result.certain)} cases every reading of the law gives the same last day. The others rest on these calls:`,
    '',
    '| Judgement calls | Cases |',
    '|---|---:|',
    ...Object.entries(result.judgements)
      .sort(([, a], [, b]) => b - a)
      .map(([calls, cases]) => `| ${calls} | ${count(cases)} |`),
    '',
    '### The other dates over the same days',
    '',
    `Of the ${rules.length} rules beside those of the appeal: **${count(other)} dates, ${count(others.differences.length)} differences**.`,
    ...others.differences.map((one) => `- ${one}`),
    '',
    '### The usual shortcuts over the same days',
    '',
    'How often each gives another last day than the law. "Too late" puts a family out of time.',
    '',
    '| Shortcut | Over | Right | Too early | by up to | Too late | by up to |',
    '|---|---|---:|---:|---:|---:|---:|',
    row(shortcuts.contact, 'every decision day'),
    ...shortcuts.alone.slice(0, 2).map((one) => row(one, 'every decision day, no certificate')),
    ...shortcuts.withCertificate.map((one) => row(one, 'every decision and certificate day')),
  ].join('\n')
}

function row({ name, cases, right, early, earliestByDays, late, latestByDays }: ShortcutResult, over: string): string {
  const share = (part: number) => `${((100 * part) / cases).toFixed(1)}%`
  const days = (most: number) => (most === 0 ? '' : `${most} day${most === 1 ? '' : 's'}`)
  return `| ${name} | ${over} | ${share(right)} | ${share(early)} | ${days(earliestByDays)} | ${share(late)} | ${days(latestByDays)} |`
}

function count(value: number): string {
  return value.toLocaleString('en-GB')
}
