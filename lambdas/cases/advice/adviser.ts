import type { Case } from '../case.ts'
import { type ContactPoint, type CouncilProviders, FIRST_ADVISER } from '../council.ts'

/** A mediation adviser of the council, with the id by which cases know it. */
export interface NamedAdviser {
  readonly id: string
  readonly contact: ContactPoint
}

/** The id of an adviser; undefined for the first, whose messages were always the adviser's. */
export function otherAdviserId({ id }: NamedAdviser): string | undefined {
  return id === FIRST_ADVISER ? undefined : id
}

type Providers = Pick<CouncilProviders, 'mediationAdviser' | 'otherMediationAdvisers'>

/** Every mediation adviser of the council, the one that its file names first at the top. */
export function advisersOf({ mediationAdviser, otherMediationAdvisers = [] }: Providers): readonly NamedAdviser[] {
  return [
    { id: FIRST_ADVISER, contact: mediationAdviser },
    ...otherMediationAdvisers.map(({ id, ...contact }) => ({ id, contact })),
  ]
}

/**
 * The adviser who has a case: the one that was said last, or the first of the council's where nobody has said it. One that the
 * council's file does not name any more is the first too.
 */
export function adviserOf({ adviser }: Pick<Case, 'adviser'>, providers: Providers): NamedAdviser {
  const [first, ...others] = advisersOf(providers)
  return others.find(({ id }) => id === adviser) ?? (first as NamedAdviser)
}

/** Among whom a family can choose: the one that it has, or all while it has none. */
export function advisersToReach({ adviser }: Pick<Case, 'adviser'>, providers: Providers): readonly ContactPoint[] {
  const all = advisersOf(providers)
  return (all.some(({ id }) => id === adviser) ? [adviserOf({ adviser }, providers)] : all).map(
    ({ contact }) => contact,
  )
}
