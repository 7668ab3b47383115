import { formatDate } from '../../law/calendar-date.ts'
import { contactDetails, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { partyBegins } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { resolutionOf, whatResolutionIs, whoRunsResolution } from '../passages/resolution.ts'

/** Everybody agreed to disagreement resolution. The service that runs it arranges a meeting. */
export function resolutionAgreed(situation: SituationOfFact): MessageWords {
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
