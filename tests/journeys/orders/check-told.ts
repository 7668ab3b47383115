import { isDeepStrictEqual } from 'node:util'
import { buildCase } from '../../../lambdas/cases/build-case.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import type { CouncilOwnTimes } from '../../../lambdas/cases/council.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { londonDay } from '../../../lambdas/cases/london.ts'
import { factTold } from '../../../lambdas/cases/message.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import { summaryOf } from '../../../lambdas/cases/outcome.ts'
import type { Sequence } from '../../../lambdas/cases/sequence.ts'
import { standings } from '../../../lambdas/cases/standing.ts'
import { stageKey } from '../../../lambdas/cases/start-stages.ts'
import { isStillToLeave } from '../../../lambdas/cases/telling/held-message.ts'
import { isLive, isWaiting } from '../../../lambdas/cases/wait.ts'
import type { CalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { differences, whatFollows } from '../../cases/orders/compare-orders.ts'
import type { Story } from '../../cases/orders/stories.ts'
import { dayAfter, isWorkingDay, workingDaysAfter } from '../../law/proof/plain-days.ts'
import { plannedMeeting } from '../../messages/claims/known-case.ts'
import { DATES_OF_SERVICE, dateProblems, lawOf, taskProblems } from '../walk/check-case.ts'
import { COUNCIL } from '../walk/council.ts'
import { oracleOfCase } from '../walk/oracle-of-case.ts'

/** A case as it has come out on the service, a week after the last day of its story. */
export interface ToldCase {
  readonly file: CaseFile
  readonly story: Story
  /** The sequences that its facts have on the service, by those in the story. */
  readonly sequences: ReadonlyMap<Sequence, Sequence>
  readonly today: CalendarDate
}

/** What is not as it must be with one case: a sentence each. */
export function problemsAtTheEnd(told: ToldCase, ownTimes: CouncilOwnTimes): readonly string[] {
  return [
    ...asWorkedOut(told, ownTimes),
    ...dateProblems(told.file, told.today, lawOf(told.file, told.today), DATES_OF_SERVICE),
    ...taskProblems(told.file, told.today),
    ...waitProblems(told, ownTimes),
    ...rowProblems(told),
    ...messageProblems(told),
    ...latenessProblems(told),
  ]
}

/** What has come out another way than where the same facts were recorded as they happened, though it follows from them alone. */
export function problemsOfOrder(told: ToldCase, asItHappened: ToldCase): readonly string[] {
  const { stages: _stages, tasks: _tasks, ...byFact } = followsOf(told, COUNCIL.ownTimes)
  const { stages: _then, tasks: _given, ...expected } = followsOf(asItHappened, COUNCIL.ownTimes)
  return differences('', byFact, expected).map((one) => `As it happened it is another way: ${one}.`)
}

/** The case under the name of its story, with each fact under its sequence there. */
function followsOf({ file, story, sequences, today }: ToldCase, ownTimes: CouncilOwnTimes) {
  const labels = new Map([...sequences].map(([ofStory, onService]) => [onService as string, ofStory as string]))
  return whatFollows({ ...file.subject, caseId: story.subject.caseId }, today, labels, ownTimes)
}

/**
 * The case is worked out from the facts of the story and the days on which they were learnt, in the order in which they
 * happened, and compared with the one on the service: a month to react, and whatever else runs from the day of learning.
 */
function asWorkedOut(told: ToldCase, ownTimes: CouncilOwnTimes): readonly string[] {
  const { file, story, sequences, today } = told
  const learnt = new Map(file.subject.recorded.map(({ sequence, recordedAt }) => [sequence, recordedAt]))
  const facts = story.subject.recorded.map((fact): Fact => {
    const recordedAt = learnt.get(sequences.get(fact.sequence) ?? fact.sequence)
    return { ...fact, recordedAt: recordedAt ?? fact.recordedAt }
  })
  const expected = whatFollows(buildCase(story.subject.caseId, facts), today, new Map(), ownTimes)
  return differences('', followsOf(told, ownTimes), expected).map((one) => `By its facts it is another way: ${one}.`)
}

/** The waits that are stored, beside where the stages stand by the facts. */
function waitProblems({ file, today }: ToldCase, ownTimes: CouncilOwnTimes): readonly string[] {
  const open = file.waits
    .filter((wait) => isLive(wait))
    .map((wait) => `${stageKey(wait)} from ${wait.startedFrom} ${isWaiting(wait) ? wait.name : 'no wait'}`)
  const standing = standings(file.subject, today, ownTimes)
    .filter(({ ending }) => ending === undefined)
    .map((one) => `${stageKey(one)} from ${one.startedFrom} ${one.wait}`)
  const [waiting, expected] = [open, standing].map((list) => list.toSorted().join(', ') || 'nothing')
  const isOpen = file.record.status === 'open'
  return [
    ...(waiting === expected ? [] : [`It waits in: ${waiting}; by its facts it stands in: ${expected}.`]),
    ...(isOpen === standing.length > 0 ? [] : [`It is ${file.record.status}, and stands in: ${expected}.`]),
  ]
}

function rowProblems({ file: { record, subject } }: ToldCase): readonly string[] {
  const row: Readonly<Record<string, unknown>> = { ...record }
  return Object.entries(summaryOf(subject))
    .filter(([name, value]) => !isDeepStrictEqual(row[name], value))
    .map(([name, value]) => `The row of the case says ${name} "${row[name]}", not "${value}".`)
}

/** Every message went out once, and whatever was held has left or is not needed, with its reason. */
function messageProblems({ file: { messages, held } }: ToldCase): readonly string[] {
  return [
    ...messages
      .filter(({ state, attempts }) => state !== 'sent' || attempts !== 1)
      .map(({ key, state, attempts }) => `"${key}" is ${state} after ${attempts} attempts.`),
    ...held.filter(isStillToLeave).map(({ key, state }) => `"${key}" is still ${state}.`),
  ]
}

/** News is up to so many working days old. */
const WORKING_DAYS_OF_NEWS = 2

/** Of what is learnt late on one day the family gets one message at most, where none of its days is so near that nothing waits. */
function latenessProblems({ file: { subject, messages } }: ToldCase): readonly string[] {
  const late = subject.facts.filter((fact) => {
    const day = dayOf(fact)
    return day !== undefined && learntOn(fact) > workingDaysAfter(day, WORKING_DAYS_OF_NEWS)
  })
  return [...Map.groupBy(late, leavesOn)].flatMap(([on, facts]) => {
    const first = facts.map(({ recordedAt }) => recordedAt).sort()[0] ?? ''
    if (facts.some((fact) => hasANearDay(subject.recorded, fact))) return []
    const about = new Set(facts.map(({ sequence }) => sequence))
    const told = messages.filter(({ sentAt = '', kind, ...message }) => {
      const isOfThem = about.has(factTold({ kind, ...message } as Parameters<typeof factTold>[0]))
      return sentAt >= first && sentAt.slice(0, 10) <= on && (isOfThem || kind === 'where-your-case-stands')
    })
    if (told.length <= 1) return []
    return [
      `Of what was learnt late by ${on} it was told in ${told.map(({ key, sentAt }) => `${sentAt} ${key}`).join(', ')}.`,
    ]
  })
}

function learntOn({ recordedAt }: Fact): string {
  return londonDay(new Date(recordedAt))
}

/** Everything is recorded before 5pm, so it leaves on that day, or on the next working day. */
function leavesOn(fact: Fact): string {
  let day: string = learntOn(fact)
  while (!isWorkingDay(day)) day = dayAfter(day)
  return day
}

/** A day on which the family has to act, or to be at a meeting, within two working days of when the fact was recorded. */
function hasANearDay(recorded: readonly Fact[], fact: Fact): boolean {
  const today = learntOn(fact)
  const { facts } = buildCase(
    'near',
    recorded.filter(({ sequence }) => sequence <= fact.sequence),
  )
  const { dates } = oracleOfCase(facts, today, COUNCIL.ownTimes.complaintTimes)
  const days = [dates.contact, dates.appeal].flatMap((date) => (date ? [date.last, date.aim] : []))
  const meeting = plannedMeeting({ facts })?.meetingOn
  const near = workingDaysAfter(today, WORKING_DAYS_OF_NEWS)
  return [...days, ...(meeting ? [meeting] : [])].some((day) => day >= today && day <= near)
}
