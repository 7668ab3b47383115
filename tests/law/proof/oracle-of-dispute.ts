import type { Duty, DutySource } from '../../../lambdas/law/compliance-deadlines.ts'
import { oracle } from './oracle.ts'
import {
  dayAfter,
  dayBefore,
  daysAfter,
  isFriday,
  monthsAfter,
  tribunalWorkingDaysAfter,
  twoMonthsAfter,
  workingDayOnOrBefore,
  workingDaysAfter,
} from './plain-days.ts'

/**
 * The dates of a dispute beside its appeal, worked out the plain way from the rulebook's words. Like the rest of the
 * oracle it shares nothing with the engine but the words for duties.
 */

/** The law's last day, and the day to aim for. */
export interface OracleDate {
  readonly last: string
  readonly aim: string
}

/** One thing that is to be done, by the number of its rule. */
export interface OracleDuty extends OracleDate {
  readonly rule: string
}

/** What stays where it falls is aimed for on the working day before. */
function staying(last: string): OracleDate {
  return { last, aim: workingDayOnOrBefore(last) }
}

/** Regulation 33: two months after the decision, never moved (J1, J4). @param decision the earlier of printed and sent */
export function contactDate(decision: string): OracleDate {
  return staying(twoMonthsAfter(decision))
}

/** Regulation 34(2): "within 2 months of the date of the notice". @param printed the date on the notice */
export function certificateBarDate(printed: string): OracleDate {
  return staying(twoMonthsAfter(printed))
}

/** Regulation 36: 30 days after the council was told. Aimed for on the earlier reading where the provider was asked first (J19). */
export function councilMediationDate(councilToldOn: string, providerAskedOn = councilToldOn): OracleDate {
  const fromRequest = daysAfter(providerAskedOn < councilToldOn ? providerAskedOn : councilToldOn, 30)
  return { last: daysAfter(councilToldOn, 30), aim: workingDayOnOrBefore(fromRequest) }
}

/** Regulation 35: 30 days after the council told the board, which it can have done on the day it was told itself. */
export function boardMediationDate(councilToldOn: string, boardToldOn = councilToldOn): OracleDate {
  return staying(daysAfter(boardToldOn, 30))
}

/** Regulations 35 and 36: the council tells the board within 3 working days. */
export function boardToldDate(councilToldOn: string): OracleDate {
  return staying(workingDaysAfter(councilToldOn, 3))
}

/** Regulation 37: five whole working days lie between the notice and the meeting (J10). */
export function meetingNoticeDate(meetingOn: string): OracleDate {
  let firstOfFive = meetingOn
  for (let days = 1; days <= 5; days += 1) firstOfFive = workingDayOnOrBefore(dayBefore(firstOfFive))
  return staying(workingDayOnOrBefore(dayBefore(firstOfFive)))
}

/** Regulations 34, 36 and 39: 3 working days after the day that starts them. */
export function certificateDate(startsOn: string): OracleDate {
  return staying(workingDaysAfter(startsOn, 3))
}

/** The council's silence lasts its 30 days; the adviser's time starts on the day after (J9). */
export function firstDayAfterSilence(councilToldOn: string): string {
  return dayAfter(daysAfter(councilToldOn, 30))
}

/** Rules 12(3)(b) and 21: 30 Tribunal working days, or the day in the Tribunal's letter. */
export function responseDate(sentToCouncilOn: string | undefined, dueInLetter?: string): OracleDate | undefined {
  if (dueInLetter !== undefined) return staying(dueInLetter)
  return sentToCouncilOn === undefined ? undefined : staying(tribunalWorkingDaysAfter(sentToCouncilOn, 30))
}

/** Regulation 42(3): two weeks for what could not have been appealed. */
export function agreementDate(agreedOn: string): OracleDate {
  return staying(weeksAfter(agreedOn, 2))
}

/** Local Government Act 1974, section 26B: 12 months "beginning with the day" of first notice. */
export function ombudsmanDate(awareOn: string): OracleDate {
  return staying(dayBefore(monthsAfter(awareOn, 12)))
}

/** Equality Act 2010, schedule 17: six months of which the day of the act is the first (J18). */
export function discriminationClaimDate(actOn: string): OracleDate {
  return staying(dayBefore(monthsAfter(actOn, 6)))
}

const AT_ONCE = 0

/** Regulation 44(2), in weeks after the order or the agreement; and 42(3) for what could not have been appealed. */
const AFTER_ORDER: Readonly<Record<Duty, readonly (readonly [rule: string, weeks: number])[]>> = {
  cease: [['D23', AT_ONCE]],
  assess: [
    ['D14', 2],
    ['D15', 10],
    ['D16', 14],
  ],
  'make-plan': [
    ['D17', 5],
    ['D18', 11],
  ],
  reconsider: [['D24', 2]],
  'amend-contents': [['D19', 5]],
  'amend-placement': [['D20', 2]],
  continue: [['D25', AT_ONCE]],
  'continue-and-amend': [
    ['D25', AT_ONCE],
    ['D19', 5],
  ],
  'not-appealable': [['D12', 2]],
}

/** Regulation 45(3) to (6A), in weeks after the council's word to the Tribunal. */
const AFTER_CONCESSION: Readonly<Partial<Record<Duty, readonly (readonly [rule: string, weeks: number])[]>>> = {
  assess: [
    ['D26', 2],
    ['D27', 10],
    ['D28', 14],
  ],
  'make-plan': [
    ['D29', 5],
    ['D30', 11],
  ],
  'amend-contents': [['D31', 5]],
  'amend-placement': [['D32', 2]],
  continue: [['D58', AT_ONCE]],
  'continue-and-amend': [
    ['D58', AT_ONCE],
    ['D31', 5],
  ],
}

/** What an agreement, an order or a concession leaves to be done. */
export interface OracleOutcome {
  readonly source: DutySource
  readonly on: string
  readonly duties: readonly Duty[]
  /** The day that the parties set in writing (regulation 42(5)) or the order names (44(1)), and what it is for where not for everything. */
  readonly agreedDate?: string | undefined
  readonly agreedDateFor?: readonly Duty[] | undefined
  /** Where the times do not run from that day. */
  readonly from?: string
  /** The day of one thing alone, by its rule. */
  readonly days?: Readonly<Record<string, string>>
  /** The health board agreed alone: it tells the council within a week (regulation 42(4)). */
  readonly byBoard?: boolean
}

/** Every thing that is to be done, once, in no order. */
export function dutiesAfter(outcome: OracleOutcome): readonly OracleDuty[] {
  const { source, on, duties, agreedDate, agreedDateFor = duties, days = {}, byBoard = false, from = on } = outcome
  const found = new Map<string, OracleDuty>()
  if (byBoard) found.set('D13', { rule: 'D13', ...staying(weeksAfter(on, 1)) })
  for (const duty of duties) {
    const rules = rulesAfter(source, duty)
    const isAgreed = (source === 'agreement' || source === 'order') && agreedDateFor.includes(duty)
    for (const [rule, weeks] of rules) {
      const last = days[rule] ?? (isAgreed ? agreedDate : undefined) ?? weeksAfter(from, weeks)
      // What is to be done at once cannot be aimed for on the day before.
      found.set(rule, { rule, last, aim: weeks === AT_ONCE ? last : workingDayOnOrBefore(last) })
    }
  }
  return [...found.values()]
}

function rulesAfter(source: DutySource, duty: Duty) {
  // R (W) v Hertfordshire: 16 and 20 weeks from the request.
  if (source === 'late-concession')
    return [
      ['D34', 16],
      ['D35', 20],
    ] as const
  return source === 'concession' ? (AFTER_CONCESSION[duty] ?? []) : AFTER_ORDER[duty]
}

function weeksAfter(day: string, weeks: number): string {
  return daysAfter(day, weeks * 7)
}

/** "Within" so many weeks, days, months or working days of a day: that day is left out. */
const AFTER: Readonly<Record<string, (day: string) => string>> = {
  D33: (request) => weeksAfter(request, 6),
  D34: (request) => weeksAfter(request, 16),
  D35: (request) => weeksAfter(request, 20),
  D37: (transfer) => weeksAfter(transfer, 6),
  D42: (refusal) => monthsAfter(refusal, 1),
  D46a: (complaint) => workingDaysAfter(complaint, 5),
  D47a: (escalation) => workingDaysAfter(escalation, 5),
  D47b: (acknowledged) => workingDaysAfter(acknowledged, 20),
  D48a: (known) => monthsAfter(known, 12),
  D48b: (complaint) => workingDaysAfter(complaint, 3),
  D49: (meeting) => weeksAfter(meeting, 4),
  // Regulations 20(10) and 22: the notice within 4 weeks of the meeting, and the plan within 8 of the notice.
  D50: (meeting) => weeksAfter(weeksAfter(meeting, 4), 8),
  D53: (request) => daysAfter(request, 15),
  D54: (answer) => weeksAfter(answer, 14),
}

/** "Beginning with" a day: what would be counted from the day before it. */
const BEGINNING_WITH: Readonly<Record<string, (day: string) => string>> = {
  D39: (aware) => workingDaysAfter(dayBefore(aware), 15),
  D40: (aware) => workingDaysAfter(dayBefore(aware), 15),
  D44: (recommended) => weeksAfter(dayBefore(recommended), 5),
  D45: (answered) => weeksAfter(dayBefore(answered), 1),
  D52: (served) => daysAfter(dayBefore(served), 15),
}

/** A time that runs from one day and never moves. @param rule its number */
export function otherDate(rule: string, on: string): OracleDate | undefined {
  const last = (AFTER[rule] ?? BEGINNING_WITH[rule])?.(on)
  return last === undefined ? undefined : staying(last)
}

/** Rules 17(4) and 45 to 48: 28 days, shown plainly (J35). */
export function afterDecisionDate(on: string): OracleDate {
  return staying(daysAfter(on, 28))
}

/**
 * The Complaint Handling Code: 10 working days after the 5 for the acknowledgement, or after the acknowledgement (J44); 20 in place
 * of the 10 at the second stage.
 */
export function complaintAnswerDate(receivedOn: string, acknowledgedOn?: string, stage?: string): OracleDate {
  const toAnswer = stage === 'second' ? 20 : 10
  return staying(
    acknowledgedOn === undefined
      ? workingDaysAfter(receivedOn, 5 + toAnswer)
      : workingDaysAfter(acknowledgedOn, toAnswer),
  )
}

/** Regulation 15(2): the day of the move where the old council knew 15 working days before, else 15 from its awareness. */
export function planTransferDate(movedOn: string, becameAwareOn: string): OracleDate {
  return becameAwareOn <= workingDaysAfter(movedOn, -15)
    ? { last: movedOn, aim: workingDayOnOrBefore(movedOn) }
    : staying(workingDaysAfter(dayBefore(becameAwareOn), 15))
}

/** Regulation 15(5): the later of 12 months beginning with the review and 3 beginning with the transfer. */
export function reviewAfterTransferDate(reviewedOn: string, transferredOn: string): OracleDate {
  const fromReview = dayBefore(monthsAfter(reviewedOn, 12))
  const fromTransfer = dayBefore(monthsAfter(transferredOn, 3))
  return staying(fromReview > fromTransfer ? fromReview : fromTransfer)
}

/** Regulation 18(1): "before" 31 March to post-16, before 15 February otherwise. */
export function phaseTransferDate(year: number, toPost16: boolean): OracleDate {
  return staying(dayBefore(toPost16 ? `${year}-03-31` : `${year}-02-15`))
}

/** Education Act 1996, section 8: the day after the last Friday in June of the school year of the 16th birthday. */
export function youngPersonDate(bornOn: string): OracleDate {
  const turns16 = monthsAfter(bornOn, 16 * 12)
  const year = Number(turns16.slice(0, 4))
  let friday = `${turns16 < `${year}-09-01` ? year : year + 1}-06-30`
  while (!isFriday(friday)) friday = dayBefore(friday)
  return staying(dayAfter(friday))
}

/** Section 45(4): until the latest day that any reading gives for an appeal without a certificate (J41). */
export function keepPlanDate(decision: string, laterDecision: string): OracleDate {
  const { appealBy, judgements } = oracle({ decision, laterDecision, placementOnly: false })
  const latest = [appealBy, ...(judgements.match(/\d{4}-\d\d-\d\d/g) ?? [])].sort().at(-1) ?? appealBy
  return { last: latest, aim: latest }
}

/** The day to aim for where an appeal about the placement was widened: a working day is kept in hand before the two months end (J13). */
export function withADayInHand(aim: string, decided: string): string {
  const dayBeforeEnd = workingDayOnOrBefore(dayBefore(twoMonthsAfter(decided)))
  return aim < dayBeforeEnd ? aim : dayBeforeEnd
}

/** Regulation 15(4): 6 weeks of the transfer. */
export function sixWeeksAfter(transferredOn: string): OracleDate {
  return staying(daysAfter(transferredOn, 42))
}
