import { boardArranges, hasHealthIssue, type Meeting, plannedMeeting } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { whichDates } from '../../law/which-dates.ts'
import { aboutCalendarFile, type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { reachTheAdviser, whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { appealAfterCertificate } from '../passages/certificate.ts'
import { DID_NOT_COME } from '../passages/closed-words.ts'
import { howToComplain } from '../passages/complaint.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp, whoElseCanHelp } from '../passages/help.ts'
import {
  askedToTalk,
  forTheMeeting,
  meetingAsTold,
  meetingBefore,
  meetingMoment,
  meetingPanel,
  whoAndWhy,
  willNotTakePlace,
} from '../passages/meeting.ts'
import {
  beforeItGoesOn,
  certificateWhileItGoesOn,
  didNotFinish,
  ifItTookPlaceOrNot,
  tellUsWhatCameOfIt,
} from '../passages/meeting-over.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { nobodyCouldDecide, whoArranges, whoComesSaid } from '../passages/who-arranges.ts'
import type { CallsPast, NoUse, SomeMessages } from './family-message.ts'
import { any, appealMade, mediationOver, meetingArranged, noDay } from './of-no-use.ts'

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

const dayOfMeeting: CallsPast = ({ subject }) => plannedMeeting(subject)?.meetingOn

/** The meeting of a mediation. */
export const MEETING_MESSAGES = {
  'meeting-invitation': { write: meetingInvitation, noUse: meetingIsAhead, callsPast: noDay },
  'meeting-new-time': { write: meetingNewTime, noUse: meetingIsAhead, callsPast: noDay },
  'meeting-is-off': { write: meetingIsOff, noUse: cancellationIsPast, callsPast: noDay },
  'who-comes': { write: whoComes, noUse: meetingWithPeopleIsAhead, callsPast: noDay },
  'meeting-did-not-happen': {
    write: meetingDidNotHappen,
    noUse: any(mediationOver, meetingArranged),
    callsPast: noDay,
  },
  'meeting-goes-on-another-day': {
    write: meetingGoesOnAnotherDay,
    noUse: any(mediationOver, meetingArranged),
    callsPast: noDay,
  },
  'an-offer-to-talk': { write: anOfferToTalk, noUse: appealMade, callsPast: noDay },
  'meeting-result-unknown': { write: meetingResultUnknown, noUse: meetingIsAsTold, callsPast: dayOfMeeting },
} satisfies SomeMessages

/** The meeting has a day and a place, with an invitation for the calendar. */
function meetingInvitation(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  return {
    subject: `Your mediation meeting is on ${meetingMoment(meeting)}`,
    preheader: 'Where it is, who can come with you, and what to do if you cannot come.',
    ...meetingAhead(situation, meeting, {
      opening: paragraph('We are writing to tell you the day and place of your mediation meeting.'),
      file: 'You can add the meeting to your calendar with the file in this email.',
    }),
  }
}

/**
 * The meeting has another time or place, or its time or place was recorded wrongly: the same invitation, revised.
 */
function meetingNewTime(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  return {
    subject: `Your mediation meeting has moved to ${meetingMoment(meeting)}`,
    preheader: 'The new time and place, and what to do if you cannot come.',
    ...meetingAhead(situation, meeting, {
      opening: paragraph(
        ...whyWeWrite(situation),
        `Before, we told you ${meetingMoment(meetingBefore(situation))}. Please use the new details below.`,
      ),
      file: 'The file in this email changes the meeting in your calendar.',
    }),
  }
}

/** A meeting that is to come. @param file what the calendar file does */
function meetingAhead(
  situation: SituationOfFact,
  meeting: Meeting,
  { opening, file }: { readonly opening: Block; readonly file: string },
): Pick<MessageWords, 'blocks' | 'calendar'> {
  const { place } = situation.words
  return {
    blocks: [
      opening,
      aboutTheDecision(situation),
      meetingPanel(situation, meeting),
      aboutCalendarFile(file),
      ...ifAfterThirtyDays(situation, meeting),
      ...shortNotice(situation, meeting),
      ...forTheMeeting(situation),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
    calendar: { type: 'meeting', method: 'REQUEST', meeting, ...(place && { place }) },
  }
}

/** A meeting fixed for after the 30 days leaves the family free not to wait. */
function ifAfterThirtyDays(situation: SituationOfFact, meeting: Meeting): Block[] {
  const { dates, subject } = situation
  const { mediation } = dates
  if (!mediation || meeting.meetingOn <= mediation.lawDate) return []
  const whose = boardArranges(subject) ? 'the health body has' : 'we have'
  return [
    paragraph(
      `The meeting is after ${formatDate(mediation.lawDate)}, the last of the 30 days that ${whose}.`,
      ...(certificateIsNeeded(situation)
        ? [
            'You can go to it. If you do not want to wait, ask the mediation adviser for a certificate. You can then appeal.',
            'If you tell the adviser that you do not want mediation any more, this meeting will not take place.',
          ]
        : ['You can go to it all the same.']),
    ),
  ]
}

/** The notice that the family is owed (regulation 37), said only when it was not given: the family may have agreed to less. */
function shortNotice({ today }: SituationOfFact, meeting: Meeting): Block[] {
  const notice = whichDates({ meetingOn: meeting.meetingOn }).dates.meetingNotice
  if (today <= notice.lawDate) return []
  if (meeting.shortNoticeAgreed) {
    return [
      heading('You agreed to short notice'),
      paragraph(
        'Our records show that you agreed to less than 5 working days of notice.',
        'If that is not right, tell us today. You can ask for a later day.',
      ),
    ]
  }
  return [
    heading('This is short notice'),
    paragraph(
      `You should have been told by ${formatDate(notice.lawDate)}.`,
      'You can agree to this meeting all the same. You can also ask for a later day.',
    ),
    list(...notice.working),
  ]
}

function whyWeWrite(situation: SituationOfFact): string[] {
  const details = detailsOf(situation, 'meeting-moved', 'fact-corrected')
  if ('corrects' in details) return ['We recorded your mediation meeting wrongly. We are sorry.']
  return [
    'We are writing because your mediation meeting has changed.',
    ...whoAndWhy('moved', details.movedBy, details.reason),
  ]
}

/** The meeting will not take place: who cancelled it, what happens next, and the cancellation for the calendar. */
function meetingIsOff(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  const { cancelledBy, reason } = detailsOf(situation, 'meeting-cancelled')
  return {
    subject: `Your mediation meeting on ${meetingMoment(meeting)} ${meeting.meetingOn < situation.today ? 'was' : 'is'} cancelled`,
    preheader: 'Why, what happens next, and what you can do.',
    blocks: [
      paragraph(willNotTakePlace(situation, meeting), ...whoAndWhy('cancelled', cancelledBy, reason)),
      aboutTheDecision(situation),
      datePanel('Cancelled', meetingMoment(meeting)),
      aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
      ...whatHappensNext(situation),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
    calendar: { type: 'meeting', method: 'CANCEL', meeting },
  }
}

/** What comes next depends on where mediation and the appeal stand. */
function whatHappensNext(situation: SituationOfFact): Block[] {
  const { subject, today } = situation
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const needed = certificateIsNeeded(situation)
  if (subject.adjourned) return [heading('What happens next'), ...afterAdjourning(needed)]
  return [
    heading('What happens next'),
    ...(today > mediation.lawDate
      ? afterThirtyDays(mediation, needed && !boardArranges(subject))
      : withinThirtyDays(mediation, situation, needed && !boardArranges(subject))),
    ...(needed && (today <= mediation.lawDate || boardArranges(subject))
      ? [paragraph('If you do not want mediation any more, tell the adviser. Then you get a certificate.')]
      : []),
  ]
}

function afterAdjourning(certificateIsNeeded: boolean): Block[] {
  return [
    paragraph('Your mediation has begun and can go on. Tell the mediation adviser which days are good for you.'),
    ...(certificateIsNeeded
      ? [paragraph('You can ask the mediation adviser for your certificate now. You can appeal with it.')]
      : []),
  ]
}

function withinThirtyDays(mediation: Deadline, { subject, today }: SituationOfFact, comesByItself: boolean): Block[] {
  return [
    paragraph('You will get a new day. You do not have to ask for it. Tell the mediation adviser which days are good.'),
    datePanel(
      `${whoArranges(subject)} must arrange the mediation by`,
      formatDate(mediation.lawDate),
      ...(comesByItself ? ['If that does not happen, you get a certificate. Then you can appeal or still wait.'] : []),
    ),
    ...whyThisDay(mediation, today),
  ]
}

function afterThirtyDays({ lawDate }: Deadline, comesByItself: boolean): Block[] {
  return [
    paragraph(
      `The 30 days to arrange mediation ended on ${formatDate(lawDate)}.`,
      ...(comesByItself
        ? ['So the mediation adviser gives you a certificate. You do not have to ask for it. You can appeal with it.']
        : []),
      'You can also still wait for a new meeting. If you want one, tell the adviser.',
    ),
  ]
}

/** The meeting goes on another day. The family can have its certificate now, so that no time to appeal is lost (J8). */
function meetingGoesOnAnotherDay(situation: SituationOfFact): MessageWords {
  const { adjournedOn, decisionMaker } = detailsOf(situation, 'mediation-adjourned')
  const { subject } = situation
  const day = formatDate(adjournedOn)
  const needed = certificateIsNeeded(situation)
  return {
    subject: needed
      ? `Your mediation of ${day} goes on: you can ask for your certificate now`
      : `Your mediation of ${day} goes on: tell us which days are good for you`,
    preheader: 'What happens next, and what to do so that you lose no time.',
    title: 'Your mediation goes on another day',
    blocks: [
      paragraph(didNotFinish(adjournedOn)),
      aboutTheDecision(situation),
      ...(needed ? certificateWhileItGoesOn(situation) : []),
      ...beforeItGoesOn(),
      ...(decisionMaker === 'absent' ? nobodyCouldDecide(subject) : []),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

/**
 * The day of the meeting has gone by and nobody has recorded what came of it: what follows if it took place, and if not.
 * After mediation the adviser has 3 working days for the certificate (regulation 39).
 */
function meetingResultUnknown(situation: SituationOfFact): MessageWords {
  const meeting = meetingAsTold(situation)
  const { meetingOn } = meeting
  const needed = certificateIsNeeded(situation)
  return {
    subject: `Your mediation meeting of ${formatDate(meetingOn)}: tell us what came of it`,
    preheader: 'What to do if it took place, and what to do if it did not.',
    title: 'Tell us what came of your mediation meeting',
    blocks: [
      tellUsWhatCameOfIt(meeting),
      aboutTheDecision(situation),
      ...ifItTookPlaceOrNot(meeting, situation),
      ...reachTheAdviser(situation),
      whatMediationIs(situation),
      ...(needed ? appealAfterCertificate(situation) : appealMeanwhile(situation)),
      ...whoElseCanHelp(situation),
    ],
  }
}

/** Who comes for the council, and whether they can decide (regulation 37): two working days before the meeting. */
function whoComes(situation: SituationOfFact): MessageWords {
  const { subject } = situation
  const meeting = required(plannedMeeting(subject), 'no meeting is planned', situation)
  const { attendance } = subject
  const mayDecide = attendance?.canDecide === true
  return {
    subject: `Who comes to your mediation meeting on ${meetingMoment(meeting)}`,
    preheader: mayDecide ? 'Who comes, and that they can decide.' : 'What we know, and what you can do.',
    title: 'Who comes to your mediation meeting',
    blocks: [
      paragraph(...whoComesSaid(subject)),
      aboutTheDecision(situation),
      meetingPanel(situation, meeting),
      ...(mayDecide
        ? []
        : [
            heading('What you can do'),
            list(
              'Ask us today who comes, and if they can decide.',
              'You can go to the meeting all the same. You can also ask for another day, with someone who can decide.',
              'If nobody comes who can decide, tell us. You can complain.',
            ),
          ]),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

/** Somebody did not come. Where the family did not, nothing follows by itself (J46). */
function meetingDidNotHappen(situation: SituationOfFact): MessageWords {
  const { missedOn, absent } = detailsOf(situation, 'meeting-missed')
  const day = formatDate(missedOn)
  const onlyFamily = absent.every((party) => party === 'family')
  const healthHadToCome = absent.includes('health-body') && hasHealthIssue(situation.subject)
  return {
    subject: `Your meeting of ${day} did not take place: what you can do now`,
    preheader: 'Another day can be found. Your time to appeal goes on.',
    title: 'Your mediation meeting did not take place',
    blocks: [
      paragraph(
        `Your mediation meeting on ${day} was not held.`,
        ...absent.map((party) => DID_NOT_COME[party]),
        ...(healthHadToCome ? ['The law says that it must: section 53 of the Children and Families Act 2014.'] : []),
        'If this is not right, tell us.',
      ),
      aboutTheDecision(situation),
      heading('What you can do'),
      list(
        'Ask for another day. Tell us or the mediation adviser which days are good for you.',
        'If you do not want mediation any more, tell the mediation adviser or us.',
        ...(onlyFamily ? ['You do not have to say why you did not come.'] : []),
        ...(onlyFamily || healthHadToCome ? [] : ['You can complain.']),
      ),
      paragraph('Nothing else changes by itself.', ...timeToArrangeGoesOn(situation)),
      ...(healthHadToCome ? howToComplain('health-body', situation) : []),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function timeToArrangeGoesOn({ dates: { mediation }, today }: SituationOfFact): string[] {
  const isOver = !mediation || today > mediation.lawDate
  return isOver ? [] : ['The time in which mediation must be arranged goes on too.']
}

/** The council asked the family to a meeting of its own. No Act knows it, and nothing waits for it. */
function anOfferToTalk(situation: SituationOfFact): MessageWords {
  const { askedOn, meetingOn } = detailsOf(situation, 'way-forward-meeting')
  return {
    subject: `We asked you on ${formatDate(askedOn)} to a meeting: it is your choice, and your time goes on`,
    preheader: 'What it is, what it is not, and what you can do without it.',
    title: 'A meeting with us is your choice',
    blocks: [
      paragraph(askedToTalk(askedOn, meetingOn), 'It can help to talk. But you do not have to.'),
      aboutTheDecision(situation),
      heading('What to know'),
      list(
        'It is no mediation. There is no independent mediator.',
        'It stops no time. Every day in our other messages stays.',
        'You can go to the mediation adviser, to mediation and to the Tribunal without it. It does not have to come first.',
        'If you go, you can bring somebody. Ask us to write down what we agree.',
      ),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}
