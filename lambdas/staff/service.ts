import type { Council } from '../cases/council.ts'
import type { CaseTables, ContactTables } from '../cases/tables.ts'
import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import type { StaffPages } from '../web/pages/compiled-pages.ts'

/** What the staff service is made from. */
export interface StaffServiceOptions {
  readonly tables: CaseTables & ContactTables
  readonly council: CouncilForFamilies & Pick<Council, 'complaintTimes'>
  readonly pages: StaffPages
  readonly clock: () => Date
  /** A new id for each form that is shown, so that the same form sent twice is recorded once. */
  readonly newSubmissionId: () => string
  readonly newCaseId: () => string
  /** False until staff can sign in, wherever a stranger could reach the service: only the public pages then answer. See serves-here.ts. */
  readonly servesHere: boolean
  readonly log: StaffLog
  /** Waits while the journey acts on what was recorded a moment ago, so that the page after a form shows what is next. */
  readonly pause: (milliseconds: number) => Promise<void>
}

/** Closed words and case references only. */
export interface StaffLog {
  info(message: string, details: Readonly<Record<string, string | number>>): void
  error(message: string, details: Readonly<Record<string, string | number>>): void
}

/** Who recorded a fact. Everybody is one until staff sign in by name. */
export const RECORDED_BY = 'council-staff'
