import { dateOfDay, parseDay } from '../../../lambdas/law/calendar-date.ts'

/** What each way of working out an appeal date is given: dates as text. */
export interface Input {
  readonly decision: string
  readonly certificate: string
}

/** What each gives back: the last day to appeal and the day to aim for, as text. */
export interface Appeal {
  readonly appealBy: string
  readonly aim: string
}

/** Decisions spread over 2018 to 2026, each with a certificate some days after it; the same every time. */
export function benchInputs(count: number): readonly Input[] {
  const first = parseDay('2018-01-01')
  const days = parseDay('2026-12-31') - first + 1
  // Steps that share no factor with the numbers of days, so that every day and every gap comes up.
  return Array.from({ length: count }, (_, index) => {
    const decision = first + ((index * 1013) % days)
    return { decision: dateOfDay(decision), certificate: dateOfDay(decision + ((index * 37) % 101)) }
  })
}
