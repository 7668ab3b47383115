import type { CorrectableType, Fact, FactType } from '../../cases/fact.ts'
import { isCorrection, isNews } from '../../cases/facts.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { SituationOfFact } from '../message-situation.ts'

/** How a message that says where a case stands opens. */
interface OccasionWords {
  readonly opening: readonly string[]
  /** The line that mail programs show after the subject. */
  readonly preheader: string
}

/** What gives occasion for a first message: somebody hears of the case who has heard nothing of it before. */
const FIRST_MESSAGES = {
  'contact-details-changed': {
    opening: ['This message tells where the case stands, what comes next, and what you can do.'],
    preheader: 'What you can do now, the days ahead, and what we have on record.',
  },
  'history-complete': {
    opening: [
      'From now on you get our messages about this case.',
      'This message tells where the case stands, what comes next, and what you can do.',
    ],
    preheader: 'What you can do now, the days ahead, and what we have on record.',
  },
} as const satisfies Partial<Record<FactType, OccasionWords>>

const SEVERAL_FACTS: OccasionWords = {
  opening: [
    'We have learnt several things about your case.',
    'This message tells you all of them, and where your case stands now.',
  ],
  preheader: 'What we have learnt, what it changes, and what you can do now.',
}

const ONE_FACT: OccasionWords = {
  opening: ['We have learnt something new about your case.', 'Here is where your case stands now.'],
  preheader: SEVERAL_FACTS.preheader,
}

const CORRECTED: OccasionWords = {
  opening: ['We have put something right in your case.', 'Here is where your case stands now.'],
  preheader: 'What was wrong, what is right, and what you can do now.',
}

const CORRECTED_AND_LEARNT: OccasionWords = {
  opening: [
    'We have put something right in your case, and have learnt something new.',
    'This message tells you all of it, and where your case stands now.',
  ],
  preheader: 'What was wrong, what is right, and what you can do now.',
}

/** Why a family is told where its case stands: something was learnt, or a fact with a first message of its own. */
export type Occasion = 'facts-learnt' | keyof typeof FIRST_MESSAGES

/** The occasion of the message. */
export function occasionOf({ subject, about, news }: SituationOfFact): Occasion {
  const type = subject.facts.find(({ sequence }) => sequence === about)?.type
  return news.length === 0 && type && hasFirstMessage(type) ? type : 'facts-learnt'
}

function hasFirstMessage(type: FactType): type is keyof typeof FIRST_MESSAGES {
  return Object.hasOwn(FIRST_MESSAGES, type)
}

/** How the message opens. */
export function occasionWords(situation: SituationOfFact): OccasionWords {
  const occasion = occasionOf(situation)
  if (occasion !== 'facts-learnt') return FIRST_MESSAGES[occasion]
  if (correctionsTold(situation).length > 0) return factsLearnt(situation).length > 0 ? CORRECTED_AND_LEARNT : CORRECTED
  return factsLearnt(situation).length > 1 ? SEVERAL_FACTS : ONE_FACT
}

/** The corrections that the message tells, in the order of recording. */
export function correctionsTold({ subject, news }: SituationOfFact): readonly Sequence[] {
  return news.filter((told) => subject.facts.some(({ sequence, type }) => sequence === told && isCorrection(type)))
}

/** What was learnt, as it is right, in the order in which it happened. Nothing where the message is a first one. */
export function factsLearnt(situation: SituationOfFact): readonly Fact<CorrectableType>[] {
  const { about, news } = situation
  if (occasionOf(situation) !== 'facts-learnt') return []
  const learnt = news.length > 0 ? news : [about]
  return factsOfTheCase(situation).filter(({ sequence }) => learnt.includes(sequence))
}

/** Everything that happened in the case, in its order. What is about the record alone did not. */
export function factsOfTheCase({ subject }: Pick<SituationOfFact, 'subject'>): readonly Fact<CorrectableType>[] {
  return subject.facts.filter((fact): fact is Fact<CorrectableType> => isNews(fact.type) && !isCorrection(fact.type))
}
