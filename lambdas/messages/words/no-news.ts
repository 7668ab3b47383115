import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealIsInTime, appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** Nothing has been heard for a long time, so the reminders stop. An appeal can still be made. */
export function noNews(situation: MessageSituation): MessageWords {
  const { dates, today } = situation
  return {
    subject: `We stopped our reminders on ${formatDate(today)}: you can still get help and appeal`,
    preheader: 'What you can still do, and who can help you.',
    title: 'We have stopped our reminders',
    blocks: [
      paragraph('We are writing because we have not heard from you for a long time. So we have stopped our reminders.'),
      aboutTheDecision(situation),
      heading('What you can still do'),
      list(
        'Tell us if something has happened that we do not know about.',
        ...fromTheAdviser(situation),
        'Appeal. A late appeal can be made, and a judge decides.',
      ),
      appealPanel(situation),
      ...whyThisDay(dates.appeal, today),
      ...(appealIsInTime(situation) ? [] : howToAppealLate(situation)),
      ...whoCanHelp(situation),
    ],
  }
}

/** A certificate still gives a month to appeal to a family that spoke to the adviser in time. */
function fromTheAdviser({ subject, dates }: MessageSituation): string[] {
  if (subject.decision.placementOnly || subject.certificate) return []
  return subject.adviserContactedOn && !dates.appeal.lateContact
    ? ['Ask the mediation adviser for your certificate. You then have 1 month from the date on it to appeal.']
    : ['Speak to the mediation adviser. The adviser can still help.']
}
