import type { Case } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import type { OwnComplaintTimes } from '../../../lambdas/cases/complaint/closed-words.ts'
import { complaintDates } from '../../../lambdas/cases/complaint-dates.ts'
import { dutyDates } from '../../../lambdas/cases/duty-dates.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { isCorrection } from '../../../lambdas/cases/facts.ts'
import { londonDay } from '../../../lambdas/cases/london.ts'
import type { MessageKind } from '../../../lambdas/cases/message.ts'
import { stageOf } from '../../../lambdas/cases/stages.ts'
import { standingOf } from '../../../lambdas/cases/standing.ts'
import { everyStart, stageKey } from '../../../lambdas/cases/start-stages.ts'
import { taskId } from '../../../lambdas/cases/task.ts'
import type { TaskKind } from '../../../lambdas/cases/tasks.ts'
import { tasksOf } from '../../../lambdas/cases/tasks-of.ts'
import { isLive, isParked, isWaiting, type Wait, type WaitingStage } from '../../../lambdas/cases/wait.ts'
import type { CalendarDate } from '../../../lambdas/law/calendar-date.ts'
import type { OracleDate } from '../../law/proof/oracle-of-dispute.ts'
import { COUNCIL } from './council.ts'
import { WAITS } from './machines.ts'
import { type OracleOfCase, oracleOfCase } from './oracle-of-case.ts'
import { AFTER_LONG_SILENCE, toldOfFact, toldWhileWaiting } from './told.ts'

/** How the service works out the dates of a case. A test gives others, to see that the checker finds them wrong. */
export interface DatesOfService {
  readonly caseDates: typeof caseDates
  readonly dutyDates: typeof dutyDates
  readonly complaintDates: typeof complaintDates
}

export const DATES_OF_SERVICE: DatesOfService = { caseDates, dutyDates, complaintDates }

/** Times of complaints procedures, each another, so that one in the place of another shows. */
const COMPLAINT_TIMES: OwnComplaintTimes = {
  school: { acknowledgeWorkingDays: 3, answerWorkingDays: 15 },
  college: { acknowledgeWorkingDays: 4, answerWorkingDays: 18 },
  'health-body': { acknowledgeWorkingDays: 6, answerWorkingDays: 40 },
}

/** What the checker remembers of a case from one look to the next. */
interface Remembered {
  readonly facts: number
  readonly messages: ReadonlySet<string>
  readonly waits: readonly Wait[]
  readonly on: CalendarDate
}

/**
 * Compares a case with the law after every step: its dates with those of the oracle, which shares nothing with the engine;
 * its messages with the table of who must be told what and when; and its waits with its stages, the files of the machines
 * and what runs.
 */
export function caseChecker(service: DatesOfService = DATES_OF_SERVICE) {
  const memory = new Map<string, Remembered>()
  return (file: CaseFile, today: CalendarDate, running: ReadonlySet<string>): readonly string[] => {
    const { caseId } = file.record
    const before = memory.get(caseId) ?? { facts: 0, messages: new Set<string>(), waits: [], on: today }
    memory.set(caseId, {
      facts: file.subject.recorded.length,
      messages: new Set(file.messages.map(({ key }) => key)),
      waits: file.waits,
      on: today,
    })
    const law = lawOf(file, today)
    return [
      ...dateProblems(file, today, law, service),
      ...waitProblems(file, today, running, law),
      ...taskProblems(file, today),
      ...messageProblems(file, before, today),
    ]
  }
}

/** The dates of the case by the oracle, on the facts of now. */
export function lawOf({ subject }: CaseFile, today: CalendarDate): OracleOfCase {
  return oracleOfCase(subject.facts, today, COMPLAINT_TIMES)
}

/** What the service says of every date of the case, beside what the oracle says. */
export function dateProblems(
  { subject, record }: CaseFile,
  today: CalendarDate,
  law: OracleOfCase,
  service: DatesOfService,
): readonly string[] {
  const problems: string[] = []
  const compare = (what: string, date: Dated | undefined, expected: OracleDate | undefined) => {
    const [said, should] = [date && `${date.lawDate} (aim ${date.aimDate})`, inWords(expected)]
    if (said !== should) problems.push(`${what} is ${said ?? 'nothing'}, the law says ${should ?? 'nothing'}.`)
  }
  const said: Readonly<Record<string, Dated | undefined>> = { ...service.caseDates(subject, today) }
  const should: Readonly<Record<string, OracleDate | undefined>> = law.dates
  for (const name of namesIn(said, should)) compare(name, said[name], should[name])
  for (const { of } of subject.undertakings)
    if (!law.duties.has(of)) problems.push(`Nothing is to be done after ${of}.`)
  for (const [of, duties] of law.duties) {
    const undertaking = subject.undertakings.find((one) => one.of === of)
    const found = undertaking ? service.dutyDates(undertaking) : []
    const said = Object.fromEntries(found.map(({ rule, deadline }) => [rule, deadline]))
    const should = Object.fromEntries(duties.map((duty) => [duty.rule, duty]))
    for (const rule of namesIn(said, should)) compare(`the duty ${rule} of ${of}`, said[rule], should[rule])
  }
  for (const complaint of subject.complaints) {
    const { ombudsman, ...procedure } = service.complaintDates(complaint, COMPLAINT_TIMES)
    const should = law.complaints.get(complaint.of)
    compare(`the Ombudsman of ${complaint.of}`, ombudsman, should?.ombudsman)
    for (const step of ['acknowledgeBy', 'answerBy'] as const) {
      if (procedure[step] !== should?.[step]) problems.push(`${step} of ${complaint.of} is ${procedure[step]}.`)
    }
  }
  if (record.status === 'open' && record.told && record.told.appeal?.lawDate === undefined) {
    problems.push('No appeal date was noted as told.')
  }
  return problems
}

interface Dated {
  readonly lawDate: CalendarDate
  readonly aimDate: CalendarDate
}

function inWords(date: OracleDate | undefined): string | undefined {
  return date && `${date.last} (aim ${date.aim})`
}

function namesIn(...records: readonly object[]): ReadonlySet<string> {
  return new Set(records.flatMap((record) => Object.keys(record)))
}

/** What is waited for, beside the files of the machines, the facts that started the stages, and what runs. */
function waitProblems(
  { record, subject, waits }: CaseFile,
  today: CalendarDate,
  running: ReadonlySet<string>,
  law: OracleOfCase,
): readonly string[] {
  const problems: string[] = []
  const started = new Set(everyStart(subject).map(stageKey))
  const live = waits.filter((wait) => isLive(wait))
  if (record.status === 'open' && live.length === 0) problems.push('It is open, and nothing is under way.')
  if (record.status === 'closed' && live.length > 0) problems.push('It is closed, and something is under way.')
  if (canStillAppeal(record, subject, today, law))
    problems.push('It is closed, and the family can still appeal in time.')
  for (const wait of live) {
    const { stage } = wait
    if (!isWaiting(wait)) problems.push(`${stage} has come to rest as "${wait.state}".`)
    else if (stageOf(wait.name) !== stage || WAITS.get(wait.name)?.awaits.join() !== wait.awaits.join()) {
      problems.push(`${stage} waits in "${wait.name}" for what its machine does not wait for.`)
    }
    if (isWaiting(wait)) {
      const { wait: name, heard, ending } = standingOf(subject, wait, today, COUNCIL.ownTimes)
      if (name !== wait.name || heard !== wait.heard || ending) {
        const stands = `${name}, heard ${heard}${ending ? `, ended with ${ending}` : ''}`
        problems.push(`${stage} waits in "${wait.name}", heard ${wait.heard}; by its facts it stands in ${stands}.`)
      }
    }
    if (!started.has(stageKey(wait))) problems.push(`${stage} is under way, and no fact has started it.`)
    if (!isParked(wait) || !running.has(wait.execution))
      problems.push(`${stage} waits, and its execution does not run.`)
  }
  return problems
}

/** What follows from the case itself, which no stage gives: it is worked out where it is shown. */
const OF_THE_CASE: readonly TaskKind[] = [
  'send-full-notice',
  'open-case-for-new-plan',
  'pass-case-on',
  'tell-tribunal-of-move',
  'tell-of-transfer',
  'review-transferred-plan',
]

/** Everything that is to do by today has been given, so that the officer has heard of it. */
export function taskProblems(file: CaseFile, today: CalendarDate): readonly string[] {
  const given = new Set(file.tasks.map(({ id }) => id))
  return tasksOf(file, today, COUNCIL.ownTimes)
    .filter((task) => task.dueOn <= today && !OF_THE_CASE.includes(task.kind) && !given.has(taskId(task)))
    .map((task) => `"${taskId(task)}" is to do since ${task.dueOn}, and was not given.`)
}

/** Nobody falls silent: a case is not closed over a right that its family still has, and has not used or given up. */
function canStillAppeal(
  { status }: CaseFile['record'],
  subject: Case,
  today: CalendarDate,
  { dates }: OracleOfCase,
): boolean {
  const { appeal, withdrawn, agreement, mediationResult } = subject
  const isSettled = appeal ?? withdrawn ?? agreement ?? mediationResult?.result === 'agreed'
  return status === 'closed' && !isSettled && (dates.appeal?.last ?? '') >= today
}

function messageProblems(file: CaseFile, before: Remembered, today: CalendarDate): readonly string[] {
  const { subject, messages } = file
  const problems = messages
    .filter(({ state, attempts, delivery }) => state !== 'sent' || attempts !== 1 || delivery === 'bounced')
    .map(({ key, state, attempts }) => `"${key}" is ${state} after ${attempts} attempts.`)
  const news = subject.recorded.slice(before.facts)
  const isCorrected = news.some(({ type }) => isCorrection(type))
  const sent = messages
    .filter(({ key }) => !before.messages.has(key))
    .map(({ kind, sentAt }) => ({ kind, on: londonDay(new Date(sentAt ?? 0)) }))

  const law = lawOf(file, today)
  const expected = [
    ...news.flatMap((fact) => expectedOf(fact, file, before)),
    ...waitsSince(before, file).flatMap((wait) => {
      const since = dayHeard(wait, file)
      return toldWhileWaiting(wait, subject, law).filter(
        ({ on }) => on > since && on > before.on && on <= today && !wasAnsweredBefore(wait, on, news),
      )
    }),
  ]
  const unsent = expected.filter(
    ({ kind, on }) => !sent.some((message) => message.kind === kind && message.on === on) && !isToldAlready(kind, file),
  )
  problems.push(...unsent.map(({ kind, on }) => `"${kind}" should have been sent on ${on}.`))
  const unexpected = sent.filter(
    ({ kind, on }) =>
      !expected.some((message) => message.kind === kind && message.on === on) &&
      !AFTER_LONG_SILENCE.includes(kind) &&
      // A wait that begins after its day tells at once; a correction has the stages tell anew.
      !isLateBeginning(kind) &&
      !isCorrected,
  )
  problems.push(...unexpected.map(({ kind, on }) => `"${kind}" was sent on ${on}, and nothing asked for it.`))
  return problems
}

/** What was waited for since the last look: then, and now if that is something else. */
function waitsSince(before: Remembered, { waits }: CaseFile): readonly WaitingStage[] {
  const then = before.waits.filter(isWaiting)
  const isNew = (wait: WaitingStage) =>
    !then.some((one) => stageKey(one) === stageKey(wait) && one.name === wait.name && one.heard === wait.heard)
  return [...then, ...waits.filter(isWaiting).filter(isNew)]
}

function expectedOf(fact: Fact, file: CaseFile, before: Remembered) {
  const { subject } = file
  if (!subject.facts.some(({ sequence }) => sequence === fact.sequence)) return []
  const waiting = before.waits.filter(isWaiting)
  const on = londonDay(new Date(fact.recordedAt))
  const writtenBefore = file.messages.flatMap(({ sentAt = '' }) => (sentAt && sentAt < fact.recordedAt ? [sentAt] : []))
  const lastWritten = writtenBefore.sort().at(-1)
  return toldOfFact(fact, subject, waiting, () => lawOf(file, on), lastWritten).map((kind) => ({ kind, on }))
}

/** The day from which a wait lasts: that of the fact that began it, or of a correction since. */
function dayHeard({ heard }: WaitingStage, { subject }: CaseFile): CalendarDate {
  const began = subject.recorded.find(({ sequence }) => sequence === heard)
  const corrected = subject.recorded.findLast(({ type }) => isCorrection(type))
  return [began, corrected]
    .flatMap((fact) => (fact ? [londonDay(new Date(fact.recordedAt))] : []))
    .sort()
    .at(-1) as CalendarDate
}

/** Facts are recorded at 10 in the morning and messages of a day go out at 9. */
function wasAnsweredBefore({ name, awaits }: WaitingStage, on: string, news: readonly Fact[]): boolean {
  const leadsTo = WAITS.get(name)?.leadsTo
  return news.some(
    ({ type, recordedAt }) =>
      awaits.includes(type) && leadsTo?.get(type) !== name && londonDay(new Date(recordedAt)) < on,
  )
}

/** Told once, however often it is so again: after a correction, or when a meeting falls through. */
const TOLD_ONCE: readonly MessageKind[] = [
  'last-day-to-appeal',
  'resolution-agreed',
  'mediation-not-arranged',
  'mediation-late',
  'duties-done',
]

function isToldAlready(kind: MessageKind, { messages }: CaseFile): boolean {
  return TOLD_ONCE.includes(kind) && messages.some((one) => one.kind === kind)
}

function isLateBeginning(kind: MessageKind): boolean {
  return kind === 'mediation-not-arranged' || kind === 'mediation-late'
}
