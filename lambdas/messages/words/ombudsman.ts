import type { TakenToOmbudsman } from '../../cases/case.ts'
import { COUNCIL_OMBUDSMAN, HEALTH_OMBUDSMAN } from '../../guidance/sources.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph, webLink } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { OMBUDSMAN_RESULT_WORDS, OMBUDSMAN_WORDS } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { always, noDay } from './of-no-use.ts'

const ombudsmanHasDecided: NoUse = ({ subject }, about) =>
  subject.ombudsmen.some(({ of, decided }) => of === about && decided) ? 'done' : undefined

/** What the family took to an Ombudsman. */
export const OMBUDSMAN_MESSAGES = {
  'with-the-ombudsman': { write: withTheOmbudsman, noUse: ombudsmanHasDecided, callsPast: noDay },
  'what-the-ombudsman-decided': { write: whatTheOmbudsmanDecided, noUse: always, callsPast: noDay },
} satisfies SomeMessages

const ROUTE = 'Going to the Ombudsman'

/** We know that the family went there: it decides by itself, and no time to appeal stops. */
function withTheOmbudsman(situation: SituationOfFact): MessageWords {
  const { askedOn, ombudsman } = detailsOf(situation, 'ombudsman-asked')
  return {
    subject: `You went to the Ombudsman on ${formatDate(askedOn)}: what to keep in mind`,
    preheader: 'It is independent of us. It stops no time for an appeal.',
    title: 'You have gone to the Ombudsman',
    blocks: [
      paragraph(
        `Our records show that you went to ${OMBUDSMAN_WORDS[ombudsman]} on ${formatDate(askedOn)}.`,
        'If that is not right, tell us.',
      ),
      aboutTheCase(situation),
      paragraph(
        'The Ombudsman is free and independent. It decides by itself what it looks at, and how long that takes.',
      ),
      paragraph(
        'The Ombudsman does not look at what you could take, or have taken, to the Tribunal.',
        'So if you can appeal about it, appeal.',
      ),
      sourceOf(ombudsman),
      ...appealBeside(situation, ROUTE),
      ...whoCanHelp(situation),
    ],
  }
}

/** The decision and, where something is to be put right, by which day. */
function whatTheOmbudsmanDecided(situation: SituationOfFact): MessageWords {
  const { of, decidedOn, result, remedyBy } = detailsOf(situation, 'ombudsman-decided')
  const taken = situation.subject.ombudsmen.find((one) => one.of === of)
  const { ombudsman } = required(taken, `the fact ${of} took nothing to an Ombudsman`, situation)
  return {
    subject: `The Ombudsman decided on ${formatDate(decidedOn)}: what comes next`,
    preheader: 'What it found, and what is to be done.',
    title: 'The Ombudsman has decided',
    blocks: [
      paragraph(
        `The decision of ${OMBUDSMAN_WORDS[ombudsman]} is dated ${formatDate(decidedOn)}.`,
        OMBUDSMAN_RESULT_WORDS[result],
        'If we have this wrong, tell us. Its own letter counts.',
      ),
      aboutTheCase(situation),
      ...(result === 'fault-and-remedy' ? remedy(remedyBy, situation) : []),
      heading('If you do not agree with the decision'),
      paragraph('Its letter says how you can ask for it to be looked at again, and by when.'),
      sourceOf(ombudsman),
      ...appealBeside(situation, ROUTE),
      ...whoCanHelp(situation),
    ],
  }
}

function remedy(
  remedyBy: ReturnType<typeof detailsOf<'ombudsman-decided'>>['remedyBy'],
  { today }: SituationOfFact,
): Block[] {
  return [
    heading('What is to be put right'),
    ...(remedyBy
      ? [
          datePanel(
            today > remedyBy ? 'It was to be done by' : 'It is to be done by',
            formatDate(remedyBy),
            'The Ombudsman sets this day in its decision.',
          ),
        ]
      : []),
    list(
      'The decision says what is to be done, and by whom.',
      remedyBy
        ? 'If it is not done by its day, tell us, and tell the Ombudsman.'
        : 'If it is not done, tell us, and tell the Ombudsman.',
    ),
  ]
}

function sourceOf(ombudsman: TakenToOmbudsman['ombudsman']): Block {
  const { title, url } = ombudsman === 'council' ? COUNCIL_OMBUDSMAN : HEALTH_OMBUDSMAN
  return webLink(title, url)
}
