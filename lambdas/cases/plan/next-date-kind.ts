/** What a date on the list of cases is the day for. Its words say what happens then, so that they are no wait and no stage. */
export const NEXT_DATE_KINDS = [
  'council-sends-decision',
  'family-speaks-to-adviser',
  'family-chooses',
  'adviser-issues-certificate',
  'mediation-is-held',
  'meeting-is-held',
  'family-appeals',
  'keep-open',
  'council-responds',
  'news-of-appeal',
  'council-does-duty',
  'news-of-resolution',
  'news-of-complaint',
] as const
export type NextDateKind = (typeof NEXT_DATE_KINDS)[number]
