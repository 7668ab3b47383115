import { adviserContactDeadline } from '../law/adviser-contact-deadline.ts'
import { agreementDeadline } from '../law/agreement-deadline.ts'
import { appealDeadline } from '../law/appeal-deadline.ts'
import { addDays, type CalendarDate } from '../law/calendar-date.ts'
import { certificateDeadline } from '../law/certificate-deadline.ts'
import type { AppealDeadline, Deadline } from '../law/deadline.ts'
import { mediationDeadline } from '../law/mediation-deadline.ts'
import { meetingNoticeDeadline } from '../law/meeting-notice-deadline.ts'
import { type Case, certificateGround, plannedMeeting } from './case.ts'

/** Every date that the law sets for a case on the facts of now. A date that does not apply is absent. */
export interface CaseDates {
  /** Speak to the mediation adviser by (not when only the placement is disputed). */
  readonly contact?: Deadline
  /** Mediation to be held by. */
  readonly mediation?: Deadline
  /** Tell the family the date and place of the planned meeting by. */
  readonly meetingNotice?: Deadline
  /** The adviser issues the certificate by. */
  readonly certificate?: Deadline
  /** Do what was agreed at mediation by (what could not have been appealed). */
  readonly agreement?: Deadline
  /** The Tribunal has the appeal by. */
  readonly appeal: AppealDeadline
}

/** Works out every date that applies to the case on the day `today`. The rules and their sources are in lambdas/law. */
export function caseDates(subject: Case, today: CalendarDate): CaseDates {
  const { decision, certificate, adviserContactedOn, chosen, mediationResult } = subject
  const meeting = plannedMeeting(subject)
  const certificateStart = certificateStartsOn(subject, today)
  return {
    ...(!decision.placementOnly && { contact: adviserContactDeadline(decision) }),
    ...(chosen && { mediation: mediationDeadline({ councilToldOn: chosen.councilToldOn }) }),
    ...(meeting && { meetingNotice: meetingNoticeDeadline({ meetingOn: meeting.meetingOn }) }),
    ...(certificateStart && { certificate: certificateDeadline(certificateStart) }),
    ...(mediationResult &&
      mediationResult.result !== 'not-agreed' && {
        agreement: agreementDeadline({ agreedOn: mediationResult.concludedOn }),
      }),
    appeal: appealDeadline({
      printedOn: decision.printedOn,
      sentOn: decision.sentOn,
      placementOnly: decision.placementOnly,
      ...(certificate && { certificateIssuedOn: certificate.issuedOn }),
      ...(adviserContactedOn && { adviserContactedOn }),
    }),
  }
}

/** What starts the adviser's 3 working days, once something has. */
function certificateStartsOn(
  subject: Case,
  today: CalendarDate,
): Parameters<typeof certificateDeadline>[0] | undefined {
  const ground = subject.certificate?.ground ?? certificateGround(subject)
  const { declined, chosen, cannotBeArranged, mediationResult } = subject
  switch (ground) {
    case 'mediated':
      return mediationResult && { ground, startsOn: mediationResult.concludedOn }
    case 'declined':
      return declined && { ground, startsOn: declined.declinedOn }
    case 'not-arranged': {
      if (cannotBeArranged) return { ground, startsOn: cannotBeArranged.adviserToldOn }
      if (!chosen || plannedMeeting(subject)) return undefined
      // J9: when the council is silent, the adviser issues by itself after day 30, so its time starts on day 31.
      const dayThirtyOne = addDays(mediationDeadline(chosen).lawDate, 1)
      return today >= dayThirtyOne ? { ground, startsOn: dayThirtyOne } : undefined
    }
  }
}
