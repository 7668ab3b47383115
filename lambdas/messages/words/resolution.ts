import { formatDate } from '../../law/calendar-date.ts'
import { aboutCalendarFile, contactDetails, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { partyBegins, RESOLUTION_RESULT_WORDS } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingMoment } from '../passages/meeting.ts'
import { whatElseYouCanDo } from '../passages/other-routes.ts'
import {
  FAMILY_IN_WORDS,
  type FamilyIn,
  familyIn,
  meetingCalledOff,
  refusal,
  resolutionMeetingPanel,
  resolutionOf,
  saidNo,
  untilItsMeeting,
  whatItIsAbout,
  whatResolutionIs,
  whatWasAgreed,
  whoAgrees,
  whoRunsResolution,
} from '../passages/resolution.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { always, any, noDay } from './of-no-use.ts'

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

/** Disagreement resolution, in the order in which it goes. */
export const RESOLUTION_MESSAGES = {
  'resolution-asked': { write: resolutionAsked, noUse: resolutionIsOver, callsPast: noDay },
  'resolution-agreed': {
    write: resolutionAgreed,
    noUse: any(resolutionIsOver, resolutionHasMeeting),
    callsPast: noDay,
  },
  'resolution-invitation': {
    write: resolutionInvitation,
    noUse: any(resolutionIsOver, resolutionMeetingIsOver),
    callsPast: noDay,
  },
  'resolution-declined': { write: resolutionDeclined, noUse: always, callsPast: noDay },
  'resolution-ended': { write: resolutionEnded, noUse: always, callsPast: noDay },
} satisfies SomeMessages

/** Somebody asked for disagreement resolution. Everybody who would take part is asked whether they agree. */
function resolutionAsked(situation: SituationOfFact): MessageWords {
  const { about, council } = situation
  const resolution = resolutionOf(about, situation)
  const day = formatDate(resolution.askedOn)
  const part = familyIn(resolution)
  const words = WORDS[part]
  const { opening, whatToDo } = FAMILY_IN_WORDS[part]
  return {
    subject: words.subject(day),
    preheader: 'What it is, who has to agree, and what you can do.',
    title: words.title,
    blocks: [
      paragraph(`${partyBegins(resolution.askedBy)} asked for disagreement resolution on ${day}.`, opening),
      aboutTheCase(situation),
      whatItIsAbout(resolution),
      ...whatResolutionIs(),
      ...whoAgrees(resolution),
      heading('What to do'),
      list(...whatToDo),
      contactDetails(whoRunsResolution(council)),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
  }
}

interface Told {
  readonly subject: (day: string) => string
  readonly title: string
}

const WORDS: Readonly<Record<FamilyIn, Told>> = {
  asked: {
    subject: (day) => `You asked for disagreement resolution on ${day}: what happens next`,
    title: 'You asked for disagreement resolution',
  },
  'is-asked': {
    subject: (day) => `Disagreement resolution was asked for on ${day}: tell us if you want it`,
    title: 'Do you want disagreement resolution?',
  },
  answered: {
    subject: (day) => `Disagreement resolution was asked for on ${day}: what happens next`,
    title: 'Disagreement resolution was asked for',
  },
  'takes-no-part': {
    subject: (day) => `Disagreement resolution was asked for on ${day}: what it means for you`,
    title: 'Disagreement resolution was asked for',
  },
}

/** Everybody agreed to disagreement resolution. The service that runs it arranges a meeting. */
function resolutionAgreed(situation: SituationOfFact): MessageWords {
  const { about, council, subject } = situation
  const resolution = resolutionOf(about, situation)
  const lastAnswer = subject.facts.findLast(
    (fact) => fact.type === 'disagreement-resolution-answered' && fact.details.of === about,
  )
  const agreedOn =
    lastAnswer?.type === 'disagreement-resolution-answered' ? lastAnswer.details.answeredOn : resolution.askedOn
  return {
    subject: `Disagreement resolution: everyone agreed on ${formatDate(agreedOn)}, what to do next`,
    preheader: 'Tell the service which days are good for you.',
    title: 'Everyone agreed to disagreement resolution',
    blocks: [
      paragraph(
        `On ${formatDate(agreedOn)} the last of those who take part agreed to disagreement resolution.`,
        'Now the service that runs it arranges a meeting.',
      ),
      aboutTheCase(situation),
      heading('Who takes part'),
      list(...resolution.parties.map(partyBegins)),
      heading('What to do'),
      untilItsMeeting(),
      contactDetails(whoRunsResolution(council)),
      paragraph('We will write to tell you the day of the meeting.'),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
  }
}

/** The meeting has a day, or another day than before, with an entry for the calendar. */
function resolutionInvitation(situation: SituationOfFact): MessageWords {
  const { about, council, subject, words } = situation
  const { of, ...meeting } = detailsOf(situation, 'disagreement-resolution-meeting')
  const resolution = resolutionOf(of, situation)
  const before = subject.facts.findLast(
    (fact) =>
      fact.type === 'disagreement-resolution-meeting' && fact.details.of === resolution.of && fact.sequence < about,
  )
  return {
    subject: `Your disagreement resolution meeting is on ${meetingMoment(meeting)}`,
    preheader: 'Where it is, who can come with you, and what to do if you cannot come.',
    blocks: [
      before?.type === 'disagreement-resolution-meeting'
        ? paragraph(
            'We are writing because the day of your disagreement resolution meeting has changed.',
            `Before, we told you ${meetingMoment(before.details)}.`,
          )
        : paragraph('We are writing to tell you the day of your disagreement resolution meeting.'),
      aboutTheCase(situation),
      resolutionMeetingPanel(meeting, words.place),
      aboutCalendarFile('You can add the meeting to your calendar with the file in this email.'),
      heading('For the meeting'),
      list(
        'You can bring someone to help you: a friend, a relative or an adviser.',
        'Write down what you disagree with and what you would like instead.',
        'If you agree on something, ask for it in writing, with a day for each thing.',
        'Cannot come on that day? Tell the service that runs it as soon as you can.',
      ),
      contactDetails(whoRunsResolution(council)),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
    calendar: {
      type: 'resolution-meeting',
      method: 'REQUEST',
      meeting,
      of,
      ...(words.place && { place: words.place }),
    },
  }
}

/** Somebody does not take part, so disagreement resolution does not take place: nobody can be made to. */
function resolutionDeclined(situation: SituationOfFact): MessageWords {
  const { of } = detailsOf(situation, 'disagreement-resolution-answered')
  const { askedOn } = resolutionOf(of, situation)
  const { party, answeredOn } = required(refusal(situation.subject, of), 'nobody has refused to take part', situation)
  const day = formatDate(answeredOn)
  return {
    subject: `No disagreement resolution after the answer of ${day}: what you can do`,
    preheader: 'Why it does not take place, and the other ways that you have.',
    title: 'Disagreement resolution does not take place',
    blocks: [
      paragraph(`Disagreement resolution was asked for on ${formatDate(askedOn)}.`, ...saidNo({ party, answeredOn })),
      aboutTheCase(situation),
      heading('What else you can do'),
      whatElseYouCanDo(situation),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
  }
}

/** What came of a disagreement resolution, and what stays open. */
function resolutionEnded(situation: SituationOfFact): MessageWords {
  const { of, endedOn, result } = detailsOf(situation, 'disagreement-resolution-ended')
  const resolution = resolutionOf(of, situation)
  const day = formatDate(endedOn)
  const words = RESOLUTION_RESULT_WORDS[result]
  const agreed = result === 'agreed' || result === 'partly-agreed'
  const calledOff = meetingCalledOff(resolution, result, situation)
  return {
    subject: `Disagreement resolution ended on ${day}: what you can do next`,
    preheader: 'What came of it, and what you can do now.',
    title: words.title,
    blocks: [
      paragraph(`Disagreement resolution ended on ${day}. ${words.meaning}`, 'If we have this wrong, tell us today.'),
      aboutTheCase(situation),
      ...(calledOff
        ? [
            paragraph(`Your meeting on ${meetingMoment(calledOff)} will not take place.`),
            aboutCalendarFile('The file in this email takes the meeting out of your calendar.'),
          ]
        : []),
      ...(agreed ? whatWasAgreed() : []),
      ...(result === 'agreed' ? [] : [heading('What else you can do'), whatElseYouCanDo(situation)]),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
    ...(calledOff && {
      calendar: { type: 'resolution-meeting', method: 'CANCEL', meeting: calledOff, of } as const,
    }),
  }
}
