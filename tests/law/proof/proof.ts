import { adviserContactDeadline } from '../../../lambdas/law/adviser-contact-deadline.ts'
import { type AppealDayFacts, type AppealDays, appealDays } from '../../../lambdas/law/appeal-days.ts'
import { appealDeadline } from '../../../lambdas/law/appeal-deadline.ts'
import { dateOfDay, parseCalendarDate, parseDay } from '../../../lambdas/law/calendar-date.ts'
import type { DecisionNotice } from '../../../lambdas/law/decision-day.ts'
import { type OracleFacts, oracle } from './oracle.ts'
import { dayAfter, twoMonthsAfter } from './plain-days.ts'
import {
  BRANCHES,
  type Branch,
  type CertificateDays,
  casesOf,
  LONGEST_CERTIFICATE,
  type ProofCase,
  type ProofDay,
} from './proof-space.ts'

/** Which decision days to prove, both included, and how densely. */
export interface ProofRange {
  readonly from: string
  readonly to: string
  readonly certificates: CertificateDays
  /** Also asks the worded functions, which take far longer. */
  readonly withWords: boolean
}

export interface ProofResult {
  /** Cases compared, by branch. */
  readonly compared: Readonly<Record<Branch, number>>
  /** Cases in which every reading of the law gives the same day. */
  readonly certain: number
  /** Cases by the judgement calls that they rest on, for example "J5" or "J1, J16". */
  readonly judgements: Readonly<Record<string, number>>
  readonly differing: number
  /** The first differences in full, at most `MOST_SHOWN`. */
  readonly differences: readonly string[]
}

const MOST_SHOWN = 20

/** Every day from a day on, as text counted by luxon and as the engine's number, which must agree. */
export function proofDays(from: string, count: number): readonly ProofDay[] {
  const days: ProofDay[] = []
  const first = parseDay(from)
  for (let text = from; days.length < count; text = dayAfter(text)) {
    const number = first + days.length
    if (dateOfDay(number) !== text || parseDay(text) !== number) {
      throw new Error(`The engine takes ${text} for day ${parseDay(text)}, ${dateOfDay(number)}.`)
    }
    days.push({ text, number })
  }
  return days
}

/** What works out the days of an appeal. */
export type Engine = (facts: AppealDayFacts) => AppealDays

/** Asks the engine and the oracle the same of every case of a range of decision days. */
export function prove({ from, to, certificates, withWords }: ProofRange, engine: Engine = appealDays): ProofResult {
  const decisions = parseDay(to) - parseDay(from) + 1
  const days = proofDays(from, decisions + LONGEST_CERTIFICATE + 1)
  const compared = Object.fromEntries(BRANCHES.map((branch) => [branch, 0])) as Record<Branch, number>
  const judgements: Record<string, number> = {}
  const differences: string[] = []
  let certain = 0
  let differing = 0
  for (let index = 0; index < decisions; index += 1) {
    const dayAt = (offset: number) => days[index + offset] as ProofDay
    const contactBy = parseDay(twoMonthsAfter(dayAt(0).text)) - dayAt(0).number
    for (const one of casesOf(dayAt, contactBy, certificates)) {
      const expected = oracleAnswer(one)
      const answers = [engineAnswer(engine, one), ...(withWords ? [wordedAnswer(one)] : [])]
      compared[one.branch] += 1
      const calls = expected.slice(expected.lastIndexOf(';') + 1).replace(/ \d{4}-\d\d-\d\d/g, '')
      if (calls === '') certain += 1
      else judgements[calls] = (judgements[calls] ?? 0) + 1
      if (answers.some((answer) => answer !== expected)) {
        differing += 1
        if (differences.length < MOST_SHOWN) differences.push(`${nameOf(one)}: ${answers.join(' / ')}, not ${expected}`)
      }
    }
  }
  return { compared, certain, judgements, differing, differences }
}

/** Adds up results of ranges that do not overlap. */
export function joined(results: readonly ProofResult[]): ProofResult {
  const compared = Object.fromEntries(
    BRANCHES.map((branch) => [branch, results.reduce((sum, result) => sum + result.compared[branch], 0)]),
  ) as Record<Branch, number>
  const judgements: Record<string, number> = {}
  for (const result of results) {
    for (const [calls, count] of Object.entries(result.judgements)) judgements[calls] = (judgements[calls] ?? 0) + count
  }
  return {
    compared,
    certain: results.reduce((sum, result) => sum + result.certain, 0),
    judgements,
    differing: results.reduce((sum, result) => sum + result.differing, 0),
    differences: results.flatMap(({ differences }) => differences).slice(0, MOST_SHOWN),
  }
}

/** The engine's side of a case. */
export function engineFacts(one: ProofCase): AppealDayFacts {
  return {
    decisionDay: one.decision.number,
    laterDecisionDay: one.laterDecision?.number,
    certificateDay: one.certificate?.number,
    contactDay: one.contact?.number,
    certificateGround: one.declined ? 'declined' : undefined,
    placementOnly: one.placementOnly,
  }
}

function oracleAnswer(one: ProofCase): string {
  const facts: OracleFacts = {
    decision: one.decision.text,
    laterDecision: one.laterDecision?.text,
    certificate: one.certificate?.text,
    contact: one.contact?.text,
    declined: one.declined,
    placementOnly: one.placementOnly,
  }
  const { contactBy, contactAim, decisionLimb, certificateLimb, appealBy, appealAim, judgements } = oracle(facts)
  const contact = one.placementOnly ? '' : `${contactBy} ${contactAim}`
  return `${contact};${decisionLimb};${certificateLimb ?? ''};${appealBy} ${appealAim};${judgements}`
}

function engineAnswer(engine: Engine, one: ProofCase): string {
  const days = engine(engineFacts(one))
  const contact = one.placementOnly ? '' : `${text(days.contactBy)} ${text(days.contactAim)}`
  const certificateLimb = days.certificateLimb === undefined ? '' : text(days.certificateLimb)
  const judgements = days.certain ? '' : judgementsOf(days)
  return `${contact};${text(days.decisionLimb)};${certificateLimb};${text(days.appealBy)} ${text(days.appealAim)};${judgements}`
}

function judgementsOf(days: AppealDays): string {
  const readings = [
    ['J1', days.onJ1],
    [days.excluded === 'placement-only' ? 'J6' : days.excluded === 'late-contact' ? 'J5' : 'J45', days.onExclusion],
    ['J7', days.onJ7],
    ['J16', days.onJ16],
  ] as const
  return readings
    .filter(([, day]) => day !== days.appealBy)
    .map(([id, day]) => `${id} ${text(day)}`)
    .join(', ')
}

/** What the worded functions say, which must be the same. */
function wordedAnswer(one: ProofCase): string {
  const notice = {
    printedOn: parseCalendarDate(one.decision.text),
    sentOn: parseCalendarDate((one.laterDecision ?? one.decision).text),
  }
  const contact = one.placementOnly ? '' : wordedContact(notice)
  const deadline = appealDeadline({
    ...notice,
    placementOnly: one.placementOnly,
    certificateIssuedOn: one.certificate && parseCalendarDate(one.certificate.text),
    adviserContactedOn: one.contact && parseCalendarDate(one.contact.text),
    certificateGround: one.declined ? 'declined' : undefined,
  })
  const { decisionLimb, certificateLimb, lawDate, aimDate } = deadline
  const judgements = deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`).join(', ')
  return `${contact};${decisionLimb.lawDate};${certificateLimb?.lawDate ?? ''};${lawDate} ${aimDate};${judgements}`
}

let lastContact = { printedOn: '', sentOn: '', dates: '' }

/** The contact date depends on the notice alone, so that it is asked once for each notice. */
function wordedContact(notice: DecisionNotice): string {
  if (lastContact.printedOn !== notice.printedOn || lastContact.sentOn !== notice.sentOn) {
    const { lawDate, aimDate } = adviserContactDeadline(notice)
    lastContact = { ...notice, dates: `${lawDate} ${aimDate}` }
  }
  return lastContact.dates
}

const texts = new Map<number, string>()

function text(day: number): string {
  let found = texts.get(day)
  if (found === undefined) {
    found = dateOfDay(day)
    texts.set(day, found)
  }
  return found
}

function nameOf(one: ProofCase): string {
  const details = [
    `decision ${one.decision.text}`,
    ...(one.laterDecision ? [`sent ${one.laterDecision.text}`] : []),
    ...(one.certificate ? [`certificate ${one.certificate.text}`] : []),
    ...(one.contact ? [`contact ${one.contact.text}`] : []),
    ...(one.declined ? ['declined'] : []),
  ]
  return `${one.branch}, ${details.join(', ')}`
}
