import type { LetGoAhead } from '../../cases/tribunal/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealLink } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingStillStands } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { responsePanel, stillOpenBesideTheAppeal } from '../passages/tribunal.ts'

/** The Tribunal aims to answer in 10 working days (its own practice, not a time limit in law). */
const USUAL_ANSWER_WORKING_DAYS = 10

/** The Tribunal has the appeal: what it and the council do next and by when, and what else stays open. */
export function appealAtTribunal(situation: SituationOfFact): MessageWords {
  const { dates, today } = situation
  const { receivedOn, letGoAhead } = required(situation.subject.appeal, 'no appeal is recorded', situation)
  const answerBy = addWorkingDays(receivedOn, USUAL_ANSWER_WORKING_DAYS)
  const isAnswerOverdue = !dates.response && today > answerBy
  const late = dates.appeal.lateContact || receivedOn > dates.appeal.lawDate
  return {
    subject:
      dates.response && today <= dates.response.lawDate
        ? `The Tribunal has your appeal: we must send our response by ${formatDate(dates.response.lawDate)}`
        : `The Tribunal has had your appeal since ${formatDate(receivedOn)}: what happens next`,
    preheader: 'What the Tribunal does next, what we must do, and who can help you.',
    title: 'The Tribunal has your appeal',
    blocks: [
      paragraph(
        `The Tribunal received your appeal on ${formatDate(receivedOn)}.`,
        isAnswerOverdue ? 'If the Tribunal has not written to you yet, ask it.' : 'You do not have to do anything now.',
      ),
      aboutTheDecision(situation),
      ...ifItIsLate(letGoAhead ?? (late ? 'not-yet' : undefined), late),
      ...(dates.response ? ourResponse(dates.response, situation) : answerOfTheTribunal(answerBy, isAnswerOverdue)),
      heading('What happens next'),
      list(
        'The Tribunal writes to you and to us with the dates of the case. Keep to the dates in its letter.',
        'We must send the Tribunal our response. It says what we think of your appeal, and why.',
        'You get a copy of what we send.',
        'The Tribunal looks at both sides and decides.',
      ),
      ...meetingStillStands(situation),
      stillOpenBesideTheAppeal(),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}

/** An appeal that is late, or has no certificate though it needs one, goes ahead if a judge lets it. */
function ifItIsLate(letGoAhead: LetGoAhead | undefined, isLate: boolean): Block[] {
  switch (letGoAhead) {
    case undefined:
      return []
    case 'yes':
      return [heading('Your appeal goes ahead'), paragraph('The Tribunal has let your appeal go ahead.')]
    case 'not-yet':
      return isLate
        ? [
            heading('Your appeal may count as late'),
            paragraph('A judge decides if it can go ahead. The Tribunal may ask you for more about why it was late.'),
          ]
        : [
            heading('A judge decides if your appeal goes ahead'),
            paragraph('The Tribunal may ask you for your mediation certificate, or why you have none.'),
          ]
  }
}

function ourResponse(response: Deadline, situation: SituationOfFact): Block[] {
  return [responsePanel(response, situation), ...whyThisDay(response, situation.today)]
}

/** While the Tribunal's letter is not there, nobody knows by when the council has to respond. */
function answerOfTheTribunal(answerBy: CalendarDate, isOverdue: boolean): Block[] {
  return [
    datePanel(
      isOverdue ? 'The Tribunal aimed to write to you by' : 'The Tribunal aims to write to you by',
      formatDate(answerBy),
      isOverdue ? 'It may have written to you already.' : 'If you hear nothing, ask the Tribunal.',
    ),
    heading('Why this day'),
    paragraph(
      `The Tribunal aims to answer within ${USUAL_ANSWER_WORKING_DAYS} working days of having your appeal.`,
      'It can take longer.',
    ),
  ]
}
