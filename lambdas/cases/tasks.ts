import { askAboutInformation, chaseCertificate, checkNoNews } from './advice/tasks.ts'
import { chaseAcknowledgement, chaseComplaintAnswer } from './complaint/tasks.ts'
import { doDuty, escalateDuty } from './duties/tasks.ts'
import {
  arrangeMediation,
  chaseHealthBoard,
  escalateMediation,
  tellAdviserNotArranged,
  tellHealthBoard,
} from './mediation/tasks.ts'
import { escalateWhoComes, fixNextMeeting, nameWhoComes, recordMeetingResult } from './meeting/tasks.ts'
import { makeOtherFormat, tellFamilyAnotherWay, tellFamilySafely } from './message-tasks.ts'
import { passCaseOn, reviewTransferredPlan, tellOfTransfer, tellTribunalOfMove } from './moving/tasks.ts'
import { openCaseForNewPlan } from './new-plan/tasks.ts'
import { doRemedy } from './ombudsman/tasks.ts'
import { sendFullNotice } from './opening/tasks.ts'
import { reachYoungPerson, sayWhoThePartyIs, warnOfBirthday } from './party/tasks.ts'
import { askParty, fixResolutionMeeting, recordResolutionResult } from './resolution/tasks.ts'
import { finishTakingOver } from './taking-over/tasks.ts'
import type { TaskRules } from './task-rules.ts'
import {
  askTribunal,
  escalateResponse,
  keepPromise,
  prepareForTribunal,
  recordTribunalLetter,
  seekConsentOrder,
  sendResponse,
} from './tribunal/tasks.ts'

/** Every kind of thing that a person at the council has to do, under its name. */
export const TASKS = {
  'arrange-mediation': arrangeMediation,
  'escalate-mediation': escalateMediation,
  'tell-adviser-not-arranged': tellAdviserNotArranged,
  'chase-certificate': chaseCertificate,
  'ask-about-information': askAboutInformation,
  'record-meeting-result': recordMeetingResult,
  'tell-family-another-way': tellFamilyAnotherWay,
  'tell-family-safely': tellFamilySafely,
  'make-other-format': makeOtherFormat,
  'check-no-news': checkNoNews,
  'tell-health-board': tellHealthBoard,
  'chase-health-board': chaseHealthBoard,
  'fix-next-meeting': fixNextMeeting,
  'name-who-comes': nameWhoComes,
  'escalate-who-comes': escalateWhoComes,
  'record-tribunal-letter': recordTribunalLetter,
  'send-response': sendResponse,
  'escalate-response': escalateResponse,
  'seek-consent-order': seekConsentOrder,
  'keep-promise': keepPromise,
  'prepare-for-tribunal': prepareForTribunal,
  'ask-tribunal': askTribunal,
  'do-duty': doDuty,
  'escalate-duty': escalateDuty,
  'ask-party': askParty,
  'fix-resolution-meeting': fixResolutionMeeting,
  'record-resolution-result': recordResolutionResult,
  'chase-acknowledgement': chaseAcknowledgement,
  'chase-complaint-answer': chaseComplaintAnswer,
  'send-full-notice': sendFullNotice,
  'open-case-for-new-plan': openCaseForNewPlan,
  'pass-case-on': passCaseOn,
  'tell-tribunal-of-move': tellTribunalOfMove,
  'tell-of-transfer': tellOfTransfer,
  'review-transferred-plan': reviewTransferredPlan,
  'do-remedy': doRemedy,
  'finish-taking-over': finishTakingOver,
  'say-who-the-party-is': sayWhoThePartyIs,
  'reach-young-person': reachYoungPerson,
  'warn-of-birthday': warnOfBirthday,
}

export type TaskKind = keyof typeof TASKS

type AboutIn<Rules> = Rules extends TaskRules<infer About> ? About : never

/** What each kind of task is about. Its schema is a part of its object. */
export type AboutOf = { readonly [Kind in TaskKind]: AboutIn<(typeof TASKS)[Kind]> }

export const TASK_KINDS = Object.keys(TASKS) as readonly TaskKind[]

const RULES: { readonly [Kind in TaskKind]: TaskRules<AboutOf[Kind]> } = TASKS

/** All that the case has to know of a kind of task. */
export function taskRules<Kind extends TaskKind>(kind: Kind): TaskRules<AboutOf[Kind]> {
  return RULES[kind]
}
