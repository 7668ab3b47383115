import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealLink } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingStillStands } from '../passages/meeting.ts'
import { stillOpenBesideTheAppeal } from '../passages/tribunal.ts'

/** The Tribunal has both sides. */
export function councilHasResponded(situation: SituationOfFact): MessageWords {
  const { sentOn } = detailsOf(situation, 'response-sent')
  return {
    subject: `We sent the Tribunal our response on ${formatDate(sentOn)}: what happens next`,
    preheader: 'What to look for in our response, and what the Tribunal does next.',
    title: 'The Tribunal has our response to your appeal',
    blocks: [
      paragraph(
        `We sent the Tribunal our response to your appeal on ${formatDate(sentOn)}.`,
        'You get a copy. If you do not have it, ask us for it.',
      ),
      aboutTheDecision(situation),
      ...late(situation, sentOn),
      heading('What to do'),
      list(
        'Read our response. Write down what is not right in it.',
        'Look in the letters of the Tribunal for the dates by which it wants more from you.',
        'Collect what helps your case, for example letters from the school or from a doctor.',
      ),
      heading('What happens next'),
      list(
        'The Tribunal may ask you or us for more.',
        'It tells you if there is a hearing, and when. You can bring someone to help you.',
        'It looks at both sides and decides. It writes to you.',
      ),
      ...meetingStillStands(situation),
      stillOpenBesideTheAppeal(),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}

function late({ dates }: SituationOfFact, sentOn: string): Block[] {
  const { response } = dates
  if (!response || sentOn <= response.lawDate) return []
  return [
    heading('Our response was late'),
    paragraph(
      `We had to send it by 5pm on ${formatDate(response.lawDate)}. We are sorry.`,
      'The Tribunal decides if it looks at it all the same.',
    ),
  ]
}
