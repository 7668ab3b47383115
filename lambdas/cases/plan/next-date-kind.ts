/** What a date on the list of cases is the last day for. */
export type NextDateKind =
  | 'contact'
  | 'choice'
  | 'certificate'
  | 'mediation'
  | 'meeting'
  | 'appeal'
  | 'keep-open'
  | 'response'
  | 'tribunal'
  | 'duty'
  | 'resolution'
  | 'complaint'
