import type { Case } from '../../cases/case.ts'
import type { FactDetails } from '../../cases/fact.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { heading, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { partyBegins } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whatElseYouCanDo } from '../passages/other-routes.ts'
import { resolutionOf, whatResolutionIs } from '../passages/resolution.ts'

/** Somebody does not take part, so disagreement resolution does not take place: nobody can be made to. */
export function resolutionDeclined(situation: SituationOfFact): MessageWords {
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
