import { formatDate } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { appealLink } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** The Tribunal aims to answer in 10 working days (its own practice, not a time limit in law). */
const USUAL_ANSWER_WORKING_DAYS = 10

/** The Tribunal has the appeal: what it does next, and what else stays open. */
export function appealRegistered(situation: MessageSituation): MessageWords {
  const { dates, today } = situation
  const { receivedOn } = required(situation.subject.appeal, 'no appeal is recorded', situation)
  const answerBy = addWorkingDays(receivedOn, USUAL_ANSWER_WORKING_DAYS)
  const isAnswerOverdue = today > answerBy
  const late = dates.appeal.lateContact || receivedOn > dates.appeal.lawDate
  return {
    subject: `The Tribunal has had your appeal since ${formatDate(receivedOn)}: what happens next`,
    preheader: 'What the Tribunal does next, and who can help you.',
    title: 'The Tribunal has your appeal',
    blocks: [
      paragraph(
        `The Tribunal received your appeal on ${formatDate(receivedOn)}.`,
        isAnswerOverdue ? 'If the Tribunal has not written to you yet, ask it.' : 'You do not have to do anything now.',
      ),
      aboutTheDecision(situation),
      ...(late
        ? [
            heading('Your appeal may count as late'),
            paragraph('A judge decides if it can go ahead. The Tribunal may ask you for more about why it was late.'),
          ]
        : []),
      datePanel(
        isAnswerOverdue ? 'The Tribunal aimed to write to you by' : 'The Tribunal aims to write to you by',
        formatDate(answerBy),
        isAnswerOverdue ? 'It may have written to you already.' : 'If you hear nothing, ask the Tribunal.',
      ),
      heading('Why this day'),
      paragraph(
        `The Tribunal aims to answer within ${USUAL_ANSWER_WORKING_DAYS} working days of having your appeal.`,
        'It can take longer.',
      ),
      heading('What happens next'),
      list(
        'The Tribunal writes to you and to us with the dates of the case.',
        'We must send the Tribunal our answer.',
        'You get a copy of what we send.',
        'The Tribunal looks at both sides and decides.',
      ),
      paragraph(
        'You and we can still talk. You can also still use mediation or disagreement resolution.',
        'They are voluntary, free and confidential, and do not stop the appeal.',
      ),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}
