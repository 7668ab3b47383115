import type { Case } from '../../cases/case.ts'
import type { Fact, FactType } from '../../cases/fact.ts'
import { isFactType } from '../../cases/facts.ts'
import { ADVICE_FACTS } from './advice.ts'
import { APPEAL_FACTS } from './appeal.ts'
import { CASE_FACTS } from './case.ts'
import { COMPLAINT_FACTS } from './complaint.ts'
import { DUTY_FACTS } from './duties.ts'
import { MEDIATION_FACTS } from './mediation.ts'
import { MOVING_FACTS } from './moving.ts'
import { NEW_PLAN_FACTS } from './new-plan.ts'
import { OPENING_FACTS } from './opening.ts'
import { RESOLUTION_FACTS } from './resolution.ts'
import { NOTHING, type StaffFact, type StaffFacts } from './staff-fact.ts'
import { TRIBUNAL_FACTS } from './tribunal.ts'

/** Every kind of fact, in the order in which a case comes to them. One that is missing does not compile. */
export const STAFF_FACTS: StaffFacts<FactType> = {
  ...ADVICE_FACTS,
  ...MEDIATION_FACTS,
  ...APPEAL_FACTS,
  ...TRIBUNAL_FACTS,
  ...DUTY_FACTS,
  ...RESOLUTION_FACTS,
  ...COMPLAINT_FACTS,
  ...OPENING_FACTS,
  ...NEW_PLAN_FACTS,
  ...MOVING_FACTS,
  ...CASE_FACTS,
}

/** Their names, in that order. */
export const FACTS_IN_ORDER = Object.keys(STAFF_FACTS) as readonly FactType[]

/** What staff meet of a kind of fact. */
export function staffFact<Type extends FactType>(type: Type): StaffFact<Type> {
  return STAFF_FACTS[type]
}

/**
 * The form that is offered on the page of a case under this word. A case is opened by another form, and corrections have
 * the corrected fact's.
 */
export function formOnCasePage(word: string) {
  if (!isFactType(word) || STAFF_FACTS[word].offered === NOTHING) return undefined
  const asks = asksFor(word)
  return asks && { type: word, asks }
}

/** What is asked for a fact, on its case; nothing where it is about another fact. */
export function asksFor(type: FactType) {
  const { form } = STAFF_FACTS[type]
  return typeof form === 'object' ? form.asks : form
}

/** A fact as the timeline tells it: what has happened. */
export function factTitle({ type }: Pick<Fact, 'type'>): string {
  return STAFF_FACTS[type].title
}

/** What a fact says, each line with its dates in full. Empty when its title says it all. @param subject its case */
export function describeFact<Type extends FactType>(fact: Fact<Type>, subject: Case): readonly string[] {
  const { describe } = staffFact<Type>(fact.type)
  return describe(fact, subject, { titleOf: factTitle, describe: (other) => describeFact(other, subject) })
}
