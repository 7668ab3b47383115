import { boardArranges, wantsMediation } from '../../cases/case.ts'
import { isOwed } from '../../cases/mediation/is-owed.ts'
import { saidNotArranged } from '../../cases/mediation/not-arranged.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { APPEAL_TIME_GOES_ON, appealIsInTime, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded, ofTheAppeal } from '../passages/appeal-state.ts'
import { appealAfterCertificate, certificateDate, certificateIsDue, certificatePanel } from '../passages/certificate.ts'
import { DID_NOT_COME, HEALTH_BODY } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { boardToldDate, healthIssue, tellingTheBoard } from '../passages/health-body.ts'
import { whoCanHelp } from '../passages/help.ts'
import {
  certificateOnRequest,
  ifYouWantToComplain,
  mediationIsLate,
  noPartWasTaken,
  untilItTakesPlace,
  whyNotArranged,
} from '../passages/mediation-late.ts'
import { beforeTheMeeting, cancellationOfMeetingCalledOff, saidOfMeetingCalledOff } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { arrangedByPanel, whoArranges, youWantMediation } from '../passages/who-arranges.ts'
import type { CallsPast, NoUse, SomeMessages } from './family-message.ts'
import { any, certificateIsAwaited, mediationOver, meetingArranged, noDay, wantsMediationAgain } from './of-no-use.ts'

const wantsNoMediation: NoUse = ({ subject }) => (wantsMediation(subject) ? undefined : 'choice-made')

/** The council owes the mediation no more whose 30 days the message calls past: what it asks of the council is no task then. */
const isOwedNoMore: NoUse = ({ subject }, about) =>
  subject.chosen?.sequence === about && !isOwed(subject) ? 'certificate-issued' : undefined

/** That the council cannot arrange mediation is told before its 30 days are over too, and then they are not called past. */
const thirtyDays: CallsPast = ({ subject, dates }) => (saidNotArranged(subject) ? undefined : dates.mediation?.lawDate)

/** Mediation before its meeting: asked for, arranged late, or not at all. */
export const MEDIATION_MESSAGES = {
  'mediation-requested': {
    write: mediationRequested,
    noUse: any(mediationOver, wantsNoMediation, meetingArranged),
    callsPast: noDay,
  },
  'health-board-knows': { write: healthBoardKnows, noUse: any(mediationOver, meetingArranged), callsPast: noDay },
  'mediation-late': {
    write: mediationLate,
    noUse: any(mediationOver, meetingArranged, isOwedNoMore),
    callsPast: thirtyDays,
  },
  'mediation-not-arranged': {
    write: mediationNotArranged,
    noUse: any(mediationOver, certificateIsAwaited, meetingArranged),
    callsPast: thirtyDays,
  },
  'mediation-given-up': { write: mediationGivenUp, noUse: any(mediationOver, wantsMediationAgain), callsPast: noDay },
} satisfies SomeMessages

/**
 * The council knows that the family wants mediation, and has 30 days to arrange it. Where only health care is disputed it
 * tells the integrated care board, which has 30 days from then.
 */
function mediationRequested(situation: SituationOfFact): MessageWords {
  const { subject } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const waitsForBoard = boardArranges(subject) && !subject.boardToldOn
  const who = whoArranges(subject)
  return {
    subject: waitsForBoard
      ? subjectForBoard(situation)
      : `${who} must arrange your mediation by ${formatDate(mediation.lawDate)}`,
    preheader: 'What happens next, who can come with you, and what to tell us.',
    title: 'You asked for mediation',
    blocks: [
      paragraph(
        ...(chosen.providerAskedOn
          ? [`You asked the mediation provider for mediation on ${formatDate(chosen.providerAskedOn)}.`]
          : []),
        youWantMediation(chosen),
        `Now ${boardArranges(subject) ? HEALTH_BODY : 'we'} must arrange it.`,
      ),
      aboutTheDecision(situation),
      ...(waitsForBoard
        ? tellingTheBoard(situation)
        : [arrangedByPanel(mediation, situation), ...whyThisDay(mediation, situation.today)]),
      ...whatYouWantToTalkAbout(situation),
      heading('What happens next'),
      list(...healthIssue(situation), ...beforeTheMeeting(situation), ...ifItIsNotArranged(situation)),
      heading('What to do'),
      paragraph(
        'Tell the mediation adviser which days and places are good for you.',
        'Say what you need, for example an interpreter or a room with step-free access.',
      ),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

/** In the family's own words, so that it can check them (regulation 32(e)). */
function whatYouWantToTalkAbout({ words: { issues, healthProvision } }: SituationOfFact): Block[] {
  if (!issues && !healthProvision) return []
  return [
    heading('What you want to talk about'),
    ...(issues ? [paragraph(issues)] : []),
    ...(healthProvision ? [paragraph(`Health care that you want in the plan: ${healthProvision}`)] : []),
    paragraph('If this is not right, tell us.'),
  ]
}

function subjectForBoard(situation: SituationOfFact): string {
  const { lawDate } = boardToldDate(situation)
  return `You asked for mediation: we ${situation.today > lawDate ? 'had to' : 'must'} tell the health body by ${formatDate(lawDate)}`
}

function ifItIsNotArranged(situation: SituationOfFact): string[] {
  if (!certificateIsNeeded(situation)) return []
  return boardArranges(situation.subject)
    ? ['If you do not want to wait, tell the mediation adviser. Then you get a certificate.']
    : ['If the meeting cannot be arranged in time, you get a certificate. Then you can appeal or still wait.']
}

/** Only health care is disputed, and the integrated care board has been told: it has 30 days from then (regulation 35). */
function healthBoardKnows(situation: SituationOfFact): MessageWords {
  const { boardToldOn } = detailsOf(situation, 'health-board-told')
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const { today } = situation
  const day = formatDate(mediation.lawDate)
  return {
    subject:
      today > mediation.lawDate
        ? `The health body had to arrange your mediation by ${day}: ask it today`
        : `The health body must arrange your mediation by ${day}`,
    preheader: 'What happens next, and who can come with you.',
    title: 'The health body arranges your mediation',
    blocks: [
      paragraph(
        `On ${formatDate(boardToldOn)} we told ${HEALTH_BODY} that you want mediation about health care.`,
        'Now it must arrange the meeting with you.',
      ),
      aboutTheDecision(situation),
      arrangedByPanel(mediation, situation),
      ...whyThisDay(mediation, today),
      heading('What happens next'),
      list(
        ...beforeTheMeeting(situation),
        ...(certificateIsNeeded(situation)
          ? ['If you do not want to wait, tell the mediation adviser. Then you get a certificate.']
          : []),
      ),
      heading('What to do'),
      paragraph(
        'Tell the mediation adviser which days and places are good for you.',
        today > mediation.lawDate
          ? 'If you have heard nothing, tell us today. We ask the health body too.'
          : 'If you hear nothing by that day, tell us. We ask the health body too.',
      ),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

/**
 * Mediation is late, or will be, and no certificate follows from that: only health care is disputed, mediation has begun,
 * the appeal needs none, or the family has one or has appealed. Mediation is still owed.
 */
function mediationLate(situation: SituationOfFact): MessageWords {
  const { today, subject } = situation
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const day = formatDate(mediation.lawDate)
  const noPart = noPartWasTaken(subject)
  const title =
    noPart?.title ??
    (today > mediation.lawDate ? `Your mediation was due by ${day}` : `Your mediation cannot be arranged by ${day}`)
  return {
    subject: `${noPart?.withDay ?? title}: what you can do`,
    preheader: 'Who is late, whom to ask, and what you can do.',
    title,
    blocks: [
      paragraph(...mediationIsLate(mediation, situation)),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      ...untilItTakesPlace(mediation, situation),
      ...certificateOnRequest(situation),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...ifYouWantToComplain(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

/**
 * No mediation within the 30 days: the family gets a certificate, and may appeal now or still wait. The council may say
 * so before the 30 days have ended, and again when a meeting that was arranged cannot take place.
 */
function mediationNotArranged(situation: SituationOfFact): MessageWords {
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const due = certificateDate(situation)
  const { today, subject } = situation
  const hadMeeting = subject.meetings.length > 0
  return {
    subject: `${subjectBegins(mediation, situation)}: ${certificateIsDue(due, today)}`,
    preheader: 'You can appeal with the certificate, or still wait for mediation. It is your choice.',
    title:
      noPartWasTaken(subject)?.title ??
      (hadMeeting ? 'Your mediation has not taken place' : titleWithoutMeeting(mediation, situation)),
    blocks: [
      paragraph(...whatWeDid(mediation, situation)),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      certificatePanel(due, situation, 'You do not have to ask for it.'),
      ...(hadMeeting ? [paragraph('If you have a certificate already, use that one. Tell us the date on it.')] : []),
      ...whyThisDay(due, today),
      heading('What you can choose'),
      list(
        'Appeal now. Use the certificate as soon as you have it.',
        'Wait for mediation. Tell the mediation adviser that you still want it. You can appeal while you wait.',
      ),
      paragraph('Both are fine.', APPEAL_TIME_GOES_ON),
      whatMediationIs(situation),
      ...appealAfterCertificate(situation),
      ...ifYouWantToComplain(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

function subjectBegins({ lawDate }: Deadline, { subject, today }: SituationOfFact): string {
  const noPart = noPartWasTaken(subject)
  if (noPart) return noPart.title
  if (subject.meetings.length > 0) return 'No mediation has taken place'
  return today > lawDate ? 'No mediation was arranged' : 'We cannot arrange mediation in time'
}

function titleWithoutMeeting({ lawDate }: Deadline, { today }: SituationOfFact): string {
  return today > lawDate ? 'Your mediation was not arranged in time' : 'Your mediation cannot be arranged in time'
}

/** What is so: the 30 days may still run when the council says that they are not enough. */
function whatWeDid({ lawDate }: Deadline, situation: SituationOfFact): string[] {
  const { subject, today } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const { meetings } = subject
  const said = saidNotArranged(subject)
  const day = formatDate(lawDate)
  return [
    youWantMediation(chosen),
    today > lawDate ? `We had until ${day} to arrange it.` : `We have until ${day} to arrange it.`,
    ...(said
      ? whyNotArranged(said, 'we cannot arrange it', lawDate, subject)
      : [meetings.length > 0 ? 'The meeting that was planned did not take place.' : 'It was not arranged.']),
    ...whoDidNotCome(situation),
    'We are sorry.',
  ]
}

/** It is told of a meeting to which somebody else did not come, after the 30 days. */
function whoDidNotCome({ subject, about }: SituationOfFact): string[] {
  const fact = subject.facts.find(({ sequence }) => sequence === about)
  if (fact?.type !== 'meeting-missed') return []
  return fact.details.absent.filter((party) => party !== 'council').map((party) => DID_NOT_COME[party])
}

/** The family no longer wants the mediation that went on beside its appeal. It needs no certificate for it any more. */
function mediationGivenUp(situation: SituationOfFact): MessageWords {
  const { declinedOn } = detailsOf(situation, 'mediation-declined')
  const day = formatDate(declinedOn)
  return {
    subject: `You said no to mediation on ${day}: what stays`,
    preheader: 'What this means for your appeal, and what to do if it is not right.',
    title: 'You do not want mediation any more',
    blocks: [
      paragraph(
        `You said on ${day} that you do not want mediation any more.`,
        situation.subject.adjourned ? 'So it does not go on.' : 'So it does not take place.',
        'If this is not right, tell us today.',
      ),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      paragraph(
        'You do not need to give a reason. If you change your mind, tell us or the mediation adviser.',
        'Mediation is voluntary, free and confidential.',
      ),
      ...appeal(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

function appeal(situation: SituationOfFact): Block[] {
  return ofTheAppeal(situation, {
    made: () => [heading('Your appeal'), paragraph('The Tribunal has your appeal. It goes on.')],
    notMade: () => [
      heading('Your right to appeal'),
      paragraph('Your right to appeal is not affected.'),
      ...appealDay(situation),
      ...(appealIsInTime(situation) ? howToAppeal(situation) : howToAppealLate(situation)),
    ],
  })
}
