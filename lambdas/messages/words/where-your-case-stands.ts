import type { CorrectableType, Fact } from '../../cases/fact.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { statementsOf } from '../passages/recorded-facts.ts'

/** One message for several things that were learnt late, and the first of somebody who hears of the case in its middle. */
export function whereYourCaseStands(situation: SituationOfFact): MessageWords {
  const { subject, news, today } = situation
  const told = subject.facts.filter(({ sequence }) => news.includes(sequence)) as Fact<CorrectableType>[]
  return {
    subject: `Where your case stands on ${formatDate(today)}: please read it`,
    preheader: 'What we have on record, the days ahead, and what to do.',
    title: 'Where your case stands',
    blocks: [
      paragraph('We have learnt several things about your case. Here is where it stands now.'),
      aboutTheDecision(situation),
      heading('What we have on record'),
      list(...told.flatMap((fact) => statementsOf(fact))),
      ...appealBeside(situation, 'This'),
      ...whoCanHelp(situation),
    ],
  }
}
