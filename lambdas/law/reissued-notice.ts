import { adviserContactDeadline } from './adviser-contact-deadline.ts'
import { appealDeadline } from './appeal-deadline.ts'
import { type CalendarDate, dayOf } from './calendar-date.ts'
import { knownGround } from './certificate-deadline.ts'
import type { DateFacts } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import { type DecisionNotice, decisionDate } from './decision-day.ts'
import { type JudgementId, judgement, judgementIfDifferent } from './judgements.ts'

/** What an appeal date depends on beside the notice. */
type ReissueFacts = Pick<
  DateFacts,
  'reissuedOn' | 'firstNotice' | 'fullNotice' | 'placementOnly' | 'certificatesIssuedOn' | 'adviserContactedOn'
> &
  Parameters<typeof knownGround>[0]

/**
 * The contact date (D01). Where the notice was sent again, or the plan issued again, with no real change on `reissuedOn`:
 * the first notice's date, with the one that a fresh decision would give beside it (J14). Where it was at fault, with the one
 * that the full notice would give (J25), or with the caution that it may have started no time (J24).
 *
 * @throws the errors of `adviserContactDeadline`
 */
export function contactDeadlineAfterReissue(facts: ReissueFacts, notice: DecisionNotice): Deadline {
  return withReissue(facts, notice, (_known, ofNotice) => adviserContactDeadline(ofNotice))
}

/**
 * The appeal date (D09, D10), with what the contact date has beside it (J14, J24, J25).
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

/** The date that a later letter would give (J14, J25), where the notice was sent again or in full, and it is another one. */
export function dateOfLaterLetter({ judgements }: Deadline): CalendarDate | undefined {
  return judgements.findLast(({ id }) => id === 'J14' || id === 'J25')?.otherReading
}

/** The first notice's date, with the one that each later notice would give beside it: one sent again, and a full one. */
function withReissue<Kind extends Deadline>(
  facts: ReissueFacts,
  notice: DecisionNotice,
  of: (known: ReissueFacts, notice: DecisionNotice) => Kind,
): Kind {
  const { reissuedOn, firstNotice, fullNotice } = facts
  const deadline = of(facts, notice)
  const ofLater = (id: JudgementId, later: DecisionNotice) =>
    judgementIfDifferent(
      id,
      dayOf(deadline.lawDate),
      dayOf(of(sinceDecision(facts, decisionDate(later)), later).lawDate),
    )
  const points = [
    ...(reissuedOn === undefined ? [] : ofLater('J14', { printedOn: reissuedOn, sentOn: reissuedOn })),
    ...(fullNotice ? ofLater('J25', fullNotice) : []),
  ]
  return {
    ...deadline,
    ...(points.length > 0 && { certainty: 'judgement', judgements: [...deadline.judgements, ...points] }),
    ...(firstNotice === 'at-fault' && !fullNotice && { cautions: [...deadline.cautions, judgement('J24')] }),
  }
}

/**
 * The same facts for a notice of this day: what came before it does not bear on its dates. A contact before it is in time, and
 * a certificate gives no later day than its own two months.
 */
export function sinceDecision<Facts extends ReissueFacts>(facts: Facts, decidedOn: CalendarDate): Facts {
  const { certificatesIssuedOn, adviserContactedOn } = facts
  return {
    ...facts,
    certificatesIssuedOn: certificatesIssuedOn?.filter((date) => date >= decidedOn),
    adviserContactedOn: adviserContactedOn && adviserContactedOn >= decidedOn ? adviserContactedOn : undefined,
  }
}
