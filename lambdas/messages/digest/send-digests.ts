import type { Council } from '../../cases/council.ts'
import { londonDay } from '../../cases/london.ts'
import { type Stopped, stopped } from '../../cases/stop.ts'
import { eachCase } from '../../cases/store/each-case.ts'
import { countLettersToPrint, type LettersToPrint } from '../../cases/store/letter-store.ts'
import { requireCaseFile } from '../../cases/store/load-case-file.ts'
import { loadWhoMayOpen } from '../../cases/store/restriction-store.ts'
import { tasksAboutMessages } from '../../cases/store/task-store.ts'
import { type AdviserWork, adviserWork } from '../../cases/work/adviser-work.ts'
import { type OfficerWork, officerWork, workOfTask } from '../../cases/work/officer-work.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { endOfBankHolidays } from '../../law/holiday-coverage.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type CouncilMail, type CouncilReader, type SendOutcome, sendToCouncil } from './council-mail.ts'
import type { CouncilWords } from './council-situation.ts'
import { digestOf, findDigest, isTimeForDigests } from './digest-of-day.ts'
import { adviserDigest } from './words/adviser.ts'
import { officerDigest, type StoppedCase } from './words/officer.ts'
import { keyOf, keysOf } from './work-keys.ts'

/** The officer is told what is to be done in so many working days. A choice of ours. */
const WORKING_DAYS_AHEAD = 5

/** So many things are noted as told. What is stored of a message may take 400 KB at most. */
const MOST_NOTED = 4000

export interface SendDigests extends CouncilMail {
  readonly council: CouncilMail['council'] & Pick<Council, 'ownTimes'>
  /** Is told of a case that could not be read. The digests go out without it, and say so. */
  readonly reportUnread: (caseId: string, error: unknown) => void
}

export type DigestOutcome = SendOutcome | 'nothing-to-tell'

export interface DigestReport {
  readonly openCases: number
  readonly unreadCases: number
  readonly digests: Readonly<Partial<Record<CouncilReader, DigestOutcome>>>
}

/**
 * Tells the officer and the mediation adviser what they have to do, in one email each on every working day on which there
 * is something. Doing it twice sends nothing twice.
 *
 * @param byHand whether a person asks for it, because the schedule's own run has failed.
 * @returns undefined when it is not the time, or both digests of the day are settled.
 * @throws MessageInDoubtError when it is not yet known whether a digest went out. Any other error may be tried again too;
 * one digest's error keeps the other from nobody.
 */
export async function sendDigests(service: SendDigests, { byHand = false } = {}): Promise<DigestReport | undefined> {
  const now = service.now()
  const today = londonDay(now)
  if (!isTimeForDigests(today, now, byHand)) return undefined
  const readers = await readersToTell(service, today)
  if (readers.length === 0) return undefined

  const found = await findWork(service, today)
  const digests: Partial<Record<CouncilReader, DigestOutcome>> = {}
  const failures: unknown[] = []
  for (const reader of readers) {
    try {
      digests[reader] = await sendDigest(service, reader, found, today)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return { openCases: found.openCases, unreadCases: found.unread.length, digests }
}

async function readersToTell({ tables }: SendDigests, today: CalendarDate): Promise<readonly CouncilReader[]> {
  const readers = ['officer', 'adviser'] as const
  const records = await Promise.all(readers.map((reader) => findDigest(tables, today, reader)))
  return readers.filter((_, index) => !records[index] || records[index].state === 'claimed')
}

interface FoundWork {
  readonly openCases: number
  readonly officer: readonly OfficerWork[]
  readonly adviser: readonly AdviserWork[]
  readonly unread: readonly string[]
  readonly stopped: readonly StoppedCase[]
  readonly letters: LettersToPrint
}

/**
 * Reads every open case, and what outlives a case: the messages that did not reach a family, and its letters. The officer's
 * digest goes to the address of a team, which restricted cases are not for: those whom they are for see them in the service.
 */
async function findWork({ tables, council, reportUnread }: SendDigests, today: CalendarDate): Promise<FoundWork> {
  const settings = { ...council.ownTimes, today, until: addWorkingDays(today, WORKING_DAYS_AHEAD) }
  const officer = new Map<string, OfficerWork>()
  const adviser: AdviserWork[] = []
  const unread: string[] = []
  const stops: StoppedCase[] = []
  const note = (work: OfficerWork) => officer.set(keysOf(work).join(), work)
  const openCases = await eachCase(tables, 'open', async ({ caseId, restrictedTo }) => {
    const isForTeam = restrictedTo === undefined
    try {
      const file = await requireCaseFile(tables, caseId)
      if (isForTeam) officerWork(file, settings).forEach(note)
      adviser.push(...adviserWork(file, today))
      if (isForTeam) stops.push(...soonestOf(caseId, stopped(file)))
    } catch (error) {
      // One case that is damaged must not keep the others from everybody.
      if (isForTeam) unread.push(caseId)
      reportUnread(caseId, error)
    }
  })
  for await (const { caseId, task } of tasksAboutMessages(tables)) {
    if ((await loadWhoMayOpen(tables, caseId))?.restrictedTo) continue
    const work = workOfTask(caseId, task, today)
    if (!officer.has(keysOf(work).join())) note(work)
  }
  const letters = await countLettersToPrint(tables)
  return { openCases, officer: [...officer.values()], adviser, unread, stopped: stops, letters }
}

/** A case once, with the first of its stages that goes on. */
function soonestOf(caseId: string, stops: readonly Stopped[]): readonly StoppedCase[] {
  const [goesOnAt] = stops.map((stop) => stop.goesOnAt).sort()
  return goesOnAt ? [{ caseId, goesOnAt }] : []
}

async function sendDigest(
  service: SendDigests,
  reader: CouncilReader,
  { officer, adviser, unread, stopped: stops, letters }: FoundWork,
  today: CalendarDate,
): Promise<DigestOutcome> {
  const situation = { council: service.council, publicAddress: service.publicAddress, today }
  const send = (words: CouncilWords, told: readonly string[]) =>
    sendToCouncil(service, reader, digestOf(today, reader, told.slice(0, MOST_NOTED)), words, situation)

  if (reader === 'officer') {
    if (officer.length + unread.length + stops.length + letters.count === 0) return 'nothing-to-tell'
    const words = officerDigest({
      ...situation,
      work: officer,
      unread,
      stopped: stops,
      letters,
      bankHolidaysEnd: endOfBankHolidays(today),
    })
    return send(words, officer.filter(isDue).flatMap(keysOf))
  }
  if (adviser.length === 0) return 'nothing-to-tell'
  return send(adviserDigest({ ...situation, work: adviser }), adviser.filter(isDue).map(keyOf))
}

function isDue({ standing }: Pick<OfficerWork | AdviserWork, 'standing'>): boolean {
  return standing !== 'soon'
}
