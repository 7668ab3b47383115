import { addDays, type CalendarDate, earliestOf, formatDate } from './calendar-date.ts'
import { certificateDeadline } from './certificate-deadline.ts'
import type { DateFacts, MissingFact } from './date-facts.ts'
import type { Deadline } from './deadline.ts'
import { boardMediationDeadline, boardToldDeadline } from './health-board-deadlines.ts'
import { judgement } from './judgements.ts'
import { mediationDeadline } from './mediation-deadline.ts'
import { meetingNoticeDeadline } from './meeting-notice-deadline.ts'
import type { DatesFound } from './which-appeal-dates.ts'

/** The dates of mediation: arranging it (D03, D04, D05), notice of the meeting (D07) and certificates (D02, D06, D08). */
export function mediationDates(facts: DateFacts): DatesFound {
  const parts = [arranging(facts), healthIssue(facts), meeting(facts), certificates(facts)]
  return { dates: parts.flatMap(({ dates }) => dates), missing: parts.flatMap(({ missing }) => missing) }
}

/** D04: not where only health is in issue, which is the integrated care board's to arrange. */
function arranging({ councilToldOn, providerAskedOn, healthIssue }: DateFacts): DatesFound {
  if (healthIssue === 'only') return none
  if (councilToldOn !== undefined)
    return { dates: [mediationDeadline({ councilToldOn, providerAskedOn })], missing: [] }
  if (providerAskedOn === undefined) return none
  return {
    dates: [mediationDeadline({ councilToldOn: providerAskedOn })],
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

/** D03 and D05. */
function healthIssue({ healthIssue, councilToldOn, boardToldOn }: DateFacts): DatesFound {
  if (healthIssue === undefined || healthIssue === 'none') {
    const isAsked = healthIssue === undefined && councilToldOn !== undefined
    const words = 'It is not known whether a health issue is raised. If so, the council must tell the health board.'
    return { dates: [], missing: isAsked ? [{ fact: 'healthIssue', words }] : [] }
  }
  const told: readonly Deadline[] = councilToldOn === undefined ? [] : [boardToldDeadline({ councilToldOn })]
  const boardStart = boardToldOn ?? councilToldOn
  if (healthIssue === 'some' || boardStart === undefined) return { dates: told, missing: [] }
  return {
    dates: [...told, boardMediationDeadline({ boardToldOn: boardStart })],
    missing:
      boardToldOn === undefined
        ? [
            {
              fact: 'boardToldOn',
              words:
                'The day the council told the health board is not known. ' +
                `Its 30 days are counted from ${formatDate(boardStart)}, the first day they can have begun.`,
            },
          ]
        : [],
  }
}

function meeting({ meetingOn }: DateFacts): DatesFound {
  return meetingOn === undefined ? none : { dates: [meetingNoticeDeadline({ meetingOn })], missing: [] }
}

function certificates(facts: DateFacts): DatesFound {
  const { declinedToldOn, mediationConcludedOn } = facts
  const firstSession = earliestOf(facts.sessionsHeldOn)
  const notArranged = notArrangedFrom(facts)
  const dates: Deadline[] = []
  const missing: MissingFact[] = []
  if (declinedToldOn !== undefined) dates.push(certificateDeadline({ ground: 'declined', startsOn: declinedToldOn }))
  if (notArranged !== undefined) dates.push(certificateDeadline({ ground: 'not-arranged', startsOn: notArranged }))
  if (mediationConcludedOn !== undefined) {
    dates.push(certificateDeadline({ ground: 'mediated', startsOn: mediationConcludedOn }))
  } else if (firstSession !== undefined) {
    const deadline = certificateDeadline({ ground: 'mediated', startsOn: firstSession })
    dates.push({ ...deadline, cautions: [...deadline.cautions, judgement('J8')] })
    missing.push({
      fact: 'mediationConcludedOn',
      words:
        'It is not known whether the mediation is concluded. ' +
        `The time for the certificate is counted from the first meeting, ${formatDate(firstSession)}.`,
    })
  }
  return { dates, missing }
}

/** What starts the adviser's time where nothing was arranged: the council's word, or day 31 of its silence (J9). */
function notArrangedFrom(facts: DateFacts): CalendarDate | undefined {
  if (facts.cannotArrangeToldOn !== undefined) return facts.cannotArrangeToldOn
  const { councilToldOn, meetingOn, sessionsHeldOn, mediationConcludedOn, certificatesIssuedOn, askedOn } = facts
  const somethingHappened =
    meetingOn !== undefined ||
    mediationConcludedOn !== undefined ||
    (sessionsHeldOn ?? []).length > 0 ||
    (certificatesIssuedOn ?? []).length > 0
  if (councilToldOn === undefined || facts.healthIssue === 'only' || somethingHappened || askedOn === undefined) {
    return undefined
  }
  const dayThirtyOne = addDays(mediationDeadline({ councilToldOn }).lawDate, 1)
  return askedOn >= dayThirtyOne ? dayThirtyOne : undefined
}

const none: DatesFound = { dates: [], missing: [] }
