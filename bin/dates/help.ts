/** What `--help` says. docs/dates-command.md says it at length. */
export const HELP = `The statutory dates of a disagreement about special educational needs (England).

  npm run -s dates < cases.csv > dates.csv     a row of dates for each row of facts
  npm run -s dates -- --dates day-first < cases.csv > dates.csv     the same, with dates as 30/06/2026 in cases.csv
  npm run -s dates -- --json < cases.csv       one JSON object a line, with the whole working
  npm run -s dates -- --notice-sent 2026-06-30     one question, answered in words

Columns that are read, in any order, all but the decision's optional. Dates are year-month-day unless --dates says that
days come first, and blank (or N/A, -, tbc) where a fact is not known. Any other column is carried through unchanged.

  notice_printed        the date printed on the council's decision letter
  notice_sent           the day on which the letter was sent; time runs from the earlier of the two
  certificate_issued    the date of the mediation certificate (the earliest, where there are two)
  adviser_contacted     when the family first contacted the mediation adviser
  declined_told         when the adviser was told that the family does not want mediation
  la_told               when the council was told that the family wants mediation
  mediation_concluded   when the mediation was concluded
  placement_only        1 when only the school or other place named is in dispute, otherwise 0
  agreement_date        the date of a mediation agreement

Each is also a flag for one question, written with hyphens: --certificate-issued 2026-08-03, --placement-only.

Columns that are added:

  contact_by, contact_aim              contact the mediation adviser
  certificate_declined_by              the adviser's certificate after mediation is declined
  mediate_by, mediate_aim              mediation arranged by the council
  certificate_mediated_by              the adviser's certificate after mediation
  appeal_decision_limb                 the last day to appeal counted from the decision alone
  appeal_certificate_limb              the last day to appeal counted from the certificate alone
  appeal_by, appeal_aim                the last day on which the Tribunal can receive the appeal (5pm)
  appeal_certainty                     certain; judgement where the law leaves room (docs/judgement-calls.md); assumed
                                       where the certificate is late and the first contact is not known
  appeal_assumption                    what is assumed: "first contact by" which day
  reading_note                         what was taken as blank
  error                                why the row has no dates: its line, the column, the value and what to do

The law's last day ends in _by; the day to aim for, a working day, ends in _aim. Blank: does not apply, or not started.

  --dates day-first     reads 30/06/2026, 30/6/26, 30-Jun-26, 30 June 2026 and a spreadsheet's number for a day too;
                        what could be two days is an error, never a guess
  --json                JSON in place of CSV or words
  --help                these words

Exit status: 0 when everything was answered, 1 when a row or question could not be, 2 when the input has no usable
header or the command line cannot be understood.

Example

  $ printf 'case,notice_sent,certificate_issued\\nA1,2026-05-20,2026-07-10\\n' | npm run -s dates
  case,notice_sent,certificate_issued,contact_by,contact_aim,...,appeal_by,appeal_aim,appeal_certainty,...,error
  A1,2026-05-20,2026-07-10,2026-07-20,2026-07-20,...,2026-09-01,2026-08-10,certain,...,
`
