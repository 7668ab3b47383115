import { caseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact, PrivateWords } from '../../cases/contact.ts'
import { FACTS_AT_ANY_TIME, type FactType } from '../../cases/fact.ts'
import { addressFailure } from '../../cases/failing-address.ts'
import { mustNotBeWrittenTo, RECIPIENT_ROLES } from '../../cases/recipient.ts'
import { recordableFacts } from '../../cases/record-fact.ts'
import type { Wait } from '../../cases/stage.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { failingAddressInWords } from '../words/contact-words.ts'
import { formatInstant } from '../words/day.ts'
import { describeDecision } from '../words/decision-words.ts'
import { describeFact, FACT_NAMES, factTitle } from '../words/fact-words.ts'
import { NEXT_DATE_WORDS, OUTCOME_EXPLANATIONS, OUTCOME_WORDS, WAIT_WORDS } from '../words/journey-words.ts'
import { nextDateTag } from './case-list-view.ts'
import { type DateCard, dateCards } from './date-cards.ts'
import { type LetterView, letterViews } from './letter-view.ts'
import { type TaskView, taskViews } from './task-view.ts'
import { type TimelineEntry, timeline } from './timeline.ts'

/** A case as its page shows it, and as a program reads it. */
export interface CaseView {
  readonly caseId: string
  readonly version: number
  readonly status: 'open' | 'closed'
  readonly decision: string
  readonly openedAt: string
  readonly openedInWords: string
  /** True while the service acts on what was recorded last, and does not know yet what to wait for. */
  readonly journeyIsWorking: boolean
  readonly next: {
    readonly what: string
    readonly why: string
    readonly date?: CalendarDate
    readonly dateInWords?: string
    readonly dateFor?: string
    readonly tag?: { readonly text: string; readonly colour: string }
  }
  readonly outcome?: string
  readonly closedAt?: string
  readonly dates: readonly DateCard[]
  readonly waits: readonly (Pick<Wait, 'stage' | 'name' | 'state' | 'awaits' | 'wakeAt'> & {
    readonly wakeInWords: string
  })[]
  /** The facts that can be recorded now: those that are awaited, and those that may come at any time. */
  readonly recordable: readonly FactType[]
  readonly actions: { readonly awaited: readonly Action[]; readonly anyTime: readonly Action[] }
  /** For safety: nothing is sent or printed. */
  readonly mustNotBeWrittenTo: boolean
  /** Which email addresses fail, so that letters go there. */
  readonly failingAddresses: readonly string[]
  readonly tasks: readonly TaskView[]
  readonly letters: readonly LetterView[]
  readonly messages: CaseFile['messages']
  readonly facts: CaseFile['subject']['facts']
  readonly timeline: readonly TimelineEntry[]
  readonly contact: Contact
}

interface Action {
  readonly type: FactType
  readonly name: string
  readonly href: string
}

/** What the page of a case shows on the day `today`. */
export function caseView(
  file: CaseFile,
  contact: Contact,
  words: ReadonlyMap<string, PrivateWords>,
  today: CalendarDate,
): CaseView {
  const { record, subject, waits, messages } = file
  const recordable = recordableFacts(file)
  const actions = recordable.map(
    (type): Action => ({
      type,
      name: FACT_NAMES[type],
      href: `/cases/${record.caseId}/record/${type}`,
    }),
  )
  const atAnyTime = ({ type }: Action) => FACTS_AT_ANY_TIME.includes(type)
  return {
    caseId: record.caseId,
    version: record.version,
    status: record.status,
    decision: describeDecision(record),
    openedAt: record.openedAt,
    openedInWords: formatInstant(record.openedAt),
    journeyIsWorking: journeyIsWorking(file),
    next: whatIsNext(file, today),
    ...(record.outcome && { outcome: record.outcome }),
    ...(record.closedAt && { closedAt: record.closedAt }),
    dates: dateCards(caseDates(subject, today), subject, today),
    waits: waits.map(({ stage, name, state, awaits, wakeAt }) => ({
      stage,
      name,
      state,
      awaits,
      wakeAt,
      wakeInWords: formatInstant(wakeAt),
    })),
    recordable,
    actions: { awaited: actions.filter((one) => !atAnyTime(one)), anyTime: actions.filter(atAnyTime) },
    mustNotBeWrittenTo: mustNotBeWrittenTo(contact),
    failingAddresses: RECIPIENT_ROLES.flatMap((role) => {
      const failure = addressFailure(file, role)
      return failure ? [failingAddressInWords(role, failure)] : []
    }),
    tasks: taskViews(file, contact, today),
    letters: letterViews(file, contact, today),
    messages,
    facts: subject.facts,
    timeline: timeline(file, words),
    contact,
  }
}

/** Whether the journey still acts on what was recorded last: the case is open, and nothing is awaited. */
export function journeyIsWorking({ record, waits }: CaseFile): boolean {
  return record.status === 'open' && !waits.some(({ state }) => state === 'waiting')
}

/** What to say of a fact that has been recorded: "Mediation ended without agreement. Mediation ended on ...". */
export function recordedInWords({ subject }: CaseFile, sequence: string): string | undefined {
  const fact = subject.facts.find((one) => one.sequence === sequence)
  return fact && [`${factTitle(fact.type)}.`, ...describeFact(fact)].join(' ')
}

function whatIsNext(file: CaseFile, today: CalendarDate): CaseView['next'] {
  const { record, waits } = file
  if (record.status === 'closed') {
    return record.outcome
      ? { what: `This case is closed: ${OUTCOME_WORDS[record.outcome]}`, why: OUTCOME_EXPLANATIONS[record.outcome] }
      : { what: 'This case is closed', why: '' }
  }
  const waiting = waits.find(({ state }) => state === 'waiting')
  if (!waiting) {
    return {
      what: 'The service is working on what was recorded last',
      why: 'It writes to the family and works out what comes next. This takes a few seconds.',
    }
  }
  return {
    ...WAIT_WORDS[waiting.name],
    date: record.nextDate,
    dateInWords: formatDate(record.nextDate),
    dateFor: NEXT_DATE_WORDS[record.nextKind].what,
    ...nextDateTag(record.nextKind, record.nextDate, today),
  }
}
