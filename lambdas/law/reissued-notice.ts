import { adviserContactDeadline } from './adviser-contact-deadline.ts'
import { appealDeadline } from './appeal-deadline.ts'
import { type CalendarDate, dayOf } from './calendar-date.ts'
import { knownGround } from './certificate-deadline.ts'
import type { DateFacts } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import type { DecisionNotice } from './decision-day.ts'
import { judgementIfDifferent } from './judgements.ts'

/** What an appeal date depends on beside the notice. */
type ReissueFacts = Pick<DateFacts, 'reissuedOn' | 'placementOnly' | 'certificatesIssuedOn' | 'adviserContactedOn'> &
  Parameters<typeof knownGround>[0]

/**
 * The contact date (D01). Where the notice was sent again, or the plan issued again, with no real change on `reissuedOn`:
 * the first notice's date, with the one that a fresh decision would give beside it (J14).
 *
 * @throws the errors of `adviserContactDeadline`
 */
export function contactDeadlineAfterReissue(facts: ReissueFacts, notice: DecisionNotice): Deadline {
  return withReissue(facts, notice, (_known, ofNotice) => adviserContactDeadline(ofNotice))
}

/**
 * The appeal date (D09, D10). Where the notice was sent again, or the plan issued again, with no real change on
 * `reissuedOn`: the first notice's date, with the one that a fresh decision would give beside it (J14).
 *
 * @throws the errors of `appealDeadline`
 */
export function appealDeadlineAfterReissue(facts: ReissueFacts, notice: DecisionNotice): AppealDeadline {
  return withReissue(facts, notice, appealOfNotice)
}

/**
 * The appeal date (D09, D10) of one notice, whether or not another followed.
 *
 * @throws the errors of `appealDeadline`
 */
export function appealOfNotice(facts: ReissueFacts, notice: DecisionNotice): AppealDeadline {
  // While it is not known whether a certificate can count, the earliest date is the one without it.
  const counted = facts.placementOnly === undefined ? undefined : facts.certificatesIssuedOn?.toSorted()
  return appealDeadline({
    ...notice,
    placementOnly: facts.placementOnly === true,
    certificateIssuedOn: counted?.at(0),
    laterCertificateIssuedOn: counted?.at(-1),
    certificateGround: knownGround(facts),
    adviserContactedOn: facts.adviserContactedOn,
  })
}

/** The date that a fresh decision would give (J14), where the notice was sent again and it is another one. */
export function dateOfFreshDecision({ judgements }: Deadline): CalendarDate | undefined {
  return judgements.find(({ id }) => id === 'J14')?.otherReading
}

/** J14: the first notice's date, with the one that a fresh decision would give beside it. */
function withReissue<Kind extends Deadline>(
  facts: ReissueFacts,
  notice: DecisionNotice,
  of: (known: ReissueFacts, notice: DecisionNotice) => Kind,
): Kind {
  const deadline = of(facts, notice)
  const { reissuedOn } = facts
  if (reissuedOn === undefined) return deadline
  const fresh = of(since(facts, reissuedOn), { printedOn: reissuedOn, sentOn: reissuedOn })
  const points = judgementIfDifferent('J14', dayOf(deadline.lawDate), dayOf(fresh.lawDate))
  if (points.length === 0) return deadline
  return { ...deadline, certainty: 'judgement', judgements: [...deadline.judgements, ...points] }
}

/** The same facts for a decision made again: what came before it does not bear on it. */
function since(facts: ReissueFacts, reissuedOn: CalendarDate): ReissueFacts {
  const { certificatesIssuedOn, adviserContactedOn } = facts
  return {
    ...facts,
    certificatesIssuedOn: certificatesIssuedOn?.filter((date) => date >= reissuedOn),
    adviserContactedOn: adviserContactedOn && adviserContactedOn >= reissuedOn ? adviserContactedOn : undefined,
  }
}
