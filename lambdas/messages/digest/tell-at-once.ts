import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { WorkOfCase } from '../../cases/about.ts'
import { adviserOf, otherAdviserId } from '../../cases/advice/adviser.ts'
import type { ContactPoint, Council } from '../../cases/council.ts'
import { isNews } from '../../cases/facts.ts'
import { londonDay } from '../../cases/london.ts'
import { messageKey } from '../../cases/message.ts'
import { allCovers } from '../../cases/store/cover-store.ts'
import { requireCaseFile } from '../../cases/store/load-case-file.ts'
import { contentOf } from '../../cases/store/rows.ts'
import { hearRecords, type StreamItem, type StreamReporter } from '../../cases/store/table-stream.ts'
import type { CaseTables, ContactTables } from '../../cases/store/tables.ts'
import type { Task } from '../../cases/task.ts'
import { type AdviserWork, type AdviserWorkKind, adviserWork } from '../../cases/work/adviser-work.ts'
import { ownerOfTask } from '../../cases/work/case-work.ts'
import { officerWork } from '../../cases/work/officer-work.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { type CouncilMail, type CouncilReader, sendToCouncil } from './council-mail.ts'
import type { CouncilWords } from './council-situation.ts'
import { findDigest, isDigestStillToCome } from './digest-of-day.ts'
import { coverToTell, ownersToTell, readerOf } from './readers.ts'
import { adviserToday } from './words/adviser.ts'
import { officerToday } from './words/officer.ts'
import { keyOf, keysOf } from './work-keys.ts'

export interface TellAtOnce extends CouncilMail, StreamReporter {
  readonly tables: CaseTables & ContactTables
  readonly council: CouncilMail['council'] & Pick<Council, 'ownTimes'>
  /** Is told of a message that SES refuses for good. */
  readonly reportUnsent: (messageKey: string) => void
}

/** What the adviser is told at once. Of the rest it knows as much as the council, or nobody waits for it. */
const ADVISER_HEARS_AT_ONCE: readonly AdviserWorkKind[] = [
  'certificate-declined',
  'certificate-not-arranged',
  'certificate-mediated',
  'arrange-mediation',
]

/**
 * Hears from the cases table's stream of each task that was given and each fact that was recorded. What is due on this very
 * day, or was due before, and was not in the digest of the morning, is told at once and never again.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export function tellAtOnce(service: TellAtOnce, event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return hearRecords(event, (item) => hear(service, item), service)
}

async function hear(service: TellAtOnce, item: StreamItem): Promise<void> {
  const { pk, type } = item
  const now = service.now()
  const today = londonDay(now)
  if (isDigestStillToCome(today, now)) return
  if (type === 'task') await tellOfficer(service, pk, contentOf('task', item), today)
  if (type === 'fact' && isNews(contentOf('fact', item).type)) await tellAdviser(service, pk, today)
}

async function tellOfficer(service: TellAtOnce, caseId: string, task: Task, today: CalendarDate): Promise<void> {
  if (task.dueOn > today) return
  const { tables, council } = service
  const file = await requireCaseFile(tables, caseId)
  const work = officerWork(file, { ...council.ownTimes, today, until: today }).find(({ tasks }) =>
    tasks.includes(task.id),
  )
  if (!work || work.standing === 'soon') return
  const first = work.tasks.reduce((one, other) => (other < one ? other : one), task.id)
  const [owners, covers] = await Promise.all([ownersToTell(tables), allCovers(tables)])
  const { restrictedTo } = file.record
  const reader = readerOf(ownerOfTask(file, first), restrictedTo, owners)
  if (reader === undefined) return
  // Whoever is away does not see it today. They find it in their own work, and in the digest when it is late.
  const person = owners.get(coverToTell(reader, restrictedTo, owners, covers, today) ?? reader)
  const to = person ?? council.contacts.officer
  const about = { caseId, work: first }
  const words = officerToday(work, to.name, { ...service, today })
  await tell(service, { reader: 'officer', to, id: person?.personId }, about, keysOf(work), words, today)
}

async function tellAdviser(service: TellAtOnce, caseId: string, today: CalendarDate): Promise<void> {
  const file = await requireCaseFile(service.tables, caseId)
  const adviser = adviserOf(file.subject, service.council.providers)
  for (const work of adviserWork(file, today).filter(isHeardAtOnce)) {
    await tell(
      service,
      { reader: 'adviser', to: adviser.contact, id: otherAdviserId(adviser) },
      { caseId, work: work.id },
      [keyOf(work)],
      adviserToday(work, adviser.contact.name, { ...service, today }),
      today,
    )
  }
}

function isHeardAtOnce({ kind, standing, byHealthBoard }: AdviserWork): boolean {
  return standing !== 'soon' && !byHealthBoard && ADVISER_HEARS_AT_ONCE.includes(kind)
}

interface ToldAtOnce {
  readonly reader: CouncilReader
  readonly to: Pick<ContactPoint, 'name' | 'email'>
  /** Whose digest of the morning may have told it. */
  readonly id: string | undefined
}

/** @param about the work, by its first id. @param keysOfWork every key under which the digest may have told it. */
async function tell(
  service: TellAtOnce,
  { reader, to, id }: ToldAtOnce,
  about: WorkOfCase,
  keysOfWork: readonly string[],
  words: CouncilWords,
  today: CalendarDate,
): Promise<void> {
  const digest = await findDigest(service.tables, today, reader, id)
  if (digest && 'told' in digest && digest.told.some((key) => keysOfWork.includes(key))) return
  const message = { kind: `${reader}-today`, about } as const
  const outcome = await sendToCouncil(service, to, message, words, { ...service, today })
  if (outcome === 'unsendable') service.reportUnsent(messageKey(message))
}
