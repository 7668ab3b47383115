import { type AppealFacts, appealDeadline } from './appeal-deadline.ts'
import { addDays, dayOf, earlierOf, formatDate } from './calendar-date.ts'
import type { DateFacts, MissingFact } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import type { DecisionNotice } from './decision-day.ts'
import { judgement } from './judgements.ts'
import { earlierAim } from './make-deadline.ts'
import { appealDeadlineAfterReissue, contactDeadlineAfterReissue } from './reissued-notice.ts'

/** A part of the answer of `whichDates`. */
export interface DatesFound {
  readonly dates: readonly (Deadline | AppealDeadline)[]
  readonly missing: readonly MissingFact[]
}

/** The contact date (D01, not for a dispute about the placement alone) and the appeal date (D09, D10). */
export function appealDates(facts: DateFacts): DatesFound {
  const printedOn = facts.printedOn ?? facts.sentOn
  const sentOn = facts.sentOn ?? facts.printedOn
  if (printedOn === undefined || sentOn === undefined) {
    const words = 'No date of the decision letter is known, so no time to contact the adviser or to appeal is given.'
    return { dates: [], missing: [{ fact: 'sentOn', words }] }
  }
  const notice = { printedOn, sentOn }
  const contact = contactDeadlineAfterReissue(notice, facts.reissuedOn)
  const appeal = widened(facts, appealDeadlineAfterReissue(appealFactsOf(facts, notice), facts.reissuedOn))
  return {
    dates: facts.placementOnly === true ? [appeal] : [contact, appeal],
    missing: [...missingOfNotice(facts, notice), ...missingOfAppeal(facts, notice, contact, appeal)],
  }
}

function appealFactsOf(facts: DateFacts, notice: DecisionNotice): AppealFacts {
  const certificates = [...(facts.certificatesIssuedOn ?? [])].sort()
  // While it is not known whether a certificate can count, the earliest date is the one without it.
  const counted = facts.placementOnly === undefined ? [] : certificates
  return {
    ...notice,
    placementOnly: facts.placementOnly === true,
    certificateIssuedOn: counted[0],
    laterCertificateIssuedOn: counted.length > 1 ? counted.at(-1) : undefined,
    adviserContactedOn: facts.adviserContactedOn,
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
  const known = formatDate(earlierOf(notice.printedOn, notice.sentOn))
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
  const certificates = [...(facts.certificatesIssuedOn ?? [])].sort()
  const missing: MissingFact[] = []
  if (facts.placementOnly === undefined) {
    const withCertificate = appealDeadline({ ...appealFactsOf({ ...facts, placementOnly: false }, notice) })
    missing.push({
      fact: 'placementOnly',
      words:
        'It is not known whether only the school or other place named is in dispute. ' +
        (withCertificate.lawDate > appeal.lawDate
          ? `If more is, the certificate gives until ${formatDate(withCertificate.lawDate)}.`
          : 'If more is, the family needs a certificate to appeal.'),
    })
  }
  if (facts.placementOnly !== true && certificates.length === 0) {
    missing.push({
      fact: 'certificatesIssuedOn',
      words: 'No mediation certificate is known. One issued in time may give a later date to appeal.',
    })
  }
  const firstCertificate = certificates[0]
  if (
    appeal.setBy === 'certificate' &&
    facts.adviserContactedOn === undefined &&
    firstCertificate !== undefined &&
    firstCertificate > contact.lawDate &&
    !inTouchInTime(facts, contact)
  ) {
    missing.push({
      fact: 'adviserContactedOn',
      words:
        `The day the family first contacted the adviser is not known. If it was after ${formatDate(contact.lawDate)}, ` +
        `the certificate does not add time: the date to appeal was ${formatDate(appeal.decisionLimb.lawDate)}.`,
    })
  }
  return missing
}

/** Whether another event shows that the family had been in touch by the contact date. */
function inTouchInTime(facts: DateFacts, contact: Deadline): boolean {
  const signs = [facts.declinedToldOn, facts.councilToldOn, facts.providerAskedOn, ...(facts.sessionsHeldOn ?? [])]
  const dayAfter = addDays(contact.lawDate, 1)
  return signs.some((date) => date !== undefined && date < dayAfter)
}
