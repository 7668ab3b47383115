import type { KnownColumns } from '../../lambdas/spreadsheet/header.ts'

/** The columns that are read. Any other column is carried through unchanged. */
export const INPUT_COLUMNS = [
  'notice_printed',
  'notice_sent',
  'certificate_issued',
  'adviser_contacted',
  'declined_told',
  'la_told',
  'mediation_concluded',
  'placement_only',
  'agreement_date',
] as const

/** The dates of the decision letter: either alone is enough. */
export const DECISION_COLUMNS = ['notice_printed', 'notice_sent'] as const satisfies readonly InputColumn[]

export type InputColumn = (typeof INPUT_COLUMNS)[number]

/** The columns that are added after the input's own. docs/dates-command.md says what each holds. */
export const OUTPUT_COLUMNS = [
  'contact_by',
  'contact_aim',
  'certificate_declined_by',
  'mediate_by',
  'mediate_aim',
  'certificate_mediated_by',
  'appeal_decision_limb',
  'appeal_certificate_limb',
  'appeal_by',
  'appeal_aim',
  'appeal_certainty',
  'appeal_assumption',
  'reading_note',
  'error',
] as const

export type OutputColumn = (typeof OUTPUT_COLUMNS)[number]

/** The same for whoever reads a header. */
export const KNOWN_COLUMNS: KnownColumns<InputColumn> = {
  read: INPUT_COLUMNS,
  inEveryHeader: DECISION_COLUMNS,
  added: OUTPUT_COLUMNS,
}
