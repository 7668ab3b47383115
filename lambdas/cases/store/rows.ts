import * as v from 'valibot'
import { RESTRICTING_REASONS } from '../../audit/entry.ts'
import { DECISION_KINDS } from '../../law/appealable-decisions.ts'
import { parseMonth } from '../../law/month.ts'
import { workOfCase } from '../about.ts'
import type { CaseRecord } from '../case-file.ts'
import {
  ACTS_FOR,
  type Contact,
  OTHER_FORMATS,
  PRINT_SIZES,
  type PrivateWords,
  RELATIONSHIPS,
  WAYS_TO_WRITE,
} from '../contact.ts'
import { ROUNDINGS } from '../council.ts'
import type { DatesTold } from '../dates-told.ts'
import { calendarDay } from '../details.ts'
import { dutyOfFact } from '../duties/duty-of-fact.ts'
import type { Fact } from '../fact.ts'
import { FACT_TYPES, kindOf } from '../facts.ts'
import { LETTER_REASONS, type Letter } from '../letter.ts'
import { MEDIATION_RESULTS } from '../mediation/closed-words.ts'
import {
  type CouncilMessageRecord,
  EMAIL_DELIVERIES,
  KINDS_ABOUT_A_FACT,
  type MessageDue,
  type MessageRecord,
} from '../message.ts'
import { APPEAL_STANDINGS, CASE_OUTCOMES, ROUTES } from '../outcome.ts'
import { type Particulars, REACH_FIELDS } from '../particulars.ts'
import { NEXT_DATE_KINDS } from '../plan/next-date-kind.ts'
import { type Addressee, RECIPIENT_ROLES } from '../recipient.ts'
import type { Restriction } from '../restriction.ts'
import type { ErasedCase } from '../retention/erased-case.ts'
import type { LegalHold } from '../retention/legal-hold.ts'
import { LIST_STATES, REASONS_LEFT_OUT, type RetentionList } from '../retention/retention-list.ts'
import { sequenceOfFact } from '../sequence.ts'
import { type Ending, STAGES, TIME_OUTCOMES, WAIT_NAMES } from '../stages.ts'
import { STOP_REASONS, type Stop } from '../stop.ts'
import { STORED_SHAPE } from '../stored-shape.ts'
import type { Task } from '../task.ts'
import type { TaskOwner } from '../task-owner.ts'
import { TASK_KINDS, taskRules } from '../tasks.ts'
import { type HeldMessage, NOT_NEEDED_REASONS } from '../telling/held-message.ts'
import type { Wait } from '../wait.ts'
import { GIVE_OWNER, WORK_KINDS, type WorkItem } from '../work/case-work.ts'
import type { Cover } from '../work/cover.ts'
import { OFFICER_WORK_KINDS } from '../work/officer-work.ts'
import type { Team } from '../work/team.ts'
import type { Invoice } from './invoice-store.ts'
import type { CountedCase, OutcomesCompared } from './outcome-store.ts'
import type { KeptRelease } from './release-store.ts'
import type { TypedYear } from './typed-figure-store.ts'
import type { CountedWork, ListedWork } from './work-store.ts'

/** A stored row cannot be what it says it is. The message names the case and the row, and no value: it may name somebody. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRow'
}

type Item = Readonly<Record<string, unknown>>

const text = v.string()
const instant = v.pipe(v.string(), v.isoTimestamp())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const fact: v.GenericSchema<unknown, Fact> = v.pipe(
  v.strictObject({
    type: v.picklist(FACT_TYPES),
    sequence: sequenceOfFact,
    recordedAt: instant,
    recordedBy: text,
    follows: v.optional(sequenceOfFact),
    details: v.unknown(),
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const details = v.safeParse(kindOf(value.type).details, value.details)
    if (details.success) return { ...value, details: details.output } as Fact
    for (const issue of details.issues) addIssue({ message: `details.${v.getDotPath(issue) ?? ''} ${wrong(issue)}` })
    return NEVER
  }),
)

/** What a stage can end with: which of them a stage of its kind has is in its table. */
const ENDS_A_STAGE: readonly string[] = [...FACT_TYPES, ...TIME_OUTCOMES, 'corrected']
const stageRow = {
  stage: v.picklist(STAGES),
  startedFrom: sequenceOfFact,
  run: text,
  parkedAt: instant,
}
const parkedStage = {
  ...stageRow,
  name: v.picklist(WAIT_NAMES),
  awaits: v.array(v.picklist(FACT_TYPES)),
  wakeAt: instant,
  execution: text,
  taskToken: text,
  heard: sequenceOfFact,
  next: v.strictObject({ date: calendarDay, kind: v.picklist(NEXT_DATE_KINDS) }),
}
const wait: v.GenericSchema<unknown, Wait> = v.variant('state', [
  v.strictObject({
    ...stageRow,
    state: v.literal('starting'),
    name: v.picklist(WAIT_NAMES),
    heard: sequenceOfFact,
  }),
  v.strictObject({ ...parkedStage, state: v.literal('waiting') }),
  v.strictObject({
    ...parkedStage,
    state: v.literal('answered'),
    answer: v.strictObject({
      outcome: v.picklist([...FACT_TYPES, 'changed', 'corrected']),
      heard: sequenceOfFact,
    }),
  }),
  v.strictObject({ ...parkedStage, state: v.literal('ended') }),
  v.strictObject({
    ...stageRow,
    state: v.literal('finished'),
    endedWith: v.custom<Ending>((word) => ENDS_A_STAGE.some((one) => one === word), 'must be how a stage can end'),
  }),
])

const stop = {
  stage: v.picklist(STAGES),
  startedFrom: sequenceOfFact,
  why: v.picklist(STOP_REASONS),
  run: v.optional(text),
  stops: count,
  stoppedAt: instant,
}
const stopOfStage: v.GenericSchema<unknown, Stop> = v.variant('state', [
  v.strictObject({ ...stop, state: v.literal('stopped'), goesOnAt: instant }),
  v.strictObject({ ...stop, state: v.literal('gone-on'), as: v.optional(text) }),
])

const claimed = {
  key: text,
  claimedAt: instant,
  attempts: count,
  subject: text,
  hashes: v.optional(v.array(text)),
  sesMessageIds: v.array(text),
}
const sent = { state: v.literal('sent'), sentAt: instant, delivery: v.optional(v.picklist(EMAIL_DELIVERIES)) }
const notSent = { state: v.picklist(['claimed', 'by-letter', 'withheld']) }
const unsettled = { state: v.literal('unsettled'), problem: text }
const inEachState = <Entries extends v.ObjectEntries>(due: Entries) =>
  v.variant('state', [
    v.strictObject({ ...claimed, ...due, ...sent }),
    v.strictObject({ ...claimed, ...due, ...notSent }),
    v.strictObject({ ...claimed, ...due, ...unsettled }),
  ])
const roles = v.picklist(RECIPIENT_ROLES)
const toFamily = {
  recipient: v.optional(roles),
  copies: v.optional(v.array(roles)),
  days: v.optional(v.array(calendarDay)),
}
const message: v.GenericSchema<unknown, MessageRecord> = v.variant('kind', [
  inEachState({ kind: v.picklist(KINDS_ABOUT_A_FACT), about: sequenceOfFact, ...toFamily }),
  inEachState({ kind: v.literal('duty-overdue'), about: dutyOfFact, ...toFamily }),
])
const messageDue: v.GenericSchema<unknown, MessageDue> = v.variant('kind', [
  v.strictObject({ kind: v.picklist(KINDS_ABOUT_A_FACT), about: sequenceOfFact }),
  v.strictObject({ kind: v.literal('duty-overdue'), about: dutyOfFact }),
])
const due = { key: text, message: messageDue, heldAt: instant }
const heldUntil = v.union([
  v.strictObject({ ...due, state: v.literal('held'), leavesAt: instant }),
  v.strictObject({ ...due, state: v.literal('held'), waitsFor: v.literal('party'), leavesAt: v.optional(instant) }),
])
const held: v.GenericSchema<unknown, HeldMessage> = v.union([
  heldUntil,
  v.strictObject({ ...due, state: v.literal('ready'), releasedAt: instant }),
  v.strictObject({ ...due, state: v.picklist(['leaving', 'left']), releasedAt: instant, as: messageDue }),
  v.strictObject({ ...due, state: v.literal('not-needed'), reason: v.picklist(NOT_NEEDED_REASONS) }),
])
const councilMessage: v.GenericSchema<unknown, CouncilMessageRecord> = v.variant('kind', [
  inEachState({
    kind: v.picklist(['officer-digest', 'adviser-digest']),
    about: calendarDay,
    told: v.array(text),
    to: v.optional(text),
  }),
  inEachState({ kind: v.picklist(['officer-today', 'adviser-today']), about: workOfCase }),
])

const given = { id: text, kind: v.picklist(TASK_KINDS), about: v.unknown(), dueOn: calendarDay, createdAt: instant }
const task: v.GenericSchema<unknown, Task> = v.pipe(
  v.variant('state', [
    v.strictObject({ ...given, state: v.literal('open') }),
    v.strictObject({ ...given, state: v.literal('done'), doneAt: instant }),
  ]),
  v.guard(isTask, 'about must be what a task of this kind is about'),
)

function isTask(row: Pick<Task, 'kind'> & { readonly about: unknown }): row is Task {
  return v.is(taskRules(row.kind).about, row.about)
}

const wanted = {
  key: text,
  recipient: v.picklist(RECIPIENT_ROLES),
  why: v.picklist(LETTER_REASONS),
  wantedOn: calendarDay,
  wantedAt: instant,
}
const letter: v.GenericSchema<unknown, Letter> = v.variant('state', [
  v.strictObject({ ...wanted, state: v.literal('to-print') }),
  v.strictObject({
    ...wanted,
    state: v.picklist(['posted', 'told-another-way']),
    doneOn: calendarDay,
    recordedAt: instant,
  }),
  v.strictObject({ ...wanted, state: v.literal('not-needed'), recordedAt: instant }),
])

const datesTold: v.GenericSchema<unknown, DatesTold> = v.record(
  text,
  v.strictObject({ lawDate: calendarDay, aimDate: calendarDay }),
)
const listed = {
  caseId: text,
  openedAt: instant,
  nextDate: calendarDay,
  nextKind: v.picklist(NEXT_DATE_KINDS),
  told: v.optional(datesTold),
  owner: v.optional(text),
  ownerLeftOn: v.optional(calendarDay),
  restrictedTo: v.optional(v.array(text)),
  version: count,
  decisionKind: v.picklist(DECISION_KINDS),
  placementOnly: v.boolean(),
  route: v.picklist(ROUTES),
  mediationResult: v.optional(v.picklist(MEDIATION_RESULTS)),
  appealOutcome: v.optional(v.picklist(APPEAL_STANDINGS)),
  history: v.optional(v.literal('being-recorded')),
  hasDied: v.optional(v.literal(true)),
}
const caseRecord: v.GenericSchema<unknown, CaseRecord> = v.variant('status', [
  v.strictObject({ ...listed, status: v.literal('open') }),
  v.strictObject({
    ...listed,
    status: v.literal('closed'),
    outcome: v.picklist(CASE_OUTCOMES),
    closedAt: instant,
  }),
])

const taskOwner: v.GenericSchema<unknown, TaskOwner> = v.strictObject({ task: text, owner: v.optional(text) })

const workItem: v.GenericSchema<unknown, WorkItem> = v.strictObject({
  id: text,
  kind: v.picklist(WORK_KINDS),
  what: v.picklist([...NEXT_DATE_KINDS, ...OFFICER_WORK_KINDS, GIVE_OWNER]),
  dueOn: calendarDay,
  owner: v.optional(text),
  cover: v.optional(text),
})
const cover: v.GenericSchema<unknown, Cover> = v.strictObject({
  owner: text,
  cover: text,
  from: calendarDay,
  until: calendarDay,
})
const team: v.GenericSchema<unknown, Team> = v.strictObject({ teamId: text, name: text, members: v.array(text) })
const workOfCaseInLists = {
  caseId: text,
  restrictedTo: v.optional(v.array(text)),
  decisionKind: v.picklist(DECISION_KINDS),
  placementOnly: v.boolean(),
  isBeingTakenOver: v.boolean(),
}
const listedWork: v.GenericSchema<unknown, ListedWork> = v.strictObject({ ...workOfCaseInLists, item: workItem })
const countedWork: v.GenericSchema<unknown, CountedWork> = v.strictObject({
  revision: count,
  countedOn: calendarDay,
  work: v.strictObject({
    ...workOfCaseInLists,
    items: v.array(workItem),
    letters: count,
    owner: v.optional(text),
  }),
})
/** How many there are, by what they are. */
const counts = v.record(text, v.pipe(v.number(), v.integer()))

const restriction: v.GenericSchema<unknown, Restriction> = v.strictObject({
  why: v.picklist(RESTRICTING_REASONS),
  changedAt: instant,
})

const particulars: v.GenericSchema<unknown, Particulars> = v.strictObject({
  themes: v.array(text),
  reach: v.strictObject(v.entriesFromList(REACH_FIELDS, v.exactOptional(text))),
  changedAt: instant,
})

const otherPerson = {
  name: text,
  by: v.picklist(['email', 'post']),
  email: v.optional(text),
  postalAddress: v.optional(v.array(text)),
}
const contact: v.GenericSchema<unknown, Contact> = v.strictObject({
  name: text,
  relationship: v.picklist(RELATIONSHIPS),
  childName: text,
  bornOn: v.optional(calendarDay),
  childReference: v.optional(text),
  caseReference: v.optional(text),
  uniquePupilNumber: v.optional(text),
  by: v.optional(v.picklist(WAYS_TO_WRITE)),
  email: v.optional(text),
  postalAddress: v.optional(v.array(text)),
  phone: v.optional(text),
  print: v.optional(v.picklist(PRINT_SIZES)),
  otherFormat: v.optional(v.picklist(OTHER_FORMATS)),
  language: v.optional(text),
  second: v.optional(v.strictObject(otherPerson)),
  representative: v.optional(
    v.strictObject({
      ...otherPerson,
      gets: v.picklist(['copy', 'everything']),
      actsFor: v.optional(v.picklist(ACTS_FOR)),
    }),
  ),
})
const words: v.GenericSchema<unknown, PrivateWords> = v.strictObject({
  place: v.optional(text),
  note: v.optional(text),
  issues: v.optional(text),
  healthProvision: v.optional(text),
  otherCouncil: v.optional(text),
})
/** Nothing but its key: whose case it is of stands there, and the hash stands beside it for the index. */
const childKey = v.strictObject({})
/** The same: by what a case is found stands beside it for the index. */
const searchKey = v.strictObject({})
/** How many emails were sent in the last second in which any was. */
const sendingSecond = v.strictObject({ second: count, taken: count })
const submission = v.strictObject({ caseId: text, sequence: sequenceOfFact })
const signOfLife = v.strictObject({ givenAt: instant })

const hold: v.GenericSchema<unknown, LegalHold> = v.strictObject({
  state: v.picklist(['held', 'lifted']),
  reason: text,
  by: text,
  at: instant,
})
const month = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/), v.transform(parseMonth))
const erasedCase: v.GenericSchema<unknown, ErasedCase> = v.strictObject({
  caseId: text,
  openedIn: month,
  closedIn: month,
  decisionKind: v.picklist(DECISION_KINDS),
  placementOnly: v.boolean(),
  route: v.picklist(ROUTES),
  outcome: v.picklist(CASE_OUTCOMES),
  mediationResult: v.optional(v.picklist(MEDIATION_RESULTS)),
  appealOutcome: v.optional(v.picklist(APPEAL_STANDINGS)),
  list: text,
  state: v.picklist(['erasing', 'erased']),
  rows: v.record(text, count),
})
const countedOutcome: v.GenericSchema<unknown, CountedCase> = v.strictObject({
  caseId: text,
  revision: count,
  cells: v.record(text, counts),
  countedOn: v.optional(calendarDay),
  countedBy: v.optional(text),
})
const outcomesCompared: v.GenericSchema<unknown, OutcomesCompared> = v.strictObject({
  comparedAt: instant,
  cases: count,
  putRight: count,
  countedBy: v.optional(text),
})
const release: v.GenericSchema<unknown, KeptRelease> = v.strictObject({
  from: month,
  to: month,
  revision: count,
  madeAt: instant,
  madeBy: text,
  why: v.optional(text),
  hideUpTo: count,
  roundTo: v.picklist(ROUNDINGS),
  tables: text,
})
const invoice: v.GenericSchema<unknown, Invoice> = v.strictObject({
  month,
  provider: text,
  pence: count,
  source: text,
  recordedBy: text,
  recordedAt: instant,
})
const typedYear: v.GenericSchema<unknown, TypedYear> = v.strictObject({
  year: text,
  revision: count,
  months: v.array(
    v.strictObject({
      table: text,
      month,
      revision: count,
      numbers: v.array(
        v.strictObject({ figure: text, row: text, number: count, source: text, recordedBy: text, recordedAt: instant }),
      ),
    }),
  ),
})
const retentionList: v.GenericSchema<unknown, RetentionList> = v.strictObject({
  id: text,
  proposedBy: text,
  proposedAt: instant,
  rules: v.record(
    v.picklist(CASE_OUTCOMES),
    v.strictObject({ yearsAfterClosing: count, untilAge: v.union([count, v.literal('none')]) }),
  ),
  cases: v.array(v.strictObject({ caseId: text, version: count, outcome: v.picklist(CASE_OUTCOMES) })),
  state: v.picklist(LIST_STATES),
  withdrawnBy: v.optional(text),
  withdrawnAt: v.optional(instant),
  confirmedBy: v.optional(text),
  confirmedAt: v.optional(instant),
  results: v.record(
    text,
    v.union([
      v.strictObject({ result: v.literal('erased'), rows: v.record(text, count) }),
      v.strictObject({ result: v.picklist(REASONS_LEFT_OUT) }),
    ]),
  ),
  carriedOutAt: v.optional(instant),
})

const addressee: v.GenericSchema<unknown, Addressee> = v.strictObject({
  role: v.picklist(RECIPIENT_ROLES),
  name: text,
  email: v.optional(text),
  postalAddress: v.optional(v.array(text)),
})
const bytes = v.instance(Uint8Array)
/** The words and the email are compressed: lambdas/messages knows what is in them. */
const sentCopy = v.strictObject({
  key: text,
  attempt: count,
  keptAt: instant,
  to: addressee,
  words: bytes,
  email: v.optional(bytes),
})

/** What each kind of row holds. One schema for each, and no other way to read one. */
export const CONTENTS = {
  case: caseRecord,
  fact,
  wait,
  stop: stopOfStage,
  message,
  'council-message': councilMessage,
  held,
  task,
  'task-owner': taskOwner,
  letter,
  restriction,
  particulars,
  contact,
  'child-key': childKey,
  'search-key': searchKey,
  words,
  sent: sentCopy,
  'sending-second': sendingSecond,
  submission,
  hold,
  'erased-case': erasedCase,
  'retention-list': retentionList,
  'sign-of-life': signOfLife,
  work: listedWork,
  'work-counted': countedWork,
  'work-counts': counts,
  cover,
  team,
  'outcome-counted': countedOutcome,
  'outcome-month': counts,
  'outcomes-compared': outcomesCompared,
  release,
  invoice,
  'typed-figures': typedYear,
} as const
export type RowType = keyof typeof CONTENTS
export type RowContent<Type extends RowType> = v.InferOutput<(typeof CONTENTS)[Type]>

/**
 * A row as it is stored: its key, its kind, the version of its shape, what the index needs, and its content.
 * @param indexed the attributes by which an index lists it
 */
export function rowOf<Type extends RowType>(
  key: Readonly<Record<string, string>>,
  type: Type,
  content: RowContent<Type>,
  indexed: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { ...key, ...indexed, type, shape: STORED_SHAPE, content }
}

/** The case's own row: its record lies beside the key, where the index and the conditions of writes can see it. */
export function caseRowOf(key: Readonly<Record<string, string>>, record: CaseRecord): Record<string, unknown> {
  return { ...key, type: 'case', shape: STORED_SHAPE, ...record }
}

/** Rows whose content is attributes of their own, where the index, conditions and additions can reach them. */
const LIE_BESIDE_THE_KEY: readonly RowType[] = ['case', 'work-counts', 'outcome-month']

/**
 * Reads what a row holds.
 * @param item as the table gave it
 * @throws UnreadableRowError when it is not such a row, has another shape, or its content does not fit
 */
export function contentOf<Type extends RowType>(type: Type, item: Item): RowContent<Type> {
  const row = nameOfRow(item)
  if (item.type !== type) {
    throw new UnreadableRowError(`${row} is a "${String(item.type)}" where a "${type}" has to be.`)
  }
  if (item.shape !== STORED_SHAPE) {
    throw new UnreadableRowError(
      `${row} has the shape ${String(item.shape)}; this version of the service reads shape ${STORED_SHAPE} only.`,
    )
  }
  const schema: v.GenericSchema<unknown, RowContent<Type>> = CONTENTS[type]
  return readAs(schema, LIE_BESIDE_THE_KEY.includes(type) ? recordIn(item) : item.content, `${row} ("${type}")`)
}

/** What the errors call a row: its key and its case. */
export function nameOfRow({ pk, sk }: Item): string {
  return `the row ${String(sk)} of the case ${String(pk)}`
}

/**
 * Reads something stored by its schema.
 * @param where what the error calls it
 * @throws UnreadableRowError when it does not fit
 */
export function readAs<Content>(schema: v.GenericSchema<unknown, Content>, stored: unknown, where: string): Content {
  const result = v.safeParse(schema, stored)
  if (result.success) return result.output
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'it'} ${wrong(issue)}`)
  throw new UnreadableRowError(`${where} cannot be read: ${problems.join('; ')}.`)
}

function recordIn({ pk: _pk, sk: _sk, type: _type, shape: _shape, ...record }: Item): Item {
  return record
}

/** Says what was wrong without the value: it may name somebody. */
function wrong({ kind, expected, message }: v.BaseIssue<unknown>): string {
  return kind === 'schema' && expected && expected !== 'unknown'
    ? `must be ${expected}`
    : message.replace(/:? (?:but )?received .*$/is, '')
}
