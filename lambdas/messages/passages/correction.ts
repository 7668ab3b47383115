import { advisersOf } from '../../cases/advice/adviser.ts'
import { caseAsKnown } from '../../cases/build-case.ts'
import type { Case } from '../../cases/case.ts'
import type { CorrectableType, Fact } from '../../cases/fact.ts'
import { isCorrection } from '../../cases/facts.ts'
import { OPENED, type Sequence } from '../../cases/sequence.ts'
import { detailsOf, type MessageSituation, required, type SituationOfFact } from '../message-situation.ts'
import { statementsOf } from './recorded-facts.ts'

/** Two states of a case, to be compared: as the family was told of it before, and as it was known with this and nothing later. */
export interface BeforeAndAfter {
  readonly before: Case
  readonly after: Case
}

/** What a correction changed, or something that was learnt late. */
export interface Correction extends BeforeAndAfter {
  /** Nobody recorded anything wrongly: something was learnt after what came after it. */
  readonly isLearntLate: boolean
  /** What had been recorded and is wrong, a sentence each. Empty when something was only left out. */
  readonly wrong: readonly string[]
  /** What is right, a sentence each. Empty when the fact never happened, or was recorded twice. */
  readonly right: readonly string[]
  /** The fact was taken back. */
  readonly removed: boolean
}

/** The correction, or what was learnt late, that the message is about. */
export function correctionAbout(situation: SituationOfFact): Correction {
  const { subject, about } = situation
  const before = caseAsTold(situation, about)
  const after = caseAsKnown(subject, (fact) => fact.sequence <= about)
  const correction = required(
    subject.facts.find(({ sequence }) => sequence === about),
    `there is no fact ${about}`,
    situation,
  )
  if (!isCorrection(correction.type)) {
    const right = statementsOf(correction as Fact<CorrectableType>)
    return { isLearntLate: true, wrong: [], right, removed: false, before, after }
  }
  const details = detailsOf(situation, 'fact-corrected', 'fact-removed')
  const sequence = 'corrects' in details ? details.corrects : details.removes
  // As the family was told of it: what was corrected twice on one day is told once.
  const old = required(
    factOf(before, sequence) ??
      factOf(
        caseAsKnown(subject, (fact) => fact.sequence < about),
        sequence,
      ),
    `there is no fact ${sequence} to correct`,
    situation,
  )
  const corrected = factOf(after, sequence)
  const was = [...statementsOf(old), ...theAdviser(before, situation)]
  const is = corrected ? [...statementsOf(corrected), ...theAdviser(after, situation)] : []
  return {
    isLearntLate: false,
    wrong: was.filter((statement) => !is.includes(statement)),
    right: is.filter((statement) => !was.includes(statement)),
    removed: !corrected,
    before,
    after,
  }
}

/** Whose details the family was given, where it can choose among several advisers and has. */
function theAdviser({ adviser }: Case, { council }: MessageSituation): string[] {
  const chosen = adviser && advisersOf(council.providers).find(({ id }) => id === adviser)
  return chosen ? [`Your mediation adviser is from ${chosen.contact.name}.`] : []
}

/** The case as the family had been told of it before a fact was recorded; as it was opened, where nobody had told it. */
export function caseAsTold({ subject, lastTold = '' }: MessageSituation, before: Sequence): Case {
  return caseAsKnown(
    subject,
    ({ sequence, recordedAt }) => sequence === OPENED || (sequence < before && recordedAt <= lastTold),
  )
}

function factOf({ facts }: Case, sequence: Sequence): Fact<CorrectableType> | undefined {
  return facts.find((fact) => fact.sequence === sequence) as Fact<CorrectableType> | undefined
}
