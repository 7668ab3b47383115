import { adviserContactDeadline } from './adviser-contact-deadline.ts'
import { appealDeadline } from './appeal-deadline.ts'
import { type CalendarDate, dayOf, earliestOf, formatDate } from './calendar-date.ts'
import type { DateFacts, MissingFact } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import { type DecisionNotice, decisionDate, knownNotice } from './decision-day.ts'
import { judgement, judgementIfDifferent } from './judgements.ts'
import { earlierAim } from './make-deadline.ts'

/** A part of the answer of `whichDates`. */
export interface DatesFound {
  readonly dates: readonly (Deadline | AppealDeadline)[]
  readonly missing: readonly MissingFact[]
}

/** The contact date (D01, not for a dispute about the placement alone) and the appeal date (D09, D10). */
export function appealDates(facts: DateFacts): DatesFound {
  const notice = knownNotice(facts)
  if (notice === undefined) {
    const words = 'No date of the decision letter is known, so no time to contact the adviser or to appeal is given.'
    return { dates: [], missing: [{ fact: 'sentOn', words }] }
  }
  const contact = withReissue(facts, notice, (_known, ofNotice) => adviserContactDeadline(ofNotice))
  const appeal = widened(facts, withReissue(facts, notice, appealOf))
  return {
    dates: facts.placementOnly === true ? [appeal] : [contact, appeal],
    missing: [...missingOfNotice(facts, notice), ...missingOfAppeal(facts, notice, contact, appeal)],
  }
}

function appealOf(facts: DateFacts, notice: DecisionNotice): AppealDeadline {
  // While it is not known whether a certificate can count, the earliest date is the one without it.
  const counted = facts.placementOnly === undefined ? undefined : facts.certificatesIssuedOn?.toSorted()
  return appealDeadline({
    ...notice,
    placementOnly: facts.placementOnly === true,
    certificateIssuedOn: counted?.at(0),
    laterCertificateIssuedOn: counted?.at(-1),
    adviserContactedOn: facts.adviserContactedOn,
  })
}

/** J14: the first notice's date, with the one that a fresh decision would give beside it. */
function withReissue<Kind extends Deadline>(
  facts: DateFacts,
  notice: DecisionNotice,
  of: (known: DateFacts, notice: DecisionNotice) => Kind,
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
function since(facts: DateFacts, reissuedOn: CalendarDate): DateFacts {
  const { certificatesIssuedOn, adviserContactedOn } = facts
  return {
    ...facts,
    certificatesIssuedOn: certificatesIssuedOn?.filter((date) => date >= reissuedOn),
    adviserContactedOn: adviserContactedOn && adviserContactedOn >= reissuedOn ? adviserContactedOn : undefined,
  }
}

/** J13: the date for the placement stays, and a working day is kept in hand for asking the adviser. */
function widened(facts: DateFacts, appeal: AppealDeadline): AppealDeadline {
  if (facts.widenedOn === undefined || facts.placementOnly !== true) return appeal
  return {
    ...appeal,
    aimDate: earlierAim(appeal, dayOf(appeal.unrolledDate) - 1).aimDate,
    cautions: [...appeal.cautions, judgement('J13')],
  }
}

function missingOfNotice({ printedOn, sentOn }: DateFacts, notice: DecisionNotice): readonly MissingFact[] {
  const known = formatDate(decisionDate(notice))
  if (printedOn === undefined) {
    const words = `The date printed on the decision letter is not known. If it is before ${known}, these dates are earlier.`
    return [{ fact: 'printedOn', words }]
  }
  if (sentOn === undefined) {
    const words = `The day the decision letter was sent is not known. If it is before ${known}, these dates are earlier.`
    return [{ fact: 'sentOn', words }]
  }
  return []
}

function missingOfAppeal(
  facts: DateFacts,
  notice: DecisionNotice,
  contact: Deadline,
  appeal: AppealDeadline,
): readonly MissingFact[] {
  const firstCertificate = earliestOf(facts.certificatesIssuedOn)
  return [
    ...whatIsInDispute(facts, notice, appeal),
    ...(firstCertificate === undefined ? noCertificate(facts) : firstContact(facts, firstCertificate, contact, appeal)),
  ]
}

function whatIsInDispute(facts: DateFacts, notice: DecisionNotice, appeal: AppealDeadline): readonly MissingFact[] {
  if (facts.placementOnly !== undefined) return []
  const withCertificate = appealOf({ ...facts, placementOnly: false }, notice)
  return [
    {
      fact: 'placementOnly',
      words:
        'It is not known whether only the school or other place named is in dispute. ' +
        (withCertificate.lawDate > appeal.lawDate
          ? `If more is, the certificate gives until ${formatDate(withCertificate.lawDate)}.`
          : 'If more is, the family needs a certificate to appeal.'),
    },
  ]
}

function noCertificate(facts: DateFacts): readonly MissingFact[] {
  if (facts.placementOnly === true) return []
  const words = 'No mediation certificate is known. One issued in time may give a later date to appeal.'
  return [{ fact: 'certificatesIssuedOn', words }]
}

/** Where a late first contact with the adviser would take the certificate's time away (J5). */
function firstContact(
  facts: DateFacts,
  firstCertificate: CalendarDate,
  contact: Deadline,
  appeal: AppealDeadline,
): readonly MissingFact[] {
  const mayHaveBeenLate =
    appeal.setBy === 'certificate' &&
    facts.adviserContactedOn === undefined &&
    firstCertificate > contact.lawDate &&
    !inTouchInTime(facts, contact)
  if (!mayHaveBeenLate) return []
  return [
    {
      fact: 'adviserContactedOn',
      words:
        `The day the family first contacted the adviser is not known. If it was after ${formatDate(contact.lawDate)}, ` +
        `the certificate does not add time: the date to appeal was ${formatDate(appeal.decisionLimb.lawDate)}.`,
    },
  ]
}

/** Whether another event shows that the family had been in touch by the contact date. */
function inTouchInTime(facts: DateFacts, contact: Deadline): boolean {
  const { declinedToldOn, councilToldOn, providerAskedOn, sessionsHeldOn } = facts
  const signs = [declinedToldOn, councilToldOn, providerAskedOn, earliestOf(sessionsHeldOn)]
  return signs.some((date) => date !== undefined && date <= contact.lawDate)
}
