import { buildCase } from '../../cases/build-case.ts'
import type { Case } from '../../cases/case.ts'
import type { CorrectableType, Fact } from '../../cases/fact.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { statementsOf } from './recorded-facts.ts'

/** What a correction changed. */
export interface Correction {
  /** What had been recorded and is wrong, a sentence each. Empty when something was only left out. */
  readonly wrong: readonly string[]
  /** What is right, a sentence each. Empty when the fact never happened, or was recorded twice. */
  readonly right: readonly string[]
  /** The fact was taken back. */
  readonly removed: boolean
  /** The case as it was recorded before, and with this correction and nothing later. */
  readonly before: Case
  readonly after: Case
}

/** The correction that the message is about. */
export function correctionAbout(situation: SituationOfFact): Correction {
  const { subject, about } = situation
  const details = detailsOf(situation, 'fact-corrected', 'fact-removed')
  const sequence = 'corrects' in details ? details.corrects : details.removes
  const before = asRecorded(subject, (fact) => fact.sequence < about)
  const after = asRecorded(subject, (fact) => fact.sequence <= about)
  const old = required(factOf(before, sequence), `there is no fact ${sequence} to correct`, situation)
  const corrected = factOf(after, sequence)
  const [was, is] = [statementsOf(old), corrected ? statementsOf(corrected) : []]
  return {
    wrong: was.filter((statement) => !is.includes(statement)),
    right: is.filter((statement) => !was.includes(statement)),
    removed: !corrected,
    before,
    after,
  }
}

function asRecorded({ caseId, recorded }: Case, isKept: (fact: Fact) => boolean): Case {
  return buildCase(caseId, recorded.filter(isKept))
}

function factOf({ facts }: Case, sequence: Sequence): Fact<CorrectableType> | undefined {
  return facts.find((fact) => fact.sequence === sequence) as Fact<CorrectableType> | undefined
}
