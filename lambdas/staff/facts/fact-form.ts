import type { Case } from '../../cases/case.ts'
import type { FactType } from '../../cases/fact.ts'
import type { FactInput } from '../../recording/fact-input.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { adviserContactedForm, certificateIssuedForm, mediationChosenForm, mediationDeclinedForm } from './advice.ts'
import {
  agreementReachedForm,
  caseWithdrawnForm,
  contactDetailsChangedForm,
  noteAddedForm,
  noticeSentAgainForm,
} from './case.ts'
import { complaintAcknowledgedForm, complaintAnsweredForm, complaintMadeForm } from './complaint.ts'
import { dutyDoneForm } from './duties.ts'
import {
  healthBoardToldForm,
  mediationAdjournedForm,
  mediationAgreedForm,
  mediationCannotBeArrangedForm,
  mediationNotAgreedForm,
  mediationPartlyAgreedForm,
} from './mediation.ts'
import { meetingArrangedForm, meetingCancelledForm, meetingMovedForm } from './meeting.ts'
import {
  resolutionAnsweredForm,
  resolutionAskedForm,
  resolutionEndedForm,
  resolutionMeetingForm,
} from './resolution.ts'
import {
  appealConcededForm,
  appealDecidedForm,
  appealRegisteredForm,
  appealWithdrawnForm,
  responseSentForm,
} from './tribunal.ts'

/** The facts that have a form of their own. A case is opened by another, and corrections have the corrected fact's. */
export type RecordedType = Exclude<FactType, 'case-opened' | 'fact-corrected' | 'fact-removed'>

/** The form for each fact. The case decides what has to be asked. */
export const FACT_FORMS: Readonly<Record<RecordedType, (subject: Case) => Form<FactInput>>> = {
  'notice-sent-again': noticeSentAgainForm,
  'adviser-contacted': adviserContactedForm,
  'mediation-declined': mediationDeclinedForm,
  'mediation-chosen': mediationChosenForm,
  'health-board-told': healthBoardToldForm,
  'meeting-arranged': meetingArrangedForm,
  'meeting-moved': meetingMovedForm,
  'meeting-cancelled': meetingCancelledForm,
  'mediation-adjourned': mediationAdjournedForm,
  'mediation-cannot-be-arranged': mediationCannotBeArrangedForm,
  'mediation-agreed': mediationAgreedForm,
  'mediation-partly-agreed': mediationPartlyAgreedForm,
  'mediation-not-agreed': mediationNotAgreedForm,
  'certificate-issued': certificateIssuedForm,
  'appeal-registered': appealRegisteredForm,
  'response-sent': responseSentForm,
  'appeal-conceded': appealConcededForm,
  'appeal-withdrawn': appealWithdrawnForm,
  'appeal-decided': appealDecidedForm,
  'agreement-reached': agreementReachedForm,
  'duty-done': dutyDoneForm,
  'disagreement-resolution-asked': resolutionAskedForm,
  'disagreement-resolution-answered': resolutionAnsweredForm,
  'disagreement-resolution-meeting': resolutionMeetingForm,
  'disagreement-resolution-ended': resolutionEndedForm,
  'complaint-made': complaintMadeForm,
  'complaint-acknowledged': complaintAcknowledgedForm,
  'complaint-answered': complaintAnsweredForm,
  'case-withdrawn': caseWithdrawnForm,
  'contact-details-changed': contactDetailsChangedForm,
  'note-added': noteAddedForm,
}

/** Whether a word from an address is the name of a fact that has a form. */
export function isRecordedType(type: string): type is RecordedType {
  return Object.hasOwn(FACT_FORMS, type)
}
