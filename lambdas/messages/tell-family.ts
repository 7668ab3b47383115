import { caseDates } from '../cases/case-dates.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { CouncilOwnTimes } from '../cases/council.ts'
import { londonDay, londonInstant } from '../cases/london.ts'
import { isDealtWith, type MessageDue } from '../cases/message.ts'
import { endingMessages } from '../cases/plan/ending.ts'
import type { JourneyPlan, WaitPlan } from '../cases/plan/plan.ts'
import { planWait } from '../cases/plan/plan-wait.ts'
import { parseSequence } from '../cases/sequence.ts'
import { type Ending, type Stage, stageOf, type WaitName } from '../cases/stages.ts'
import { hasBegunInHistory } from '../cases/standing.ts'
import { loadContact, loadWords } from '../cases/store/contact-store.ts'
import { holdMessage } from '../cases/store/held-message-store.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { giveTask } from '../cases/store/task-store.ts'
import { taskId } from '../cases/task.ts'
import type { HeldMessage } from '../cases/telling/held-message.ts'
import { heldMessage, messageNotNeeded } from '../cases/telling/told-by-recording.ts'
import { waitingOf } from '../cases/telling/when-it-leaves.ts'
import { isLive } from '../cases/wait.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { Delivery } from './deliver-message.ts'
import { toldBefore } from './telling/told-before.ts'
import { whyOfNoUse } from './words/all-messages.ts'

/** Families are written to at this time of day, not at midnight. */
const WAKE_TIME = '09:00'

/** What a state machine passes: a wait to begin or go on with, or the end of the case. The numbers of facts are text there. */
export type TellFamilyRequest = {
  readonly caseId: string
  readonly heard: string
  /** The sequence of the fact that the stage began with. */
  readonly startedFrom: string
  /** When the execution began, ISO 8601. Only stages that can outlast a year say. */
  readonly startedAt?: string
} & ({ readonly wait: WaitName } | { readonly ending: Ending; readonly stage: Stage })

/**
 * Works out every date of the case again, sends the family what is due by now and has not gone out, gives the council
 * its tasks, and says when to look again. Doing it twice sends nothing twice.
 *
 * @throws MessageInDoubtError when it is not yet known whether a message went out.
 */
export async function tellFamily(service: Delivery, request: TellFamilyRequest): Promise<JourneyPlan> {
  const { tables, council, now } = service
  const { caseId, startedAt } = request
  const heard = parseSequence(request.heard)
  const startedFrom = parseSequence(request.startedFrom)
  const file = await requireCaseFile(tables, caseId)
  const today = londonDay(now())

  if ('ending' in request) {
    const { stage } = request
    const others = file.waits.filter((wait) => wait.stage !== stage && isLive(wait))
    await sendWhatIsDue(
      service,
      file,
      today,
      endingMessages(file.subject, { stage, ending: request.ending, heard }, others.length === 0),
    )
    return { ...lookAgain(now(), today), caseVersion: file.record.version, timeUp: 'no', next: nextOf(file) }
  }
  const position = {
    wait: request.wait,
    heard,
    startedFrom,
    ...(startedAt && { startedOn: londonDay(new Date(startedAt)) }),
    isToldOf: hasBegunInHistory(
      file.subject,
      { stage: stageOf(request.wait), wait: request.wait, heard, startedFrom },
      council.ownTimes,
    ),
  }
  const plan = planWait(file.subject, position, today, council.ownTimes)
  // A run of the journey that outlived its case says nothing more.
  if (file.record.status === 'open') {
    await sendWhatIsDue(service, file, today, plan.messages)
    await giveTasks(service, file, plan)
  }
  return {
    ...lookAgain(now(), plan.wakeOn),
    caseVersion: file.record.version,
    timeUp: plan.timeUp ?? 'no',
    next: plan.next,
  }
}

function lookAgain(now: Date, day: CalendarDate): Pick<JourneyPlan, 'wakeAt' | 'waitSeconds'> {
  const wakeAt = londonInstant(day, WAKE_TIME)
  return {
    wakeAt: wakeAt.toISOString(),
    waitSeconds: Math.max(1, Math.ceil((wakeAt.getTime() - now.getTime()) / 1000)),
  }
}

function nextOf({ record }: CaseFile): JourneyPlan['next'] {
  return { date: record.nextDate, kind: record.nextKind }
}

async function giveTasks({ tables, now }: Delivery, file: CaseFile, plan: WaitPlan): Promise<void> {
  const given = new Set(file.tasks.map(({ id }) => id))
  for (const task of plan.tasks.filter((due) => !given.has(taskId(due)))) {
    await giveTask(tables, file.record.caseId, task, now())
  }
}

async function sendWhatIsDue(
  service: Delivery,
  file: CaseFile,
  today: CalendarDate,
  messages: readonly MessageDue[],
): Promise<void> {
  const due = messages.filter((message) => !isDealtWith(message, file))
  const leavingNow: MessageDue[] = []
  for (const message of due) {
    const held = whyHeld(file, message, service.council.ownTimes, today, service.now())
    if (held) await holdMessage(service.tables, file.record.caseId, held)
    else leavingNow.push(message)
  }
  if (leavingNow.length === 0) return
  const { caseId } = file.record
  // The words of every message are loaded while the tables are read, and where there is nothing to say not at all.
  const [contact, words, { deliverMessage }, { wordsAbout }] = await Promise.all([
    loadContact(service.tables, caseId),
    loadWords(service.tables, caseId),
    import('./deliver-message.ts'),
    import('./compose-for.ts'),
  ])
  for (const message of leavingNow) {
    await deliverMessage(service, file, {
      message,
      contact,
      today,
      words: wordsAbout(message, file.subject, words),
      news: [],
      ...toldBefore(file, message, []),
    })
  }
}

/** A message that does not leave now, with what becomes of it; undefined where it leaves. */
function whyHeld(
  { subject }: CaseFile,
  message: MessageDue,
  ownTimes: CouncilOwnTimes,
  today: CalendarDate,
  now: Date,
): HeldMessage | undefined {
  const reason = whyOfNoUse(message, { subject, dates: caseDates(subject, today), ownTimes, today })
  if (reason) return messageNotNeeded(message, reason, now)
  const waiting = waitingOf(subject, message, now)
  return waiting && heldMessage(message, now, waiting)
}
