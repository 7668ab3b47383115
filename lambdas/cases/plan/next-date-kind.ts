/** What a date on the list of cases is the last day for. */
export const NEXT_DATE_KINDS = [
  'contact',
  'choice',
  'certificate',
  'mediation',
  'meeting',
  'appeal',
  'keep-open',
  'response',
  'tribunal',
  'duty',
  'resolution',
  'complaint',
] as const
export type NextDateKind = (typeof NEXT_DATE_KINDS)[number]
