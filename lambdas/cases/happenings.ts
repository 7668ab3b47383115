import type { Fact } from './fact.ts'
import {
  AGREED_POINTS,
  type AgreedPoint,
  YOUNG_PERSONS_PARTS,
  type YoungPersonsPart,
} from './mediation/closed-words.ts'

/** Whether one fact of a case says that it happened. A case with it once is counted once. */
type SaidBy = (fact: Fact, arranger: 'council' | 'health-body') => boolean

const AGREEMENTS = ['mediation-agreed', 'mediation-partly-agreed', 'agreed-later'] as const
const ENDS_OF_MEDIATION = ['mediation-agreed', 'mediation-partly-agreed', 'mediation-not-agreed'] as const

const isOf = <Type extends Fact['type']>(fact: Fact, types: readonly Type[]): fact is Extract<Fact, { type: Type }> =>
  types.some((type) => type === fact.type)

/** What else happens in a case beside its route and its end, and is counted: closed words, each with what says it. */
const HAPPENED = {
  'plan-issued-again': (fact) => fact.type === 'plan-issued-again',
  'came-from-council': (fact) => fact.type === 'case-came-from-council',
  'moved-away': (fact) => fact.type === 'family-moves' || fact.type === 'case-passed-on',
  'letter-at-fault': (fact) => fact.type === 'notice-at-fault',
  'not-arranged-in-time': (fact) =>
    fact.type === 'mediation-cannot-be-arranged' && (fact.details.because ?? 'not-in-time') === 'not-in-time',
  'mediation-refused': (fact) => fact.type === 'mediation-cannot-be-arranged' && fact.details.because === 'refused',
  'missed-by-arranger': (fact, arranger) => fact.type === 'meeting-missed' && fact.details.absent.includes(arranger),
  'missed-by-family': (fact) => fact.type === 'meeting-missed' && fact.details.absent.includes('family'),
  'way-forward-meeting': (fact) => fact.type === 'way-forward-meeting',
  'agreed-later': (fact) => fact.type === 'agreed-later',
  'gave-in-without-order': (fact) => fact.type === 'council-gave-in',
  'decision-set-aside': (fact) => fact.type === 'decision-set-aside',
  'went-to-upper-tribunal': (fact) => fact.type === 'further-appeal',
  complained: (fact) => fact.type === 'complaint-made',
  'went-to-ombudsman': (fact) => fact.type === 'ombudsman-asked',
  'ombudsman-found-fault': (fact) =>
    fact.type === 'ombudsman-decided' &&
    (fact.details.result === 'fault' || fact.details.result === 'fault-and-remedy'),
} as const satisfies Readonly<Record<string, SaidBy>>

export type Happening = keyof typeof HAPPENED | `agreed-${AgreedPoint}` | `young-person-${YoungPersonsPart}`

/** Every one of them, in the order in which they are shown. */
export const HAPPENINGS: readonly Happening[] = [
  ...(Object.keys(HAPPENED) as (keyof typeof HAPPENED)[]),
  ...AGREED_POINTS.map((point) => `agreed-${point}` as const),
  ...YOUNG_PERSONS_PARTS.map((part) => `young-person-${part}` as const),
]

/** What happened in a case, each once, in their order. @param arranger who has to arrange its mediation */
export function happeningsOf(facts: readonly Fact[], arranger: 'council' | 'health-body'): readonly Happening[] {
  const said = new Set<Happening>()
  for (const fact of facts) {
    for (const [name, isSaid] of Object.entries(HAPPENED)) {
      if ((isSaid as SaidBy)(fact, arranger)) said.add(name as Happening)
    }
    if (isOf(fact, AGREEMENTS)) for (const point of fact.details.points ?? []) said.add(`agreed-${point}`)
    if (isOf(fact, ENDS_OF_MEDIATION) && fact.details.youngPersonsPart) {
      said.add(`young-person-${fact.details.youngPersonsPart}`)
    }
  }
  return HAPPENINGS.filter((one) => said.has(one))
}
