import type { Case, Resolution } from '../../cases/case.ts'
import type { ContactPoint, Council } from '../../cases/council.ts'
import type { FactDetails } from '../../cases/fact.ts'
import type { MeetingDetails } from '../../cases/meeting/meetings.ts'
import type { ResolutionResult } from '../../cases/resolution/closed-words.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import {
  type Block,
  type DatePanel,
  datePanel,
  heading,
  type List,
  list,
  type Paragraph,
  paragraph,
} from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import {
  MEETING_FORMAT_WORDS,
  partyBegins,
  RESOLUTION_OCCASION_WORDS,
  RESOLUTION_SUBJECT_WORDS,
} from './closed-words.ts'
import { meetingMoment } from './meeting.ts'

/** What disagreement resolution is, with no push towards it (SEND Code of Practice 11.6 to 11.10). */
export function whatResolutionIs(): Paragraph[] {
  return [
    paragraph(
      'In disagreement resolution an independent person helps you and the others to agree.',
      'That person does not work for the council.',
      'It is voluntary, free and confidential. It only takes place if everyone agrees to it.',
    ),
    paragraph('It gives you no certificate. It does not stop the time for an appeal.'),
  ]
}

/** Who runs it. */
export function whoRunsResolution({ providers }: Pick<Council, 'providers'>): ContactPoint {
  return providers.disagreementResolution ?? providers.mediationAdviser
}

/** The disagreement resolution that the fact `of` asked for. */
export function resolutionOf(of: Sequence, situation: MessageSituation): Resolution {
  const resolution = situation.subject.resolutions.find((one) => one.of === of)
  return required(resolution, `the fact ${of} asked for no disagreement resolution`, situation)
}

/** What a disagreement resolution is about, and when it comes about. */
export function whatItIsAbout({ about, occasion }: Resolution): Paragraph {
  return paragraph(`The disagreement is about ${RESOLUTION_SUBJECT_WORDS[about]}.`, RESOLUTION_OCCASION_WORDS[occasion])
}

/** Who would take part, and who has answered. */
export function whoAgrees({ parties, answers }: Resolution): Block[] {
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

export type FamilyIn = 'asked' | 'is-asked' | 'answered' | 'takes-no-part'

/** What the family has to do with it: whether it asked, is asked, has answered, or the others are among themselves. */
export function familyIn({ askedBy, parties, answers }: Resolution): FamilyIn {
  if (askedBy === 'family') return 'asked'
  if (!parties.includes('family')) return 'takes-no-part'
  return answers.some(({ party }) => party === 'family') ? 'answered' : 'is-asked'
}

const NOTHING_TO_DO = [
  'You do not have to do anything now. We tell you when everyone has answered.',
  'You can change your mind at any time.',
]

interface FamilyInWords {
  readonly opening: string
  readonly whatToDo: readonly string[]
}

/** What that means for the family. */
export const FAMILY_IN_WORDS: Readonly<Record<FamilyIn, FamilyInWords>> = {
  asked: {
    opening: 'Now the others say if they agree to take part.',
    whatToDo: NOTHING_TO_DO,
  },
  'is-asked': {
    opening: 'It can only take place if you agree to it too.',
    whatToDo: [
      'Tell us if you want to take part. You do not have to, and you can ask questions first.',
      'If you say no, nothing changes for you.',
    ],
  },
  answered: {
    opening: 'Now the others say if they agree to take part.',
    whatToDo: NOTHING_TO_DO,
  },
  'takes-no-part': {
    opening: 'You are not one of those who would take part.',
    whatToDo: ['If you want to take part, tell us today.', 'If not, you do not have to do anything.'],
  },
}

/** What everybody who takes part does before the meeting. */
export function untilItsMeeting(): List {
  return list(
    'Tell the service which days and places are good for you.',
    'Say what you need, for example an interpreter or a room with step-free access.',
    'Write down what you disagree with and what you would like instead.',
  )
}

/** A meeting that is to come. @param place where it is, as far as that is known */
export function resolutionMeetingPanel(meeting: MeetingDetails, place: string | undefined): DatePanel {
  return datePanel(
    'Your disagreement resolution meeting is on',
    meetingMoment(meeting),
    MEETING_FORMAT_WORDS[meeting.format].ahead,
    place ? `Where: ${place}` : 'The service that runs it will tell you where, or how to join.',
  )
}

/** That somebody does not take part, a sentence each. */
export function saidNo({ party, answeredOn }: Pick<Answer, 'party' | 'answeredOn'>): string[] {
  const day = formatDate(answeredOn)
  return [
    party === 'family'
      ? `You said on ${day} that you do not want to take part. That is fine.`
      : `${partyBegins(party)} said no on ${day}. So it does not take place.`,
    'Nobody has to take part.',
  ]
}

type Answer = FactDetails['disagreement-resolution-answered']

/** The first no that stands. The stage may have heard another answer after it. */
export function refusal({ facts, resolutions }: Case, of: Sequence): Answer | undefined {
  const refused = resolutions.find((one) => one.of === of)?.answers.find(({ agrees }) => !agrees)
  const fact = facts.findLast(
    ({ type, details }) =>
      type === 'disagreement-resolution-answered' && details.of === of && details.party === refused?.party,
  )
  return fact?.type === 'disagreement-resolution-answered' ? fact.details : undefined
}

/** A meeting that was fixed for a day still ahead. */
export function meetingCalledOff(
  { meeting }: Resolution,
  result: ResolutionResult,
  { today }: MessageSituation,
): Resolution['meeting'] {
  return result === 'not-held' && meeting && meeting.meetingOn >= today ? meeting : undefined
}

/** No time in law follows from it, so the parties' own days are all there is. */
export function whatWasAgreed(): Block[] {
  return [
    heading('What was agreed'),
    list(
      'Ask for it in writing, with a day for each thing. The law sets no day here.',
      'Check that each thing is done by its day.',
      'If something is not done, tell us. You can also complain.',
    ),
  ]
}
