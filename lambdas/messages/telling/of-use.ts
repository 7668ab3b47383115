import {
  type Case,
  disputesPlacementOnly,
  type Meeting,
  placeOf,
  plannedMeeting,
  wantsMediation,
} from '../../cases/case.ts'
import type { CaseDates } from '../../cases/case-dates.ts'
import { dutyDates } from '../../cases/duty-dates.ts'
import { whoJoinedBy } from '../../cases/joining.ts'
import type { AboutFact, MessageDue } from '../../cases/message.ts'
import { OPENED, type Sequence } from '../../cases/sequence.ts'
import { ITS_DAY_IS_AHEAD, type NotNeededReason } from '../../cases/telling/held-message.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { hasSpokenToAdviser } from '../passages/adviser.ts'
import { appealState } from '../passages/appeal-state.ts'

/** What says whether a message is of use: the case as it is now, whatever the message was due for. */
export interface UseSituation {
  readonly subject: Case
  readonly dates: CaseDates
  /** The day in England. */
  readonly today: CalendarDate
}

/** Says why a message about a fact would be of no use now; undefined while it is of use. */
type NoUse = (situation: UseSituation, about: Sequence) => NotNeededReason | undefined

/**
 * Why a message is of no use to the family now: what it tells is not true any more, is not news, or helps nobody.
 * @returns undefined while it is of use
 */
export function whyOfNoUse(message: MessageDue, situation: UseSituation): NotNeededReason | undefined {
  const { facts } = situation.subject
  if (message.kind === 'duty-overdue') return dutyIsDone(situation, message.about)
  // A correction or a removal is always among the facts; what one removed is not.
  if (!facts.some(({ sequence }) => sequence === message.about)) return 'fact-taken-back'
  return NO_USE[message.kind](situation, message.about)
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
const appealEnded: NoUse = ({ subject }) => (subject.appealEnded ? 'appeal-ended' : undefined)
const hasCertificate: NoUse = ({ subject }) =>
  subject.certificate && !disputesPlacementOnly(subject) ? 'certificate-issued' : undefined
const hasSpoken: NoUse = ({ subject }) => (hasSpokenToAdviser(subject) ? 'adviser-spoken-to' : undefined)
const hasChosen: NoUse = ({ subject }) =>
  subject.chosen || subject.declined || subject.certificate ? 'choice-made' : undefined
const mediationOver: NoUse = ({ subject }) => (subject.mediationResult ? 'mediation-over' : undefined)
/** A no counts until the family asks for mediation again. */
const wantsMediationAgain: NoUse = ({ subject }, about) => {
  const isNo = subject.facts.some(({ sequence, type }) => sequence === about && type === 'mediation-declined')
  return isNo && wantsMediation(subject) ? 'choice-made' : undefined
}
const wantsNoMediation: NoUse = ({ subject }) => (wantsMediation(subject) ? undefined : 'choice-made')
/** A meeting that was arranged since. One from before can still stand, of an earlier request. */
const meetingArranged: NoUse = ({ subject }, about) => {
  const meeting = plannedMeeting(subject)
  const isSince = meeting && placeOf(subject, meeting.arrangedBy) > placeOf(subject, about)
  return isSince ? 'meeting-changed' : undefined
}
/**
 * A day that a message calls past can lie ahead by the time it leaves: a correction, or something else that was learnt late,
 * has moved it.
 */
const lastDayIsAhead =
  (of: (dates: CaseDates) => Deadline | undefined): NoUse =>
  ({ dates, today }) => {
    const day = of(dates)
    return day && today <= day.lawDate ? ITS_DAY_IS_AHEAD : undefined
  }
/** A certificate that is late is told as that. */
const certificateIsLate: NoUse = ({ dates: { certificate }, today }) =>
  certificate && certificate.lawDate < today ? 'time-is-over' : undefined
const certificateIsNotLate = lastDayIsAhead(({ certificate }) => certificate)
const appealTimeIsNotOver = lastDayIsAhead(({ appeal }) => appeal)
const responseIsNotLate = lastDayIsAhead(({ response }) => response)

const appealTimeOver: NoUse = ({ dates, today }) => (today > dates.appeal.lawDate ? 'time-is-over' : undefined)

/** A meeting that is planned as the message tells it, and lies ahead. */
const meetingIsAhead: NoUse = ({ subject, today }, about) => {
  const meeting = plannedMeeting(subject)
  if (meeting?.lastChangedBy !== about) return 'meeting-changed'
  return meeting.meetingOn < today ? 'time-is-over' : undefined
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
const contactIsOpen = any(appealMade, hasSpoken)
const choiceIsOpen = any(appealMade, hasChosen)
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

function dutyIsDone({ subject }: UseSituation, { of, rule }: Extract<MessageDue, { kind: 'duty-overdue' }>['about']) {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  const duty = undertaking && dutyDates(undertaking).find((one) => one.rule === rule)
  if (!duty) return 'fact-taken-back'
  return duty.doneOn || duty.fellAway ? 'done' : undefined
}

/** Who was replaced since is told nothing; whoever replaced them has a message of their own. */
const nobodyJoined: NoUse = ({ subject }, about) =>
  whoJoinedBy(subject, about)?.length === 0 ? 'told-by-another' : undefined

/** The rights about a decision that was recorded wrongly are always told again; the first ones until there is better to say. */
const rightsAreKnown: NoUse = (situation, about) =>
  about === OPENED ? any(appealMade, hasCertificate)(situation, about) : undefined

/** Why each kind of message is of no use. A kind that is missing does not compile. */
const NO_USE: Readonly<Record<AboutFact['kind'], NoUse>> = {
  rights: rightsAreKnown,
  'contact-reminder-day-30': contactIsOpen,
  'contact-reminder-day-50': contactIsOpen,
  'contact-reminder-last-week': contactIsOpen,
  'adviser-can-still-help': contactIsOpen,
  choose: choiceIsOpen,
  'choose-before-two-months': choiceIsOpen,
  'certificate-due': any(wantsMediationAgain, certificateIsAwaited, certificateIsLate),
  'certificate-overdue': any(wantsMediationAgain, certificateIsAwaited, certificateIsNotLate),
  'last-day-to-appeal': appealMade,
  'mediation-requested': any(mediationOver, wantsNoMediation, meetingArranged),
  'meeting-invitation': meetingIsAhead,
  'meeting-new-time': meetingIsAhead,
  'meeting-is-off': cancellationIsPast,
  'meeting-result-unknown': ({ subject }, about) =>
    plannedMeeting(subject)?.lastChangedBy === about ? undefined : 'meeting-changed',
  'mediation-not-arranged': any(mediationOver, certificateIsAwaited, meetingArranged),
  'mediation-ended': mediationEndIsOld,
  'appeal-closing-14-days': any(appealMade, appealTimeOver),
  'appeal-closing-5-working-days': any(appealMade, appealTimeOver),
  'late-appeal-possible': any(appealMade, appealTimeIsNotOver),
  'appeal-at-tribunal': appealEnded,
  'closing-after-agreement': always,
  'closing-after-withdrawal': always,
  'closing-without-news': always,
  'dates-corrected': always,
  'first-dates-stay': appealMade,
  'health-board-knows': any(mediationOver, meetingArranged),
  'mediation-late': any(mediationOver, meetingArranged),
  'meeting-goes-on-another-day': any(mediationOver, meetingArranged),
  'mediation-given-up': any(mediationOver, wantsMediationAgain),
  'council-has-responded': appealEnded,
  'response-overdue': any(appealEnded, ({ subject }) => (subject.response ? 'done' : undefined), responseIsNotLate),
  'council-does-not-oppose': always,
  'appeal-taken-back': ({ subject }, about) => (subject.appealEnded?.sequence === about ? undefined : 'appeal-made'),
  'what-the-tribunal-decided': ({ subject }, about) =>
    subject.appealEnded?.sequence === about ? undefined : 'appeal-made',
  'duties-set': everyDutyIsDone,
  'duties-done': always,
  'resolution-asked': resolutionIsOver,
  'resolution-agreed': any(resolutionIsOver, resolutionHasMeeting),
  'resolution-invitation': any(resolutionIsOver, resolutionMeetingIsOver),
  'resolution-declined': always,
  'resolution-ended': always,
  'complaint-recorded': complaintAnswered,
  'complaint-received': complaintAnswered,
  'complaint-overdue': complaintAnswered,
  'complaint-outcome': always,
  'where-your-case-stands': nobodyJoined,
}
