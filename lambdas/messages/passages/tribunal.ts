import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Block, type DatePanel, datePanel, heading, list, type Paragraph, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { nextDay } from './next-day.ts'

/** The day by which the Tribunal has the council's response (rule 21, or the day in the Tribunal's own letter). */
export function responsePanel({ lawDate }: Deadline, { today }: MessageSituation): DatePanel {
  return datePanel(
    today > lawDate
      ? 'We had to send the Tribunal our response by 5pm on'
      : 'The Tribunal must have our response by 5pm on',
    formatDate(lawDate),
  )
}

/** The routes that stay open while the Tribunal has an appeal. */
export function stillOpenBesideTheAppeal() {
  return paragraph(
    'You and we can still talk. You can also still use mediation or disagreement resolution.',
    'They are voluntary, free and confidential, and do not stop the appeal.',
  )
}

/**
 * A further appeal: to the Upper Tribunal, on a point of law, with permission. Within the same days the Tribunal can be asked to look
 * again.
 */
export function furtherAppeal(decidedOn: CalendarDate, today: CalendarDate): Block[] {
  return [
    heading('If you think that the Tribunal got the law wrong'),
    paragraph(
      'You can ask to appeal to the Upper Tribunal. You need permission first.',
      'It is only for mistakes about the law. The time to ask is short, so ask for advice soon.',
    ),
    paragraph(
      'You can also ask the Tribunal to look at its decision again.',
      'Do this if you did not get a letter or could not be there, or if things have changed.',
    ),
    askWithin28Days(whichDates({ tribunalDecidedOn: decidedOn }).dates.challengeDecision, today),
  ]
}

/** The plain 28 days, which are the safe ones (J35). */
export function askWithin28Days(deadline: Deadline, today: CalendarDate): Paragraph {
  return today > deadline.lawDate
    ? paragraph(`The 28 days to ask ended on ${formatDate(deadline.lawDate)}.`, ASK_ALL_THE_SAME)
    : paragraph(`Ask by ${formatDate(nextDay(deadline, today))}. There are 28 days to ask.`)
}

/** Both Tribunals can give more time (rule 5 of the Rules of each). */
export const ASK_ALL_THE_SAME = 'You can still ask. Say why it is late. A judge decides.'

/** What a family can still do when an appeal has ended. */
export function rightsAfterAnAppeal(): Block[] {
  return [
    heading('The rights that you still have'),
    list(
      'A new decision gives you a new right to appeal. For example, a new plan, or our decision after a review.',
      'You can still talk to us, or ask for disagreement resolution.',
      'You can complain about how something was done.',
    ),
  ]
}

/** Free advice, for what has a short time of its own. */
export const ASK_FOR_ADVICE_SOON = 'There is a short time for this. So ask for advice soon.'
