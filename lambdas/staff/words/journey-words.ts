import type { NextDateKind } from '../../cases/plan/plan.ts'
import type { CaseOutcome, WaitName } from '../../cases/stage.ts'
import type { TaskKind } from '../../cases/task.ts'

/** What a case is waiting for, and why. */
export const WAIT_WORDS: Readonly<Record<WaitName, { readonly what: string; readonly why: string }>> = {
  'adviser-contact': {
    what: 'The family speaks to the mediation adviser',
    why: 'Before it can appeal the family has to consider mediation. It has two months from the decision to contact the adviser.',
  },
  'late-contact': {
    what: 'The family can still speak to the mediation adviser, late',
    why: 'The two months have passed. The adviser can still issue a certificate, and the family can ask the Tribunal to accept a late appeal.',
  },
  choice: {
    what: 'The family chooses: mediation, or a certificate',
    why: 'The family has spoken to the adviser. It can ask for mediation, or ask for a certificate and appeal.',
  },
  'certificate-after-declining': {
    what: 'The mediation adviser issues the certificate',
    why: 'The family does not want mediation. The adviser has three working days to issue the certificate.',
  },
  'meeting-date': {
    what: 'The council arranges mediation',
    why: 'The family wants mediation. The council has 30 days from the day it was told.',
  },
  meeting: {
    what: 'The mediation meeting takes place',
    why: 'A meeting is planned. Record its result when it has taken place.',
  },
  'certificate-without-meeting': {
    what: 'The mediation adviser issues the certificate',
    why: 'There is no mediation, so the adviser has three working days to issue the certificate. The family may appeal with it.',
  },
  'certificate-after-meeting': {
    what: 'The mediation adviser issues the certificate',
    why: 'Mediation has ended. The adviser has three working days to issue the certificate.',
  },
  appeal: {
    what: 'The family decides whether to appeal',
    why: 'The family has what it needs to appeal to the Tribunal. Its time to do so is running.',
  },
}

/**
 * What the next date on the list of cases is for. `passed` is what to say when that day has gone. Only a certificate
 * is overdue then: the other dates are days to aim for, and the law may still leave time.
 */
export const NEXT_DATE_WORDS: Readonly<Record<NextDateKind, { readonly what: string; readonly passed: string }>> = {
  contact: { what: 'Family to speak to the adviser', passed: 'Aim date passed' },
  choice: { what: 'Family to choose', passed: 'Aim date passed' },
  certificate: { what: 'Adviser to issue the certificate', passed: 'Overdue' },
  mediation: { what: 'Council to arrange mediation', passed: 'Aim date passed' },
  meeting: { what: 'Mediation meeting', passed: 'Result due' },
  appeal: { what: 'Family to appeal, if it wants to', passed: 'Aim date passed' },
  'keep-open': { what: 'Case closes if there is no news', passed: 'Closing' },
}

export const OUTCOME_WORDS: Readonly<Record<CaseOutcome, string>> = {
  appealed: 'Appealed',
  agreed: 'Agreed',
  'appeal-time-passed': 'No appeal in time',
  withdrawn: 'Withdrawn',
  'opened-in-error': 'Opened in error',
  'no-news': 'No news',
}

/** What a closed case's outcome means, for the case page. */
export const OUTCOME_EXPLANATIONS: Readonly<Record<CaseOutcome, string>> = {
  appealed: 'The Tribunal has an appeal.',
  agreed: 'The family and the council agree.',
  'appeal-time-passed':
    'The time to appeal passed without an appeal. A late appeal can still be made: record it if the Tribunal has one.',
  withdrawn: 'The case was ended before an appeal.',
  'opened-in-error': 'The case was opened in error.',
  'no-news': 'Nothing was heard for a long time. A late appeal can still be made: record it if the Tribunal has one.',
}

export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  'arrange-mediation': 'Arrange the mediation meeting and record its date',
  'tell-adviser-not-arranged': 'Tell the mediation adviser that mediation was not arranged within 30 days',
  'chase-certificate': 'Ask the mediation adviser for the certificate, which is late',
  'record-meeting-result': 'Record what came of the mediation meeting',
  'tell-family-another-way': 'Reach the family another way: an email did not arrive',
  'tell-family-safely': 'Tell the family in the safe way that you agreed: we must not write to it',
  'make-other-format': 'Make a message in the format or language that the family needs',
  'check-no-news': 'Ask the family how it wants to go on: there has been no news',
}
