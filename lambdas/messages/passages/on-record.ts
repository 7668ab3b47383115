import type { CorrectableType, Fact } from '../../cases/fact.ts'
import { type Block, heading, list } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { factsLearnt, factsOfTheCase } from './occasion.ts'
import { byWhatTheyAreAbout, onRecord } from './recorded-facts.ts'

/** As many facts are told in one list. More are told by what they are about. */
const MOST_IN_ONE_LIST = 6

/** What was learnt, in the order in which it happened. */
export function whatWeHaveLearnt(situation: SituationOfFact): Block[] {
  return listed('What we have learnt', factsLearnt(situation), situation)
}

/** All that happened in the case: in the order in which it did or, where that is much, so for each thing by itself. */
export function whatWeHaveOnRecord(situation: SituationOfFact): Block[] {
  const facts = factsOfTheCase(situation)
  if (facts.length <= MOST_IN_ONE_LIST) return listed('What we have on record', facts, situation)
  return byWhatTheyAreAbout(facts).flatMap(([about, some]) =>
    listed(`What we have on record about ${about}`, some, situation),
  )
}

function listed(title: string, facts: readonly Fact<CorrectableType>[], { subject }: SituationOfFact): Block[] {
  const said = facts.map((fact) => onRecord(fact, subject)).filter((words) => words !== '')
  return said.length > 0 ? [heading(title), list(...said)] : []
}
