import { oracle } from '../../law/proof/oracle.ts'
import * as law from '../../law/proof/oracle-of-dispute.ts'
import { daysAfter, workingDaysAfter } from '../../law/proof/plain-days.ts'
import {
  ahead,
  all,
  appealMade,
  type Check,
  isDay,
  isMoment,
  isRecorded,
  isSo,
  isToday,
  noAppeal,
  past,
  wasTold,
} from './checks.ts'
import {
  allOf,
  contactOf,
  decidedOn,
  decisionOf,
  hasCertificate,
  hasLetter,
  hasSpoken,
  isPlacementOnly,
  type Known,
  lastOf,
  letterOfCase,
  mediationEnds,
  meetingsEver,
  meetingWithoutResult,
  plannedMeeting,
  talks,
} from './known-case.ts'

/** The wordings of dated claims, each with what has to be so. A claim is read by the first wording that it is of. */
export type Wordings = readonly (readonly [check: Check, ...says: readonly string[]])[]

type NameOfDate = keyof Known['law']['dates']

/** Without a letter there is no day for an appeal to tell. */
const dateOf = (name: NameOfDate, known: Known) =>
  (name === 'appeal' || name === 'contact') && !hasLetter(known) ? undefined : known.law.dates[name]
const last = (name: NameOfDate) => (known: Known) => dateOf(name, known)?.last
const aim = (name: NameOfDate) => (known: Known) => dateOf(name, known)?.aim
/** The day to act by that is still ahead: the one to aim for or, after it, the last. */
const next = (name: NameOfDate) => (known: Known) => {
  const date = dateOf(name, known)
  return date && (known.today > date.aim ? date.last : date.aim)
}
const nextContact = (known: Known) =>
  known.today > contactOf(known).aim ? contactOf(known).last : contactOf(known).aim

/** The days on which an appeal was decided, or the family took it back. */
function endsOfAppeal(known: Known): readonly string[] {
  return [
    ...allOf(known, 'appeal-decided').map(({ decidedOn: on }) => on),
    ...allOf(known, 'appeal-withdrawn').map(({ withdrawnOn }) => withdrawnOn),
  ]
}
function next28({ today }: Known, end: string): string {
  const date = law.afterDecisionDate(end)
  return today > date.aim ? date.last : date.aim
}
/** The month after each refusal of the Tribunal to a family. */
function refusals(known: Known): readonly law.OracleDate[] {
  return allOf(known, 'further-appeal').flatMap(({ step, askedBy, stepOn }) =>
    step === 'tribunal-refused' && askedBy === 'family' ? (law.otherDate('D42', stepOn) ?? []) : [],
  )
}

/** By its own two months, without any certificate. */
export function decisionLimb(known: Known): string {
  if (!hasLetter(known)) return ''
  return oracle({ decision: decidedOn(known), placementOnly: false }).appealBy
}

const lastOfAppeal = isDay('the last day for the appeal', last('appeal'))
const noCertificate = isSo('a certificate is there', (known) => !hasCertificate(known))
const hasNotSpoken = isSo('the family has spoken to the adviser', (known) => !hasSpoken(known))
const toAppeal = all(noAppeal, isDay('the day to send the appeal by', next('appeal')), ahead)

export const APPEAL: Wordings = [
  [
    all(isDay('the day to aim for', aim('appeal')), ahead, noAppeal),
    'Aim for the Tribunal to have your appeal by midday on {day}',
  ],
  [all(lastOfAppeal, ahead, noAppeal), 'The Tribunal must have your appeal by 5pm on {day}'],
  [all(lastOfAppeal, ahead), 'The last moment in the law is by 5pm on {day}'],
  [
    all(lastOfAppeal, past, noAppeal),
    'The time limit was 5pm on {day}',
    'The time limit for the appeal was 5pm on {day}',
  ],
  [lastOfAppeal, 'The time limit is 5pm on {day}'],
  [
    all(isDay('the end of the two months', decisionLimb), ahead, noAppeal, noCertificate),
    'For now the last moment for your appeal is 5pm on {day}',
    'You have until 5pm on {day}, or 1 month from the date on the certificate',
  ],
  [
    toAppeal,
    'Send your appeal by {day}',
    'If you want to appeal, send it by {day}',
    'The day for your appeal stays {day}',
  ],
  [all(isToday, noAppeal), 'Send your appeal today, {day}', 'If you want to appeal, send it today, {day}'],
  [all(lastOfAppeal, past, noAppeal), 'You can still appeal after {day}'],
  // Of an appeal that was made: the last day that it had.
  [all(lastOfAppeal, appealMade), 'The last day for it was {day}'],
]

export const ADVISER: Wordings = [
  [
    all(isDay('the day to speak to the adviser by', nextContact), ahead, hasNotSpoken, noAppeal),
    'Speak to the mediation adviser by {day}',
  ],
  [
    all(isDay('the day to choose by', nextContact), ahead, noAppeal),
    'Tell the mediation adviser what you choose by {day}',
    'Tell the mediation adviser by {day}',
  ],
  [
    all(isToday, noAppeal),
    'Speak to the mediation adviser today, {day}',
    'Tell the mediation adviser today, {day}',
    'Ask for your mediation certificate today, {day}',
  ],
  [
    all(
      isDay('the last day to speak to the adviser', (known) => contactOf(known).last),
      past,
    ),
    'The last day in the law was {day}',
    'The last day to speak to the adviser was {day}',
    'We are writing because {day} has gone by',
  ],
  [
    all(
      isDay('the last day to speak to the adviser', (known) => contactOf(known).last),
      past,
    ),
    'The last day to speak to the mediation adviser was {day}',
    'The last day to contact the mediation adviser was {day}',
    'For the needs or the help in the plan, the last day to speak to the mediation adviser was {day}',
  ],
  [
    all(
      isDay('the last day to speak to the adviser', (known) => contactOf(known).last),
      ahead,
    ),
    'You must speak to the mediation adviser on or before {day}',
    'The last day to speak to the mediation adviser is {day}',
    'For the needs or the help in the plan, speak to the mediation adviser on or before {day}',
  ],
  [
    all(
      isDay('the last day to speak to the adviser', (known) => contactOf(known).last),
      isSo('the day of the first talk is known', (known) => talks(known).length === 0),
    ),
    'The month counts if you first spoke to the mediation adviser on or before {day}',
    'This day counts if you first spoke to the mediation adviser on or before {day}',
  ],
  [
    all(
      isDay('the last day to speak to the adviser', (known) => contactOf(known).last),
      isSo('the first talk was in time', (known) => known.law.lateContact),
    ),
    'You spoke to the mediation adviser after {day}, the last day for that',
  ],
  [
    isDay('the first talk with the adviser', talks),
    'You first spoke to the mediation adviser on {day}',
    'You spoke to the mediation adviser on {day}',
    'The first contact was later, on {day}',
  ],
  [
    isRecorded('mediation-declined', 'declinedOn'),
    'You told the mediation adviser on {day} that you do not want mediation',
    'You said on {day} that you do not want mediation any more',
    'You said no to mediation on {day}',
  ],
]

/** Of a meeting whose result nobody knows it is told what follows if it took place. */
const lastForCertificate = isDay('the day for the certificate', (known) => [
  known.law.dates.certificate?.last,
  ...meetingWithoutResult(known).map((day) => law.certificateDate(day).last),
])
const issued = isRecorded('certificate-issued', 'issuedOn')

export const CERTIFICATE: Wordings = [
  [
    all(lastForCertificate, ahead),
    'The mediation adviser must give you a certificate by {day}',
    'Your certificate is due by {day}',
    'Your mediation certificate is due by {day}',
  ],
  [
    all(lastForCertificate, past),
    'The mediation adviser had to give you a certificate by {day}',
    'The adviser had to issue your certificate by {day}',
    'Your certificate was due by {day}',
    'Your mediation certificate was due by {day}',
  ],
  [issued, 'Your mediation certificate is dated {day}', 'It is dated {day}'],
]

const lastForMediation = isDay('the last of the 30 days', last('mediation'))
const chosen = isRecorded('mediation-chosen', 'councilToldOn')
const meetingPlanned = isMoment('the planned meeting', (known) => {
  const meeting = plannedMeeting(known)
  return meeting ? [meeting] : []
})
const meetingOnceArranged = isMoment('a meeting that was arranged', meetingsEver)
const isOff: Check = ({ days, times }, known) => {
  const meeting = plannedMeeting(known)
  return meeting && meeting.meetingOn === days[0] && (times.length === 0 || meeting.startsAt === times[0])
    ? 'it is still planned'
    : undefined
}
const endedOn = isDay('the end of mediation', (known) => mediationEnds(known).map(({ concludedOn }) => concludedOn))
const cannotBeArranged = isRecorded('mediation-cannot-be-arranged', 'adviserToldOn')
const isInTime: Check = ({ days: [day = ''] }, known) =>
  day <= (known.law.dates.mediation?.last ?? '') ? undefined : 'that was after the 30 days'

export const MEDIATION: Wordings = [
  [chosen, 'We were told on {day} that you want mediation'],
  [
    isRecorded('mediation-chosen', 'providerAskedOn'),
    'You asked the mediation provider for mediation on {day}',
    'You asked the mediation provider on {day}',
  ],
  [
    isRecorded('health-board-told', 'boardToldOn'),
    'On {day} we told the health body (the integrated care board) that you want mediation about health care',
    'We told the health body (the integrated care board) on {day}',
  ],
  [
    all(isDay('the day to tell the health body by', last('boardTold')), ahead, boardIsNotTold()),
    'We must tell the health body (the integrated care board) on or before {day}',
    'We must tell the health body by {day}',
  ],
  [
    all(isDay('the day to tell the health body by', last('boardTold')), past, boardIsNotTold()),
    'We had to tell the health body (the integrated care board) on or before {day}',
    'We had to tell the health body by {day}',
  ],
  [
    all(lastForMediation, ahead),
    'We must arrange the mediation by {day}',
    'The health body must arrange the mediation by {day}',
    'We must arrange your mediation by {day}',
    'The health body must arrange your mediation by {day}',
    'We have until {day} to arrange it',
  ],
  [isDay('the last of the 30 days', last('mediation')), 'Your mediation cannot be arranged by {day}'],
  [
    all(lastForMediation, past),
    'We had to arrange the mediation by {day}',
    'The health body had to arrange the mediation by {day}',
    'The health body had to arrange your mediation by {day}',
    'We had until {day} to arrange it',
    'The 30 days to arrange mediation ended on {day}',
    'Your mediation was due by {day}',
  ],
  [
    all(isDay('the day to aim for', aim('mediation')), ahead),
    'We aim to arrange the mediation by {day}',
    'It is best to arrange the mediation by {day}',
  ],
  [
    isDay('the 30 days of the health body', (known) =>
      allOf(known, 'mediation-chosen').map(({ councilToldOn }) => law.boardMediationDate(councilToldOn).last),
    ),
    'Had we told it at once, the health body had to arrange it by {day}',
  ],
  [
    all(
      lastForMediation,
      isSo(
        'the meeting is within the 30 days',
        (known) => (plannedMeeting(known)?.meetingOn ?? '') > (known.law.dates.mediation?.last ?? ''),
      ),
    ),
    'The meeting is after {day}, the last of the 30 days that we have',
    'The meeting is after {day}, the last of the 30 days that the health body has',
  ],
  [all(isDay('the day for notice', last('meetingNotice')), past), 'You should have been told by {day}'],
  [
    all(cannotBeArranged, isInTime),
    'On {day} we told the adviser that it cannot be arranged in time',
    'On {day} we told the adviser that we cannot arrange it in time',
  ],
  [
    cannotBeArranged,
    'On {day} we told the adviser that it cannot be arranged',
    'On {day} we told the adviser that we cannot arrange it',
    'We told the adviser on {day} that we cannot arrange mediation in time',
  ],
  [
    all(meetingPlanned, ahead),
    'Your mediation meeting is on {day} at {time}',
    'Your mediation meeting is on {day}',
    'Your mediation meeting has moved to {day} at {time}',
    'Your mediation meeting on {day} still stands',
    'Who comes to your mediation meeting on {day} at {time}',
    'Your mediation meeting on {day}',
  ],
  [
    isMoment('a meeting that was arranged', (known) => allOf(known, 'meeting-moved')),
    'Your mediation meeting was moved to {day} at {time}',
  ],
  [meetingOnceArranged, 'Your mediation meeting was planned for {day} at {time}'],
  [
    all(meetingOnceArranged, isOff),
    'Your mediation meeting on {day} at {time} is cancelled',
    'Your mediation meeting on {day} at {time} was cancelled',
    'Cancelled {day} at {time}',
    'Your meeting on {day} will not take place',
    'Our records show that your meeting on {day} did not take place',
  ],
  [
    all(meetingWasPlanned(), isOff),
    'There is no mediation meeting on {day} at {time}',
    'There is no mediation meeting on {day}',
  ],
  [all(meetingPlanned, past), 'Your mediation meeting of {day}', 'Tell us what came of your meeting of {day}'],
  [isRecorded('meeting-cancelled', 'cancelledOn'), 'Your mediation meeting was cancelled on {day}'],
  [
    isRecorded('mediation-adjourned', 'adjournedOn'),
    'Your mediation meeting of {day} goes on another day',
    'Your mediation meeting on {day} did not finish',
    'Your mediation of {day} goes on',
  ],
  [
    endedOn,
    'Your mediation ended on {day}',
    'After your mediation of {day}',
    'You and the health body agreed at mediation on {day}',
    'You and we agreed at mediation on {day}',
  ],
  [isRecorded('mediation-agreed', 'concludedOn'), 'Your mediation ended on {day}, and you agreed'],
  [isRecorded('mediation-partly-agreed', 'concludedOn'), 'Your mediation ended on {day}, and you agreed in part'],
  [isRecorded('mediation-not-agreed', 'concludedOn'), 'Your mediation ended on {day}, and you did not agree'],
  [
    isDay('a day that was set in writing', (known) => [
      ...mediationEnds(known).map((end) => ('agreedDate' in end ? end.agreedDate : undefined)),
      ...allOf(known, 'agreed-later').map(({ agreedDate }) => agreedDate),
    ]),
    'The day that was set for a part of it in writing is {day}',
    'The day that was set for it in writing is {day}',
  ],
]

function boardIsNotTold(): Check {
  return isSo('the health body has been told', ({ facts }) => {
    const asked = facts.findLastIndex(({ type }) => type === 'mediation-chosen')
    return !facts.slice(asked).some(({ type }) => type === 'health-board-told')
  })
}

/** A meeting that may have been taken back is not among the facts any more: what was ever recorded is looked at. */
function meetingWasPlanned(): Check {
  return ({ days: [day = ''] }, { recorded }) =>
    recorded.some(
      ({ type, details }) =>
        (type === 'meeting-arranged' || type === 'meeting-moved' || type === 'fact-corrected') &&
        JSON.stringify(details).includes(`"meetingOn":"${day}"`),
    )
      ? undefined
      : 'no meeting was planned for that day'
}

const lastForResponse = isDay('the day for the response', last('response'))
/** A response to an appeal that was made before is none to this one. */
const noResponse = isSo('the response has been sent', ({ facts }) => {
  const appeal = facts.findLastIndex(({ type }) => type === 'appeal-registered')
  return !facts.slice(appeal + 1).some(({ type }) => type === 'response-sent')
})
const received = isDay('the day on which the Tribunal had the appeal', (known) =>
  allOf(known, 'appeal-registered').map(({ receivedOn }) => receivedOn),
)
/** Ten working days: the Tribunal's own aim. */
const tribunalAnswersBy = isDay('the day by which the Tribunal writes', (known) =>
  allOf(known, 'appeal-registered').map(({ receivedOn }) => workingDaysAfter(receivedOn, 10)),
)
const beforeTheBirthday = isDay('the eve of the 25th birthday', (known) =>
  [...allOf(known, 'case-opened'), ...allOf(known, 'contact-details-changed')].map(
    ({ daysOfAge }) => daysOfAge?.youngPersonUntil,
  ),
)
const sentAgain = isRecorded('notice-sent-again', 'sentAgainOn')
const decided = isRecorded('appeal-decided', 'decidedOn')

const FAULTS_FOUND = [
  'On {day} we found that our letter about this decision was never sent',
  'On {day} we found that our decision letter went to somebody who does not have the right to appeal',
  'On {day} we found that our decision letter left out something that it has to say',
]

export const TRIBUNAL: Wordings = [
  [isRecorded('notice-at-fault', 'foundOn'), ...FAULTS_FOUND],
  [isRecorded('full-notice-sent', 'sentOn'), 'On {day} we sent our decision with everything that it has to say'],
  [isRecorded('full-notice-sent', 'printedOn'), 'The date on that letter is {day}'],
  [
    all(isRecorded('family-moves', 'movesOn'), (said, known) =>
      (said.days[0] ?? '') > known.today ? undefined : 'it was before that day',
    ),
    'Our records show that you move to {any} on {day}',
  ],
  [
    isRecorded('family-moves', 'movesOn'),
    'Our records show that you moved to {any} on {day}',
    'Your move on {day}',
    'That you move to another council on {day}',
  ],
  [isRecorded('family-moves', 'awareOn'), 'We learnt on {day} that you move to another council on {day}'],
  [
    isDay('the day for the transfer', (known) =>
      allOf(known, 'family-moves').map(({ movesOn, awareOn }) => law.planTransferDate(movesOn, awareOn).last),
    ),
    'We must transfer the plan to your new council on or before {day}',
    'We had to transfer the plan to your new council on or before {day}',
    'We must transfer the plan to your new council by {day}',
    'We had to transfer the plan to your new council by {day}',
  ],
  [
    isDay('six weeks after the transfer', (known) =>
      allOf(known, 'case-came-from-council').map(({ transferredOn }) => daysAfter(transferredOn, 42)),
    ),
    'Tell you on or before {day} if we will assess again, and when we will review the plan',
    'We must tell you if we will assess again, and when we will review the plan, by {day}',
    'We had to tell you if we will assess again, and when we will review the plan, by {day}',
  ],
  [
    isDay('the day for the review', (known) =>
      allOf(known, 'case-came-from-council').map(
        ({ madeOrReviewedOn, transferredOn }) =>
          madeOrReviewedOn && law.reviewAfterTransferDate(madeOrReviewedOn, transferredOn).last,
      ),
    ),
    'Review the plan on or before {day}',
    'We must review the plan by {day}',
    'We had to review the plan by {day}',
  ],
  [
    isRecorded('case-came-from-council', 'transferredOn'),
    'Since {day} we have your case',
    'We have your case since {day}',
  ],
  [isRecorded('case-came-from-council', 'madeOrReviewedOn'), 'The plan was made or last reviewed on {day}'],
  [
    isRecorded('case-came-back', 'cameBackOn'),
    'Since {day} we have your case again',
    'We have your case again since {day}',
  ],
  [
    isRecorded('case-passed-on', 'passedOn'),
    'Since {day} {any} has your case',
    'Another council has your case since {day}',
  ],
  [
    isRecorded('dispute-changed', 'changedOn'),
    'You told us on {day} what you disagree with',
    'You told us on {day} what you disagree with now',
    'What you disagree with, since {day}',
  ],
  [
    all(
      isToday,
      noAppeal,
      isSo('there is a letter', (known) => !hasLetter(known)),
    ),
    'Ask us today, {day}, for our decision in writing',
    'Ask us for it in writing today, {day}',
  ],
  [received, 'The Tribunal received your appeal on {day}', 'The Tribunal received it on {day}'],
  [all(received, appealMade), 'The Tribunal has had your appeal since {day}'],
  [isRecorded('appeal-registered', 'sentToCouncilOn'), 'The Tribunal sent us your appeal on {day}'],
  [isRecorded('appeal-registered', 'responseDueOn'), 'The letter of the Tribunal gives {day} for our response'],
  [all(beforeTheBirthday, ahead), 'The right to appeal may end on {day}, the day before the 25th birthday'],
  [all(tribunalAnswersBy, ahead), 'The Tribunal aims to write to you by {day}'],
  [all(tribunalAnswersBy, past), 'The Tribunal aimed to write to you by {day}'],
  [
    all(lastForResponse, ahead, noResponse, appealMade),
    'The Tribunal must have our response by 5pm on {day}',
    'The Tribunal must have the response of the council by 5pm on {day}',
    'We must send our response by {day}',
  ],
  [
    all(lastForResponse, past, appealMade),
    'We had to send the Tribunal our response by 5pm on {day}',
    'Our response to your appeal was due by {day}',
    'Our response was due by {day}',
    'We had to send it by 5pm on {day}',
  ],
  [
    isRecorded('timetable-set', 'setOn'),
    'The Tribunal wrote on {day} about the days of your appeal',
    'The Tribunal set these days in its letter of {day}',
    'The Tribunal set this day in its letter of {day}',
    'The letter of the Tribunal of {day}',
  ],
  ...Object.entries({
    response: ['The day for our response to your appeal'],
    evidence: ['The last day for evidence, from you and from us'],
    attendanceForm: ['The day for the attendance form, which says who comes to the hearing'],
    caseReviewForm: ['The day for the case review form'],
    workingDocument: ['The day for the working document, the plan with the changes that you and we want'],
    bundle: ['The day for the bundle, all the papers of your appeal together'],
    hearing: ['The day of the hearing', 'The day on which the Tribunal looks at the papers'],
  } as const).map(([name, says]): Wordings[number] => [
    isRecorded('timetable-set', name as 'response'),
    ...says.map((label) => `${label}: {day}`),
  ]),
  [
    all(
      isDay('the last day for evidence in the last letter', (known) => lastOf(known, 'timetable-set')?.evidence),
      ahead,
      appealMade,
    ),
    'The last day for evidence is {day}',
    'Send the Tribunal your evidence by {day}',
    'The Tribunal must have your evidence by {day}',
  ],
  [
    isRecorded('response-sent', 'sentOn'),
    'We sent the Tribunal our response on {day}',
    'We sent the Tribunal our response to your appeal on {day}',
  ],
  [
    isRecorded('appeal-conceded', 'concededOn'),
    'We told the Tribunal on {day} that we do not oppose your appeal',
    'On {day} we told the Tribunal that we do not oppose your appeal',
  ],
  [
    isRecorded('appeal-withdrawn', 'withdrawnOn'),
    'Your appeal was withdrawn on {day}',
    'Our records show that your appeal was withdrawn on {day}',
  ],
  [
    decided,
    'The letter of the Tribunal is dated {day}',
    'The Tribunal wrote on {day} about your appeal',
    'The Tribunal made its order on {day}',
  ],
]

/** Each thing that must be done, with the rules for it after an order or an agreement, and after a concession. */
const DEEDS: Readonly<Record<string, readonly string[]>> = {
  'We {must} tell you that there will be an assessment by {day}': ['D14', 'D26'],
  'If there will be no plan after the assessment, we {must} tell you by {day}': ['D15', 'D27', 'D34'],
  'If there will be a plan after the assessment, we {must} send you the final one by {day}': ['D16', 'D28', 'D35'],
  'We {must} send you the draft plan by {day}': ['D17', 'D29'],
  'We {must} send you the final plan by {day}': ['D18', 'D30'],
  'We {must} send you the changed plan by {day}': ['D19', 'D31'],
  'We {must} send you the plan with the school or other place changed by {day}': ['D20', 'D32'],
  'We {must} send you a draft plan or our new decision by {day}': ['D24'],
  'We {must} do what was agreed by {day}': ['D12'],
  'We or the health body {must} do what was agreed by {day}': ['D12'],
  'The health body {must} do what was agreed by {day}': ['D12'],
  'The health body {must} tell us what you agreed by {day}': ['D13'],
}

const DONE: Readonly<Record<string, readonly string[]>> = {
  'On {day} what was agreed was done': ['D12'],
  'On {day} the health body told us what you agreed': ['D13'],
  'On {day} we told you that there will be an assessment': ['D14', 'D26'],
  'On {day} we told you that there will be no plan after the assessment': ['D15', 'D27', 'D34'],
  'On {day} we sent you the final plan after the assessment': ['D16', 'D28', 'D35'],
  'On {day} we sent you the draft plan': ['D17', 'D29'],
  'On {day} we sent you the final plan': ['D18', 'D30'],
  'On {day} we sent you the changed plan': ['D19', 'D31'],
  'On {day} we sent you the plan with the school or other place changed': ['D20', 'D32'],
  'On {day} we ended the plan': ['D23'],
  'On {day} we went on with the plan': ['D25', 'D58'],
  'On {day} we sent you a draft plan or our new decision': ['D24'],
}

const isDutyDay = (rules: readonly string[]) =>
  isDay(`the day for ${rules.join(' or ')}`, (known) =>
    dutiesOf(known).flatMap((duty) => (rules.includes(duty.rule) ? [duty.last] : [])),
  )

const lastForAgreement = isDay('the two weeks after the agreement', last('agreement'))
const openAndLate = isDay('the day of something that is open and late', (known) =>
  dutiesOf(known).flatMap((duty) => (duty.isOpen && duty.last < known.today ? [duty.last] : [])),
)

function dutiesOf({ law: { duties } }: Known) {
  return [...duties.values()].flat()
}

export const DUTIES: Wordings = [
  ...Object.entries(DEEDS).flatMap(
    ([label, rules]): Wordings => [
      [all(isDutyDay(rules), ahead), label.replace('{must}', 'must')],
      [all(isDutyDay(rules), past), label.replace('{must}', 'had to')],
    ],
  ),
  ...Object.entries(DONE).map(([says, rules]): Wordings[number] => [
    isDay(`the day on which ${rules.join(' or ')} was done`, (known) =>
      allOf(known, 'duty-done').flatMap(({ rule, doneOn }) => (rules.includes(rule) ? [doneOn] : [])),
    ),
    says,
  ]),
  [isDutyDay(['D23']), 'The plan ends on {day}'],
  [isDutyDay(['D25', 'D58']), 'We must go on with the plan from {day}'],
  [isDutyDay(['D23', 'D25', 'D58']), 'This must be done at once: on {day}'],
  [
    all(lastForAgreement, ahead),
    'We must do it by {day}',
    ...whoDid('must do what was agreed by the dates in the agreement or, if it has none, by {day}'),
  ],
  [
    all(lastForAgreement, past),
    'We had to do it by {day}',
    ...whoDid('had to do what was agreed by the dates in the agreement or, if it has none, by {day}'),
  ],
  [isRecorded('duty-done', 'doneOn'), 'Our records show that it was done on {day}', 'Everything was done by {day}'],
  [
    isDay('the first day for something that is to be done', (known) => {
      const open = dutiesOf(known).map((duty) => duty.last)
      return open.length > 0 ? open : [known.today]
    }),
    'The first day is {day}',
  ],
  [openAndLate, 'Something was to be done for you by {day}'],
  [
    all(
      past,
      isDay('the day of something that was done in time', (known) =>
        allOf(known, 'duty-done').flatMap(({ of, rule, doneOn }) =>
          (known.law.duties.get(of) ?? []).flatMap((duty) =>
            duty.rule === rule && doneOn <= duty.last ? [duty.last] : [],
          ),
        ),
      ),
    ),
    'The last day to do it was {day}',
  ],
  [
    all(
      past,
      isDay('a day for something that is to be done', (known) => dutiesOf(known).map((duty) => duty.last)),
    ),
    'What had to be done for you by {day}',
  ],
  [
    isDay('a day that was set in writing', (known) => [
      ...mediationEnds(known).map((end) => ('agreedDate' in end ? end.agreedDate : undefined)),
      ...allOf(known, 'agreed-later').map(({ agreedDate }) => agreedDate),
      ...allOf(known, 'duty-day-set').map(({ day }) => day),
    ]),
    'The parties agreed in writing on another date: {day}',
  ],
  [
    isDay('a day that the order names', (known) => [
      ...allOf(known, 'appeal-decided').map(({ orderedDate }) => orderedDate),
      ...allOf(known, 'duty-day-set').map(({ day }) => day),
    ]),
    'The order of the Tribunal names another date: {day}',
    'The day in the order for a part of it is {day}',
    'The day in the order for it is {day}',
  ],
  [
    isDay('a day of regulation 44', (known) =>
      allOf(known, 'appeal-decided').flatMap(({ decidedOn: on, duties }) =>
        law.dutiesAfter({ source: 'order', on, duties }).map(({ last }) => last),
      ),
    ),
    'Without it the time would end on {day}',
  ],
  [
    isRecorded('meeting-missed', 'missedOn'),
    'Your mediation meeting of {day} was not held',
    'Your mediation meeting on {day} was not held',
    'Your meeting of {day} did not take place',
  ],
  [
    isDay('the day on which the council did not come', (known) =>
      allOf(known, 'meeting-missed').map(({ absent, missedOn }) => (absent.includes('council') ? missedOn : undefined)),
    ),
    'On {day} there was a meeting, and we did not come',
    'We did not come to your mediation on {day}',
  ],
  [
    isDay('the day on which the health body did not come', (known) =>
      allOf(known, 'meeting-missed').map(({ absent, missedOn }) =>
        absent.includes('health-body') ? missedOn : undefined,
      ),
    ),
    'On {day} there was a meeting, and the health body (the integrated care board) did not come',
    'The health body did not come to your mediation on {day}',
  ],
  [
    isDay('the day on which mediation was refused', (known) =>
      allOf(known, 'mediation-cannot-be-arranged').map(({ because, adviserToldOn }) =>
        because === 'refused' ? adviserToldOn : undefined,
      ),
    ),
    'On {day} we told the adviser that we do not take part',
    'We said no to mediation on {day}',
    'The health body said no to mediation on {day}',
    'On {day} the adviser was told that the health body (the integrated care board) does not take part',
    'The adviser was told on {day} that mediation was refused',
  ],
  [isRecorded('duty-day-set', 'day'), 'Another day was set, {day}'],
  [
    isRecorded('way-forward-meeting', 'askedOn'),
    'On {day} we asked you to a meeting with us before mediation',
    'We asked you on {day} to a meeting',
  ],
  [isRecorded('attendance-named', 'namedOn'), 'It was said on {day} who comes to your mediation meeting'],
  [isRecorded('way-forward-meeting', 'meetingOn'), 'It is on {day}'],
  [
    all(
      isDay('28 days after the end of the appeal', (known) => endsOfAppeal(known).map((end) => next28(known, end))),
      ahead,
    ),
    'Ask by {day}',
  ],
  [
    all(
      isDay('28 days after the end of the appeal', (known) =>
        endsOfAppeal(known).map((end) => law.afterDecisionDate(end).last),
      ),
      past,
    ),
    'The 28 days to ask ended on {day}',
  ],
  [
    isRecorded('further-appeal', 'stepOn'),
    'News of {day}',
    'On {day} you asked the Tribunal for permission to appeal to the Upper Tribunal',
    'On {day} we asked the Tribunal for permission to appeal to the Upper Tribunal',
    'On {day} you asked the Upper Tribunal for permission to appeal',
    'On {day} we asked the Upper Tribunal for permission to appeal',
    'On {day} you got permission to appeal to the Upper Tribunal',
    'On {day} we got permission to appeal to the Upper Tribunal',
    'A letter of the Upper Tribunal arrived on {day}: the decision of the Tribunal stands',
    'A letter of the Tribunal arrived on {day}: it refuses you permission to appeal to the Upper Tribunal',
    'A letter of the Tribunal arrived on {day}: it refuses us permission to appeal to the Upper Tribunal',
  ],
  [
    all(
      isDay('a month after permission was refused', (known) =>
        refusals(known).map(({ aim, last: end }) => (known.today > aim ? end : aim)),
      ),
      ahead,
    ),
    'You can ask the Upper Tribunal itself by {day}',
  ],
  [
    all(
      isDay('a month after permission was refused', (known) => refusals(known).map(({ last: end }) => end)),
      past,
    ),
    'The month to ask the Upper Tribunal itself ended on {day}',
  ],
  [
    isRecorded('decision-set-aside', 'setAsideOn'),
    'On {day} the Tribunal opened again the appeal that you took back',
    'On {day} the Tribunal set aside its decision',
    'On {day} the Tribunal reviewed its decision',
    'On {day} the Upper Tribunal sent your appeal back to the Tribunal',
    'Your appeal is open again since {day}',
  ],
  [
    isRecorded('council-gave-in', 'gaveInOn'),
    'On {day} we agreed to what your appeal asks for',
    'On {day} we agreed to your appeal',
  ],
  [
    isDay('the day on which the council gave in on a part', (known) =>
      allOf(known, 'council-gave-in').map(({ extent, gaveInOn }) => (extent === 'part' ? gaveInOn : undefined)),
    ),
    'On {day} we agreed to a part of what your appeal asks for',
    'On {day} we agreed to a part of your appeal',
  ],
  [
    isDay('the day on which the council agreed to assess', (known) =>
      allOf(known, 'council-gave-in').map(({ duties, gaveInOn }) => (duties.includes('assess') ? gaveInOn : undefined)),
    ),
    'On {day} we agreed to an assessment',
  ],
  [isRecorded('council-gave-in', 'promisedDate'), 'We have promised to do it by {day}'],
  ...Object.keys(DEEDS).flatMap((label): Wordings => {
    const deed = /\{must\} (.*) by \{day\}$/.exec(label)?.[1] ?? ''
    return [
      [isRecorded('duty-day-set', 'setOn'), `On {day} another day was set to ${deed}`],
      [isRecorded('duty-excused', 'excusedOn'), `We learnt on {day} that we may be late to ${deed}`],
    ]
  }),
  ...[
    'tell you if there will be no plan after the assessment',
    'send you the final plan after the assessment',
    'end the plan',
    'go on with the plan',
  ].flatMap(
    (deed): Wordings => [
      [isRecorded('duty-day-set', 'setOn'), `On {day} another day was set to ${deed}`],
      [isRecorded('duty-excused', 'excusedOn'), `We learnt on {day} that we may be late to ${deed}`],
    ],
  ),
  [
    isDay('the day of something that may be late', (known) =>
      dutiesOf(known).flatMap((duty) => (duty.mayBeLate ? [duty.last] : [])),
    ),
    'What was to be done for you by {day} may be late',
  ],
  [
    isDay('the day of an agreement that was signed later', (known) => [
      ...mediationEnds(known).map((end) => ('agreedOn' in end ? end.agreedOn : undefined)),
      ...allOf(known, 'agreed-later').map(({ agreedOn }) => agreedOn),
    ]),
    'You and we made an agreement on {day}',
    'You and the health body made an agreement on {day}',
    'The agreement was signed on {day}',
  ],
  [
    isDay('the working day before', (known) =>
      [...dutiesOf(known), ...Object.values(known.law.dates)].map((date) => date?.aim),
    ),
    'The working day before is {day}',
  ],
]

function whoDid(deed: string): readonly string[] {
  return ['We', 'The health body', 'We or the health body'].map((who) => `${who} ${deed}`)
}

const answered = isRecorded('disagreement-resolution-answered', 'answeredOn')
const resolutionMeeting = isMoment('the meeting', (known) => allOf(known, 'disagreement-resolution-meeting'))
const asked = isRecorded('disagreement-resolution-asked', 'askedOn')
const refused = isDay('the day of a no', (known) =>
  allOf(known, 'disagreement-resolution-answered').flatMap(({ agrees, answeredOn }) => (agrees ? [] : [answeredOn])),
)
const resolved = isRecorded('disagreement-resolution-ended', 'endedOn')
const lastMeeting = isMoment('the meeting', (known) => allOf(known, 'disagreement-resolution-meeting').slice(-1))

export const RESOLUTION: Wordings = [
  [
    asked,
    'You asked for disagreement resolution on {day}',
    '{any} asked for disagreement resolution on {day}',
    'Disagreement resolution was asked for on {day}',
  ],
  [
    answered,
    '{any} said yes to disagreement resolution on {day}',
    '{any} said no to disagreement resolution on {day}',
    'Everyone agreed on {day}',
    'On {day} the last of those who take part agreed to disagreement resolution',
  ],
  [
    refused,
    'You said on {day} that you do not want to take part',
    '{any} said no on {day}',
    'No disagreement resolution after the answer of {day}',
  ],
  [resolved, 'Disagreement resolution ended on {day}'],
  [
    resolutionMeeting,
    'Your disagreement resolution meeting is on {day} at {time}',
    'Your disagreement resolution meeting was planned for {day} at {time}',
  ],
  [lastMeeting, 'Your meeting is on {day} at {time}', 'The right day and time is {day} at {time}'],
  [
    all(
      resolutionMeeting,
      isSo('the meeting still stands', (known) => allOf(known, 'disagreement-resolution-ended').length > 0),
    ),
    'Your meeting on {day} at {time} will not take place',
  ],
  [wasTold, 'There is no disagreement resolution meeting on {day} at {time}', 'There is no meeting on {day}'],
]

const complained = isRecorded('complaint-made', 'madeOn')
const ofComplaints = (member: 'acknowledgeBy' | 'answerBy') =>
  isDay(`${member} of a complaint`, ({ law: { complaints } }) => [...complaints.values()].map((one) => one[member]))
const ombudsmanDays = ({ law: { complaints }, today }: Known) =>
  [...complaints.values()].map(({ ombudsman }) => (today > ombudsman.aim ? ombudsman.last : ombudsman.aim))
const acknowledged = isRecorded('complaint-acknowledged', 'acknowledgedOn')
const complaintAnswered = isRecorded('complaint-answered', 'answeredOn')

export const COMPLAINT: Wordings = [
  [complained, 'On {day} you complained to {any}', 'You complained to {any} on {day}', 'Your complaint of {day}'],
  [isRecorded('complaint-made', 'awareOn'), 'You knew of the problem on {day}'],
  [isRecorded('complaint-made', 'answerAskedBy'), 'You asked for an answer on or before {day}'],
  [isRecorded('complaint-acknowledged', 'answerPromisedBy'), 'You were promised an answer on or before {day}'],
  [
    acknowledged,
    '{any} told you on {day} that your complaint has arrived',
    'You were told on {day} that your complaint has arrived',
  ],
  [complaintAnswered, 'Your complaint was answered on {day}', 'The answer is dated {day}'],
  [all(ofComplaints('acknowledgeBy'), ahead), 'You should hear that your complaint has arrived on or before {day}'],
  [all(ofComplaints('acknowledgeBy'), past), 'You were to hear that your complaint has arrived on or before {day}'],
  [
    all(ofComplaints('answerBy'), ahead),
    'You should have an answer on or before {day}',
    'Expect an answer on or before {day}',
  ],
  [all(ofComplaints('answerBy'), past), 'You were to have an answer on or before {day}', 'An answer was due by {day}'],
  [all(isDay('the day for the Ombudsman', ombudsmanDays), ahead), 'Go to the Ombudsman by {day}'],
  [all(isDay('the day for the Ombudsman', ombudsmanDays), past), 'The 12 months for the Ombudsman ended on {day}'],
]

const wentToOmbudsman = isRecorded('ombudsman-asked', 'askedOn')
const ombudsmanDecided = isRecorded('ombudsman-decided', 'decidedOn')

const ofNewPlans = (days: (decided: string) => readonly string[]) => (known: Known) =>
  allOf(known, 'plan-issued-again').flatMap(({ printedOn, sentOn }) => days(printedOn < sentOn ? printedOn : sentOn))
const newPlanContact = isDay(
  'the day for the adviser about the new plan',
  ofNewPlans((decided) => {
    const { last: lastDay, aim: aimDay } = law.contactDate(decided)
    return [lastDay, aimDay]
  }),
)
const newPlanAppeal = isDay(
  'the day for an appeal about the new plan',
  ofNewPlans((decision) => {
    const { appealBy, appealAim } = oracle({ decision, placementOnly: false })
    return [appealBy, appealAim]
  }),
)

/** A plan that was issued again has days of its own. */
export const NEW_PLAN: Wordings = [
  [
    isRecorded('plan-issued-again', 'sentOn'),
    'We sent you a changed plan on {day}',
    'Your plan was issued again on {day}',
  ],
  [isRecorded('plan-issued-again', 'printedOn'), 'Its letter is dated {day}'],
  [
    all(newPlanContact, ahead),
    'Your plan was issued again: speak to the mediation adviser about it by {day}',
    'Speak to the mediation adviser about it by {day}',
  ],
  [all(newPlanContact, past), 'The last day in the law to speak to the adviser about it was {day}'],
  [all(newPlanAppeal, ahead), 'Aim for the Tribunal to have an appeal about it by midday on {day}'],
  [all(newPlanAppeal, ahead), 'The last moment for it in the law is by 5pm on {day}'],
  [
    isDay(
      'the day of the new decision',
      ofNewPlans((decided) => [decided]),
    ),
    'It counts from {day}, the date of the new letter',
  ],
  [all(newPlanAppeal, past), 'The time limit for an appeal about it was 5pm on {day}'],
  [
    isRecorded('new-plan-in-appeal', 'decidedOn'),
    'The Tribunal wrote on {day} about your new plan',
    'The Tribunal wrote on {day} about the new plan',
    'By its letter of {day} the Tribunal lets your appeal be about the new plan',
    'By its letter of {day} the Tribunal does not let your appeal be about the new plan',
  ],
]

export const OMBUDSMAN: Wordings = [
  [
    wentToOmbudsman,
    'You went to the Ombudsman on {day}',
    'Our records show that you went to {any} on {day}',
    'You went to {any} on {day}',
  ],
  [ombudsmanDecided, 'The Ombudsman decided on {day}', 'The decision of {any} is dated {day}'],
  [
    isRecorded('ombudsman-decided', 'remedyBy'),
    'It is to be done by {day}',
    'It was to be done by {day}',
    'What it asked for is to be done on or before {day}',
  ],
  [isRecorded('remedy-done', 'doneOn'), 'What the Ombudsman asked for was done on {day}'],
]

export const LETTER_AND_END: Wordings = [
  [isDay('the date of the letter', (known) => letterOfCase(known)?.printedOn), 'Our letter is dated {day}'],
  [isDay('the day on which the letter was sent', (known) => decisionOf(known).sentOn), 'We sent our letter on {day}'],
  [
    isDay('the day of the request', (known) => decisionOf(known).requestReceivedOn),
    'We received the request for an assessment on {day}',
  ],
  [sentAgain, 'We sent our letter again on {day}', 'We sent you our letter, or the plan, again on {day}'],
  [
    isDay('the last day by the second letter', (known) => {
      const full = lastOf(known, 'full-notice-sent')
      const letters = [
        lastOf(known, 'notice-sent-again')?.sentAgainOn,
        full && [full.printedOn, full.sentOn].sort()[0],
      ].filter((day) => day !== undefined)
      const [contact] = [...talks(known)].sort()
      const certificate = allOf(known, 'certificate-issued')[0]?.issuedOn
      return letters.flatMap((decision) => [
        oracle({ decision, placementOnly: isPlacementOnly(known), certificate, contact }).appealBy,
        law.contactDate(decision).last,
      ])
    }),
    'If the time ran from the second letter, the last day would be {day}',
  ],
  [
    isRecorded('agreement-reached', 'agreedOn'),
    'You and we agreed on {day}',
    'Our records show that you and we agreed on {day}',
  ],
  [
    isDay('the day on which reminders stopped', (known) => lastOf(known, 'case-withdrawn')?.withdrawnOn ?? known.today),
    'We stopped our reminders on {day}',
    'We stopped our reminders about this case on {day}',
  ],
  [
    isToday,
    'Where your case stands on {day}',
    'We corrected your dates on {day}',
    'We corrected our records on {day}',
    'We added something to your case on {day}',
    'We learnt something new about your case on {day}',
    'Your rights about our decision, as put right on {day}',
  ],
]

/** What was told before, and is another way now. */
export const TOLD: Wordings = [
  [
    wasTold,
    'We told you {day}',
    'We told you {day} at {time}',
    'Before, we told you {day} at {time}',
    'The last day that we told you was {day}',
    'We told you to aim for {day}, with {day} as the last day',
  ],
  // A line for each day that does not apply any more: "Your mediation: Friday 3 April 2026".
  [wasTold, '{any}: {day}'],
]

const endsOf = ({ law: { dates, duties, complaints } }: Known) => [
  ...Object.values(dates).map((date) => date?.last),
  ...[...duties.values()].flat().map((duty) => duty.last),
  ...[...complaints.values()].flatMap(({ answerBy, acknowledgeBy, ombudsman }) => [
    answerBy,
    acknowledgeBy,
    ombudsman.last,
  ]),
]

export const IN_OTHER_WORDS: Wordings = [
  // Of a line that says what another day is now, the right one is any that applies.
  [isDay('a day that applies', endsOf), 'The right one is {day}'],
  [
    ({ days: [day], sentence: { inBox } }, known) => {
      const right =
        inBox.startsWith('We aim') || inBox.startsWith('It is best')
          ? known.law.dates.mediation?.last
          : contactOf(known).last
      return day === right ? undefined : `the last day is ${right}`
    },
    'The last day in the law is {day}',
  ],
]
