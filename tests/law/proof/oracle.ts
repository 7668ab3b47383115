import Holidays from 'date-holidays'
import { DateTime } from 'luxon'

/**
 * The dates of an appeal worked out the plain way: luxon for the calendar, bank holidays from the date-holidays package,
 * one day at a time, on dates as text. It shares no line and no table with the engine (lambdas/law), so that a mistake
 * would have to be made twice to go unseen. What a day gives is remembered; how it is found is as plain as it reads.
 */

/** A case as the oracle is asked about it. Dates are ISO text. */
export interface OracleFacts {
  readonly decision: string
  /** The later of printed and sent, where they differ; `decision` is the earlier. */
  readonly laterDecision?: string
  readonly certificate?: string
  readonly contact?: string
  readonly placementOnly: boolean
}

export interface OracleAnswer {
  readonly contactBy: string
  readonly contactAim: string
  readonly decisionLimb: string
  readonly certificateLimb: string | undefined
  readonly appealBy: string
  readonly appealAim: string
  /** Each judgement call whose other reading gives another day, with that day: "J16 2027-09-01". Empty when certain. */
  readonly judgements: string
}

const zone = 'Europe/London'
const firstYear = 2017
const lastYear = 2031

const packageHolidays = new Holidays('GB', 'ENG')
const bankHolidays = new Set<string>()
for (let year = firstYear; year <= lastYear; year += 1) {
  for (const { date, type } of packageHolidays.getHolidays(year)) {
    if (type === 'public') bankHolidays.add(date.slice(0, 10))
  }
}

/** Remembers what a function gives for a day. */
function remembered<Answer>(find: (day: string) => Answer): (day: string) => Answer {
  const known = new Map<string, Answer>()
  return (day) => {
    const answer = known.get(day)
    if (answer !== undefined) return answer
    const found = find(day)
    known.set(day, found)
    return found
  }
}

function shifted(day: string, by: { days: number } | { months: number }): string {
  return DateTime.fromISO(day, { zone }).plus(by).toISODate() as string
}

export const dayAfter = remembered((day) => shifted(day, { days: 1 }))
const dayBefore = remembered((day) => shifted(day, { days: -1 }))
export const twoMonthsAfter = remembered((day) => shifted(day, { months: 2 }))
export const oneMonthAfter = remembered((day) => shifted(day, { months: 1 }))

/** Rule 1(3): not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday. */
const isWorkingDay = remembered((day) => {
  const { weekday, month, day: dayOfMonth } = DateTime.fromISO(day, { zone })
  const isChristmasDay = month === 12 && dayOfMonth === 25
  return weekday <= 5 && !isChristmasDay && !bankHolidays.has(day)
})

/** Rule 12(3)(a): "a day from 25th December to 1st January inclusive, or ... any day in August". */
const isProtected = remembered((day) => {
  const { month, day: dayOfMonth } = DateTime.fromISO(day, { zone })
  return month === 8 || (month === 12 && dayOfMonth >= 25) || (month === 1 && dayOfMonth === 1)
})

const firstWorkingDayAfterProtectedTime = remembered((day) => {
  let found = day
  while (isProtected(found)) found = dayAfter(found)
  while (!isWorkingDay(found)) found = dayAfter(found)
  return found
})

/** Rule 12(2) and 12(3)(a), by the words: what the day on which the time ends is, decides. */
export const inTimeUntil = remembered((day) => {
  if (isProtected(day)) return firstWorkingDayAfterProtectedTime(day)
  let found = day
  while (!isWorkingDay(found)) found = dayAfter(found)
  return found
})

const workingDayOnOrBefore = remembered((day) => {
  let found = day
  while (!isWorkingDay(found)) found = dayBefore(found)
  return found
})

/** The day on which the time to appeal ends, before any roll: rule 20(1)(c). */
function timeEnds(decision: string, certificate: string | undefined): string {
  const fromDecision = twoMonthsAfter(decision)
  if (certificate === undefined) return fromDecision
  const fromCertificate = oneMonthAfter(certificate)
  return fromCertificate > fromDecision ? fromCertificate : fromDecision
}

/** The certificate that counts when the months run from `decision`: none where J5 or J6 leaves it out. */
function certificateThatCounts(decision: string, facts: OracleFacts): string | undefined {
  const isLate = facts.contact !== undefined && facts.contact > twoMonthsAfter(decision)
  return facts.placementOnly || isLate ? undefined : facts.certificate
}

/** The dates by the rules and the safe policy of the judgement calls. */
export function oracle(facts: OracleFacts): OracleAnswer {
  const { decision, laterDecision, certificate, placementOnly } = facts
  const counts = certificateThatCounts(decision, facts)
  const end = timeEnds(decision, counts)
  const appealBy = inTimeUntil(end)
  const contactBy = twoMonthsAfter(decision)
  const otherReadings: string[] = []

  if (laterDecision !== undefined) {
    const onJ1 = inTimeUntil(timeEnds(laterDecision, certificateThatCounts(laterDecision, facts)))
    if (onJ1 !== appealBy) otherReadings.push(`J1 ${onJ1}`)
  }
  if (certificate !== undefined && counts === undefined) {
    const withCertificate = inTimeUntil(timeEnds(decision, certificate))
    if (withCertificate !== appealBy) otherReadings.push(`${placementOnly ? 'J6' : 'J5'} ${withCertificate}`)
  }
  if (isProtected(appealBy)) otherReadings.push(`J16 ${firstWorkingDayAfterProtectedTime(appealBy)}`)
  return {
    contactBy,
    contactAim: workingDayOnOrBefore(contactBy),
    decisionLimb: inTimeUntil(twoMonthsAfter(decision)),
    certificateLimb: counts === undefined ? undefined : inTimeUntil(oneMonthAfter(counts)),
    appealBy,
    appealAim: workingDayOnOrBefore(end),
    judgements: otherReadings.join(', '),
  }
}
