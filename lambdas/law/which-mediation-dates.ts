import { addDays, type CalendarDate, formatDate } from './calendar-date.ts'
import { certificateDeadline } from './certificate-deadline.ts'
import type { DateFacts } from './date-facts.ts'
import { isPastOnEveryReading } from './deadline.ts'
import { boardMediationDeadline, boardToldDeadline } from './health-board-deadlines.ts'
import { mediationDeadline } from './mediation-deadline.ts'
import { meetingNoticeDeadline } from './meeting-notice-deadline.ts'
import type { Dates } from './named-dates.ts'
import type { DatesFound } from './which-appeal-dates.ts'

type Arranging = 'boardTold' | 'mediation'
type Certificates = 'certificateDeclined' | 'certificateNotArranged' | 'certificateMediated'

/**
 * The dates of mediation: arranging it (D03, D04, D05), notice of the meeting (D07) and certificates (D02, D06, D08).
 * `contact` says until when the first contact is in time (D01), and until when it leads to a certificate without
 * mediation (D57).
 */
export function mediationDates(
  facts: DateFacts,
  contact: Pick<Dates, 'contact' | 'certificateBar'>,
): DatesFound<Arranging | 'meetingNotice' | Certificates> {
  const [arranged, certificate] = [arranging(facts), certificates(facts, contact)]
  const meetingNotice = facts.meetingOn && meetingNoticeDeadline({ meetingOn: facts.meetingOn })
  return {
    dates: { ...arranged.dates, meetingNotice, ...certificate.dates },
    missing: [...arranged.missing, ...certificate.missing],
  }
}

/** Where only health is in issue it is the integrated care board's to arrange: D05 in place of D04. */
function arranging(facts: DateFacts): DatesFound<Arranging> {
  const { healthIssue, councilToldOn } = facts
  const mediation = healthIssue === 'only' ? byBoard(facts) : byCouncil(facts)
  if (healthIssue === 'some' || healthIssue === 'only') {
    const boardTold = councilToldOn && boardToldDeadline({ councilToldOn })
    return { ...mediation, dates: { ...mediation.dates, boardTold } }
  }
  const isAsked = healthIssue === undefined && councilToldOn !== undefined
  const words = 'It is not known whether a health issue is raised. If so, the council must tell the health board.'
  return {
    dates: { ...mediation.dates, boardTold: undefined },
    missing: [...mediation.missing, ...(isAsked ? [{ fact: 'healthIssue' as const, words }] : [])],
  }
}

function byCouncil({ councilToldOn, providerAskedOn }: DateFacts): DatesFound<'mediation'> {
  if (councilToldOn !== undefined) {
    return { dates: { mediation: mediationDeadline({ councilToldOn, providerAskedOn }) }, missing: [] }
  }
  if (providerAskedOn === undefined) return { dates: { mediation: undefined }, missing: [] }
  return {
    dates: { mediation: mediationDeadline({ councilToldOn: providerAskedOn }) },
    missing: [
      {
        fact: 'councilToldOn',
        words:
          'The day the council was told that the family wants mediation is not known. ' +
          `Its 30 days are counted from the day the provider was asked, ${formatDate(providerAskedOn)}.`,
      },
    ],
  }
}

function byBoard({ councilToldOn, boardToldOn }: DateFacts): DatesFound<'mediation'> {
  if (boardToldOn !== undefined) return { dates: { mediation: boardMediationDeadline({ boardToldOn }) }, missing: [] }
  if (councilToldOn === undefined) return { dates: { mediation: undefined }, missing: [] }
  return {
    dates: { mediation: boardMediationDeadline({ boardToldOn: councilToldOn }) },
    missing: [
      {
        fact: 'boardToldOn',
        words:
          'The day the council told the health board is not known. ' +
          `Its 30 days are counted from ${formatDate(councilToldOn)}, the first day they can have begun.`,
      },
    ],
  }
}

function certificates(
  facts: DateFacts,
  { contact, certificateBar }: Pick<Dates, 'contact' | 'certificateBar'>,
): DatesFound<Certificates> {
  const { declinedToldOn, adjournedOn, mediationConcludedOn, adviserContactedOn } = facts
  const isBarred =
    certificateBar !== undefined &&
    adviserContactedOn !== undefined &&
    isPastOnEveryReading(certificateBar, adviserContactedOn)
  const lateContact = contact !== undefined && adviserContactedOn !== undefined && adviserContactedOn > contact.lawDate
  const notArranged = notArrangedFrom(facts)
  const mediated = mediationConcludedOn ?? adjournedOn
  return {
    dates: {
      certificateDeclined:
        declinedToldOn && !isBarred ? certificateDeadline({ ground: 'declined', startsOn: declinedToldOn }) : undefined,
      certificateNotArranged: notArranged && certificateDeadline({ ground: 'not-arranged', startsOn: notArranged }),
      certificateMediated: mediated && certificateDeadline({ ground: 'mediated', startsOn: mediated, lateContact }),
    },
    missing:
      adjournedOn !== undefined && mediationConcludedOn === undefined
        ? [
            {
              fact: 'mediationConcludedOn',
              words:
                'It is not known whether the mediation is concluded. ' +
                `The time for the certificate is counted from the first meeting, ${formatDate(adjournedOn)}.`,
            },
          ]
        : [],
  }
}

/**
 * What starts the adviser's time where nothing was arranged: the council's word, or day 31 of its silence (J9). The rules
 * give no certificate where the integrated care board does not arrange mediation about health alone (regulation 35).
 */
function notArrangedFrom(facts: DateFacts): CalendarDate | undefined {
  const { healthIssue, cannotArrangeToldOn, councilToldOn, askedOn } = facts
  if (healthIssue === 'only') return undefined
  if (cannotArrangeToldOn !== undefined) return cannotArrangeToldOn
  const { meetingOn, adjournedOn, mediationConcludedOn, certificatesIssuedOn } = facts
  const somethingHappened =
    meetingOn !== undefined ||
    adjournedOn !== undefined ||
    mediationConcludedOn !== undefined ||
    (certificatesIssuedOn ?? []).length > 0
  if (councilToldOn === undefined || somethingHappened || askedOn === undefined) return undefined
  const dayThirtyOne = addDays(mediationDeadline({ councilToldOn }).lawDate, 1)
  return askedOn >= dayThirtyOne ? dayThirtyOne : undefined
}
