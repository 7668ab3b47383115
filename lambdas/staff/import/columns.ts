import type { PrintSize, Relationship, WaysToWrite } from '../../cases/contact.ts'
import type { HealthIssue, MediationResult } from '../../cases/mediation/closed-words.ts'
import type { MeetingFormat } from '../../cases/meeting/meetings.ts'
import type { WithdrawnReason } from '../../cases/opening/closed-words.ts'
import type { LetGoAhead, TribunalDecision } from '../../cases/tribunal/closed-words.ts'
import type { DecisionKind, PlanSection } from '../../law/appealable-decisions.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import type { KnownColumns } from '../../spreadsheet/header.ts'
import {
  DECISION_WORDS,
  DUTY_WORDS,
  HEALTH_ISSUE_WORDS,
  LET_GO_AHEAD_WORDS,
  MEDIATION_RESULT_WORDS,
  MEETING_FORMAT_WORDS,
  PRINT_SIZE_WORDS,
  RELATIONSHIP_WORDS,
  SECTION_WORDS,
  TRIBUNAL_DECISION_WORDS,
  WAYS_TO_WRITE_WORDS,
  WITHDRAWN_REASON_WORDS,
} from '../closed-words.ts'

/** What a column holds. */
export type Holds =
  | { readonly kind: 'date' | 'text' | 'yes-or-no' | 'time' }
  /** One of these words, or several. Each is taken as it stands here or as staff read it. */
  | { readonly kind: 'word' | 'words'; readonly words: Readonly<Record<string, string>> }

interface Column {
  readonly holds: Holds
  /** What it says, for whoever fills it in. */
  readonly is: string
  /** When it has to be filled in: "always", or a sentence. Undefined: it can always be blank. */
  readonly needed?: string
  readonly example: string
}

const DATE = { kind: 'date' } as const
const TEXT = { kind: 'text' } as const
const YES_OR_NO = { kind: 'yes-or-no' } as const
const TIME = { kind: 'time' } as const

/** One of the closed words of a list. */
function oneOf<Word extends string>(words: Readonly<Record<Word, string>>): Holds {
  return { kind: 'word', words }
}

/** Any number of them. */
function someOf<Word extends string>(words: Readonly<Record<Word, string>>): Holds {
  return { kind: 'words', words }
}

const ALWAYS = 'always'

/** Every column that is read, in the order of the template. Any other column of a file is left out. */
export const COLUMNS = {
  decision: {
    holds: oneOf<DecisionKind>(DECISION_WORDS),
    is: 'What the council decided',
    needed: ALWAYS,
    example: 'plan-contents',
  },
  printed_on: { holds: DATE, is: 'The date printed on the decision letter', needed: ALWAYS, example: '10/02/2026' },
  sent_on: {
    holds: DATE,
    is: 'The day the letter was sent. Where it is blank, the date printed on the letter is taken: time runs from the earlier of the two',
    example: '11/02/2026',
  },
  sections: {
    holds: someOf<PlanSection>(SECTION_WORDS),
    is: 'The parts of the plan that are disputed, of a decision about the contents of a plan. “I” alone is only about the school or college',
    example: 'B; F',
  },
  request_received_on: {
    holds: DATE,
    is: 'When the council received the request for an assessment',
    example: '03/11/2025',
  },

  relationship: {
    holds: oneOf<Relationship>(RELATIONSHIP_WORDS),
    is: 'Whom we write to',
    needed: ALWAYS,
    example: 'parent',
  },
  name: { holds: TEXT, is: 'The name of the person we write to', needed: ALWAYS, example: 'Sam Taylor' },
  child_name: { holds: TEXT, is: 'The name of the child or young person', needed: ALWAYS, example: 'Robin Taylor' },
  born_on: { holds: DATE, is: 'Their date of birth', example: '27/03/2014' },
  child_reference: { holds: TEXT, is: 'The council’s own reference for the child', example: 'C-10234' },
  case_reference: { holds: TEXT, is: 'The council’s own reference for the case', example: 'SEND-2026-118' },
  unique_pupil_number: { holds: TEXT, is: 'The unique pupil number (UPN)', example: 'B801200005001' },
  by: {
    holds: oneOf<WaysToWrite>(WAYS_TO_WRITE_WORDS),
    is: 'How we write to the family',
    needed: ALWAYS,
    example: 'email',
  },
  email: { holds: TEXT, is: 'The email address', needed: 'where we write by email', example: 'name@example.com' },
  address_1: {
    holds: TEXT,
    is: 'The first line of the postal address, without the name',
    needed: 'where we write by post',
    example: '1 High Street',
  },
  address_2: { holds: TEXT, is: 'The second line', example: 'Weston' },
  address_3: { holds: TEXT, is: 'The third line', example: 'Bath' },
  postcode: { holds: TEXT, is: 'The postcode', needed: 'where we write by post', example: 'BA1 1AA' },
  phone: { holds: TEXT, is: 'The phone number', example: '01225 394382' },
  print: { holds: oneOf<PrintSize>(PRINT_SIZE_WORDS), is: 'The print of letters. Blank: standard', example: 'large' },
  language: { holds: TEXT, is: 'The language that the family reads best, if not English', example: 'Polish' },

  adviser_contacted_on: {
    holds: DATE,
    is: 'When the family first spoke to the mediation adviser',
    example: '20/02/2026',
  },
  mediation_declined_on: {
    holds: DATE,
    is: 'When the family told the adviser that it does not want mediation',
    example: '20/02/2026',
  },
  mediation_asked_on: {
    holds: DATE,
    is: 'When the council was told that the family wants mediation',
    example: '23/02/2026',
  },
  health_issue: {
    holds: oneOf<HealthIssue>(HEALTH_ISSUE_WORDS),
    is: 'Whether mediation is about health care in the plan',
    example: 'none',
  },
  health_board_told_on: { holds: DATE, is: 'When the council told the integrated care board', example: '25/02/2026' },
  mediation_cannot_be_arranged_on: {
    holds: DATE,
    is: 'When the council told the adviser that it cannot arrange mediation in time',
    example: '20/03/2026',
  },
  meeting_fixed_on: { holds: DATE, is: 'When the mediation meeting was fixed', example: '02/03/2026' },
  meeting_on: { holds: DATE, is: 'The day of the meeting', needed: 'with meeting_fixed_on', example: '17/03/2026' },
  meeting_at: { holds: TIME, is: 'When it starts', needed: 'with meeting_fixed_on', example: '14:30' },
  meeting_format: {
    holds: oneOf<MeetingFormat>(MEETING_FORMAT_WORDS),
    is: 'How people meet',
    needed: 'with meeting_fixed_on',
    example: 'online',
  },
  short_notice_agreed: {
    holds: YES_OR_NO,
    is: 'Whether the family agreed to less than 5 working days’ notice of the meeting',
    example: 'no',
  },
  mediation_ended_on: { holds: DATE, is: 'When mediation ended', example: '17/03/2026' },
  mediation_result: {
    holds: oneOf<MediationResult>(MEDIATION_RESULT_WORDS),
    is: 'What came of it',
    needed: 'with mediation_ended_on',
    example: 'not-agreed',
  },
  certificate_issued_on: { holds: DATE, is: 'The date on the mediation certificate', example: '18/03/2026' },
  information_given: {
    holds: YES_OR_NO,
    is: 'Whether the certificate says that the adviser gave information and advice',
    example: 'yes',
  },
  agreed_on: {
    holds: DATE,
    is: 'When the family and the council agreed without mediation or an appeal',
    example: '24/03/2026',
  },
  appeal_received_on: { holds: DATE, is: 'When the Tribunal received the appeal', example: '30/03/2026' },
  appeal_sent_to_council_on: {
    holds: DATE,
    is: 'When the Tribunal sent the appeal to the council',
    example: '07/04/2026',
  },
  response_due_on: {
    holds: DATE,
    is: 'The day for the council’s response in the Tribunal’s letter',
    example: '20/05/2026',
  },
  appeal_goes_ahead: {
    holds: oneOf<LetGoAhead>(LET_GO_AHEAD_WORDS),
    is: 'Whether the Tribunal has let an appeal go ahead that is late or has no certificate',
    example: 'yes',
  },
  response_sent_on: { holds: DATE, is: 'When the council sent its response', example: '18/05/2026' },
  appeal_conceded_on: {
    holds: DATE,
    is: 'When the council told the Tribunal that it does not oppose the appeal',
    example: '20/05/2026',
  },
  appeal_withdrawn_on: { holds: DATE, is: 'When the family withdrew its appeal', example: '22/05/2026' },
  appeal_decided_on: { holds: DATE, is: 'When the Tribunal ended the appeal', example: '21/09/2026' },
  appeal_decision: {
    holds: oneOf<TribunalDecision>(TRIBUNAL_DECISION_WORDS),
    is: 'How the Tribunal ended it',
    needed: 'with appeal_decided_on',
    example: 'decided-in-part',
  },
  duties: {
    holds: someOf<Duty>(DUTY_WORDS),
    is: 'What the council has to do, by the agreement at mediation, by the Tribunal’s order or because it conceded',
    example: 'amend-contents',
  },
  case_ended_on: { holds: DATE, is: 'When the council ended its record of the case', example: '24/03/2026' },
  case_ended_why: {
    holds: oneOf<WithdrawnReason>(WITHDRAWN_REASON_WORDS),
    is: 'Why it ended it',
    needed: 'with case_ended_on',
    example: 'council-changed-decision',
  },
} as const satisfies Readonly<Record<string, Column>>

export type ColumnName = keyof typeof COLUMNS

/** A column of which the compiler does not know which it is. */
export function columnOf(name: ColumnName): Column {
  return COLUMNS[name]
}

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[]

/** The column that says, in what is given back, why a row was not imported. It is passed over when it comes again. */
export const WHY_COLUMN = 'why_not_imported'

/** For whoever reads a header. */
export const IMPORT_COLUMNS: KnownColumns<ColumnName> = {
  read: COLUMN_NAMES,
  inEveryHeader: ['printed_on', 'child_name'],
  added: [],
}

/** What somebody may write in a column, as the page and docs/importing.md say it. */
export function holdsInWords({ kind, ...more }: Holds): string {
  switch (kind) {
    case 'date':
      return 'a date'
    case 'time':
      return 'a time'
    case 'yes-or-no':
      return '`yes` or `no`'
    case 'text':
      return 'text'
    case 'word':
    case 'words': {
      const words = 'words' in more ? Object.entries(more.words) : []
      const list = words.map(([word, is]) => `\`${word}\` (${is})`).join(', ')
      return kind === 'word' ? `one of ${list}` : `any of ${list}, with a semicolon between two`
    }
  }
}
