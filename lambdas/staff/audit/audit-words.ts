import type { AuditAction, AuditReason, ReadingReason, RestrictingReason, ReturnReason } from '../../audit/entry.ts'

/** What somebody did or read, as the page of the entries says it. */
export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'case-opened': 'Opened a new case',
  'facts-recorded': 'Recorded what happened',
  'task-done': 'Ticked a task',
  'letter-done': 'Recorded what was done with a letter',
  'family-told-now': 'Had the family told at once',
  'case-closed': 'Closed the case, because its time was over',
  'case-restricted': 'Restricted the case to named people',
  'restriction-changed': 'Changed to whom the case is restricted',
  'restriction-lifted': 'Lifted the restriction of the case',
  'particulars-recorded': 'Recorded what is counted in the outcomes alone',
  'sessions-ended': 'Signed somebody out everywhere',
  'case-held': 'Put a legal hold on the case',
  'hold-lifted': 'Lifted the legal hold',
  'erasure-proposed': 'Listed cases to erase',
  'erasure-withdrawn': 'Withdrew a list of cases to erase',
  'erasure-confirmed': 'Confirmed a list of cases to erase',
  'case-erased': 'Erased the case',
  'owner-changed': 'Gave the case to somebody',
  'task-owner-changed': 'Gave a task to somebody',
  'cover-named': 'Named who covers for somebody',
  'team-set': 'Set who is in a team',
  'team-removed': 'Removed a team',
  'release-made': 'Made a release of the outcomes',
  'invoice-recorded': 'Typed in what a provider sent an invoice for',
  'figures-typed': 'Typed in figures of the outcomes',
  'figures-typed-again': 'Typed in other figures of the outcomes in the place of those before',
  'case-read': 'Read the case',
  'form-read': 'Read a form of the case',
  'message-read': 'Read a message',
  'letter-read': 'Read a letter',
  'letter-downloaded': 'Opened the PDF of a letter',
  'tribunal-file-read': 'Read the file for the Tribunal',
  'tribunal-file-downloaded': 'Downloaded the file for the Tribunal',
  'evidence-pack-read': 'Looked at the parts of the evidence pack',
  'evidence-pack-downloaded': 'Downloaded the evidence pack',
  'subject-data-read': 'Looked at the data for an access request',
  'subject-data-downloaded': 'Downloaded the data for an access request',
  'hold-read': 'Read the legal hold',
  'restriction-read': 'Read to whom the case is restricted',
  'cases-listed': 'Read a list of cases',
  'cases-searched': 'Searched for a case',
  'letters-listed': 'Read the list of letters',
  'restricted-cases-listed': 'Read the list of restricted cases',
  'people-listed': 'Read the list of people',
  'retention-listed': 'Read what is due to be erased, or a list of it',
  'audit-listed': 'Read these entries',
  'import-listed': 'Looked at a file of cases',
  'import-downloaded': 'Downloaded the rows of a file of cases',
  'taking-over-listed': 'Looked at the cases being taken over',
  'sen2-listed': 'Looked at the decisions of a year for SEN2',
  'sen2-downloaded': 'Downloaded the decisions of a year for SEN2',
  'not-found': 'Asked for what is not there, or not there for them',
}

/** Why an auditor opens a case. */
export const READING_REASON_WORDS: Readonly<Record<ReadingReason, string>> = {
  'yearly-audit': 'A planned audit',
  complaint: 'A complaint about how the case was handled',
  'access-request': 'A request for access to personal information',
  'security-incident': 'Something that may be a breach of personal data',
  'spot-check': 'A spot check',
}

/** Why a case is restricted, or not any more. */
export const RESTRICTING_REASON_WORDS: Readonly<Record<RestrictingReason, string>> = {
  'child-of-colleague': 'The family of somebody who works here',
  safeguarding: 'A safeguarding matter',
  'request-of-family': 'The family asked for it',
  'nobody-left': 'Nobody who may open it is at work',
  over: 'The reason for it is over',
}

/** Why the decisions of a year are looked at, case by case. */
export const RETURN_REASON_WORDS: Readonly<Record<ReturnReason, string>> = {
  'yearly-return': 'To fill in the yearly return to the Department for Education (SEN2)',
  'check-of-flags': 'To compare flags with our own records, or to put them right',
  'question-of-department': 'To answer a question of the Department for Education',
}

/** Each reason that was asked for. */
export const REASON_WORDS: Readonly<Record<AuditReason, string>> = {
  ...READING_REASON_WORDS,
  ...RESTRICTING_REASON_WORDS,
  ...RETURN_REASON_WORDS,
}
