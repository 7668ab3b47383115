import { addMonths, type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { basisOf, othersOf, othersOnBasis } from '../basis.ts'
import type { Case } from '../case.ts'
import { dayForDutiesProblems, dutyProblems } from '../duties/checks.ts'
import type { Fact, FactDetails, FactType } from '../fact.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  happened,
  notAfter,
  notBefore,
  notInFuture,
  notRecorded,
  problem,
} from '../fact-problem.ts'
import type { TribunalDecision } from './closed-words.ts'
import { TIMETABLE_DAYS } from './timetable.ts'

/** A day for the response further away than this is taken for a mistyped year: the law gives 30 working days. */
const FURTHEST_RESPONSE_MONTHS = 12

/** A day in the Tribunal's letter further away than this is taken for a mistyped year. */
const FURTHEST_TIMETABLE_MONTHS = 24

/** After these the council has nothing to do: the Tribunal did not decide the appeal. */
const WITHOUT_ORDER: readonly TribunalDecision[] = ['struck-out', 'not-registered']

/** What can be said of the Tribunal's own dates. The appeal may be late, so no last day is checked. */
export function appealProblems(
  situation: CheckSituation,
  { receivedOn, sentToCouncilOn, responseDueOn }: FactDetails['appeal-registered'],
): readonly FactProblem[] {
  const received = { field: 'receivedOn', what: 'The date the Tribunal received the appeal', day: receivedOn }
  const receivedInWords = `it received the appeal, on ${formatDate(receivedOn)}`
  const problems = [...happened(situation, received)]
  if (sentToCouncilOn) {
    const what = 'The date the Tribunal sent the appeal to the council'
    const sent = { field: 'sentToCouncilOn', what, day: sentToCouncilOn }
    problems.push(...firstOf(notBefore(sent, receivedOn, receivedInWords), happened(situation, sent)))
  }
  const start = sentToCouncilOn ?? receivedOn
  if (responseDueOn && responseDueOn <= start) {
    problems.push({
      field: 'responseDueOn',
      message: `The day for the response must be after ${formatDate(start)}. Check the Tribunal’s letter`,
    })
  } else if (responseDueOn && responseDueOn > addMonths(start, FURTHEST_RESPONSE_MONTHS)) {
    problems.push({
      field: 'responseDueOn',
      message: `The day for the response, ${formatDate(responseDueOn)}, is more than a year after ${formatDate(start)}. Check the year`,
    })
  }
  return problems
}

/** Something that happened while the Tribunal had the appeal. One that it did not register it did not have. */
export function duringAppeal(situation: CheckSituation, given: GivenDay): readonly FactProblem[] {
  const appeal = basisOf(situation.subject, situation.fact, 'appeal-registered')
  if (!appeal) return notRecorded(given.field, 'appeal-registered')
  const { receivedOn } = appeal.details
  const refusals = endsOf(situation).filter((end) => end.isRefusal)
  return firstOf(
    notBefore(given, receivedOn, `the Tribunal received the appeal, on ${formatDate(receivedOn)}`),
    happened(situation, given),
    ...refusals.map(({ on }) => notAfter(given, on, `the Tribunal did not register the appeal, on ${formatDate(on)}`)),
  )
}

/** The response, which comes before its appeal ends. */
export function responseProblems(situation: CheckSituation, sent: GivenDay): readonly FactProblem[] {
  const ends = endsOf(situation)
  return firstOf(
    duringAppeal(situation, sent),
    ...ends.map(({ on }) => notAfter(sent, on, `the appeal ended, on ${formatDate(on)}`)),
  )
}

/** How the appeal that a fact belongs to ended, by other facts. What was undone since is no end. */
function endsOf({ subject, fact }: CheckSituation): readonly { on: CalendarDate; isRefusal: boolean }[] {
  const undone = othersOf(subject, fact, ['decision-set-aside']).map(({ details }) => details.of)
  const ends = onSameAppeal(subject, fact, ['appeal-conceded', 'appeal-withdrawn', 'appeal-decided'])
  return ends
    .filter(({ sequence }) => !undone.includes(sequence))
    .map((end) => {
      if (end.type === 'appeal-conceded') return { on: end.details.concededOn, isRefusal: false }
      if (end.type === 'appeal-withdrawn') return { on: end.details.withdrawnOn, isRefusal: false }
      return { on: end.details.decidedOn, isRefusal: end.details.decision === 'not-registered' }
    })
}

function onSameAppeal<Type extends FactType>(subject: Case, fact: Fact, types: readonly Type[]) {
  const appeal = basisOf(subject, fact, 'appeal-registered')
  return appeal ? othersOnBasis(subject, fact, appeal, types) : []
}

/** Conceding is for the time before the response (regulation 45); after it the appeal ends in another way. */
export function concessionProblems(
  situation: CheckSituation,
  { concededOn, duties }: FactDetails['appeal-conceded'],
): readonly FactProblem[] {
  const response = onSameAppeal(situation.subject, situation.fact, ['response-sent'])[0]?.details
  if (response && response.sentOn <= concededOn) {
    return problem(
      'concededOn',
      `The council sent its response on ${formatDate(response.sentOn)}, so the times of regulation 45 do not apply. Record that the council gave in without an order, or the Tribunal’s consent order`,
    )
  }
  const conceded = { field: 'concededOn', what: 'The date the council told the Tribunal', day: concededOn }
  return firstOf(duringAppeal(situation, conceded), dutyProblems(situation.subject, duties))
}

export function decisionOfTribunalProblems(
  situation: CheckSituation,
  { decidedOn, decision, duties, orderedDate, orderedDateFor = [] }: FactDetails['appeal-decided'],
): readonly FactProblem[] {
  const decided = { field: 'decidedOn', what: 'The date of the Tribunal’s decision', day: decidedOn }
  return firstOf(
    duringAppeal(situation, decided),
    dutyProblems(situation.subject, duties),
    orderProblems(decision, duties),
    dayForDutiesProblems({
      duties,
      day: orderedDate,
      dayFor: orderedDateFor,
      fields: { day: 'orderedDate', dayFor: 'orderedDateFor' },
      words: {
        what: 'The day in the order',
        noDay: 'Enter the day that the order names, or select nothing that it is for',
        otherDuties: 'Select only what you selected above as what the Tribunal ordered',
        noDuties: 'Select what the council has to do by the day in the order, or leave that day blank',
      },
      since: { day: decidedOn, inWords: `the order, of ${formatDate(decidedOn)}` },
    }),
  )
}

/** Dismissing an appeal orders nothing, but that the council may cease (regulation 44(2)(a)). */
function orderProblems(
  decision: TribunalDecision,
  duties: FactDetails['appeal-decided']['duties'],
): readonly FactProblem[] {
  const field = 'duties'
  const others = duties.filter((duty) => duty !== 'cease')
  if (WITHOUT_ORDER.includes(decision) && duties.length > 0) {
    return problem(field, 'An appeal that was struck out or not registered leads to no order. Select nothing here')
  }
  if (decision === 'decided-for-council' && others.length > 0) {
    return problem(
      field,
      'A dismissed appeal orders nothing but to stop maintaining a plan, where that was the decision. Select nothing else',
    )
  }
  if (decision !== 'decided-for-council' && duties.includes('cease')) {
    return problem(field, 'Only a dismissed appeal leads to stopping the plan. Select what the Tribunal ordered')
  }
  return []
}

/** The council gave in without an order, while the Tribunal had the appeal. */
export function promiseProblems(
  situation: CheckSituation,
  { gaveInOn, extent, sections = [], duties, promisedDate }: FactDetails['council-gave-in'],
): readonly FactProblem[] {
  const gaveIn = { field: 'gaveInOn', what: 'The date the council gave in', day: gaveInOn }
  const promised = promisedDate && { field: 'promisedDate', what: 'The day that it promised', day: promisedDate }
  return firstOf(
    duringAppeal(situation, gaveIn),
    extent === 'all' && sections.length > 0
      ? problem('sections', 'Select parts of the plan only where the council gave in on a part')
      : [],
    duties.includes('cease') ? problem('duties', 'Stopping the plan is nothing that a family appeals for') : [],
    promised ? notBefore(promised, gaveInOn, `it gave in, on ${formatDate(gaveInOn)}`) : [],
  )
}

/** The Tribunal's days come after the day of its letter, and not years later. */
export function timetableProblems(
  situation: CheckSituation,
  { setOn, hearingIs, ...days }: FactDetails['timetable-set'],
): readonly FactProblem[] {
  const set = { field: 'setOn', what: 'The date of the Tribunal’s letter', day: setOn }
  const given = TIMETABLE_DAYS.flatMap((name) => {
    const day = days[name]
    return day ? [{ field: name, what: 'The day', day }] : []
  })
  const furthest = addMonths(setOn, FURTHEST_TIMETABLE_MONTHS)
  const sentToCouncilOn = basisOf(situation.subject, situation.fact, 'appeal-registered')?.details.sentToCouncilOn
  return firstOf(
    duringAppeal(situation, set),
    given.length === 0 && hearingIs === undefined
      ? problem('response', 'Enter at least one day of the letter, or that there is no day for the hearing yet')
      : [],
    hearingIs === 'no-date-yet' && days.hearing
      ? problem(
          'hearingIs',
          `You gave ${formatDate(days.hearing)} for the hearing. Say that there is no day yet, or clear the day`,
        )
      : [],
    days.response && sentToCouncilOn && days.response <= sentToCouncilOn
      ? problem(
          'response',
          `The day for the response must be after the appeal was sent to the council, on ${formatDate(sentToCouncilOn)}`,
        )
      : [],
    ...given.map((one) => notBefore(one, setOn, `the letter, of ${formatDate(setOn)}`)),
    ...given.map(({ field, day }) =>
      day > furthest
        ? problem(
            field,
            `${formatDate(day)} is more than two years after the letter, of ${formatDate(setOn)}. Check the year`,
          )
        : [],
    ),
  )
}

/** An end is undone after it came, and in a way that is for such an end. */
export function setAsideProblems(
  { subject, today }: CheckSituation,
  { of, setAsideOn, how }: FactDetails['decision-set-aside'],
): readonly FactProblem[] {
  const end = subject.facts.find(({ sequence }) => sequence === of)
  if (end?.type !== 'appeal-decided' && end?.type !== 'appeal-withdrawn') {
    return problem('', 'It is not recorded that the appeal has ended. Record that first')
  }
  const wasWithdrawn = end.type === 'appeal-withdrawn'
  if (wasWithdrawn !== (how === 'reinstated')) {
    return problem(
      'how',
      wasWithdrawn
        ? 'The family took this appeal back, so there is no decision. Select that the Tribunal opened it again'
        : 'The Tribunal decided this appeal. Select what happened to its decision',
    )
  }
  const [on, inWords] = wasWithdrawn
    ? [end.details.withdrawnOn, 'the appeal was withdrawn, on']
    : [end.details.decidedOn, 'the decision, of']
  const given = { field: 'setAsideOn', what: 'The date of the letter', day: setAsideOn }
  return firstOf(notBefore(given, on, `${inWords} ${formatDate(on)}`), notInFuture(given, today))
}
