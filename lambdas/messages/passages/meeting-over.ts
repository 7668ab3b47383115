import type { Meeting } from '../../cases/case.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Block, datePanel, heading, list, type Paragraph, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { certificateIsNeeded } from './appeal-state.ts'
import { certificateDate, certificatePanel } from './certificate.ts'
import { meetingMoment } from './meeting.ts'
import { whyThisDay } from './reasons.ts'

/** The meeting goes on another day. */
export function didNotFinish(adjournedOn: CalendarDate): string {
  return `Your mediation meeting on ${formatDate(adjournedOn)} did not finish. It goes on another day.`
}

export function beforeItGoesOn(): Block[] {
  return [
    heading('What happens next'),
    list(
      'Tell the mediation adviser which days are good for you.',
      'You get the date and place at least 5 working days before, unless you agree to less.',
      'You do not have to go on. If you do not want mediation any more, tell the adviser or us.',
    ),
  ]
}

/** The family can have its certificate while mediation goes on, so that no time to appeal is lost (J8). */
export function certificateWhileItGoesOn(situation: MessageSituation): Block[] {
  const due = certificateDate(situation)
  const { dates, today } = situation
  return [
    heading('Ask for your certificate now'),
    paragraph(
      'You can have your certificate now. You do not have to wait for the next meeting.',
      'With it you can appeal while the mediation goes on.',
      ...(dates.appeal.lateContact ? [] : ['Do not let the time for an appeal go by.']),
    ),
    datePanel(
      today > due.lawDate ? 'Your certificate was due by' : 'Your certificate is due by',
      formatDate(due.lawDate),
      today > due.lawDate
        ? 'If you do not have it, ask the mediation adviser for it today.'
        : 'Ask the mediation adviser for it today.',
    ),
    ...whyThisDay(due, today),
    paragraph(
      'The law does not say when a mediation in more than one meeting has ended.',
      'We count from the first meeting, so that you lose no time.',
    ),
  ]
}

/** The day of the meeting has gone by and nobody has recorded what came of it. */
export function tellUsWhatCameOfIt(meeting: Meeting): Paragraph {
  return paragraph(
    `Your mediation meeting was planned for ${meetingMoment(meeting)}.`,
    'Our records do not show what came of it. Please tell us.',
  )
}

/** What follows if a meeting took place, and if not. */
export function ifItTookPlaceOrNot({ meetingOn }: Meeting, situation: MessageSituation): Block[] {
  const needed = certificateIsNeeded(situation)
  return [
    heading('If the meeting took place'),
    ...(needed ? certificate(meetingOn, situation) : [paragraph('Tell us if you and the others agreed, and on what.')]),
    heading('If it did not take place'),
    needed
      ? paragraph(
          'Tell us or the mediation adviser. You can ask for a certificate or for another meeting.',
          'Both are fine.',
        )
      : paragraph('Tell us or the mediation adviser. You can ask for another meeting.'),
  ]
}

function certificate(meetingOn: CalendarDate, situation: MessageSituation): Block[] {
  const due = whichDates({ mediationConcludedOn: meetingOn }).dates.certificateMediated
  return [
    certificatePanel(due, situation, 'If you do not have it by then, ask the adviser for it.'),
    paragraph('This is 3 working days after the meeting. If the mediation ended later, the certificate is due later.'),
    ...whyThisDay(due, situation.today),
  ]
}
