import type { Resolution } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, contactDetails, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { partyBegins, RESOLUTION_OCCASION_WORDS, RESOLUTION_SUBJECT_WORDS } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { resolutionOf, whatResolutionIs, whoRunsResolution } from '../passages/resolution.ts'

/** Somebody asked for disagreement resolution. Everybody who would take part is asked whether they agree. */
export function resolutionAsked(situation: SituationOfFact): MessageWords {
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
