import type { CaseOutcome } from '../../cases/outcome.ts'
import type { NextDateKind } from '../../cases/plan/next-date-kind.ts'
import type { Stage, WaitName } from '../../cases/stages.ts'

/** What a stage is about, as a heading. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'mediation-advice': 'Mediation advice',
  mediation: 'Mediation',
  'appeal-window': 'Time to appeal',
  tribunal: 'Appeal at the Tribunal',
  duties: 'What the council has to do',
  'disagreement-resolution': 'Disagreement resolution',
  complaint: 'Complaint',
}

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
    why: 'The family does not want mediation. The adviser has three working days to issue the certificate. After a late contact the adviser may issue none, and the family appeals without it.',
  },
  'meeting-date': {
    what: 'Mediation is arranged',
    why: 'The family wants mediation. It should be held within 30 days. Where only health care is disputed the health board arranges it.',
  },
  meeting: {
    what: 'The mediation meeting takes place',
    why: 'A meeting is planned. Record its result when it has taken place.',
  },
  adjourned: {
    what: 'The next mediation meeting is fixed',
    why: 'The meeting took place and goes on another day. The family can have its certificate now, and its time to appeal goes on.',
  },
  'certificate-without-meeting': {
    what: 'The mediation adviser issues the certificate',
    why: 'There is no mediation, so the adviser has three working days to issue the certificate. The family may appeal with it.',
  },
  'certificate-after-meeting': {
    what: 'The mediation adviser issues the certificate',
    why: 'Mediation has ended. The adviser has three working days to issue the certificate.',
  },
  'later-meeting': {
    what: 'Mediation can still take place',
    why: 'The family has its certificate, or has appealed. A meeting can be held beside that.',
  },
  appeal: {
    what: 'The family decides whether to appeal',
    why: 'The family has what it needs to appeal to the Tribunal. Its time to do so is running.',
  },
  'council-response': {
    what: 'The council sends its response to the Tribunal',
    why: 'The council has 30 working days of the Tribunal from the day the appeal was sent to it. The Tribunal’s letter may set another day.',
  },
  'tribunal-decision': {
    what: 'The Tribunal decides',
    why: 'The Tribunal has the council’s response. Record how the appeal ends.',
  },
  duties: {
    what: 'The council does what was agreed, ordered or conceded',
    why: 'Each thing has its day: see the table below.',
  },
  'parties-agree': {
    what: 'Everybody says whether they take part',
    why: 'Disagreement resolution is voluntary. It goes on only when every party has agreed.',
  },
  'resolution-meeting': {
    what: 'The disagreement resolution meeting takes place',
    why: 'Everybody has agreed. The independent service arranges a meeting. Record what came of it.',
  },
  'complaint-acknowledgement': {
    what: 'The complaint is acknowledged',
    why: 'The body that has the complaint says so within its own time.',
  },
  'complaint-answer': {
    what: 'The complaint is answered',
    why: 'The body answers by the day it promised, or within its own time.',
  },
}

/**
 * What the next date on the list of cases is for. `passed` is what to say when that day has gone: overdue only where
 * somebody who has to act is late for certain. The other dates are days to aim for, and the law may still leave time.
 */
export const NEXT_DATE_WORDS: Readonly<Record<NextDateKind, { readonly what: string; readonly passed: string }>> = {
  'family-speaks-to-adviser': { what: 'Family to speak to the adviser', passed: 'Aim date passed' },
  'family-chooses': { what: 'Family to choose', passed: 'Aim date passed' },
  'adviser-issues-certificate': { what: 'Adviser to issue the certificate', passed: 'Overdue' },
  'mediation-is-held': { what: 'Mediation to be held', passed: 'Aim date passed' },
  'meeting-is-held': { what: 'Mediation meeting', passed: 'Result due' },
  'family-appeals': { what: 'Family to appeal, if it wants to', passed: 'Aim date passed' },
  'keep-open': { what: 'Closes if there is no news', passed: 'Closing' },
  'council-responds': { what: 'Council to respond to the appeal', passed: 'Aim date passed' },
  'news-of-appeal': { what: 'Ask for news of the appeal', passed: 'News due' },
  'council-does-duty': { what: 'Council to do what was agreed or ordered', passed: 'Aim date passed' },
  'news-of-resolution': { what: 'Disagreement resolution', passed: 'News due' },
  'news-of-complaint': { what: 'Answer to the complaint', passed: 'News due' },
}

export const OUTCOME_WORDS: Readonly<Record<CaseOutcome, string>> = {
  appealed: 'Appealed',
  agreed: 'Agreed',
  'time-to-appeal-over': 'No appeal in time',
  withdrawn: 'Withdrawn',
  'closed-as-error': 'Opened in error',
  'ended-without-news': 'No news',
}

/** What a closed case's outcome means, for the case page. */
export const OUTCOME_EXPLANATIONS: Readonly<Record<CaseOutcome, string>> = {
  appealed: 'The family appealed to the Tribunal.',
  agreed: 'The family and the council agree.',
  'time-to-appeal-over':
    'The time to appeal passed without an appeal. A late appeal can still be made: record it if the Tribunal has one.',
  withdrawn: 'The case was ended before an appeal.',
  'closed-as-error': 'The case was opened in error.',
  'ended-without-news':
    'Nothing was heard for a long time. A late appeal can still be made: record it if the Tribunal has one.',
}
