import type { ShownDate } from '../../cases/case-dates.ts'
import type { CaseOutcome } from '../../cases/outcome.ts'
import type { NextDateKind } from '../../cases/plan/next-date-kind.ts'
import type { Stage, WaitName } from '../../cases/stages.ts'
import { NOTHING } from '../facts/staff-fact.ts'

/** What a stage is about, as a heading. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'mediation-advice': 'Mediation advice',
  mediation: 'Mediation',
  'appeal-window': 'Time to appeal',
  tribunal: 'Appeal at the Tribunal',
  duties: 'What the council has to do',
  'disagreement-resolution': 'Disagreement resolution',
  complaint: 'Complaint',
  ombudsman: 'The Ombudsman',
}

interface WaitWords {
  /** Where a case stands that waits for it. Without its full stop. */
  readonly stands: string
  /** Who does what next. */
  readonly what: string
  readonly why: string
}

/** What a case is waiting for, and why. */
export const WAIT_WORDS: Readonly<Record<WaitName, WaitWords>> = {
  'adviser-contact': {
    stands: 'The family has the decision, and has not yet spoken to the mediation adviser',
    what: 'The family speaks to the mediation adviser',
    why: 'Before it can appeal the family has to consider mediation. It has two months from the decision to contact the adviser.',
  },
  'late-contact': {
    stands: 'The family did not speak to the mediation adviser in time, and still can',
    what: 'The family can still speak to the mediation adviser, late',
    why: 'The two months have passed. The adviser can still issue a certificate, and the family can ask the Tribunal to accept a late appeal.',
  },
  choice: {
    stands: 'The family has spoken to the adviser, and has not chosen yet',
    what: 'The family chooses: mediation, or a certificate',
    why: 'The family has spoken to the adviser. It can ask for mediation, or ask for a certificate and appeal.',
  },
  'certificate-after-declining': {
    stands: 'The family does not want mediation, and waits for its certificate',
    what: 'The mediation adviser issues the certificate',
    why: 'The family does not want mediation. The adviser has three working days to issue the certificate. After a late contact the adviser may issue none, and the family appeals without it.',
  },
  'meeting-date': {
    stands: 'The family wants mediation, and no meeting is arranged yet',
    what: 'Mediation is arranged',
    why: 'The family wants mediation. It should be held within 30 days. Where only health care is disputed the health board arranges it.',
  },
  meeting: {
    stands: 'A mediation meeting is planned',
    what: 'The mediation meeting takes place',
    why: 'A meeting is planned. Record its result when it has taken place.',
  },
  adjourned: {
    stands: 'Mediation goes on at another meeting, which has no day yet',
    what: 'The next mediation meeting is fixed',
    why: 'The meeting took place and goes on another day. The family can have its certificate now, and its time to appeal goes on.',
  },
  'certificate-without-meeting': {
    stands: 'There is no mediation, and the family waits for its certificate',
    what: 'The mediation adviser issues the certificate',
    why: 'There is no mediation, so the adviser has three working days to issue the certificate. The family may appeal with it.',
  },
  'certificate-after-meeting': {
    stands: 'Mediation has ended, and the family waits for its certificate',
    what: 'The mediation adviser issues the certificate',
    why: 'Mediation has ended. The adviser has three working days to issue the certificate.',
  },
  'later-meeting': {
    stands: 'The family has what it needs, and mediation can still take place',
    what: 'Mediation can still take place',
    why: 'The family has its certificate, or has appealed. A meeting can be held beside that.',
  },
  appeal: {
    stands: 'The family can appeal to the Tribunal, and its time for that is running',
    what: 'The family decides whether to appeal',
    why: 'The family has what it needs to appeal to the Tribunal. Its time to do so is running.',
  },
  'council-response': {
    stands: 'The Tribunal has the appeal, and waits for the council’s response',
    what: 'The council sends its response to the Tribunal',
    why: 'The council has 30 working days of the Tribunal from the day the appeal was sent to it. The Tribunal’s letter may set another day.',
  },
  'tribunal-decision': {
    stands: 'The Tribunal has the appeal and the council’s response',
    what: 'The Tribunal decides',
    why: 'The Tribunal has the council’s response. Record how the appeal ends.',
  },
  duties: {
    stands: 'The council has to do what was agreed, ordered or conceded',
    what: 'The council does what was agreed, ordered or conceded',
    why: 'Each thing has its day: see the table below.',
  },
  'parties-agree': {
    stands: 'Somebody asked for disagreement resolution, and not everybody has answered',
    what: 'Everybody says whether they take part',
    why: 'Disagreement resolution is voluntary. It goes on only when every party has agreed.',
  },
  'resolution-meeting': {
    stands: 'Everybody takes part in disagreement resolution, and it has not ended',
    what: 'The disagreement resolution meeting takes place',
    why: 'Everybody has agreed. The independent service arranges a meeting. Record what came of it.',
  },
  'complaint-acknowledgement': {
    stands: 'The family made a complaint, and it is not acknowledged yet',
    what: 'The complaint is acknowledged',
    why: 'The body that has the complaint says so within its own time.',
  },
  'complaint-answer': {
    stands: 'The family made a complaint, and it is not answered yet',
    what: 'The complaint is answered',
    why: 'The body answers by the day it promised, or within its own time.',
  },
  'ombudsman-decision': {
    stands: 'The family went to the Ombudsman, which has not decided yet',
    what: 'The Ombudsman decides',
    why: 'The Ombudsman looks at the complaint in its own time. Record its decision when it comes.',
  },
  'ombudsman-remedy': {
    stands: 'The Ombudsman has asked for something that is not done yet',
    what: 'The council does what the Ombudsman asked for',
    why: 'The decision says what is to be done, and by when. Record it when all of it is done.',
  },
}

interface NextDateWords {
  readonly what: string
  readonly passed: string
  /** The date of the case whose working says why it is that day; nothing where it is no such date. */
  readonly workedOutAs: ShownDate | 'duty' | typeof NOTHING
}

/**
 * What the next date on the list of cases is for. `passed` is what to say when that day has gone: overdue only where
 * somebody who has to act is late for certain. The other dates are days to aim for, and the law may still leave time.
 */
export const NEXT_DATE_WORDS: Readonly<Record<NextDateKind, NextDateWords>> = {
  'council-sends-decision': {
    what: 'Council to send the decision in writing',
    passed: 'Overdue',
    workedOutAs: NOTHING,
  },
  'family-speaks-to-adviser': {
    what: 'Family to speak to the adviser',
    passed: 'Aim date passed',
    workedOutAs: 'contact',
  },
  'family-chooses': { what: 'Family to choose', passed: 'Aim date passed', workedOutAs: 'appeal' },
  'adviser-issues-certificate': {
    what: 'Adviser to issue the certificate',
    passed: 'Overdue',
    workedOutAs: 'certificate',
  },
  'mediation-is-held': { what: 'Mediation to be held', passed: 'Aim date passed', workedOutAs: 'mediation' },
  'meeting-is-held': { what: 'Mediation meeting', passed: 'Result due', workedOutAs: NOTHING },
  'family-appeals': { what: 'Family to appeal, if it wants to', passed: 'Aim date passed', workedOutAs: 'appeal' },
  'keep-open': { what: 'Closes if there is no news', passed: 'Closing', workedOutAs: NOTHING },
  'council-responds': { what: 'Council to respond to the appeal', passed: 'Aim date passed', workedOutAs: 'response' },
  'news-of-appeal': { what: 'Ask for news of the appeal', passed: 'News due', workedOutAs: NOTHING },
  'council-does-duty': {
    what: 'Council to do what was agreed or ordered',
    passed: 'Aim date passed',
    workedOutAs: 'duty',
  },
  'news-of-resolution': { what: 'Disagreement resolution', passed: 'News due', workedOutAs: NOTHING },
  'news-of-complaint': { what: 'Answer to the complaint', passed: 'News due', workedOutAs: NOTHING },
}

/** What a closed case's outcome means, for the case page. */
export const OUTCOME_EXPLANATIONS: Readonly<Record<CaseOutcome, string>> = {
  appealed: 'The family appealed to the Tribunal.',
  agreed: 'The family and the council agree.',
  'time-to-appeal-over':
    'The time to appeal passed without an appeal. A late appeal can still be made: record it if the Tribunal has one.',
  withdrawn: 'The case was ended before an appeal.',
  'passed-on': 'The family moved, and another council has the case.',
  'closed-as-error': 'The case was opened in error.',
  'ended-without-news':
    'Nothing was heard for a long time. A late appeal can still be made: record it if the Tribunal has one.',
  'ended-by-death': 'The child or young person has died. Nothing is sent any more.',
}
