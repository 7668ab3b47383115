import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type Block, datePanel, heading, list, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealLink } from './appeal.ts'
import { appealStanding } from './appeal-standing.ts'
import { whyThisDay } from './reasons.ts'
import { responsePanel } from './tribunal.ts'

/** The Tribunal aims to answer in 10 working days (its own practice, not a time limit in law). */
const USUAL_ANSWER_WORKING_DAYS = 10

/** The Tribunal's page, for a family whose appeal is there. */
export function aboutTheTribunal(): Block {
  return appealLink('About appeals and how to reach the Tribunal (GOV.UK)')
}

/** An appeal that is late, or has no certificate though it needs one, goes ahead if a judge lets it. */
export function ifItIsLate({ subject, dates }: MessageSituation): Block[] {
  const isLate = appealStanding(subject, dates)?.isLate ?? false
  switch (subject.appeal?.letGoAhead ?? (isLate ? 'not-yet' : undefined)) {
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

/** The day for the council's response, and why it is that day. */
export function ourResponse(response: Deadline, situation: MessageSituation): Block[] {
  return [responsePanel(response, situation), ...whyThisDay(response, situation.today)]
}

/** Whether the Tribunal has had an appeal for longer than it usually takes to answer, and has not been heard of. */
export function isAnswerOverdue({ dates, today }: MessageSituation, receivedOn: CalendarDate): boolean {
  return !dates.response && today > answerBy(receivedOn)
}

function answerBy(receivedOn: CalendarDate): CalendarDate {
  return addWorkingDays(receivedOn, USUAL_ANSWER_WORKING_DAYS)
}

/** While the Tribunal's letter is not there, nobody knows by when the council has to respond. */
export function answerOfTheTribunal(situation: MessageSituation, receivedOn: CalendarDate): Block[] {
  const isOverdue = isAnswerOverdue(situation, receivedOn)
  return [
    datePanel(
      isOverdue ? 'The Tribunal aimed to write to you by' : 'The Tribunal aims to write to you by',
      formatDate(answerBy(receivedOn)),
      isOverdue ? 'It may have written to you already.' : 'If you hear nothing, ask the Tribunal.',
    ),
    heading('Why this day'),
    paragraph(
      `The Tribunal aims to answer within ${USUAL_ANSWER_WORKING_DAYS} working days of having your appeal.`,
      'It can take longer.',
    ),
  ]
}

/** What happens until the council has responded. */
export function beforeOurResponse(): Block[] {
  return [
    heading('What happens next'),
    list(
      'The Tribunal writes to you and to us with the dates of the case. Keep to the dates in its letter.',
      'We must send the Tribunal our response. It says what we think of your appeal, and why.',
      'You get a copy of what we send.',
      'The Tribunal looks at both sides and decides.',
    ),
  ]
}

/** That the council has responded, a sentence each. */
export function weResponded(sentOn: CalendarDate): string[] {
  return [
    `We sent the Tribunal our response to your appeal on ${formatDate(sentOn)}.`,
    'You get a copy. If you do not have it, ask us for it.',
  ]
}

/** A response that has been sent, where something else is told: that it was, whether it was late, and what happens next. */
export function ourResponseIsThere(sentOn: CalendarDate, situation: MessageSituation): Block[] {
  return [paragraph(...weResponded(sentOn)), ...ifOurResponseWasLate(situation, sentOn), ...afterOurResponse()]
}

/** What the family does with the response, and what the Tribunal does next. */
export function afterOurResponse(): Block[] {
  return [
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
  ]
}

/** That the council's response is late, as far as its records show, a sentence each. */
export function ourResponseIsLate(): string[] {
  return [
    'We had to send the Tribunal our response to your appeal. Our records do not show that we did.',
    'We are sorry. Your appeal goes on.',
  ]
}

/** Nothing where the response was in time. */
export function ifOurResponseWasLate({ dates }: MessageSituation, sentOn: CalendarDate): Block[] {
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

/** What the family does while the council's response is late. */
export function withoutOurResponse(): Block[] {
  return [
    heading('What to do'),
    list(
      'If you have a copy of our response, tell us. Then you do not have to do anything.',
      'If not, you can write to the Tribunal. Say that you have no response, and ask what it will do.',
      'Go on with your side. Keep to the dates in the letters of the Tribunal.',
    ),
  ]
}
