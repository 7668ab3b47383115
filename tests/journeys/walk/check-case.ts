import { type Case, caseBefore, plannedMeeting, type Undertaking } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { dutyDates } from '../../../lambdas/cases/duty-dates.ts'
import { CORRECTIONS, type Fact } from '../../../lambdas/cases/fact.ts'
import { londonDay } from '../../../lambdas/cases/london.ts'
import { STAGE_OF_WAIT, type Wait } from '../../../lambdas/cases/stage.ts'
import { everyStart, isLive, stageKey } from '../../../lambdas/cases/start-stages.ts'
import { type CalendarDate, earlierOf } from '../../../lambdas/law/calendar-date.ts'
import type { DateFacts } from '../../../lambdas/law/date-facts.ts'
import type { Deadline } from '../../../lambdas/law/deadline.ts'
import { whichDates } from '../../../lambdas/law/which-dates.ts'
import { WAITS } from './machines.ts'
import { AFTER_LONG_SILENCE, toldOfFact, toldWhileWaiting } from './told.ts'

/** What the checker remembers of a case from one look to the next. */
interface Remembered {
  readonly facts: number
  readonly messages: ReadonlySet<string>
  readonly waits: readonly Wait[]
  readonly on: CalendarDate
}

/**
 * Compares a case with the law after every step: its dates with the engine's own answer, its messages with the table of
 * who must be told what and when, and its waits with its stages, the files of the machines and what runs.
 */
export function caseChecker() {
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
    return [
      ...dateProblems(file, today),
      ...waitProblems(file, today, running),
      ...messageProblems(file, before, today),
    ]
  }
}

/** The dates of the case beside what the engine answers to the bare facts. */
function dateProblems({ subject, record }: CaseFile, today: CalendarDate): readonly string[] {
  const facts = bareFacts(subject, today)
  const law = everyDate(facts)
  const { certificate, mediationResult } = subject
  const answersTo: Readonly<Record<string, readonly Deadline[]>> = {
    // Where everything else was agreed, only the placement is left to appeal about (section 55(2)).
    ...(mediationResult?.stillDisputed?.join() === 'I' && {
      appeal: everyDate({ ...facts, placementOnly: true }),
    }),
    // What was issued was due on the facts of the day of its issue.
    ...(certificate && {
      certificate: everyDate(
        bareFacts(caseBefore(subject, certificate.sequence), earlierOf(certificate.issuedOn, today)),
      ),
    }),
  }
  const problems: string[] = []
  const compare = (what: string, date: Deadline, answers: readonly Deadline[]) => {
    // One of them holds: a certificate has a date for each ground, an appeal for each limb.
    if (answers.some(({ lawDate, aimDate }) => lawDate === date.lawDate && aimDate === date.aimDate)) return
    const said = answers.map(({ lawDate, aimDate }) => `${lawDate} (${aimDate})`).join(' or ') || 'nothing'
    problems.push(`${what} is ${date.lawDate} (aim ${date.aimDate}), the law says ${said}.`)
  }
  for (const [what, date] of Object.entries(caseDates(subject, today))) {
    const rules = what === 'appeal' ? [date.ruleId, 'D09', 'D10'] : [date.ruleId]
    const answers = (answersTo[what] ?? law).filter(({ ruleId }) => rules.includes(ruleId))
    compare(what, date, answers)
  }
  for (const undertaking of subject.undertakings) {
    const duties = everyDate(dutyFacts(undertaking))
    for (const { rule, deadline } of dutyDates(undertaking)) {
      compare(
        `the duty ${rule} of ${undertaking.of}`,
        deadline,
        duties.filter(({ ruleId }) => ruleId === rule),
      )
    }
  }
  if (record.status === 'open' && record.told && record.told.appeal?.lawDate === undefined) {
    problems.push('No appeal date was noted as told.')
  }
  return problems
}

function everyDate(facts: DateFacts): readonly Deadline[] {
  const { dates, duties } = whichDates(facts)
  return [...Object.values(dates).filter((date) => date !== undefined), ...duties]
}

/** What was recorded, in the engine's own terms. */
function bareFacts(subject: Case, today: CalendarDate): DateFacts {
  const { decision, certificate, mediationResult, chosen, appeal, adjourned } = subject
  const isAgreed = mediationResult !== undefined && mediationResult.result !== 'not-agreed'
  return {
    printedOn: decision.printedOn,
    sentOn: decision.sentOn,
    reissuedOn: subject.noticeSentAgainOn,
    placementOnly: decision.placementOnly,
    adviserContactedOn: subject.adviserContactedOn,
    declinedToldOn: subject.declined?.declinedOn,
    certificatesIssuedOn: certificate ? [certificate.issuedOn] : [],
    councilToldOn: chosen?.councilToldOn,
    providerAskedOn: chosen?.providerAskedOn,
    healthIssue: chosen?.healthIssue ?? 'none',
    boardToldOn: subject.boardToldOn,
    meetingOn: plannedMeeting(subject)?.meetingOn,
    // J8: mediation that goes on another day counts as ended for the certificate.
    mediationConcludedOn: mediationResult?.concludedOn ?? adjourned?.adjournedOn,
    cannotArrangeToldOn: subject.cannotBeArranged?.adviserToldOn,
    agreement: isAgreed ? { on: mediationResult.concludedOn } : undefined,
    appealSentToCouncilOn: appeal?.sentToCouncilOn,
    responseDueInLetter: appeal?.responseDueOn,
    askedOn: today,
  }
}

function dutyFacts({ source, on, duties, agreedDate, byBoard }: Undertaking): DateFacts {
  switch (source) {
    case 'agreement':
      return { agreement: { on, duties, agreedDate, councilTookPart: !byBoard } }
    case 'order':
      return { order: { on, duties } }
    case 'concession':
      return { concession: { on, duties } }
  }
}

/** What is waited for, beside the files of the machines, the facts that started the stages, and what runs. */
function waitProblems(
  { record, subject, waits }: CaseFile,
  today: CalendarDate,
  running: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = []
  const started = new Set(everyStart(subject).map(stageKey))
  const live = waits.filter((wait) => isLive(wait, subject))
  if (record.status === 'open' && live.length === 0) problems.push('It is open, and nothing is under way.')
  if (record.status === 'closed' && live.length > 0) problems.push('It is closed, and something is under way.')
  if (canStillAppeal(record, subject, today)) problems.push('It is closed, and the family can still appeal in time.')
  for (const wait of live) {
    const { name, stage, state, awaits, execution } = wait
    if (state !== 'waiting' || !name) problems.push(`${stage} has come to rest as "${state}".`)
    else if (STAGE_OF_WAIT[name] !== stage || WAITS.get(name)?.awaits.join() !== awaits?.join()) {
      problems.push(`${stage} waits in "${name}" for what its machine does not wait for.`)
    }
    if (!started.has(stageKey(wait))) problems.push(`${stage} is under way, and no fact has started it.`)
    if (!execution || !running.has(execution)) problems.push(`${stage} waits, and its execution does not run.`)
  }
  return problems
}

/** Nobody falls silent: a case is not closed over a right that its family still has, and has not used or given up. */
function canStillAppeal({ status }: CaseFile['record'], subject: Case, today: CalendarDate): boolean {
  const { appeal, withdrawn, agreement, mediationResult } = subject
  const isSettled = appeal ?? withdrawn ?? agreement ?? mediationResult?.result === 'agreed'
  return status === 'closed' && !isSettled && caseDates(subject, today).appeal.lawDate >= today
}

function messageProblems(file: CaseFile, before: Remembered, today: CalendarDate): readonly string[] {
  const { subject, messages } = file
  const problems = messages
    .filter(({ state, attempts, delivery }) => state !== 'sent' || attempts !== 1 || delivery === 'bounced')
    .map(({ key, state, attempts }) => `"${key}" is ${state} after ${attempts} attempts.`)
  const news = subject.recorded.slice(before.facts)
  const isCorrected = news.some(({ type }) => CORRECTIONS.includes(type))
  const sent = messages
    .filter(({ key }) => !before.messages.has(key))
    .map(({ kind, sentAt }) => ({ kind, on: londonDay(new Date(sentAt ?? 0)) }))

  const expected = [
    ...news.flatMap((fact) => expectedOf(fact, file, before)),
    ...waitsSince(before, file).flatMap((wait) => {
      const since = dayHeard(wait, file)
      return toldWhileWaiting(wait, subject, today).filter(
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
function waitsSince(before: Remembered, { waits }: CaseFile): readonly Wait[] {
  const isWaiting = ({ state }: Wait) => state === 'waiting'
  const then = before.waits.filter(isWaiting)
  const isNew = (wait: Wait) =>
    !then.some((one) => stageKey(one) === stageKey(wait) && one.name === wait.name && one.heard === wait.heard)
  return [...then, ...waits.filter((wait) => isWaiting(wait) && isNew(wait))]
}

function expectedOf(fact: Fact, { subject }: CaseFile, before: Remembered) {
  const isStillSo = subject.facts.some(({ sequence }) => sequence === fact.sequence)
  const waiting = before.waits.filter(({ state }) => state === 'waiting')
  const on = londonDay(new Date(fact.recordedAt))
  return isStillSo ? toldOfFact(fact, subject, waiting).map((kind) => ({ kind, on })) : []
}

/** The day from which a wait lasts: that of the fact that began it, or of a correction since. */
function dayHeard({ heard, startedFrom }: Wait, { subject }: CaseFile): CalendarDate {
  const began = subject.recorded.find(({ sequence }) => sequence === (heard ?? startedFrom))
  const corrected = subject.recorded.findLast(({ type }) => CORRECTIONS.includes(type))
  return [began, corrected]
    .flatMap((fact) => (fact ? [londonDay(new Date(fact.recordedAt))] : []))
    .sort()
    .at(-1) as CalendarDate
}

/** Facts are recorded at 10 in the morning and messages of a day go out at 9. */
function wasAnsweredBefore({ name, awaits = [] }: Wait, on: CalendarDate, news: readonly Fact[]): boolean {
  const leadsTo = name && WAITS.get(name)?.leadsTo
  return news.some(
    ({ type, recordedAt }) =>
      awaits.includes(type) && leadsTo?.get(type) !== name && londonDay(new Date(recordedAt)) < on,
  )
}

/** Told once, however often it is so again: after a correction, or when a meeting falls through. */
const TOLD_ONCE = ['certificate-issued', 'resolution-agreed', 'mediation-not-arranged', 'mediation-late', 'duties-done']

function isToldAlready(kind: string, { messages }: CaseFile): boolean {
  return TOLD_ONCE.includes(kind) && messages.some((one) => one.kind === kind)
}

function isLateBeginning(kind: string): boolean {
  return kind === 'mediation-not-arranged' || kind === 'mediation-late'
}
