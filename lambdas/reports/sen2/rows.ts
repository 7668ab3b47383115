import { type Case, isOpenedInError } from '../../cases/case.ts'
import type { Contact } from '../../cases/contact.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { DECISION_NAMES } from '../../staff/closed-words.ts'
import type { FileToCount } from '../measures/measure.ts'
import { mediationsAskedFor } from '../measures/mediations.ts'
import { appealsOf } from '../measures/tribunal.ts'
import type { DecisionGroup } from '../national/national-figures.ts'
import { type Decided, DOUBTS, type Doubt, doubtsAbout } from './doubts.ts'
import {
  type Referral,
  SEN2_FLAGS,
  SEN2_MODULES,
  type Sen2Flag,
  type Sen2Map,
  type Sen2Module,
  yearOf,
} from './maps.ts'

/** A decision as the return asks for it. */
export interface Sen2Row {
  readonly caseId: string
  readonly decision: Pick<Case['decision'], 'decisionKind' | 'printedOn' | 'sentOn' | 'requestReceivedOn'>
  readonly group: DecisionGroup
  readonly module: Sen2Module
  /** The two flags that are asked of this decision. Of the others it says nothing. */
  readonly flags: Readonly<Record<Referral, boolean>>
  /** When the family first asked for mediation, and when one was first held. Absent: not. */
  readonly askedOn?: CalendarDate
  readonly heldOn?: CalendarDate
  /** When the Tribunal received the appeal for which the flag is set or, where none is registered, the last. Absent: there is none. */
  readonly appealReceivedOn?: CalendarDate
  readonly doubts: readonly Doubt[]
}

/** The rows of some cases, and how many of these cases have none. */
export interface Sen2Rows {
  /** In the order in which the decisions were sent. */
  readonly rows: readonly Sen2Row[]
  /** Cases that were opened by mistake or twice. */
  readonly openedWrongly: number
}

/**
 * A row for each decision that was sent in the year of a map. Cases that were opened by mistake or twice have none, and those whose
 * decision was sent in another year are not looked at.
 */
export function sen2Rows(files: readonly FileToCount[], map: Sen2Map): Sen2Rows {
  const ofYear = files.filter(({ subject }) => yearOf(subject.decision.sentOn) === map.year)
  const real = ofYear.filter(({ subject }) => !isOpenedInError(subject))
  return {
    rows: real.map((file) => rowOf(file, map)).sort(bySending),
    openedWrongly: ofYear.length - real.length,
  }
}

/** The rows of several readings as one. */
export function allSen2Rows(some: readonly Sen2Rows[]): Sen2Rows {
  return {
    rows: some.flatMap(({ rows }) => rows).sort(bySending),
    openedWrongly: some.reduce((sum, one) => sum + one.openedWrongly, 0),
  }
}

function bySending(one: Sen2Row, other: Sen2Row): number {
  const [first, second] = [one, other].map(({ decision, caseId }) => `${decision.sentOn} ${caseId}`) as [string, string]
  return first < second ? -1 : 1
}

function rowOf(file: FileToCount, map: Sen2Map): Sen2Row {
  const { subject } = file
  const { decisionKind, printedOn, sentOn, requestReceivedOn } = subject.decision
  const decided = decidedOf(file, map)
  const { mediations, heldOn, appeals, appeal } = decided
  const askedOn = mediations[0]?.askedOn
  const received = appeal ?? appeals.at(-1)
  const group = map.groupOf[decisionKind]
  return {
    caseId: subject.caseId,
    decision: { decisionKind, printedOn, sentOn, ...(requestReceivedOn && { requestReceivedOn }) },
    group,
    module: map.moduleOf[group],
    flags: { mediation: (map.mediation === 'held' ? heldOn : askedOn) !== undefined, tribunal: appeal !== undefined },
    ...(askedOn && { askedOn }),
    ...(heldOn && { heldOn }),
    ...(received && { appealReceivedOn: received.receivedOn }),
    doubts: doubtsAbout(decided),
  }
}

function decidedOf(file: FileToCount, map: Sen2Map): Decided {
  const mediations = mediationsAskedFor({ file })
  const heldOn = mediations.find(({ ended }) => ended?.how === 'held')?.ended?.on
  const appeals = appealsOf({ file })
  const appeal = appeals.find(({ ended }) => ended?.outcome !== 'not-registered')
  return { subject: file.subject, map, mediations, appeals, ...(heldOn && { heldOn }), ...(appeal && { appeal }) }
}

/** Whether a flag is set for a decision; undefined where the flag is not asked of it. */
export function flagOf({ group, flags }: Sen2Row, asked: Sen2Flag): boolean | undefined {
  const own = SEN2_FLAGS.find(({ flag }) => flag === asked)
  return own?.group === group ? flags[own.referral] : undefined
}

/** How often a flag is set. */
export interface Sen2Total {
  readonly flag: Sen2Flag
  /** Of how many decisions it is asked. */
  readonly decisions: number
  readonly yes: number
  /** For how many of these the other flag of the pair is set too. */
  readonly both: number
  /** How many mediations were held, where the flag is about mediation. */
  readonly held?: number
  /** Of how many the facts show something against it. */
  readonly doubtful: number
}

/** How often each flag is set, in their order. */
export function sen2Totals(rows: readonly Sen2Row[]): readonly Sen2Total[] {
  return SEN2_FLAGS.map(({ flag, group, referral }) => {
    const own = rows.filter((row) => row.group === group)
    return {
      flag,
      decisions: own.length,
      yes: own.filter(({ flags }) => flags[referral]).length,
      both: own.filter(({ flags }) => flags.mediation && flags.tribunal).length,
      ...(referral === 'mediation' && { held: own.filter(({ heldOn }) => heldOn).length }),
      doubtful: own.filter(({ doubts }) => doubts.some(({ id }) => DOUBTS[id].about.includes(referral))).length,
    }
  })
}

/** By what a decision is found in the council's own records. */
export type KeysOfChild = Pick<Contact, 'uniquePupilNumber' | 'childReference' | 'caseReference'>

/** What each column of the file holds, in their order. */
const COLUMNS: Readonly<Record<string, (row: Sen2Row, keys: KeysOfChild) => string | undefined>> = {
  case: ({ caseId }) => caseId,
  upn: (_row, { uniquePupilNumber }) => uniquePupilNumber,
  council_child_reference: (_row, { childReference }) => childReference,
  council_case_reference: (_row, { caseReference }) => caseReference,
  request_received_on: ({ decision }) => decision.requestReceivedOn,
  decision: ({ decision }) => DECISION_NAMES[decision.decisionKind],
  decision_dated: ({ decision }) => decision.printedOn,
  decision_sent_on: ({ decision }) => decision.sentOn,
  module: ({ module }) => SEN2_MODULES[module],
  ...Object.fromEntries(SEN2_FLAGS.map(({ flag }) => [flag, (row: Sen2Row) => asNumber(flagOf(row, flag))])),
  mediation_asked_for_on: ({ askedOn }) => askedOn,
  mediation_held_on: ({ heldOn }) => heldOn,
  appeal_received_on: ({ appealReceivedOn }) => appealReceivedOn,
  doubtful: ({ doubts }) => (doubts.length > 0 ? 'yes' : 'no'),
  why_doubtful: ({ doubts }) => doubts.map(({ id, words }) => `${DOUBTS[id].title}: ${words}`).join(' '),
}

/**
 * The rows as a file has them. What is not known is blank, and so is a flag that is not asked of a decision.
 * @param keys of each case, by its reference
 */
export function sen2File(rows: readonly Sen2Row[], keys: ReadonlyMap<string, KeysOfChild>) {
  return {
    columns: Object.keys(COLUMNS),
    rows: rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row, keys.get(row.caseId) ?? {}) ?? '')),
  }
}

function asNumber(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : flag ? '1' : '0'
}
