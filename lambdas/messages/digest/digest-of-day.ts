import { londonInstant } from '../../cases/london.ts'
import { type CouncilMessageRecord, type DigestOfDay, messageKey } from '../../cases/message.ts'
import { findCouncilMessage } from '../../cases/store/message-store.ts'
import type { CaseTables } from '../../cases/store/tables.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { isWorkingDay } from '../../law/working-days.ts'
import type { CouncilReader } from './council-mail.ts'

/**
 * The schedule has two times in UTC, an hour apart, of which one is half past seven in England (council-messages.ts). In
 * winter the other comes before these times, in summer after them.
 */
const NOT_BEFORE = '07:00'
const NOT_AFTER = '08:00'
const SENT_AT = '07:30'

/**
 * Whether the digests of the day can go out now. On other days than working days nobody reads them.
 * @param byHand whether a person asked for them: then any time of the day that is not too early will do.
 */
export function isTimeForDigests(today: CalendarDate, now: Date, byHand: boolean): boolean {
  if (!isWorkingDay(today) || now < londonInstant(today, NOT_BEFORE)) return false
  return byHand || isHourOfDigests(today, now)
}

/** Whether it is the hour in which the digests go out, on whatever day. */
export function isHourOfDigests(today: CalendarDate, now: Date): boolean {
  return now >= londonInstant(today, NOT_BEFORE) && now < londonInstant(today, NOT_AFTER)
}

/** Whether the digest of the day, or of the next working day, is still to come: it will tell what comes up now. */
export function isDigestStillToCome(today: CalendarDate, now: Date): boolean {
  return !isWorkingDay(today) || now < londonInstant(today, SENT_AT)
}

/** The digest of a day as a message. @param told the keys of the work that it tells @param to whose it is */
export function digestOf(
  today: CalendarDate,
  reader: CouncilReader,
  told: readonly string[],
  to: string | undefined,
): DigestOfDay {
  return { kind: `${reader}-digest`, about: today, told, ...(to && { to }) }
}

/** What is known of the digest of a day. @returns undefined when there was none: nothing was to be told. */
export function findDigest(
  tables: CaseTables,
  today: CalendarDate,
  reader: CouncilReader,
  to: string | undefined,
): Promise<CouncilMessageRecord | undefined> {
  return findCouncilMessage(tables, messageKey({ kind: `${reader}-digest`, about: today, ...(to && { to }) }))
}
