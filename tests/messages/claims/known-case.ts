import { buildCase } from '../../../lambdas/cases/build-case.ts'
import type { Fact, FactDetails, FactType } from '../../../lambdas/cases/fact.ts'
import { letterOf, type OracleOfCase, oracleOfCase, type TimesOfComplaint } from '../../journeys/walk/oracle-of-case.ts'
import { contactDate } from '../../law/proof/oracle-of-dispute.ts'

/**
 * What was known of a case on the day on which a message went out: its bare facts, and what the oracle makes of them. Of
 * the service only the order of the facts is taken; what they mean is worked out here.
 */
export interface Known {
  /** The day on which the message went out. */
  readonly today: string
  /** As they were recorded, up to the moment of the message. */
  readonly recorded: readonly Fact[]
  /** As they are right, in the order in which they happened. */
  readonly facts: readonly Fact[]
  readonly law: OracleOfCase
  readonly times: Readonly<Record<string, TimesOfComplaint>>
  /** The days that earlier messages of the case named; undefined where nobody kept them. */
  readonly named: ReadonlySet<string> | undefined
}

type ToKnow = Pick<Known, 'today' | 'recorded' | 'times' | 'named'>

/** Works out what was known. @throws Error where no case was opened by then */
export function knownCase(toKnow: ToKnow): Known {
  const { facts } = buildCase('read', toKnow.recorded)
  return { ...toKnow, facts, law: oracleOfCase(facts, toKnow.today, toKnow.times) }
}

/** What had been known before each of the facts but the first was recorded, the last at the top. */
export function knownBefore(known: Known): readonly Known[] {
  const { recorded } = known
  return recorded.slice(1).map((_fact, index) => knownCase({ ...known, recorded: recorded.slice(0, -1 - index) }))
}

/** What the facts of one kind say, in the order in which they happened. */
export function allOf<Type extends FactType>(
  { facts }: Pick<Known, 'facts'>,
  type: Type,
): readonly FactDetails[Type][] {
  return facts.flatMap((fact) => (fact.type === type ? [fact.details as FactDetails[Type]] : []))
}

export function lastOf<Type extends FactType>(known: Pick<Known, 'facts'>, type: Type): FactDetails[Type] | undefined {
  return allOf(known, type).at(-1)
}

export function decisionOf(known: Known): FactDetails['case-opened'] {
  const [decision] = allOf(known, 'case-opened')
  if (!decision) throw new Error('A case begins with its decision.')
  return decision
}

/** The day from which the two months are counted, to be safe: the earlier of the two of the letter. */
export function decidedOn(known: Known): string {
  const { printedOn, sentOn } = letterOf(known.facts, known.today)
  return printedOn < sentOn ? printedOn : sentOn
}

/** The letter from which its days are counted, where there is one. */
export function letterOfCase({ facts, today }: Known) {
  const letter = letterOf(facts, today)
  return letter.isThere ? letter : undefined
}

/** Whether the family has a letter about the decision: without one no day of its own can be told. */
export function hasLetter({ facts, today }: Known): boolean {
  return letterOf(facts, today).isThere
}

/** The two months for the adviser. Who disputes only the placement may still want to know them. */
export function contactOf(known: Known) {
  return hasLetter(known) ? contactDate(decidedOn(known)) : { last: '', aim: '' }
}

/** The days of a first talk with the adviser that the facts tell of. */
export function talks({ facts }: Known): readonly string[] {
  return facts.flatMap(({ details }) => ('contactedOn' in details && details.contactedOn ? [details.contactedOn] : []))
}

/** That the family has spoken to the adviser: it told so, said no to the adviser, or has what only the adviser gives. */
export function hasSpoken(known: Known): boolean {
  return talks(known).length > 0 || allOf(known, 'mediation-declined').length > 0 || hasCertificate(known)
}

export function hasCertificate(known: Known): boolean {
  return allOf(known, 'certificate-issued').length > 0
}

/** Only the placement is disputed: from the beginning, or because mediation left nothing else. */
export function isPlacementOnly(known: Known): boolean {
  const left = mediationEnds(known).at(-1)
  const said = known.facts.findLast(
    ({ type, details }) => type === 'dispute-changed' || ('stillDisputed' in details && details.stillDisputed),
  )
  if (said?.type === 'dispute-changed') return said.details.sections.join() === 'I'
  return (
    decisionOf(known).placementOnly ||
    (left !== undefined && 'stillDisputed' in left && left.stillDisputed?.join() === 'I')
  )
}

export interface AppealKnown {
  /** `none`: not made, or sent back unregistered, so that it has still to be made. */
  readonly state: 'none' | 'made' | 'ended'
  readonly details?: FactDetails['appeal-registered']
}

export function appealOf(known: Known): AppealKnown {
  let appeal: AppealKnown = { state: 'none' }
  for (const { type, details } of known.facts) {
    if (type === 'appeal-registered') appeal = { state: 'made', details }
    else if (type === 'appeal-withdrawn' || type === 'appeal-conceded') appeal = { ...appeal, state: 'ended' }
    else if (type === 'appeal-decided') {
      appeal = { ...appeal, state: details.decision === 'not-registered' ? 'none' : 'ended' }
    } else if (type === 'decision-set-aside') appeal = { ...appeal, state: 'made' }
  }
  return appeal
}

/** The meeting of a mediation that is planned. */
export function plannedMeeting({ facts }: Pick<Known, 'facts'>): FactDetails['meeting-arranged'] | undefined {
  let planned: FactDetails['meeting-arranged'] | undefined
  for (const { type, details } of facts) {
    if (type === 'meeting-arranged') planned = details
    else if (type === 'meeting-moved') planned = planned && { ...planned, ...details }
    else if (ENDS_A_MEETING.includes(type)) planned = undefined
  }
  return planned
}

const ENDS_A_MEETING: readonly FactType[] = [
  'meeting-cancelled',
  'mediation-declined',
  'mediation-adjourned',
  'mediation-cannot-be-arranged',
  'meeting-missed',
  'mediation-agreed',
  'mediation-partly-agreed',
  'mediation-not-agreed',
]

/** Every meeting of a mediation for which there was a day, whatever became of it. */
export function meetingsEver(known: Known): readonly { readonly meetingOn: string; readonly startsAt: string }[] {
  return [...allOf(known, 'meeting-arranged'), ...allOf(known, 'meeting-moved')]
}

type EndOfMediation = 'mediation-agreed' | 'mediation-partly-agreed' | 'mediation-not-agreed'

/** What ended mediation, if anything did, in the order in which it happened. */
export function mediationEnds({ facts }: Known): readonly FactDetails[EndOfMediation][] {
  return facts.flatMap(({ type, details }) =>
    type === 'mediation-agreed' || type === 'mediation-partly-agreed' || type === 'mediation-not-agreed'
      ? [details]
      : [],
  )
}

const SAID_OF_MEDIATION: readonly FactType[] = ['mediation-chosen', 'mediation-declined', 'meeting-arranged']

/** Whether the family wants mediation, by what it said last. */
export function wantsMediation({ facts }: Known): boolean {
  const said = facts.findLast(({ type }) => SAID_OF_MEDIATION.includes(type))
  return said !== undefined && said.type !== 'mediation-declined'
}

/** The day of a planned meeting that is over, and of which nobody knows what came of it. */
export function meetingWithoutResult(known: Known): readonly string[] {
  const meetingOn = plannedMeeting(known)?.meetingOn
  return meetingOn !== undefined && meetingOn < known.today ? [meetingOn] : []
}
