import type { AuditTables } from '../../audit/audit-tables.ts'
import { type DailyRoot, latestRoot } from '../../audit/roots.ts'
import { adviserOf, advisersOf, type NamedAdviser, otherAdviserId } from '../../cases/advice/adviser.ts'
import type { Council } from '../../cases/council.ts'
import { londonDay } from '../../cases/london.ts'
import { type Stopped, stopped } from '../../cases/stop.ts'
import { allCovers } from '../../cases/store/cover-store.ts'
import { eachCase } from '../../cases/store/each-case.ts'
import { everyLetterToPrint, type ListedLetter } from '../../cases/store/letter-store.ts'
import { requireCaseFile } from '../../cases/store/load-case-file.ts'
import { loadWhoMayOpen } from '../../cases/store/restriction-store.ts'
import type { CaseTables, ContactTables } from '../../cases/store/tables.ts'
import { tasksAboutMessages } from '../../cases/store/task-store.ts'
import { type AdviserWork, adviserWork } from '../../cases/work/adviser-work.ts'
import { ownerOfTask } from '../../cases/work/case-work.ts'
import { type OfficerWork, officerWork, workOfTask } from '../../cases/work/officer-work.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { endOfBankHolidays } from '../../law/holiday-coverage.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type CouncilMail, type SendOutcome, sendToCouncil } from './council-mail.ts'
import { digestOf, findDigest, isTimeForDigests } from './digest-of-day.ts'
import { coverToTell, type Owner, ownersToTell, readerOf, TEAM } from './readers.ts'
import { adviserDigest } from './words/adviser.ts'
import { officerDigest, type StoppedCase } from './words/officer.ts'
import { keyOf, keysOf } from './work-keys.ts'

/** The officer is told what is to be done in so many working days. A choice of ours. */
const WORKING_DAYS_AHEAD = 5

/** So many things are noted as told. What is stored of a message may take 400 KB at most. */
const MOST_NOTED = 4000

export interface SendDigests extends CouncilMail {
  readonly tables: CaseTables & ContactTables & AuditTables
  readonly council: CouncilMail['council'] & Pick<Council, 'ownTimes'>
  /** Is told of a case that could not be read. The digests go out without it, and say so. */
  readonly reportUnread: (caseId: string, error: unknown) => void
}

export type DigestOutcome = SendOutcome | 'nothing-to-tell'

export interface DigestReport {
  readonly openCases: number
  readonly unreadCases: number
  /** Of the team, under `officer`, of the adviser, and of each owner under their id. */
  readonly digests: Readonly<Record<string, DigestOutcome>>
}

/**
 * Tells each owner of cases and the mediation adviser what they have to do, and the team what nobody owns, in one email each
 * on every working day on which there is something. Doing it twice sends nothing twice.
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
  const owners = await ownersToTell(service.tables)
  const toSend = await digestsToSend(service, owners, today)
  if (toSend.length === 0) return undefined

  const found = await findWork(service, owners, today)
  const digests: Record<string, DigestOutcome> = {}
  const failures: unknown[] = []
  for (const digest of toSend) {
    try {
      digests[toWhom(digest) ?? digest.reader] = await sendDigest(service, digest, found, today)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return { openCases: found.openCases, unreadCases: found.unreadCases, digests }
}

/** Whose digest: a mediation adviser's, the team's of what nobody owns, or an owner's. */
type Digest =
  | { readonly reader: 'adviser'; readonly adviser: NamedAdviser }
  | { readonly reader: 'officer'; readonly owner: Owner | undefined }

async function digestsToSend(
  { tables, council }: SendDigests,
  owners: ReadonlyMap<string, Owner>,
  today: CalendarDate,
): Promise<readonly Digest[]> {
  const all: readonly Digest[] = [
    { reader: 'officer', owner: undefined },
    ...advisersOf(council.providers).map((adviser) => ({ reader: 'adviser', adviser }) as const),
    ...[...owners.values()].map((owner) => ({ reader: 'officer', owner }) as const),
  ]
  const records = await Promise.all(all.map((one) => findDigest(tables, today, one.reader, toWhom(one))))
  return all.filter((_, index) => !records[index] || records[index].state === 'claimed')
}

/** The id of whose it is; undefined for the team and for the adviser that the council's file names first. */
function toWhom(digest: Digest): string | undefined {
  return digest.reader === 'officer' ? digest.owner?.personId : otherAdviserId(digest.adviser)
}

/** What one reader at the council is told. */
interface Share {
  readonly work: Map<string, OfficerWork>
  readonly unread: string[]
  readonly stopped: StoppedCase[]
  readonly letters: ListedLetter[]
}

/** Who is told of a case, and to whom it is restricted. */
interface ReaderOfCase {
  readonly reader: string | undefined
  readonly restrictedTo: readonly string[] | undefined
  readonly hasDied: true | undefined
}

interface FoundWork {
  readonly openCases: number
  readonly unreadCases: number
  /** By the id of the adviser. */
  readonly adviser: ReadonlyMap<string, readonly AdviserWork[]>
  /** By the id of the owner, and `TEAM`. */
  readonly shares: ReadonlyMap<string, Share>
  /** Cases that were taken from owners who have left. */
  readonly withoutOwner: readonly string[]
  /** What who did and who read what came to last. */
  readonly root: DailyRoot | undefined
}

/**
 * Reads every open case, and what outlives a case: the messages that did not reach a family, and its letters. Each goes to
 * its owner, or to the team, which restricted cases are not for: those whom they are for see them in the service.
 */
async function findWork(
  { tables, council, reportUnread }: SendDigests,
  owners: ReadonlyMap<string, Owner>,
  today: CalendarDate,
): Promise<FoundWork> {
  const settings = { ...council.ownTimes, today, until: addWorkingDays(today, WORKING_DAYS_AHEAD) }
  const shares = new Map<string, Share>()
  const adviser = new Map<string, AdviserWork[]>()
  const withoutOwner: string[] = []
  const readers = new Map<string, ReaderOfCase>()
  const seen = new Set<string>()
  let unreadCases = 0
  const shareOf = (reader: string | undefined): Share | undefined => {
    if (reader === undefined) return undefined
    const share = shares.get(reader) ?? { work: new Map(), unread: [], stopped: [], letters: [] }
    shares.set(reader, share)
    return share
  }
  const covers = await allCovers(tables)
  /** The reader, and whoever covers for them and may know of it. */
  const sharesOf = (reader: string | undefined, restrictedTo: readonly string[] | undefined): readonly Share[] => {
    const cover = coverToTell(reader, restrictedTo, owners, covers, today)
    return [shareOf(reader), shareOf(cover)].filter((share) => share !== undefined)
  }
  const note = (reader: string | undefined, restrictedTo: readonly string[] | undefined, work: OfficerWork) => {
    for (const share of sharesOf(reader, restrictedTo)) share.work.set(keysOf(work).join(), work)
    seen.add(keysOf(work).join())
  }
  const openCases = await eachCase(tables, 'open', async ({ caseId, owner, ownerLeftOn, restrictedTo, hasDied }) => {
    const reader = readerOf(owner, restrictedTo, owners)
    readers.set(caseId, { reader, restrictedTo, hasDied })
    if (ownerLeftOn && !restrictedTo) withoutOwner.push(caseId)
    try {
      const file = await requireCaseFile(tables, caseId)
      for (const work of officerWork(file, settings)) {
        const [task = ''] = work.tasks.toSorted()
        note(readerOf(ownerOfTask(file, task), restrictedTo, owners), restrictedTo, work)
      }
      const { id } = adviserOf(file.subject, council.providers)
      adviser.set(id, [...(adviser.get(id) ?? []), ...adviserWork(file, today)])
      for (const share of sharesOf(reader, restrictedTo)) share.stopped.push(...soonestOf(caseId, stopped(file)))
    } catch (error) {
      // One case that is damaged must not keep the others from everybody.
      shareOf(reader)?.unread.push(caseId)
      unreadCases += 1
      reportUnread(caseId, error)
    }
  })
  const readerOfCase = async (caseId: string): Promise<ReaderOfCase> => {
    const known = readers.get(caseId)
    if (known) return known
    const { owner, restrictedTo, hasDied } = (await loadWhoMayOpen(tables, caseId)) ?? {}
    const found = { reader: readerOf(owner, restrictedTo, owners), restrictedTo, hasDied }
    readers.set(caseId, found)
    return found
  }
  for await (const { caseId, task } of tasksAboutMessages(tables)) {
    const work = workOfTask(caseId, task, today)
    if (seen.has(keysOf(work).join())) continue
    const { reader, restrictedTo, hasDied } = await readerOfCase(caseId)
    if (!hasDied) note(reader, restrictedTo, work)
  }
  for await (const letter of everyLetterToPrint(tables)) {
    // That there is one more letter to print says nothing of a case, and somebody has to print it.
    const { reader, restrictedTo, hasDied } = await readerOfCase(letter.caseId)
    if (hasDied) continue
    for (const share of sharesOf(reader ?? TEAM, restrictedTo)) share.letters.push(letter)
  }
  // A root that cannot be read sounds an alarm of its own, and keeps the digest from nobody.
  const root = await latestRoot(tables).catch((error: unknown) => void reportUnread('ROOTS', error))
  return { openCases, unreadCases, adviser, shares, withoutOwner: withoutOwner.sort(), root }
}

/** A case once, with the first of its stages that goes on. */
function soonestOf(caseId: string, stops: readonly Stopped[]): readonly StoppedCase[] {
  const [goesOnAt] = stops.map((stop) => stop.goesOnAt).sort()
  return goesOnAt ? [{ caseId, goesOnAt }] : []
}

const NO_SHARE: Share = { work: new Map(), unread: [], stopped: [], letters: [] }

async function sendDigest(
  service: SendDigests,
  digest: Digest,
  { adviser, shares, withoutOwner, root }: FoundWork,
  today: CalendarDate,
): Promise<DigestOutcome> {
  const { council, publicAddress } = service
  const situation = { council, publicAddress, today }
  if (digest.reader === 'adviser') {
    const { id, contact } = digest.adviser
    const work = adviser.get(id) ?? []
    if (work.length === 0) return 'nothing-to-tell'
    const told = work.filter(isDue).map(keyOf).slice(0, MOST_NOTED)
    const words = adviserDigest({ ...situation, reader: contact.name, work })
    return sendToCouncil(service, contact, digestOf(today, 'adviser', told, toWhom(digest)), words, situation)
  }
  const { owner } = digest
  const { work, unread, stopped: stops, letters } = shares.get(owner?.personId ?? TEAM) ?? NO_SHARE
  // The team, for a council that has no manager.
  const isForManager = !owner || owner.isManager
  const toGive = isForManager ? withoutOwner : []
  if (work.size + unread.length + stops.length + letters.length + toGive.length === 0) return 'nothing-to-tell'
  const to = owner ?? council.contacts.officer
  const own = [...work.values()]
  const since = letters[0]?.wantedOn
  const words = officerDigest({
    ...situation,
    reader: to.name,
    work: own,
    unread,
    stopped: stops,
    letters: { count: letters.length, ...(since && { since }) },
    withoutOwner: toGive,
    root: isForManager ? root : undefined,
    bankHolidaysEnd: endOfBankHolidays(today),
  })
  const told = own.filter(isDue).flatMap(keysOf).slice(0, MOST_NOTED)
  return sendToCouncil(service, to, digestOf(today, 'officer', told, owner?.personId), words, situation)
}

function isDue({ standing }: Pick<OfficerWork | AdviserWork, 'standing'>): boolean {
  return standing !== 'soon'
}
