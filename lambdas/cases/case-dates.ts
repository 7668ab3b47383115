import { agreementDeadline } from '../law/agreement-deadline.ts'
import { addDays, type CalendarDate, earlierOf } from '../law/calendar-date.ts'
import { certificateDeadline } from '../law/certificate-deadline.ts'
import type { AppealDeadline, Deadline } from '../law/deadline.ts'
import { boardMediationDeadline, boardToldDeadline } from '../law/health-board-deadlines.ts'
import { mediationDeadline } from '../law/mediation-deadline.ts'
import { meetingNoticeDeadline } from '../law/meeting-notice-deadline.ts'
import { appealDeadlineAfterReissue, contactDeadlineAfterReissue } from '../law/reissued-notice.ts'
import { responseDeadline } from '../law/response-deadline.ts'
import { caseBefore } from './build-case.ts'
import { type Case, certificateGround, disputesPlacementOnly, hasHealthIssue, plannedMeeting } from './case.ts'

/**
 * Every date that the law sets for a case on the facts of now. A date that does not apply is absent. The dates of what
 * was agreed, ordered or conceded are in `dutyDates`.
 */
export interface CaseDates {
  /** Speak to the mediation adviser by (not when only the placement is disputed). */
  readonly contact?: Deadline
  /** The council tells the integrated care board of a health issue by. */
  readonly boardTold?: Deadline
  /** Mediation to be held by: the council's 30 days, or the board's where only health care is disputed. */
  readonly mediation?: Deadline
  /** Tell the family the date and place of the planned meeting by. */
  readonly meetingNotice?: Deadline
  /** The adviser issues the certificate by. */
  readonly certificate?: Deadline
  /** Do what was agreed at mediation by, while it is not recorded what that is. */
  readonly agreement?: Deadline
  /** The Tribunal has the appeal by. */
  readonly appeal: AppealDeadline
  /** The Tribunal has the council's response by. */
  readonly response?: Deadline
}

/** Works out every date that applies to the case on the day `today`. The rules and their sources are in lambdas/law. */
export function caseDates(subject: Case, today: CalendarDate): CaseDates {
  const { decision, chosen } = subject
  const meeting = plannedMeeting(subject)
  const certificateStart = certificateStartsOn(subject, today)
  const response = responseDate(subject)
  return {
    ...(!decision.placementOnly && {
      contact: contactDeadlineAfterReissue({ reissuedOn: subject.noticeSentAgainOn }, decision),
    }),
    ...(chosen && hasHealthIssue(subject) && { boardTold: boardToldDeadline(chosen) }),
    ...(chosen && { mediation: mediationDate(subject, chosen) }),
    ...(meeting && { meetingNotice: meetingNoticeDeadline({ meetingOn: meeting.meetingOn }) }),
    ...(certificateStart && { certificate: certificateDeadline(certificateStart) }),
    ...agreementDate(subject),
    appeal: appealDate(subject),
    ...(response && { response }),
  }
}

function appealDate(subject: Case): AppealDeadline {
  const { decision, certificate, adviserContactedOn, noticeSentAgainOn } = subject
  return appealDeadlineAfterReissue(
    {
      placementOnly: disputesPlacementOnly(subject),
      certificatesIssuedOn: certificate && [certificate.issuedOn],
      adviserContactedOn,
      reissuedOn: noticeSentAgainOn,
    },
    decision,
  )
}

/** Where only health care is disputed the board arranges mediation, from the day the council told it at the latest. */
function mediationDate(subject: Case, chosen: NonNullable<Case['chosen']>): Deadline {
  return chosen.healthIssue === 'only'
    ? boardMediationDeadline({ boardToldOn: subject.boardToldOn ?? chosen.councilToldOn })
    : mediationDeadline(chosen)
}

/** Where it is recorded what was agreed, each thing has its own date. */
function agreementDate({ mediationResult, undertakings }: Case): Pick<CaseDates, 'agreement'> {
  if (!mediationResult || mediationResult.result === 'not-agreed') return {}
  if (undertakings.some(({ of }) => of === mediationResult.sequence)) return {}
  return { agreement: agreementDeadline({ agreedOn: mediationResult.concludedOn }) }
}

function responseDate({ appeal }: Case): Deadline | undefined {
  if (appeal?.responseDueOn) {
    return responseDeadline({ dueInLetter: appeal.responseDueOn, sentToCouncilOn: appeal.sentToCouncilOn })
  }
  return appeal?.sentToCouncilOn && responseDeadline({ sentToCouncilOn: appeal.sentToCouncilOn })
}

type CertificateStart = Parameters<typeof certificateDeadline>[0]

/** What starts the adviser's 3 working days, once something has. Nothing that came after a certificate starts its time. */
function certificateStartsOn(subject: Case, today: CalendarDate): CertificateStart | undefined {
  const { certificate } = subject
  return certificate
    ? startOfNextCertificate(caseBefore(subject, certificate.sequence), earlierOf(certificate.issuedOn, today))
    : startOfNextCertificate(subject, today)
}

function startOfNextCertificate(subject: Case, today: CalendarDate): CertificateStart | undefined {
  const ground = certificateGround(subject)
  const { declined, chosen, cannotBeArranged, mediationResult, adjourned } = subject
  switch (ground) {
    case 'mediated': {
      // J8: mediation that goes on another day counts as ended for the certificate, so that no time is lost.
      const startsOn = mediationResult?.concludedOn ?? adjourned?.adjournedOn
      return startsOn && { ground, startsOn }
    }
    case 'declined':
      return declined && { ground, startsOn: declined.declinedOn }
    case 'not-arranged': {
      // The rules give no certificate where the board does not arrange mediation about health care alone.
      if (chosen?.healthIssue === 'only') return undefined
      if (cannotBeArranged) return { ground, startsOn: cannotBeArranged.adviserToldOn }
      if (!chosen || plannedMeeting(subject)) return undefined
      // J9: when the council is silent, the adviser issues by itself after day 30, so its time starts on day 31.
      const dayThirtyOne = addDays(mediationDeadline(chosen).lawDate, 1)
      return today >= dayThirtyOne ? { ground, startsOn: dayThirtyOne } : undefined
    }
  }
}
