import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealLink } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { responsePanel, stillOpenBesideTheAppeal } from '../passages/tribunal.ts'

/** The council's response is late, as far as its records show. What follows is for the Tribunal to say (rule 8). */
export function responseOverdue(situation: SituationOfFact): MessageWords {
  const response = required(situation.dates.response, 'the response has no day', situation)
  const { today, council } = situation
  const day = formatDate(response.lawDate)
  return {
    subject: `Our response to your appeal was due by ${day}: what you can do`,
    preheader: 'Your appeal goes on. What the Tribunal can do, and what you can do.',
    title: 'Our response to your appeal is late',
    blocks: [
      paragraph(
        'We had to send the Tribunal our response to your appeal. Our records do not show that we did.',
        'We are sorry. Your appeal goes on.',
      ),
      aboutTheDecision(situation),
      responsePanel(response, situation),
      ...whyThisDay(response, today),
      heading('What happens next'),
      list(
        'The Tribunal says what follows. It can order us to respond.',
        'It can also stop us from taking part, and decide without our side.',
        `We have passed it to ${council.contacts.officer.name} today.`,
      ),
      heading('What to do'),
      list(
        'If you have a copy of our response, tell us. Then you do not have to do anything.',
        'If not, you can write to the Tribunal. Say that you have no response, and ask what it will do.',
        'Go on with your side. Keep to the dates in the letters of the Tribunal.',
      ),
      stillOpenBesideTheAppeal(),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}
