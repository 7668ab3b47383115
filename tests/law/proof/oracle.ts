import {
  dayAfter,
  isProtected,
  isWorkingDay,
  oneMonthAfter,
  remembered,
  twoMonthsAfter,
  workingDayOnOrBefore,
} from './plain-days.ts'

/**
 * The dates of an appeal worked out the plain way, on dates as text (plain-days.ts). The oracle shares no line and no
 * table with the engine (lambdas/law), so that a mistake would have to be made twice to go unseen.
 */

/** A case as the oracle is asked about it. Dates are ISO text. */
export interface OracleFacts {
  readonly decision: string
  /** The later of printed and sent, where they differ; `decision` is the earlier. */
  readonly laterDecision?: string
  readonly certificate?: string
  readonly contact?: string
  /** The certificate is one for a family that declined mediation. */
  readonly declined?: boolean
  readonly placementOnly: boolean
}

export interface OracleAnswer {
  readonly contactBy: string
  readonly contactAim: string
  readonly decisionLimb: string
  /** The day to aim for where only the decision limb is looked at. */
  readonly decisionLimbAim: string
  readonly certificateLimb: string | undefined
  readonly appealBy: string
  readonly appealAim: string
  /** The adviser was first contacted after the last day to do so, counted from the earlier date of the notice. */
  readonly lateContact: boolean
  /** Each judgement call whose other reading gives another day, with that day: "J16 2027-09-01". Empty when certain. */
  readonly judgements: string
}

const firstWorkingDayAfterProtectedTime = remembered((day) => {
  let found = day
  while (isProtected(found)) found = dayAfter(found)
  while (!isWorkingDay(found)) found = dayAfter(found)
  return found
})

/** Rule 12(2) and 12(3)(a), by the words: what the day on which the time ends is, decides. */
const inTimeUntil = remembered((day) => {
  if (isProtected(day)) return firstWorkingDayAfterProtectedTime(day)
  let found = day
  while (!isWorkingDay(found)) found = dayAfter(found)
  return found
})

/** The day on which the time to appeal ends, before any roll: rule 20(1)(c). */
function timeEnds(decision: string, certificate: string | undefined): string {
  const fromDecision = twoMonthsAfter(decision)
  if (certificate === undefined) return fromDecision
  const fromCertificate = oneMonthAfter(certificate)
  return fromCertificate > fromDecision ? fromCertificate : fromDecision
}

/** The certificate that counts when the months run from `decision`: none where the dispute or a late contact leaves it out. */
function certificateThatCounts(decision: string, facts: OracleFacts): string | undefined {
  return facts.placementOnly || isLateContact(decision, facts) ? undefined : facts.certificate
}

function isLateContact(decision: string, { contact }: OracleFacts): boolean {
  return contact !== undefined && contact > twoMonthsAfter(decision)
}

/**
 * What is not settled of a certificate that is left out. Regulation 34(2): after a contact that was late by both dates of
 * the notice, "may not issue such a certificate": one for a family that declined. That is settled.
 */
function callOnCertificate(facts: OracleFacts): 'J6' | 'J45' | 'J5' | undefined {
  if (facts.placementOnly) return 'J6'
  if (!isLateContact(facts.laterDecision ?? facts.decision, facts)) return 'J45'
  return facts.declined ? undefined : 'J5'
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
    const call = callOnCertificate(facts)
    if (call && withCertificate !== appealBy) otherReadings.push(`${call} ${withCertificate}`)
  }
  if (isProtected(appealBy)) otherReadings.push(`J16 ${firstWorkingDayAfterProtectedTime(appealBy)}`)
  return {
    contactBy,
    contactAim: workingDayOnOrBefore(contactBy),
    decisionLimb: inTimeUntil(twoMonthsAfter(decision)),
    decisionLimbAim: workingDayOnOrBefore(twoMonthsAfter(decision)),
    certificateLimb: counts === undefined ? undefined : inTimeUntil(oneMonthAfter(counts)),
    appealBy,
    appealAim: workingDayOnOrBefore(end),
    lateContact: !placementOnly && isLateContact(decision, facts),
    judgements: otherReadings.join(', '),
  }
}
