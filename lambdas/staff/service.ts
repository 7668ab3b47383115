import type { AuditTables } from '../audit/audit-tables.ts'
import type { Council } from '../cases/council.ts'
import type { CaseTables, SearchableContactTables } from '../cases/store/tables.ts'
import type { Logger } from '../logger.ts'
import type { Language } from '../messages/languages/language.ts'
import type { RecordingTools } from '../recording/recording-tools.ts'
import type { CompiledPages } from '../web/pages/compiled-pages.ts'
import type { WhoActs } from './caller.ts'
import type { RunImport } from './import/start-machine.ts'
import type { SessionTables } from './sign-in/session-tables.ts'
import type { SignInSettings } from './sign-in/settings.ts'
import type { RandomBytes } from './sign-in/tokens.ts'

/** What the staff service is made from. */
export interface StaffServiceOptions {
  readonly tables: CaseTables & SearchableContactTables & AuditTables
  readonly council: Council
  /** Where families reach the public pages, without a slash at the end: messages lead there. */
  readonly publicAddress: string
  /** Those in which families can be written to. */
  readonly languages: readonly Language[]
  readonly pages: CompiledPages
  readonly clock: () => Date
  /** A new id for each form that is shown, so that the same form sent twice is recorded once. */
  readonly newSubmissionId: () => string
  readonly newCaseId: () => string
  /** Why letters with what was typed could not be printed. */
  readonly whyNotPrinted: RecordingTools['whyNotPrinted']
  /** Who is signed in, what they typed when their time ran out, and who is about to sign in. */
  readonly sessions: SessionTables
  /** Sets an import going, or going on. */
  readonly runImport: RunImport
  readonly signIn: {
    /** Undefined where the council's file does not say how staff sign in. */
    readonly settings: SignInSettings | undefined
    /** Reads what the directory knows this service by. */
    readonly clientSecret: () => Promise<string>
    /** Reaches the directory. */
    readonly fetch: typeof fetch
    readonly randomBytes: RandomBytes
  }
  readonly whoActs: WhoActs
  readonly log: Logger
  /** Waits while the journey acts on what was recorded a moment ago, so that the page after a form shows what is next. */
  readonly pause: (milliseconds: number) => Promise<void>
}
