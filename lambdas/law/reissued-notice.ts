import { adviserContactDeadline } from './adviser-contact-deadline.ts'
import { type AppealFacts, appealDeadline } from './appeal-deadline.ts'
import { type CalendarDate, dayOf } from './calendar-date.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import type { DecisionNotice } from './decision-day.ts'
import { judgementIfDifferent } from './judgements.ts'

/**
 * The contact date (D01) where the notice was sent again, or the plan issued again, with no real change on `reissuedOn`:
 * the first notice's date, with the one that a fresh decision would give beside it (J14).
 *
 * @throws the errors of `adviserContactDeadline`
 */
export function contactDeadlineAfterReissue(notice: DecisionNotice, reissuedOn: CalendarDate | undefined): Deadline {
  const deadline = adviserContactDeadline(notice)
  return reissuedOn === undefined ? deadline : withJ14(deadline, adviserContactDeadline(sentOn(reissuedOn)))
}

/**
 * The appeal date (D09, D10) where the notice was sent again, or the plan issued again, with no real change on
 * `reissuedOn`: the first notice's date, with the one that a fresh decision would give beside it (J14).
 *
 * @throws the errors of `appealDeadline`
 */
export function appealDeadlineAfterReissue(facts: AppealFacts, reissuedOn: CalendarDate | undefined): AppealDeadline {
  const deadline = appealDeadline(facts)
  return reissuedOn === undefined ? deadline : withJ14(deadline, appealDeadline(since(facts, sentOn(reissuedOn))))
}

function sentOn(day: CalendarDate): DecisionNotice {
  return { printedOn: day, sentOn: day }
}

function withJ14<Kind extends Deadline>(deadline: Kind, fresh: Deadline): Kind {
  const points = judgementIfDifferent('J14', dayOf(deadline.lawDate), dayOf(fresh.lawDate))
  if (points.length === 0) return deadline
  return { ...deadline, certainty: 'judgement', judgements: [...deadline.judgements, ...points] }
}

/** The same facts for a decision made again: what came before it does not bear on it. */
function since(facts: AppealFacts, notice: DecisionNotice): AppealFacts {
  const notBefore = (date: CalendarDate | undefined) => (date !== undefined && date >= notice.sentOn ? date : undefined)
  return {
    ...notice,
    placementOnly: facts.placementOnly,
    certificateIssuedOn: notBefore(facts.certificateIssuedOn) ?? notBefore(facts.laterCertificateIssuedOn),
    adviserContactedOn: notBefore(facts.adviserContactedOn),
  }
}
