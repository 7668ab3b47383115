import type { MessageKind } from '../../cases/message.ts'
import { agreementReached } from './agreement-reached.ts'
import { appealClosing5WorkingDays } from './appeal-closing-5-working-days.ts'
import { appealClosing14Days } from './appeal-closing-14-days.ts'
import { appealConceded } from './appeal-conceded.ts'
import { appealDecided } from './appeal-decided.ts'
import { appealRegistered } from './appeal-registered.ts'
import { appealTimePassed } from './appeal-time-passed.ts'
import { appealWithdrawn } from './appeal-withdrawn.ts'
import { caseWithdrawn } from './case-withdrawn.ts'
import { certificateDue } from './certificate-due.ts'
import { certificateIssued } from './certificate-issued.ts'
import { certificateOverdue } from './certificate-overdue.ts'
import { choose } from './choose.ts'
import { chooseBeforeTwoMonths } from './choose-before-two-months.ts'
import { complaintAcknowledged } from './complaint-acknowledged.ts'
import { complaintAnswered } from './complaint-answered.ts'
import { complaintOverdue } from './complaint-overdue.ts'
import { complaintRecorded } from './complaint-recorded.ts'
import { contactReminderDay30 } from './contact-reminder-day-30.ts'
import { contactReminderDay50 } from './contact-reminder-day-50.ts'
import { contactReminderLastWeek } from './contact-reminder-last-week.ts'
import { contactTimePassed } from './contact-time-passed.ts'
import { datesCorrected } from './dates-corrected.ts'
import { dutiesDone } from './duties-done.ts'
import { dutiesSet } from './duties-set.ts'
import { dutyOverdue } from './duty-overdue.ts'
import { healthBoardTold } from './health-board-told.ts'
import { mediationAdjourned } from './mediation-adjourned.ts'
import { mediationEnded } from './mediation-ended.ts'
import { mediationGivenUp } from './mediation-given-up.ts'
import { mediationLate } from './mediation-late.ts'
import { mediationNotArranged } from './mediation-not-arranged.ts'
import { mediationRequested } from './mediation-requested.ts'
import { meetingArranged } from './meeting-arranged.ts'
import { meetingCancelled } from './meeting-cancelled.ts'
import { meetingMoved } from './meeting-moved.ts'
import { meetingResultUnknown } from './meeting-result-unknown.ts'
import type { WriteWords } from './message-words.ts'
import { noNews } from './no-news.ts'
import { noticeSentAgain } from './notice-sent-again.ts'
import { resolutionAgreed } from './resolution-agreed.ts'
import { resolutionAsked } from './resolution-asked.ts'
import { resolutionDeclined } from './resolution-declined.ts'
import { resolutionEnded } from './resolution-ended.ts'
import { resolutionMeeting } from './resolution-meeting.ts'
import { responseOverdue } from './response-overdue.ts'
import { responseSent } from './response-sent.ts'
import { rights } from './rights.ts'

/** The words of every message. A kind without words does not compile. */
export const WORDS: Readonly<Record<MessageKind, WriteWords>> = {
  rights,
  'contact-reminder-day-30': contactReminderDay30,
  'contact-reminder-day-50': contactReminderDay50,
  'contact-reminder-last-week': contactReminderLastWeek,
  'contact-time-passed': contactTimePassed,
  choose,
  'choose-before-two-months': chooseBeforeTwoMonths,
  'certificate-due': certificateDue,
  'certificate-overdue': certificateOverdue,
  'certificate-issued': certificateIssued,
  'mediation-requested': mediationRequested,
  'meeting-arranged': meetingArranged,
  'meeting-moved': meetingMoved,
  'meeting-cancelled': meetingCancelled,
  'meeting-result-unknown': meetingResultUnknown,
  'mediation-not-arranged': mediationNotArranged,
  'mediation-ended': mediationEnded,
  'appeal-closing-14-days': appealClosing14Days,
  'appeal-closing-5-working-days': appealClosing5WorkingDays,
  'appeal-time-passed': appealTimePassed,
  'appeal-registered': appealRegistered,
  'agreement-reached': agreementReached,
  'case-withdrawn': caseWithdrawn,
  'no-news': noNews,
  'dates-corrected': datesCorrected,
  'notice-sent-again': noticeSentAgain,
  'health-board-told': healthBoardTold,
  'mediation-late': mediationLate,
  'mediation-adjourned': mediationAdjourned,
  'mediation-given-up': mediationGivenUp,
  'response-sent': responseSent,
  'response-overdue': responseOverdue,
  'appeal-conceded': appealConceded,
  'appeal-withdrawn': appealWithdrawn,
  'appeal-decided': appealDecided,
  'duties-set': dutiesSet,
  'duty-overdue': dutyOverdue,
  'duties-done': dutiesDone,
  'resolution-asked': resolutionAsked,
  'resolution-agreed': resolutionAgreed,
  'resolution-meeting': resolutionMeeting,
  'resolution-declined': resolutionDeclined,
  'resolution-ended': resolutionEnded,
  'complaint-recorded': complaintRecorded,
  'complaint-acknowledged': complaintAcknowledged,
  'complaint-overdue': complaintOverdue,
  'complaint-answered': complaintAnswered,
}
