import { type Case, isOpenedInError } from '../../cases/case.ts'
import { whoJoinedBy } from '../../cases/joining.ts'
import { OPENED, type Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { whatCanBeAppealed } from '../passages/appeal.ts'
import { appealState } from '../passages/appeal-state.ts'
import type { ChangedMeeting } from '../passages/changed-meeting.ts'
import { afterAgreeing, ifThatIsRight, remindersStopped, rightsThatStay, youAndWeAgreed } from '../passages/closing.ts'
import { correctionAbout } from '../passages/correction.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { impartialHelp, whoCanHelp, whoElseCanHelp } from '../passages/help.ts'
import { inTimeAfterAll } from '../passages/in-time-after-all.ts'
import { correctionsTold, factsLearnt, occasionOf, occasionWords } from '../passages/occasion.ts'
import { whatWeHaveLearnt, whatWeHaveOnRecord } from '../passages/on-record.ts'
import { otherWays, whatGoesOn } from '../passages/other-routes.ts'
import { regulation32 } from '../passages/regulation-32.ts'
import { caseToldBefore, whatIsDifferent } from '../passages/told-before.ts'
import { whatWasWrong, whyWeWrite } from '../passages/what-was-wrong.ts'
import { withoutRepeats } from '../passages/without-repeats.ts'
import type { MessageOfFact, NoUse } from './family-message.ts'
import { noDay } from './of-no-use.ts'
import { lastDayNear, mediationComesFirst, nextAction } from './standing/action.ts'
import { isForTheAdviser, theAppeal } from './standing/appeal.ts'
import { calendarOf, meetingToldOtherwise, type StandingCalendar } from './standing/calendar.ts'
import { theComplaints } from './standing/complaints.ts'
import { theDisagreementResolutions } from './standing/disagreement-resolution.ts'
import { theMediation } from './standing/mediation.ts'
import { whatWeMustDo } from './standing/what-we-must-do.ts'

/** Who was replaced since is told nothing; whoever replaced them has a message of their own. */
const nobodyJoined: NoUse = ({ subject }, about) =>
  whoJoinedBy(subject, about)?.length === 0 ? 'told-by-another' : undefined

/**
 * One message for several things that were learnt late, and the first of somebody who hears of the case in its middle: what
 * we have learnt or have on record, what is different from what was told, and where each thing stands with what to do now.
 */
export const whereYourCaseStands: MessageOfFact = { write, noUse: nobodyJoined, callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  const { subject } = situation
  const learnt = factsLearnt(situation).map(({ sequence }) => sequence)
  const before = caseToldBefore(situation)
  const meeting = meetingToldOtherwise(situation, before)
  const calendar = calendarOf(situation, meeting, learnt)
  const standing: Standing = { situation, learnt, before, meeting, calendar }
  const rights = yourRights(situation, learnt)
  const { opening, preheader } = occasionWords(situation)
  return {
    subject: subjectOf(standing),
    preheader,
    title: 'Where your case stands',
    blocks: withoutRepeats([
      ...firstOfAll(situation),
      paragraph(...opening),
      aboutTheDecision(situation),
      ...whatWePutRight(situation),
      ...whatWeHaveLearnt(situation),
      ...(before && !isOpenedInError(subject)
        ? [...whatIsDifferent(before, situation), ...inTimeAfterAll(before, situation)]
        : []),
      ...(subject.withdrawn ? withoutReminders(standing, subject.withdrawn) : followed(standing)),
      ...(isOpenedInError(subject) ? [] : theOtherRoutes(standing)),
      ...(occasionOf(situation) === 'facts-learnt' ? [] : whatWeHaveOnRecord(situation)),
      ...rights,
      heading('If something is not right, tell us'),
      paragraph('If something in this message is wrong or missing, tell us today. Then your days may change.'),
      ...whoHelps(situation, rights.length > 0),
    ]),
    ...(calendar && { calendar: calendar.request }),
  }
}

/** Whoever was told already how to reach the adviser, or the council, is not told again. */
function whoHelps(situation: SituationOfFact, hasRights: boolean): Block[] {
  if (hasRights) return impartialHelp(situation)
  return isForTheAdviser(situation) ? whoElseCanHelp(situation) : whoCanHelp(situation)
}

/** What the parts of the message are made from. */
interface Standing {
  readonly situation: SituationOfFact
  /** What the family is told for the first time, where it has been told of the case before. */
  readonly learnt: readonly Sequence[]
  readonly before: Case | undefined
  readonly meeting: ChangedMeeting | undefined
  readonly calendar: StandingCalendar | undefined
}

/** What to do next and by when. */
function subjectOf({ situation, meeting }: Standing): string {
  const action = nextAction(situation, meeting)
  return action
    ? `Where your case stands: ${action}`
    : `Where your case stands on ${formatDate(situation.today)}: please read it`
}

/** What each correction puts right. */
function whatWePutRight(situation: SituationOfFact): Block[] {
  return correctionsTold(situation).flatMap((about) => {
    const correction = correctionAbout({ ...situation, about })
    return [paragraph(whyWeWrite(correction)), ...whatWasWrong(correction)]
  })
}

/** A last day that is near is the first line. */
function firstOfAll(situation: SituationOfFact): Block[] {
  const action = lastDayNear(situation)
  return action ? [paragraph(`${action.charAt(0).toUpperCase()}${action.slice(1)}.`)] : []
}

/** The council follows the case: its appeal and its mediation. */
function followed(standing: Standing): Block[] {
  const { situation, before, meeting } = standing
  const { agreement } = situation.subject
  const appeal = [...theAppeal(situation, before), ...fileOf('deadlines', standing)]
  const mediation = [...theMediation(situation, meeting), ...fileOf('meeting', standing)]
  return [
    ...(agreement
      ? [heading('You and we have agreed'), youAndWeAgreed(agreement.agreedOn), afterAgreeing(situation)]
      : []),
    ...(mediationComesFirst(situation, meeting) ? [...mediation, ...appeal] : [...appeal, ...mediation]),
  ]
}

/** The council no longer follows the case. Where it was opened by mistake its days mean nothing. */
function withoutReminders(standing: Standing, withdrawn: NonNullable<Case['withdrawn']>): Block[] {
  const { situation, before, meeting } = standing
  const isOpen = appealState(situation) === 'not-made' || isOpenedInError(situation.subject)
  return [
    heading('We have stopped our reminders'),
    remindersStopped(withdrawn),
    ifThatIsRight(),
    ...(meeting?.blocks ?? []),
    ...(isOpen ? rightsThatStay(situation, withdrawn.reason) : theAppeal(situation, before)),
    ...fileOf('deadlines', standing),
    ...whatGoesOn(situation),
  ]
}

/** What goes on beside the appeal. */
function theOtherRoutes(standing: Standing): Block[] {
  const { situation, learnt, meeting } = standing
  return [
    ...whatWeMustDo(situation),
    ...theDisagreementResolutions(situation, learnt, meeting),
    ...fileOf('resolution-meeting', standing),
    ...theComplaints(situation, learnt),
  ]
}

function fileOf(type: StandingCalendar['request']['type'], { calendar }: Standing): Block[] {
  return calendar?.says && calendar.request.type === type ? [calendar.says] : []
}

/** All that regulation 32 asks for, to whoever has not been told it: while an appeal can be made. */
function yourRights(situation: SituationOfFact, learnt: readonly Sequence[]): Block[] {
  const { subject } = situation
  const isFirst = occasionOf(situation) !== 'facts-learnt'
  const isNewDecision = learnt.includes(OPENED) || learnt.includes(subject.decisionStatedBy)
  if (appealState(situation) !== 'not-made' || isOpenedInError(subject)) return []
  if (!isFirst && !isNewDecision) return []
  const { a, b, c, d, e, f } = regulation32(situation)
  return [
    heading('What an appeal can be about'),
    ...whatCanBeAppealed(situation),
    ...a,
    ...b,
    ...d,
    ...e,
    ...(isForTheAdviser(situation) ? [] : c),
    ...f,
    ...otherWays(),
  ]
}
