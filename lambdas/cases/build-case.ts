import { type Case, type Meeting, placeOf } from './case.ts'
import { effectiveFacts } from './effective-facts.ts'
import type { Fact, FactDetails, FactType, NewFact } from './fact.ts'
import { kindOf } from './facts.ts'
import { nextFacts } from './order.ts'
import { laterSequence, OPENED, type Sequence } from './sequence.ts'

/**
 * Builds the case from its facts as they were recorded. It follows from them in the order in which they happened.
 * @throws Error when the first fact is not `case-opened`: the stored case is damaged and a person has to look.
 */
export function buildCase(caseId: string, recorded: readonly Fact[]): Case {
  return buildFrom(caseId, effectiveFacts(recorded), recorded)
}

function buildFrom(caseId: string, facts: readonly Fact[], recorded: readonly Fact[]): Case {
  const [opened, ...rest] = facts
  if (opened?.type !== 'case-opened') {
    throw new Error(
      `Case ${caseId} does not begin with the fact "case-opened" but with "${opened?.type ?? 'nothing'}".`,
    )
  }
  const { daysOfAge, history, ...decision } = opened.details
  const start: Case = {
    caseId,
    version: recorded.length,
    openedAt: opened.recordedAt,
    decision,
    daysOfAge,
    history,
    decisionStatedBy: decisionStatedBy(recorded),
    meetings: [],
    promises: [],
    undertakings: [],
    resolutions: [],
    complaints: [],
    ombudsmen: [],
    facts,
    recorded,
  }
  const built = rest.reduce((before, fact) => changed(before, fact), start)
  return { ...built, meetings: built.meetings.map((meeting) => withCorrections(built, meeting)) }
}

function changed<Type extends FactType>(before: Case, fact: Fact<Type>): Case {
  return kindOf(fact.type).changes(before, fact)
}

function decisionStatedBy(recorded: readonly Fact[]): Sequence {
  let stated = { by: OPENED, what: '' }
  for (const { sequence, type, details } of recorded) {
    const opening =
      type === 'case-opened'
        ? details
        : type === 'fact-corrected' && details.corrects === OPENED
          ? (details.details as FactDetails['case-opened'])
          : undefined
    const what = opening && [opening.decisionKind, opening.placementOnly, opening.sections ?? ''].join(' ')
    if (what !== undefined && what !== stated.what) stated = { by: sequence, what }
  }
  return stated.by
}

/** A correction of what was said of a meeting is a change of it, so that the family's calendar follows. */
function withCorrections(subject: Case, meeting: Meeting): Meeting {
  const { facts, recorded } = subject
  const about = facts
    .slice(placeOf(subject, meeting.arrangedBy), placeOf(subject, meeting.lastChangedBy) + 1)
    .filter(({ type }) => type === 'meeting-arranged' || type === 'meeting-moved')
  const corrections = recorded.filter(
    (fact) => fact.type === 'fact-corrected' && about.some(({ sequence }) => sequence === fact.details.corrects),
  )
  const last = corrections.at(-1)
  if (!last || meeting.state === 'cancelled') return meeting
  return { ...meeting, lastChangedBy: laterSequence(last.sequence, meeting.lastChangedBy) }
}

/** The case with new facts, recorded all at once: those that `factsSince` gives. */
export function withFacts(
  subject: Case,
  added: readonly NewFact[],
  recording: Pick<Fact, 'recordedAt' | 'recordedBy'>,
): Case {
  return buildCase(subject.caseId, [...subject.recorded, ...nextFacts(subject, added, recording)])
}

/** Of facts that are only tried: nobody has recorded them. */
export const NOT_RECORDED_YET: Pick<Fact, 'recordedAt' | 'recordedBy'> = { recordedAt: '', recordedBy: '' }

/** The facts that a case has, and did not have before. */
export function factsSince({ version }: Pick<Case, 'version'>, after: Case): readonly Fact[] {
  return after.recorded.slice(version)
}

/** The case on some of its facts, and with every correction. */
export function caseOf(subject: Case, isKept: (fact: Fact) => boolean): Case {
  return buildFrom(subject.caseId, subject.facts.filter(isKept), subject.recorded)
}

/** The case on the facts that were recorded before one of them, with every correction. */
export function caseKnownBefore(subject: Case, sequence: Sequence): Case {
  return caseOf(subject, (fact) => fact.sequence < sequence)
}

/** The case as it was before a fact happened, with every correction. */
export function caseBefore(subject: Case, sequence: Sequence): Case {
  return buildFrom(subject.caseId, subject.facts.slice(0, placeOf(subject, sequence)), subject.recorded)
}

/** The case on some of its facts as they were recorded, with the corrections among them and no others. */
export function caseAsKnown({ caseId, recorded }: Case, isKnown: (fact: Fact) => boolean): Case {
  return buildCase(caseId, recorded.filter(isKnown))
}
