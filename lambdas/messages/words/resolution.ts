import type { Case, Resolution } from '../../cases/case.ts'
import type { FactDetails } from '../../cases/fact.ts'
import type { ResolutionResult } from '../../cases/resolution/closed-words.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import {
  aboutCalendarFile,
  type Block,
  contactDetails,
  datePanel,
  heading,
  list,
  type MessageWords,
  paragraph,
} from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import {
  MEETING_FORMAT_WORDS,
  partyBegins,
  RESOLUTION_OCCASION_WORDS,
  RESOLUTION_RESULT_WORDS,
  RESOLUTION_SUBJECT_WORDS,
} from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingMoment } from '../passages/meeting.ts'
import { whatElseYouCanDo } from '../passages/other-routes.ts'
import { resolutionOf, whatResolutionIs, whoRunsResolution } from '../passages/resolution.ts'
import type { SomeWords } from './message-words.ts'

/** Disagreement resolution, in the order in which it goes. */
export const RESOLUTION_WORDS = {
  'resolution-asked': resolutionAsked,
  'resolution-agreed': resolutionAgreed,
  'resolution-invitation': resolutionInvitation,
  'resolution-declined': resolutionDeclined,
  'resolution-ended': resolutionEnded,
} satisfies SomeWords

/** Somebody asked for disagreement resolution. Everybody who would take part is asked whether they agree. */
function resolutionAsked(situation: SituationOfFact): MessageWords {
  const { about, council } = situation
  const resolution = resolutionOf(about, situation)
  const day = formatDate(resolution.askedOn)
  const words = WORDS[familyIn(resolution)]
  return {
    subject: words.subject(day),
    preheader: 'What it is, who has to agree, and what you can do.',
    title: words.title,
    blocks: [
      paragraph(`${partyBegins(resolution.askedBy)} asked for disagreement resolution on ${day}.`, words.opening),
      aboutTheCase(situation),
      paragraph(
        `The disagreement is about ${RESOLUTION_SUBJECT_WORDS[resolution.about]}.`,
        RESOLUTION_OCCASION_WORDS[resolution.occasion],
      ),
      ...whatResolutionIs(),
      ...whoAgrees(resolution),
      heading('What to do'),
      list(...words.whatToDo),
      contactDetails(whoRunsResolution(council)),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
  }
}

function whoAgrees({ parties, answers }: Resolution): Block[] {
  const answerOf = (party: (typeof parties)[number]) => answers.find((answer) => answer.party === party)
  return [
    heading('Who would take part'),
    list(
      ...parties.map((party) => {
        const answer = answerOf(party)
        return `${partyBegins(party)}: ${answer ? (answer.agrees ? 'yes' : 'no') : 'no answer yet'}`
      }),
    ),
  ]
}

type FamilyIn = 'asked' | 'is-asked' | 'answered' | 'takes-no-part'

/** What the family has to do with it: whether it asked, is asked, has answered, or the others are among themselves. */
function familyIn({ askedBy, parties, answers }: Resolution): FamilyIn {
  if (askedBy === 'family') return 'asked'
  if (!parties.includes('family')) return 'takes-no-part'
  return answers.some(({ party }) => party === 'family') ? 'answered' : 'is-asked'
}

interface ForTheFamily {
  readonly subject: (day: string) => string
  readonly title: string
  readonly opening: string
  readonly whatToDo: readonly string[]
}

const NOTHING_TO_DO = [
  'You do not have to do anything now. We tell you when everyone has answered.',
  'You can change your mind at any time.',
]

const WORDS: Readonly<Record<FamilyIn, ForTheFamily>> = {
  asked: {
    subject: (day) => `You asked for disagreement resolution on ${day}: what happens next`,
    title: 'You asked for disagreement resolution',
    opening: 'Now the others say if they agree to take part.',
    whatToDo: NOTHING_TO_DO,
  },
  'is-asked': {
    subject: (day) => `Disagreement resolution was asked for on ${day}: tell us if you want it`,
    title: 'Do you want disagreement resolution?',
    opening: 'It can only take place if you agree to it too.',
    whatToDo: [
      'Tell us if you want to take part. You do not have to, and you can ask questions first.',
      'If you say no, nothing changes for you.',
    ],
  },
  answered: {
    subject: (day) => `Disagreement resolution was asked for on ${day}: what happens next`,
    title: 'Disagreement resolution was asked for',
    opening: 'Now the others say if they agree to take part.',
    whatToDo: NOTHING_TO_DO,
  },
  'takes-no-part': {
    subject: (day) => `Disagreement resolution was asked for on ${day}: what it means for you`,
    title: 'Disagreement resolution was asked for',
    opening: 'You are not one of those who would take part.',
    whatToDo: ['If you want to take part, tell us today.', 'If not, you do not have to do anything.'],
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
      list(
        'Tell the service which days and places are good for you.',
        'Say what you need, for example an interpreter or a room with step-free access.',
        'Write down what you disagree with and what you would like instead.',
      ),
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
      datePanel(
        'Your disagreement resolution meeting is on',
        meetingMoment(meeting),
        MEETING_FORMAT_WORDS[meeting.format],
        words.place ? `Where: ${words.place}` : 'The service that runs it will tell you where, or how to join.',
      ),
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
      paragraph(
        `Disagreement resolution was asked for on ${formatDate(askedOn)}.`,
        party === 'family'
          ? `You said on ${day} that you do not want to take part. That is fine.`
          : `${partyBegins(party)} said no on ${day}. So it does not take place.`,
        'Nobody has to take part.',
      ),
      aboutTheCase(situation),
      heading('What else you can do'),
      whatElseYouCanDo(situation),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
  }
}

/** The first no that stands. The stage may have heard another answer after it. */
function refusal(
  { facts, resolutions }: Case,
  of: Sequence,
): FactDetails['disagreement-resolution-answered'] | undefined {
  const refused = resolutions.find((one) => one.of === of)?.answers.find(({ agrees }) => !agrees)
  const fact = facts.findLast(
    ({ type, details }) =>
      type === 'disagreement-resolution-answered' && details.of === of && details.party === refused?.party,
  )
  return fact?.type === 'disagreement-resolution-answered' ? fact.details : undefined
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

/** A meeting that was fixed for a day still ahead. */
function meetingCalledOff(
  { meeting }: Resolution,
  result: ResolutionResult,
  { today }: SituationOfFact,
): Resolution['meeting'] {
  return result === 'not-held' && meeting && meeting.meetingOn >= today ? meeting : undefined
}

/** No time in law follows from it, so the parties' own days are all there is. */
function whatWasAgreed(): Block[] {
  return [
    heading('What was agreed'),
    list(
      'Ask for it in writing, with a day for each thing. The law sets no day here.',
      'Check that each thing is done by its day.',
      'If something is not done, tell us. You can also complain.',
    ),
  ]
}
