import {
  type Case,
  disputesPlacementOnly,
  hasNoWrittenNotice,
  type Meeting,
  placeOf,
  plannedMeeting,
  sentAgainOn,
  wantsMediation,
} from '../../cases/case.ts'
import type { CaseDates } from '../../cases/case-dates.ts'
import { complaintDates } from '../../cases/complaint-dates.ts'
import { correctedBy } from '../../cases/corrections/revisions.ts'
import type { CouncilOwnTimes } from '../../cases/council.ts'
import type { DutyOfFact } from '../../cases/duties/duty-of-fact.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import { whoJoinedBy } from '../../cases/joining.ts'
import { isOwed } from '../../cases/mediation/is-owed.ts'
import { saidNotArranged } from '../../cases/mediation/not-arranged.ts'
import { type AboutDuty, type AboutFact, factTold, type MessageDue } from '../../cases/message.ts'
import { OPENED, type Sequence } from '../../cases/sequence.ts'
import { ITS_DAY_IS_AHEAD, type NotNeededReason } from '../../cases/telling/held-message.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { hasSpokenToAdviser } from '../passages/adviser.ts'
import { appealState } from '../passages/appeal-state.ts'

/** What says whether a message is of use: the case as it is now, whatever the message was due for. */
export interface UseSituation {
  readonly subject: Case
  readonly dates: CaseDates
  readonly ownTimes: Pick<CouncilOwnTimes, 'complaintTimes'>
  /** The day in England. */
  readonly today: CalendarDate
}

/** What decides whether one kind of message is of use. */
interface MessageUse<About = Sequence> {
  /** Why it would be of no use now; undefined while it is of use. */
  readonly noUse: (situation: UseSituation, about: About) => NotNeededReason | undefined
  /**
   * The day that its words call past, whatever day it is: it does not leave until that day has gone by. `noDay` where its words
   * call none past, or only one that has gone by.
   */
  readonly callsPast: (situation: UseSituation, about: About) => CalendarDate | undefined
}
type NoUse = MessageUse['noUse']
type CallsPast = MessageUse['callsPast']

/**
 * Why a message is of no use to the family now: what it tells is not true any more, is not news, or helps nobody.
 * @returns undefined while it is of use
 */
export function whyOfNoUse(message: MessageDue, situation: UseSituation): NotNeededReason | undefined {
  const { facts, died } = situation.subject
  // From that minute on nothing is sent, whatever was due (J42).
  if (died) return 'child-died'
  // A correction or a removal is always among the facts; what one removed is not.
  if (!facts.some(({ sequence }) => sequence === factTold(message))) return 'fact-taken-back'
  return message.kind === 'duty-overdue'
    ? whyNot(USE['duty-overdue'], situation, message.about)
    : whyNot(USE[message.kind], situation, message.about)
}

/** A day that a message calls past lies ahead where a correction, or something else that was learnt late, has moved it. */
function whyNot<About>(
  { noUse, callsPast }: MessageUse<About>,
  situation: UseSituation,
  about: About,
): NotNeededReason | undefined {
  const why = noUse(situation, about)
  if (why) return why
  const day = callsPast(situation, about)
  return day && situation.today <= day ? ITS_DAY_IS_AHEAD : undefined
}

const always: NoUse = () => undefined
/** The first reason that holds. */
const any =
  (...reasons: readonly NoUse[]): NoUse =>
  (situation, about) => {
    for (const reason of reasons) {
      const why = reason(situation, about)
      if (why) return why
    }
    return undefined
  }

const appealMade: NoUse = ({ subject }) => (appealState({ subject }) === 'not-made' ? undefined : 'appeal-made')
const hasResponded: NoUse = ({ subject }) => (subject.response ? 'done' : undefined)
/** The message that tells how an appeal ended, of the end that stands. */
const appealEndedBy: NoUse = ({ subject }, about) =>
  subject.appealEnded?.sequence === about ? undefined : 'appeal-made'
const isLaterStep: NoUse = ({ subject }, about) =>
  subject.furtherAppeal?.sequence === about && subject.appealEnded ? undefined : 'told-by-another'
const appealEnded: NoUse = ({ subject }) => (subject.appealEnded ? 'appeal-ended' : undefined)
/** A later letter of the Tribunal takes the place of the one before. */
const timetableIsOld: NoUse = ({ subject }, about) =>
  subject.timetable?.sequence === about ? undefined : 'told-by-another'
const evidenceIsPast: NoUse = ({ subject, today }) => {
  const evidence = subject.timetable?.days.evidence
  return evidence && today <= evidence ? undefined : 'time-is-over'
}
const hasCertificate: NoUse = ({ subject }) =>
  subject.certificate && !disputesPlacementOnly(subject) ? 'certificate-issued' : undefined
const hasSpoken: NoUse = ({ subject }) => (hasSpokenToAdviser(subject) ? 'adviser-spoken-to' : undefined)
const hasChosen: NoUse = ({ subject }) =>
  subject.chosen || subject.declined || subject.certificate ? 'choice-made' : undefined
/** Mediation that ended since. A family can ask for it again after one that was held. */
const mediationOver: NoUse = ({ subject }, about) => {
  const { mediationResult } = subject
  const isSince = mediationResult && placeOf(subject, mediationResult.sequence) > placeOf(subject, about)
  return isSince ? 'mediation-over' : undefined
}
/** A no counts until the family asks for mediation again. */
const wantsMediationAgain: NoUse = ({ subject }, about) => {
  const isNo = subject.facts.some(({ sequence, type }) => sequence === about && type === 'mediation-declined')
  return isNo && wantsMediation(subject) ? 'choice-made' : undefined
}
const wantsNoMediation: NoUse = ({ subject }) => (wantsMediation(subject) ? undefined : 'choice-made')
/** The council owes the mediation no more whose 30 days the message calls past: what it asks of the council is no task then. */
const isOwedNoMore: NoUse = ({ subject }, about) =>
  subject.chosen?.sequence === about && !isOwed(subject) ? 'certificate-issued' : undefined
/** A meeting that was arranged since. One from before can still stand, of an earlier request. */
const meetingArranged: NoUse = ({ subject }, about) => {
  const meeting = plannedMeeting(subject)
  const isSince = meeting && placeOf(subject, meeting.arrangedBy) > placeOf(subject, about)
  return isSince ? 'meeting-changed' : undefined
}
/** A certificate that is late is told as that. */
const certificateIsLate: NoUse = ({ dates: { certificate }, today }) =>
  certificate && certificate.lawDate < today ? 'time-is-over' : undefined

/** It has no written decision, so that nothing is counted down. */
const hasNoLetter: NoUse = ({ subject }) => (hasNoWrittenNotice(subject) ? 'no-written-decision' : undefined)
/** What was sent before the first full letter was no second one. */
const isNoSecondLetter: NoUse = ({ subject }) => (sentAgainOn(subject) ? undefined : 'no-written-decision')
/** What was found wrong with the letter since, or a full letter since, is told with the rights again. */
const letterIsToldSince: NoUse = ({ subject: { noticeFault, fullNotice } }, about) => {
  const last = fullNotice?.sequence ?? noticeFault?.sequence
  return last && about < last ? 'told-by-another' : undefined
}

/** What the family said later of it stands in its place. */
const disputeIsOld: NoUse = ({ subject }, about) =>
  subject.dispute?.sequence === about ? undefined : 'told-by-another'

const appealTimeOver: NoUse = ({ dates, today }) => (today > dates.appeal.lawDate ? 'time-is-over' : undefined)

/** Nothing has become of the meeting since. */
const meetingIsAsTold: NoUse = ({ subject }, about) =>
  plannedMeeting(subject)?.lastChangedBy === about ? undefined : 'meeting-changed'

/** A meeting that is planned as the message tells it, and lies ahead. */
const meetingIsAhead: NoUse = ({ subject, today }, about) => {
  const meeting = plannedMeeting(subject)
  if (meeting?.lastChangedBy !== about) return 'meeting-changed'
  return meeting.meetingOn < today ? 'time-is-over' : undefined
}

/** The same for who comes to it, which is said by itself or with the meeting. */
const meetingWithPeopleIsAhead: NoUse = (situation, about) => {
  const { subject } = situation
  const meeting = plannedMeeting(subject)
  const isOfNow = subject.attendance?.sequence === about ? meeting?.lastChangedBy : about
  return isOfNow ? meetingIsAhead(situation, isOfNow) : 'meeting-changed'
}

/** A cancellation is of use for the calendar until the day, and until another meeting or the end of mediation is told. */
const cancellationIsPast: NoUse = ({ subject, today }, about) => {
  const place = subject.meetings.findIndex(({ lastChangedBy }) => lastChangedBy === about)
  const meeting: Meeting | undefined = subject.meetings[place]
  const isLast = place === subject.meetings.length - 1
  if (meeting && meeting.meetingOn >= today) return undefined
  return isLast && !subject.mediationResult ? undefined : 'meeting-changed'
}

/** Who has spoken to nobody yet is reminded of it. */
const contactIsOpen = any(appealMade, hasSpoken, hasNoLetter)
const choiceIsOpen = any(appealMade, hasChosen, hasNoLetter)
const certificateIsAwaited = any(appealMade, hasCertificate)

/** For so many working days after mediation its end is worth telling where no certificate follows. A choice of ours. */
const WORKING_DAYS_OF_USE = 10

const mediationEndIsOld: NoUse = (situation, about) => {
  const { subject, today } = situation
  const { mediationResult } = subject
  if (mediationResult?.sequence !== about) return 'mediation-over'
  const isNews = today <= addWorkingDays(mediationResult.concludedOn, WORKING_DAYS_OF_USE)
  return isNews ? undefined : certificateIsAwaited(situation, about)
}

const complaintAnswered: NoUse = ({ subject }, about) =>
  subject.complaints.some(
    ({ of, acknowledged, answered }) => answered && (of === about || acknowledged?.sequence === about),
  )
    ? 'done'
    : undefined

const ombudsmanHasDecided: NoUse = ({ subject }, about) =>
  subject.ombudsmen.some(({ of, decided }) => of === about && decided) ? 'done' : undefined

const resolutionIsOver: NoUse = ({ subject }, about) =>
  subject.resolutions.some(({ of, meeting, ended }) => ended && (of === about || meeting?.sequence === about))
    ? 'done'
    : undefined

const resolutionMeetingIsOver: NoUse = ({ subject, today }, about) => {
  const meeting = subject.resolutions.find(({ meeting: one }) => one?.sequence === about)?.meeting
  if (!meeting) return 'meeting-changed'
  return meeting.meetingOn < today ? 'time-is-over' : undefined
}

const resolutionHasMeeting: NoUse = ({ subject }, about) =>
  subject.resolutions.some(({ of, meeting }) => of === about && meeting) ? 'meeting-changed' : undefined

const everyDutyIsDone: NoUse = ({ subject }, about) => {
  const undertaking = subject.undertakings.find(({ of }) => of === about)
  if (!undertaking) return 'fact-taken-back'
  return dutyDates(undertaking).every(({ doneOn, fellAway }) => doneOn || fellAway) ? 'done' : undefined
}

function dutyOf({ subject }: UseSituation, { of, rule }: DutyOfFact): DutyDate | undefined {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  return undertaking && dutyDates(undertaking).find((one) => one.rule === rule)
}

function dutyIsDone(situation: UseSituation, about: DutyOfFact): NotNeededReason | undefined {
  const duty = dutyOf(situation, about)
  if (!duty) return 'fact-taken-back'
  if (duty.excused) return 'excused-in-law'
  return duty.doneOn || duty.fellAway ? 'done' : undefined
}

/** Another day, or a reason to be late, of something that is still to be done, as it was last said. */
const changeIsOver: NoUse = (situation, about) => {
  const fact = situation.subject.facts.find(({ sequence }) => sequence === about)
  if (fact?.type !== 'duty-day-set' && fact?.type !== 'duty-excused') return 'fact-taken-back'
  const { of, rule } = fact.details
  const duty = dutyOf(situation, { of, rule })
  if (!duty) return 'fact-taken-back'
  if (duty.doneOn || duty.fellAway) return 'done'
  const isSaidOtherwise = fact.type === 'duty-day-set' && duty.deadline.lawDate !== fact.details.day
  return isSaidOtherwise ? 'told-by-another' : undefined
}

/** What was corrected again is told by the last correction of it. */
const correctedAgain: NoUse = ({ subject: { facts } }, about) => {
  const corrected = correctedBy(facts.find(({ sequence }) => sequence === about))
  const isCorrectedLater = facts.some((fact) => fact.sequence > about && correctedBy(fact) === corrected)
  return corrected && isCorrectedLater ? 'told-by-another' : undefined
}

/** Who was replaced since is told nothing; whoever replaced them has a message of their own. */
const nobodyJoined: NoUse = ({ subject }, about) =>
  whoJoinedBy(subject, about)?.length === 0 ? 'told-by-another' : undefined

/**
 * The rights about a decision that was recorded wrongly are always told again. The first ones are of use until there is an
 * appeal: a family whose certificate became known with its case has heard of none of them.
 */
const rightsAreKnown: NoUse = (situation, about) => (about === OPENED ? appealMade(situation, about) : undefined)

/** Of a case that was opened twice the other one goes on, and tells. */
const otherCaseGoesOn: NoUse = ({ subject }) =>
  subject.withdrawn?.reason === 'duplicate' ? 'told-by-another' : undefined

const noDay = () => undefined
/** The last day of one of the dates of the case. */
const lastDay =
  (kind: 'contact' | 'appeal' | 'certificate' | 'response'): CallsPast =>
  ({ dates }) =>
    dates[kind]?.lawDate
/** That the council cannot arrange mediation is told before its 30 days are over too, and then they are not called past. */
const thirtyDays: CallsPast = ({ subject, dates }) => (saidNotArranged(subject) ? undefined : dates.mediation?.lawDate)
const dayOfMeeting: CallsPast = ({ subject }) => plannedMeeting(subject)?.meetingOn
const answerToComplaint: CallsPast = ({ subject, ownTimes }, about) => {
  const complaint = subject.complaints.find(({ of }) => of === about)
  return complaint && complaintDates(complaint, ownTimes.complaintTimes).answerBy
}

type Uses = Readonly<Record<AboutFact['kind'], MessageUse>> &
  Readonly<Record<AboutDuty['kind'], MessageUse<DutyOfFact>>>

/** When each kind of message is of no use, and which day it calls past. A kind that is missing does not compile. */
const USE: Uses = {
  rights: { noUse: any(rightsAreKnown, letterIsToldSince), callsPast: noDay },
  'contact-reminder-day-30': { noUse: contactIsOpen, callsPast: noDay },
  'contact-reminder-day-50': { noUse: contactIsOpen, callsPast: noDay },
  'contact-reminder-last-week': { noUse: contactIsOpen, callsPast: noDay },
  'adviser-can-still-help': { noUse: contactIsOpen, callsPast: lastDay('contact') },
  choose: { noUse: choiceIsOpen, callsPast: noDay },
  'choose-before-two-months': { noUse: choiceIsOpen, callsPast: noDay },
  'certificate-due': { noUse: any(wantsMediationAgain, certificateIsAwaited, certificateIsLate), callsPast: noDay },
  'certificate-overdue': { noUse: any(wantsMediationAgain, certificateIsAwaited), callsPast: lastDay('certificate') },
  'last-day-to-appeal': { noUse: any(appealMade, hasNoLetter), callsPast: noDay },
  'mediation-requested': { noUse: any(mediationOver, wantsNoMediation, meetingArranged), callsPast: noDay },
  'meeting-invitation': { noUse: meetingIsAhead, callsPast: noDay },
  'meeting-new-time': { noUse: meetingIsAhead, callsPast: noDay },
  'meeting-is-off': { noUse: cancellationIsPast, callsPast: noDay },
  'who-comes': { noUse: meetingWithPeopleIsAhead, callsPast: noDay },
  'meeting-did-not-happen': { noUse: any(mediationOver, meetingArranged), callsPast: noDay },
  'meeting-result-unknown': { noUse: meetingIsAsTold, callsPast: dayOfMeeting },
  'mediation-not-arranged': { noUse: any(mediationOver, certificateIsAwaited, meetingArranged), callsPast: thirtyDays },
  'mediation-ended': { noUse: mediationEndIsOld, callsPast: noDay },
  'an-offer-to-talk': { noUse: appealMade, callsPast: noDay },
  'appeal-closing-14-days': { noUse: any(appealMade, appealTimeOver, hasNoLetter), callsPast: noDay },
  'appeal-closing-5-working-days': { noUse: any(appealMade, appealTimeOver, hasNoLetter), callsPast: noDay },
  'late-appeal-possible': { noUse: any(appealMade, hasNoLetter), callsPast: lastDay('appeal') },
  'appeal-at-tribunal': { noUse: appealEnded, callsPast: noDay },
  'closing-after-agreement': { noUse: always, callsPast: noDay },
  'closing-after-withdrawal': { noUse: otherCaseGoesOn, callsPast: noDay },
  'closing-without-news': { noUse: always, callsPast: noDay },
  'dates-corrected': { noUse: correctedAgain, callsPast: noDay },
  'first-dates-stay': { noUse: any(appealMade, isNoSecondLetter), callsPast: noDay },
  'what-you-disagree-with': { noUse: disputeIsOld, callsPast: noDay },
  'your-case-moves': { noUse: always, callsPast: noDay },
  'your-plan-was-issued-again': { noUse: always, callsPast: noDay },
  'health-board-knows': { noUse: any(mediationOver, meetingArranged), callsPast: noDay },
  'mediation-late': { noUse: any(mediationOver, meetingArranged, isOwedNoMore), callsPast: thirtyDays },
  'meeting-goes-on-another-day': { noUse: any(mediationOver, meetingArranged), callsPast: noDay },
  'mediation-given-up': { noUse: any(mediationOver, wantsMediationAgain), callsPast: noDay },
  'council-has-responded': { noUse: appealEnded, callsPast: noDay },
  'response-overdue': { noUse: any(appealEnded, hasResponded), callsPast: lastDay('response') },
  'tribunal-timetable': { noUse: any(appealEnded, timetableIsOld), callsPast: noDay },
  'evidence-closing': { noUse: any(appealEnded, timetableIsOld, evidenceIsPast), callsPast: noDay },
  'council-has-given-in': { noUse: appealEnded, callsPast: noDay },
  'council-does-not-oppose': { noUse: always, callsPast: noDay },
  'appeal-taken-back': { noUse: appealEndedBy, callsPast: noDay },
  'what-the-tribunal-decided': { noUse: appealEndedBy, callsPast: noDay },
  'appeal-open-again': { noUse: appealEnded, callsPast: noDay },
  'to-the-upper-tribunal': { noUse: isLaterStep, callsPast: noDay },
  'duties-set': { noUse: everyDutyIsDone, callsPast: noDay },
  'duty-overdue': { noUse: dutyIsDone, callsPast: (situation, about) => dutyOf(situation, about)?.deadline.lawDate },
  'duty-changed': { noUse: changeIsOver, callsPast: noDay },
  'duties-done': { noUse: always, callsPast: noDay },
  'resolution-asked': { noUse: resolutionIsOver, callsPast: noDay },
  'resolution-agreed': { noUse: any(resolutionIsOver, resolutionHasMeeting), callsPast: noDay },
  'resolution-invitation': { noUse: any(resolutionIsOver, resolutionMeetingIsOver), callsPast: noDay },
  'resolution-declined': { noUse: always, callsPast: noDay },
  'resolution-ended': { noUse: always, callsPast: noDay },
  'complaint-recorded': { noUse: complaintAnswered, callsPast: noDay },
  'complaint-received': { noUse: complaintAnswered, callsPast: noDay },
  'complaint-overdue': { noUse: complaintAnswered, callsPast: answerToComplaint },
  'complaint-outcome': { noUse: always, callsPast: noDay },
  'with-the-ombudsman': { noUse: ombudsmanHasDecided, callsPast: noDay },
  'what-the-ombudsman-decided': { noUse: always, callsPast: noDay },
  'where-your-case-stands': { noUse: nobodyJoined, callsPast: noDay },
}
