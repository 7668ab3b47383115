import { certificateBarDeadline } from './adviser-contact-deadline.ts'
import { ONLY_THE_PLACEMENT } from './appeal-deadline.ts'
import { type CalendarDate, dayOf, earliestOf, formatDate } from './calendar-date.ts'
import type { DateFacts, MissingFact } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import { type DecisionNotice, decisionDate, knownNotice } from './decision-day.ts'
import { judgement } from './judgements.ts'
import { earlierAim } from './make-deadline.ts'
import type { Dates } from './named-dates.ts'
import {
  appealDeadlineAfterReissue,
  appealOfNotice,
  contactDeadlineAfterReissue,
  sinceDecision,
} from './reissued-notice.ts'

/** A part of the answer of `whichDates`: some of its dates, and what is not known of them. */
export interface DatesFound<Name extends keyof Dates> {
  readonly dates: Pick<Dates, Name>
  readonly missing: readonly MissingFact[]
}

/** The contact dates (D01, D57; not for a dispute about the placement alone) and the appeal date (D09, D10). */
export function appealDates(facts: DateFacts): DatesFound<'contact' | 'certificateBar' | 'appeal'> {
  const notice = noticeThatCounts(facts)
  if (notice === undefined) {
    const words =
      facts.firstNotice === 'never-sent'
        ? 'No written decision was sent, so no time to contact the adviser or to appeal is given. Ask the council for the decision in writing now.'
        : 'No date of the decision letter is known, so no time to contact the adviser or to appeal is given.'
    return {
      dates: { contact: undefined, certificateBar: undefined, appeal: undefined },
      missing: [{ fact: 'sentOn', words }],
    }
  }
  const known = facts.firstNotice === 'never-sent' ? sinceDecision(facts, decisionDate(notice)) : facts
  const now = narrowed(known)
  const contact = contactDeadlineAfterReissue(known, notice)
  const appeal = widened(facts, appealDeadlineAfterReissue(now, notice))
  return {
    dates: {
      ...(facts.placementOnly === true && facts.widenedOn === undefined
        ? { contact: undefined, certificateBar: undefined }
        : { contact, certificateBar: certificateBar(facts, notice) }),
      appeal,
    },
    missing: [...missingOfNotice(facts, notice), ...missingOfAppeal(now, notice, contact, appeal)],
  }
}

/** Where the first was never sent, nothing runs from its dates. One at fault counts all the same, to be safe (J24, J25). */
function noticeThatCounts(facts: DateFacts): DecisionNotice | undefined {
  return facts.firstNotice === 'never-sent' ? facts.fullNotice : knownNotice(facts)
}

/** While the only notice is at fault, it is not certain that the bar of regulation 34(2) runs: no day of it is given (J24). */
function certificateBar({ firstNotice, fullNotice, reissuedOn }: DateFacts, notice: DecisionNotice) {
  if (firstNotice !== 'at-fault') return certificateBarDeadline(notice, { reissuedOn })
  return fullNotice && certificateBarDeadline(notice, { reissuedOn, fullNoticeOn: fullNotice.printedOn })
}

/** What an appeal would be about now: the contact date was that of the whole dispute, and stays. */
function narrowed(facts: DateFacts): DateFacts {
  return facts.narrowedOn === undefined ? facts : { ...facts, placementOnly: true }
}

/** J13: the date for the placement stays, and a working day is kept in hand for asking the adviser. */
function widened(facts: DateFacts, appeal: AppealDeadline): AppealDeadline {
  if (facts.widenedOn === undefined || facts.placementOnly !== true) return appeal
  return {
    ...appeal,
    aimDate: earlierAim(appeal, dayOf(appeal.unrolledDate) - 1).aimDate,
    working: appeal.working.map((step) =>
      step === ONLY_THE_PLACEMENT
        ? 'To be safe, the day for an appeal about the place alone is kept for all of it.'
        : step,
    ),
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
    ...(firstCertificate === undefined ? noCertificate(facts) : firstContact(facts, contact, appeal)),
  ]
}

function whatIsInDispute(facts: DateFacts, notice: DecisionNotice, appeal: AppealDeadline): readonly MissingFact[] {
  if (facts.placementOnly !== undefined) return []
  const withCertificate = appealOfNotice({ ...facts, placementOnly: false }, notice)
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
function firstContact(facts: DateFacts, contact: Deadline, appeal: AppealDeadline): readonly MissingFact[] {
  if (!contactIsAssumed(facts, contact.lawDate, appeal.setBy)) return []
  return [
    {
      fact: 'adviserContactedOn',
      words:
        `The day the family first contacted the adviser is not known. If it was after ${formatDate(contact.lawDate)}, ` +
        `the certificate does not add time: the date to appeal was ${formatDate(appeal.decisionLimb.lawDate)}.`,
    },
  ]
}

/**
 * Whether an appeal date set by the certificate rests on a first contact with the adviser by `contactBy` that nothing
 * shows: no day of contact is known, the certificate is later, and so is every other sign that the family was in touch
 * (J5).
 */
export function contactIsAssumed(
  facts: DateFacts,
  contactBy: CalendarDate,
  appealSetBy: AppealDeadline['setBy'],
): boolean {
  if (appealSetBy !== 'certificate' || facts.adviserContactedOn !== undefined) return false
  const { certificatesIssuedOn, declinedToldOn, councilToldOn, providerAskedOn, adjournedOn, mediationConcludedOn } =
    facts
  return [
    earliestOf(certificatesIssuedOn),
    declinedToldOn,
    councilToldOn,
    providerAskedOn,
    adjournedOn,
    mediationConcludedOn,
  ].every((sign) => sign === undefined || sign > contactBy)
}
