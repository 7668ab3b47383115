import { appealDays } from '../../../lambdas/law/appeal-days.ts'
import { addMonthsToDay } from '../../../lambdas/law/day-number.ts'
import { LONGEST_CERTIFICATE } from './proof-space.ts'

/** A rule of thumb for the last day to appeal, and how it does against the law. Days are day numbers. */
export interface Shortcut {
  readonly name: string
  readonly lastDay: (decision: number, certificate: number | undefined) => number
}

const byDays = (decision: number, certificate: number | undefined) =>
  certificate === undefined ? decision + 60 : Math.max(decision + 60, certificate + 30)

const byMonths = (decision: number, certificate: number | undefined) =>
  certificate === undefined
    ? addMonthsToDay(decision, 2)
    : Math.max(addMonthsToDay(decision, 2), addMonthsToDay(certificate, 1))

export const SHORTCUTS: readonly Shortcut[] = [
  { name: '"60 days" from the decision, "30 days" from the certificate', lastDay: byDays },
  { name: 'two months and one month, never moved', lastDay: byMonths },
  {
    name: 'two months from the decision, whatever the certificate',
    lastDay: (decision) => addMonthsToDay(decision, 2),
  },
]

export interface ShortcutResult {
  readonly name: string
  readonly cases: number
  readonly right: number
  /** Too early: a family gives up days that it has. */
  readonly early: number
  readonly earliestByDays: number
  /** Too late: a family that trusts it is out of time. */
  readonly late: number
  readonly latestByDays: number
}

/** Tries each shortcut on every decision day from one day number to another, alone or with every certificate day. */
export function tryShortcuts(firstDay: number, lastDay: number, withCertificates: boolean): readonly ShortcutResult[] {
  return SHORTCUTS.map(({ name, lastDay: shortcut }) => {
    const tally = new Tally(name)
    for (let decisionDay = firstDay; decisionDay <= lastDay; decisionDay += 1) {
      for (const certificateDay of withCertificates ? certificatesAfter(decisionDay) : [undefined]) {
        const { appealBy } = appealDays({ decisionDay, certificateDay, placementOnly: false })
        tally.add(shortcut(decisionDay, certificateDay) - appealBy)
      }
    }
    return tally
  })
}

/** "60 days" as the last day to contact the adviser, which the law counts in months and never moves (regulation 33). */
export function trySixtyDaysToContact(firstDay: number, lastDay: number): ShortcutResult {
  const tally = new Tally('"60 days" to contact the adviser')
  for (let decisionDay = firstDay; decisionDay <= lastDay; decisionDay += 1) {
    tally.add(decisionDay + 60 - appealDays({ decisionDay, placementOnly: false }).contactBy)
  }
  return tally
}

class Tally implements ShortcutResult {
  readonly name: string
  cases = 0
  right = 0
  early = 0
  earliestByDays = 0
  late = 0
  latestByDays = 0

  constructor(name: string) {
    this.name = name
  }

  /** One case, so many days after the law's day (before it when negative). */
  add(days: number): void {
    this.cases += 1
    if (days === 0) this.right += 1
    if (days < 0) this.early += 1
    if (days > 0) this.late += 1
    this.earliestByDays = Math.max(this.earliestByDays, -days)
    this.latestByDays = Math.max(this.latestByDays, days)
  }
}

function certificatesAfter(decision: number): readonly number[] {
  return Array.from({ length: LONGEST_CERTIFICATE + 1 }, (_, offset) => decision + offset)
}
