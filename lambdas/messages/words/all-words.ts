import type { AboutFact } from '../../cases/message.ts'
import type { MessageWords } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserCanStillHelp } from './adviser-can-still-help.ts'
import { appealAtTribunal } from './appeal-at-tribunal.ts'
import { appealClosing5WorkingDays } from './appeal-closing-5-working-days.ts'
import { appealClosing14Days } from './appeal-closing-14-days.ts'
import { appealTakenBack } from './appeal-taken-back.ts'
import { certificateDue } from './certificate-due.ts'
import { certificateOverdue } from './certificate-overdue.ts'
import { choose } from './choose.ts'
import { chooseBeforeTwoMonths } from './choose-before-two-months.ts'
import { closingAfterAgreement } from './closing-after-agreement.ts'
import { closingAfterWithdrawal } from './closing-after-withdrawal.ts'
import { closingWithoutNews } from './closing-without-news.ts'
import { complaintOutcome } from './complaint-outcome.ts'
import { complaintOverdue } from './complaint-overdue.ts'
import { complaintReceived } from './complaint-received.ts'
import { complaintRecorded } from './complaint-recorded.ts'
import { contactReminderDay30 } from './contact-reminder-day-30.ts'
import { contactReminderDay50 } from './contact-reminder-day-50.ts'
import { contactReminderLastWeek } from './contact-reminder-last-week.ts'
import { councilDoesNotOppose } from './council-does-not-oppose.ts'
import { councilHasResponded } from './council-has-responded.ts'
import { datesCorrected } from './dates-corrected.ts'
import { dutiesDone } from './duties-done.ts'
import { dutiesSet } from './duties-set.ts'
import { dutyOverdue } from './duty-overdue.ts'
import { firstDatesStay } from './first-dates-stay.ts'
import { healthBoardKnows } from './health-board-knows.ts'
import { lastDayToAppeal } from './last-day-to-appeal.ts'
import { lateAppealPossible } from './late-appeal-possible.ts'
import { mediationEnded } from './mediation-ended.ts'
import { mediationGivenUp } from './mediation-given-up.ts'
import { mediationLate } from './mediation-late.ts'
import { mediationNotArranged } from './mediation-not-arranged.ts'
import { mediationRequested } from './mediation-requested.ts'
import { meetingGoesOnAnotherDay } from './meeting-goes-on-another-day.ts'
import { meetingInvitation } from './meeting-invitation.ts'
import { meetingIsOff } from './meeting-is-off.ts'
import { meetingNewTime } from './meeting-new-time.ts'
import { meetingResultUnknown } from './meeting-result-unknown.ts'
import type { WriteWords } from './message-words.ts'
import { resolutionAgreed } from './resolution-agreed.ts'
import { resolutionAsked } from './resolution-asked.ts'
import { resolutionDeclined } from './resolution-declined.ts'
import { resolutionEnded } from './resolution-ended.ts'
import { resolutionInvitation } from './resolution-invitation.ts'
import { responseOverdue } from './response-overdue.ts'
import { rights } from './rights.ts'
import { whatTheTribunalDecided } from './what-the-tribunal-decided.ts'

/**
 * Writes a message.
 * @throws Error when the case has not what the message is about: it was asked for at the wrong time.
 */
export function writeWords(situation: MessageSituation): MessageWords {
  return situation.kind === 'duty-overdue' ? dutyOverdue(situation) : WORDS[situation.kind](situation)
}

/** The words of every message about a fact. A kind without words does not compile. */
const WORDS: Readonly<Record<AboutFact['kind'], WriteWords>> = {
  rights,
  'contact-reminder-day-30': contactReminderDay30,
  'contact-reminder-day-50': contactReminderDay50,
  'contact-reminder-last-week': contactReminderLastWeek,
  'adviser-can-still-help': adviserCanStillHelp,
  choose,
  'choose-before-two-months': chooseBeforeTwoMonths,
  'certificate-due': certificateDue,
  'certificate-overdue': certificateOverdue,
  'last-day-to-appeal': lastDayToAppeal,
  'mediation-requested': mediationRequested,
  'meeting-invitation': meetingInvitation,
  'meeting-new-time': meetingNewTime,
  'meeting-is-off': meetingIsOff,
  'meeting-result-unknown': meetingResultUnknown,
  'mediation-not-arranged': mediationNotArranged,
  'mediation-ended': mediationEnded,
  'appeal-closing-14-days': appealClosing14Days,
  'appeal-closing-5-working-days': appealClosing5WorkingDays,
  'late-appeal-possible': lateAppealPossible,
  'appeal-at-tribunal': appealAtTribunal,
  'closing-after-agreement': closingAfterAgreement,
  'closing-after-withdrawal': closingAfterWithdrawal,
  'closing-without-news': closingWithoutNews,
  'dates-corrected': datesCorrected,
  'first-dates-stay': firstDatesStay,
  'health-board-knows': healthBoardKnows,
  'mediation-late': mediationLate,
  'meeting-goes-on-another-day': meetingGoesOnAnotherDay,
  'mediation-given-up': mediationGivenUp,
  'council-has-responded': councilHasResponded,
  'response-overdue': responseOverdue,
  'council-does-not-oppose': councilDoesNotOppose,
  'appeal-taken-back': appealTakenBack,
  'what-the-tribunal-decided': whatTheTribunalDecided,
  'duties-set': dutiesSet,
  'duties-done': dutiesDone,
  'resolution-asked': resolutionAsked,
  'resolution-agreed': resolutionAgreed,
  'resolution-invitation': resolutionInvitation,
  'resolution-declined': resolutionDeclined,
  'resolution-ended': resolutionEnded,
  'complaint-recorded': complaintRecorded,
  'complaint-received': complaintReceived,
  'complaint-overdue': complaintOverdue,
  'complaint-outcome': complaintOutcome,
}
