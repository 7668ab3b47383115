import type { Contact } from '../../cases/contact.ts'
import type { FactDetails, FactType, NewFact } from '../../cases/fact.ts'
import { newFact } from '../../cases/fact-input.ts'
import type { Decision } from '../../cases/opening/facts.ts'
import { isPlacementOnly, type PlanSection } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { ImportProblem, UnderWay } from '../../recording/import-case.ts'
import { readDateCell } from '../../spreadsheet/date-cell.ts'
import { shown, trimmed } from '../../text/unseen.ts'
import { askOptionalChoice, askOptionalLine, askTime, formOf, mapForm, optionsOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
import { PRINT_SIZE_WORDS } from '../closed-words.ts'
import { CONTACT_CHECKS, CONTACT_QUESTIONS, contactOf } from '../contacts/contact-fields.ts'
import { COLUMNS, type ColumnName, columnOf } from './columns.ts'

/** The cells of a row by their column, as text. What the file has no column for is blank. */
export type Cells = Readonly<Partial<Record<ColumnName, string>>>

/** Why a row cannot be imported: one thing in it that is wrong. */
export interface RowProblem {
  readonly column: ColumnName
  /** The cell as a message shows it; undefined where it is blank. */
  readonly value?: string
  /** A sentence or two: what is wrong, and what to do. */
  readonly why: string
}

export type RowReading =
  | { readonly ok: true; readonly underWay: UnderWay }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/**
 * Reads a row: its words, its dates as spreadsheets write them, the day first, and its contact details by the same rules as
 * the form that opens a case.
 * @param today the day in England
 */
export function readRow(cells: Cells, today: CalendarDate): RowReading {
  const reader = new RowReader(cells, today)
  const decision = decisionIn(reader)
  const contact = contactIn(reader)
  const happened = EVENTS.flatMap((event) => factIn(reader, event) ?? [])
  reader.refuseDutiesOfNothing(happened)
  const { problems } = reader
  return decision && contact && problems.length === 0
    ? { ok: true, underWay: { decision, contact, happened } }
    : { ok: false, problems }
}

/** What is wrong with a row by the checks of the case, at its columns. */
export function problemInRow({ of, field, message }: ImportProblem, cells: Cells): RowProblem {
  const column = columnOfField(of, field)
  return { column, ...shownIn(cells, column), why: `${message}.` }
}

/** Reads the cells of one row, and notes what is wrong with them. */
class RowReader {
  readonly problems: RowProblem[] = []
  readonly #cells: Cells
  readonly #today: CalendarDate

  constructor(cells: Cells, today: CalendarDate) {
    this.#cells = cells
    this.#today = today
  }

  note(column: ColumnName, why: string): undefined {
    this.problems.push({ column, ...shownIn(this.#cells, column), why })
  }

  isBlank(column: ColumnName): boolean {
    return this.text(column) === undefined
  }

  /** The text of a cell; undefined where it is blank. */
  text(column: ColumnName): string | undefined {
    return textOf(this.#cells[column] ?? '') || undefined
  }

  date(column: ColumnName): CalendarDate | undefined {
    const cell = readDateCell(this.text(column) ?? '', { order: 'day-first', today: this.#today })
    if (cell.kind === 'unreadable') return this.note(column, cell.why)
    return cell.kind === 'date' ? cell.date : undefined
  }

  word(column: ColumnName): string | undefined {
    const [first, ...others] = this.words(column)
    return others.length === 0 ? first : this.note(column, `This column takes one word. ${whatItTakes(column)}`)
  }

  words(column: ColumnName): readonly string[] {
    const text = this.text(column)
    if (text === undefined) return []
    const known = wordsOf(column)
    // A word as staff read it can have a comma or a semicolon in it.
    const whole = wordMeant(text, known)
    if (whole !== undefined) return [whole]
    const parts = text.split(/[;,|\n]/).map(trimmed)
    return parts
      .filter((part) => part !== '')
      .flatMap((part) => {
        const word = wordMeant(part, known)
        if (word === undefined)
          this.note(column, `${shown(part)} is not one of the words of this column. ${whatItTakes(column)}`)
        return word ?? []
      })
  }

  yesOrNo(column: ColumnName): boolean | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    const answer = YES_AND_NO.get(text.toLowerCase())
    return answer ?? this.note(column, 'This column takes yes or no.')
  }

  /** Notes that a cell has to be filled in. */
  require(column: ColumnName, why: () => string): void {
    if (this.isBlank(column)) this.note(column, why())
  }

  /** What the council has to do belongs to what says so. */
  refuseDutiesOfNothing(happened: readonly NewFact[]): void {
    if (this.isBlank('duties') || happened.some(({ type }) => WITH_DUTIES.includes(type))) return
    this.note(
      'duties',
      'What the council has to do comes with an agreement at mediation, an order or a conceded appeal, and none is in this row.',
    )
  }
}

const YES_AND_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', '1', 'true'].map((word): [string, boolean] => [word, true]),
  ...['no', 'n', '0', 'false'].map((word): [string, boolean] => [word, false]),
])

/**
 * The text of a cell. Excel keeps text that looks like a number as ="00123"; and the apostrophe that we put before what
 * looks like a formula is not a part of it.
 */
function textOf(cell: string): string {
  const text = trimmed(cell)
  const kept = /^="(?<kept>[^"]*)"$/.exec(text)?.groups?.kept
  return trimmed(kept ?? text.replace(/^'(?=[=+\-@])/, ''))
}

function shownIn(cells: Cells, column: ColumnName): { readonly value?: string } {
  const text = textOf(cells[column] ?? '')
  return text === '' ? {} : { value: shown(text) }
}

function wordsOf(column: ColumnName): Readonly<Record<string, string>> {
  const { holds } = columnOf(column)
  if (holds.kind !== 'word' && holds.kind !== 'words') throw new Error(`The column ${column} has no words of its own.`)
  return holds.words
}

/** "Refusal to assess" and "refusal-to-assess" are the same, as are the words that staff read. */
function wordMeant(text: string, words: Readonly<Record<string, string>>): string | undefined {
  const meant = lettersOf(text)
  return Object.entries(words).find(([word, is]) => lettersOf(word) === meant || lettersOf(is) === meant)?.[0]
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function whatItTakes(column: ColumnName): string {
  return `It takes ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(Object.keys(wordsOf(column)))}.`
}

function decisionIn(reader: RowReader): Decision | undefined {
  reader.require('decision', () => `Say what the council decided. ${whatItTakes('decision')}`)
  reader.require('printed_on', () => 'Enter the date printed on the decision letter.')
  const decisionKind = reader.word('decision') as Decision['decisionKind'] | undefined
  const printedOn = reader.date('printed_on')
  const sentOn = reader.date('sent_on') ?? printedOn
  const sections = reader.words('sections') as readonly PlanSection[]
  const requestReceivedOn = reader.date('request_received_on')
  if (!decisionKind || !printedOn || !sentOn) return undefined
  return {
    decisionKind,
    placementOnly: isPlacementOnly(sections),
    printedOn,
    sentOn,
    ...(sections.length > 0 && { sections }),
    ...(requestReceivedOn && { requestReceivedOn }),
  }
}

/** The questions of the form that opens a case that a row answers, and how the family reads best. */
const CONTACT_FORM = mapForm(
  formOf(
    {
      ...CONTACT_QUESTIONS,
      print: askOptionalChoice(optionsOf(PRINT_SIZE_WORDS), { label: '' }),
      language: askOptionalLine({ label: '', what: 'the language' }),
    },
    CONTACT_CHECKS,
  ),
  ({ print, language, ...whoAndHow }): Contact => ({
    ...contactOf(whoAndHow),
    ...(print && { print }),
    ...(language && { language }),
  }),
)

/** Where each question of it stands in a row. */
const CONTACT_COLUMNS = {
  relationship: 'relationship',
  name: 'name',
  childName: 'child_name',
  bornOn: 'born_on',
  childReference: 'child_reference',
  caseReference: 'case_reference',
  uniquePupilNumber: 'unique_pupil_number',
  by: 'by',
  email: 'email',
  postalAddress: 'address_1',
  phone: 'phone',
  print: 'print',
  language: 'language',
} as const satisfies Readonly<Record<string, ColumnName>>

const ADDRESS_COLUMNS = ['address_1', 'address_2', 'address_3', 'postcode'] as const satisfies readonly ColumnName[]

function contactIn(reader: RowReader): Contact | undefined {
  const before = reader.problems.length
  reader.require('relationship', () => `Say whom we write to. ${whatItTakes('relationship')}`)
  reader.require('by', () => `Say how we write to the family. ${whatItTakes('by')}`)
  const answers = Object.entries(CONTACT_COLUMNS).flatMap(([question, column]): readonly [string, unknown][] => {
    const answer = answerIn(reader, column)
    return answer === undefined ? [] : [[question, answer]]
  })
  const reading = readForm(CONTACT_FORM, typedAnswers(CONTACT_FORM.fields, Object.fromEntries(answers)))
  if (reading.ok) return reading.values
  const told = reader.problems.slice(before).map(({ column }) => column)
  for (const { field, message } of reading.problems) {
    const column = CONTACT_COLUMNS[field as keyof typeof CONTACT_COLUMNS]
    if (!told.includes(column)) reader.note(column, `${message}.`)
  }
  return undefined
}

function answerIn(reader: RowReader, column: ColumnName): unknown {
  if (column === 'address_1') {
    const lines = ADDRESS_COLUMNS.flatMap((line) => reader.text(line) ?? [])
    return lines.length > 0 ? lines : undefined
  }
  switch (columnOf(column).holds.kind) {
    case 'date':
      return reader.date(column)
    case 'word':
      return reader.word(column)
    default: {
      const text = reader.text(column)
      if (text?.startsWith('=')) return reader.note(column, 'This is a formula. Save the file with its values alone.')
      return text
    }
  }
}

/** Something that has happened on a case, of which a row says the day. */
interface Happened<Type extends FactType = FactType> {
  readonly type: Type
  readonly day: ColumnName
  /** Where else a row says something of it: each with the name of its detail, for what is wrong with it. */
  readonly more: Readonly<Partial<Record<ColumnName, string>>>
  /** The name of the detail that the day is. */
  readonly dayField: string
  readonly needs: readonly ColumnName[]
  /** Other kinds under which the fact is recorded, where a word of the row decides. */
  readonly alsoAs: readonly FactType[]
  read(reader: RowReader, day: CalendarDate): NewFact | undefined
}

/** That something happened on a day, and nothing more of it. */
function onDay<Type extends FactType>(
  type: Type,
  day: ColumnName,
  dayField: keyof FactDetails[Type] & string,
): Happened {
  return {
    type,
    day,
    dayField,
    more: {},
    needs: [],
    alsoAs: [],
    read: (_reader, on) => newFact(type, { [dayField]: on } as FactDetails[Type]),
  }
}

/** The facts that a row can tell of, in the order in which they are told. */
const EVENTS: readonly Happened[] = [
  onDay('adviser-contacted', 'adviser_contacted_on', 'contactedOn'),
  onDay('mediation-declined', 'mediation_declined_on', 'declinedOn'),
  {
    type: 'mediation-chosen',
    day: 'mediation_asked_on',
    dayField: 'councilToldOn',
    more: { health_issue: 'healthIssue' },
    needs: [],
    alsoAs: [],
    read: (reader, councilToldOn) => {
      const healthIssue = reader.word('health_issue') as FactDetails['mediation-chosen']['healthIssue']
      return newFact('mediation-chosen', { councilToldOn, ...(healthIssue && { healthIssue }) })
    },
  },
  onDay('health-board-told', 'health_board_told_on', 'boardToldOn'),
  onDay('mediation-cannot-be-arranged', 'mediation_cannot_be_arranged_on', 'adviserToldOn'),
  {
    type: 'meeting-arranged',
    day: 'meeting_fixed_on',
    dayField: 'arrangedOn',
    more: {
      meeting_on: 'meetingOn',
      meeting_at: 'startsAt',
      meeting_format: 'format',
      short_notice_agreed: 'shortNoticeAgreed',
    },
    needs: ['meeting_on', 'meeting_at', 'meeting_format'],
    alsoAs: [],
    read: (reader, arrangedOn) => {
      const meetingOn = reader.date('meeting_on')
      const startsAt = timeIn(reader, 'meeting_at')
      const format = reader.word('meeting_format') as FactDetails['meeting-arranged']['format'] | undefined
      const shortNoticeAgreed = reader.yesOrNo('short_notice_agreed')
      if (!meetingOn || !startsAt || !format) return undefined
      return newFact('meeting-arranged', {
        arrangedOn,
        meetingOn,
        startsAt,
        format,
        ...(shortNoticeAgreed !== undefined && { shortNoticeAgreed }),
      })
    },
  },
  {
    type: 'mediation-agreed',
    alsoAs: ['mediation-partly-agreed', 'mediation-not-agreed'],
    day: 'mediation_ended_on',
    dayField: 'concludedOn',
    more: { mediation_result: 'result' },
    needs: ['mediation_result'],
    read: (reader, concludedOn) => {
      const result = reader.word('mediation_result')
      if (result === 'not-agreed') return newFact('mediation-not-agreed', { concludedOn })
      const isLast = reader.isBlank('appeal_conceded_on') && reader.isBlank('appeal_decided_on')
      const duties = isLast ? dutiesIn(reader) : []
      const agreed = { concludedOn, ...(duties.length > 0 && { duties }) }
      if (result === 'agreed') return newFact('mediation-agreed', agreed)
      return result === 'partly-agreed' ? newFact('mediation-partly-agreed', agreed) : undefined
    },
  },
  {
    type: 'certificate-issued',
    day: 'certificate_issued_on',
    dayField: 'issuedOn',
    more: { information_given: 'informationGiven' },
    needs: [],
    alsoAs: [],
    read: (reader, issuedOn) => {
      const informationGiven = reader.yesOrNo('information_given')
      return newFact('certificate-issued', { issuedOn, ...(informationGiven !== undefined && { informationGiven }) })
    },
  },
  onDay('agreement-reached', 'agreed_on', 'agreedOn'),
  {
    type: 'appeal-registered',
    day: 'appeal_received_on',
    dayField: 'receivedOn',
    more: {
      appeal_sent_to_council_on: 'sentToCouncilOn',
      response_due_on: 'responseDueOn',
      appeal_goes_ahead: 'letGoAhead',
    },
    needs: [],
    alsoAs: [],
    read: (reader, receivedOn) => {
      const sentToCouncilOn = reader.date('appeal_sent_to_council_on')
      const responseDueOn = reader.date('response_due_on')
      const letGoAhead = reader.word('appeal_goes_ahead') as FactDetails['appeal-registered']['letGoAhead']
      return newFact('appeal-registered', {
        receivedOn,
        ...(sentToCouncilOn && { sentToCouncilOn }),
        ...(responseDueOn && { responseDueOn }),
        ...(letGoAhead && { letGoAhead }),
      })
    },
  },
  onDay('response-sent', 'response_sent_on', 'sentOn'),
  {
    ...onDay('appeal-conceded', 'appeal_conceded_on', 'concededOn'),
    read: (reader, concededOn) => newFact('appeal-conceded', { concededOn, duties: dutiesIn(reader) }),
  },
  onDay('appeal-withdrawn', 'appeal_withdrawn_on', 'withdrawnOn'),
  {
    type: 'appeal-decided',
    day: 'appeal_decided_on',
    dayField: 'decidedOn',
    more: { appeal_decision: 'decision' },
    needs: ['appeal_decision'],
    alsoAs: [],
    read: (reader, decidedOn) => {
      const decision = reader.word('appeal_decision') as FactDetails['appeal-decided']['decision'] | undefined
      return decision && newFact('appeal-decided', { decidedOn, decision, duties: dutiesIn(reader) })
    },
  },
  {
    type: 'case-withdrawn',
    day: 'case_ended_on',
    dayField: 'withdrawnOn',
    more: { case_ended_why: 'reason' },
    needs: ['case_ended_why'],
    alsoAs: [],
    read: (reader, withdrawnOn) => {
      const reason = reader.word('case_ended_why') as FactDetails['case-withdrawn']['reason'] | undefined
      return reason && newFact('case-withdrawn', { withdrawnOn, reason })
    },
  },
]

/** What the council has to do can follow from each of these: in a row, from the last of them. */
const WITH_DUTIES: readonly FactType[] = [
  'mediation-agreed',
  'mediation-partly-agreed',
  'appeal-conceded',
  'appeal-decided',
]

function factIn(reader: RowReader, { day, more, needs, read }: Happened): NewFact | undefined {
  const on = reader.date(day)
  if (!on) {
    const filled = (Object.keys(more) as ColumnName[]).find((column) => !reader.isBlank(column))
    return filled && reader.isBlank(day)
      ? reader.note(day, `Enter this day too: ${filled} is filled in. ${COLUMNS[day].is}.`)
      : undefined
  }
  const missing = needs.filter((column) => reader.isBlank(column))
  for (const column of missing) {
    reader.note(column, `Fill this in: ${day} says ${formatDate(on)}. ${COLUMNS[column].is}.`)
  }
  return missing.length === 0 ? read(reader, on) : undefined
}

function dutiesIn(reader: RowReader): FactDetails['appeal-decided']['duties'] {
  return reader.words('duties') as FactDetails['appeal-decided']['duties']
}

const TIME_FORM = formOf({ time: askTime({ label: '', what: 'the time' }) })

function timeIn(reader: RowReader, column: ColumnName): string | undefined {
  // Excel writes the seconds too.
  const text = (reader.text(column) ?? '').replace(/^(\d{1,2}:\d{2}):00$/, '$1')
  const reading = readForm(TIME_FORM, { time: text })
  return reading.ok ? reading.values.time : reader.note(column, `${reading.problems[0]?.message}.`)
}

const DECISION_FIELDS: Readonly<Record<string, ColumnName>> = {
  decisionKind: 'decision',
  printedOn: 'printed_on',
  sentOn: 'sent_on',
  sections: 'sections',
  requestReceivedOn: 'request_received_on',
  ...CONTACT_COLUMNS,
}

/** The column that says a detail of a fact; that of its day, where none does. */
function columnOfField(type: FactType, field: string): ColumnName {
  if (type === 'case-opened') return DECISION_FIELDS[field] ?? 'printed_on'
  const event = EVENTS.find((one) => one.type === type || one.alsoAs.includes(type))
  if (!event) throw new Error(`No column of an import says "${type}".`)
  if (field === 'duties') return 'duties'
  const said = Object.entries(event.more).find(([, name]) => name === field)
  return (said?.[0] as ColumnName | undefined) ?? event.day
}
