import { OPENED } from '../../cases/fact.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel } from '../passages/adviser.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate, whatCanBeAppealed } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { impartialHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { regulation32 } from '../passages/regulation-32.ts'

/** The first message: the right of appeal and its time limit, and all that regulation 32 asks for. */
export function rights(situation: MessageSituation): MessageWords {
  return situation.subject.decision.placementOnly ? placementRights(situation) : certificateRights(situation)
}

/** The first message, or the rights again when the decision was recorded wrongly. */
function opening({ about }: MessageSituation): Block {
  return about === OPENED
    ? paragraph('You may not agree with our decision. Here are your rights, and the dates to act by.')
    : paragraph(
        'We have put right what we recorded about our decision.',
        'Here are your rights again, and the dates to act by.',
      )
}

function certificateRights(situation: MessageSituation): MessageWords {
  const { dates, today } = situation
  const contact = adviserContactDate(situation)
  const items = regulation32(situation)
  const late = today > contact.lawDate
  return {
    subject: late
      ? `Your right to appeal: speak to the mediation adviser today, ${formatDate(today)}`
      : `Your right to appeal: speak to the mediation adviser by ${formatDate(nextDay(contact, today))}`,
    preheader: 'What you can do, by when and why. You can get free help from people who do not take sides.',
    title: 'Your right to appeal, and what to do first',
    blocks: [
      opening(situation),
      aboutTheDecision(situation),
      heading('What to do first'),
      adviserContactPanel(situation),
      ...(late ? afterTheLastDay(situation) : beforeTheLastDay()),
      ...items.c,
      ...whyThisDay(contact, today),
      ...items.a,
      ...items.b,
      ...items.d,
      ...items.e,
      ...items.f,
      heading('Your right to appeal'),
      paragraph('You have the right to appeal against this decision to the First-tier Tribunal (SEND).'),
      ...whatCanBeAppealed(situation),
      appealPanel(situation),
      // After a late contact a certificate may not give more time (J5).
      ...(late
        ? []
        : [
            paragraph(
              'A certificate can make this day later. It can never make it earlier. We will tell you the new day.',
            ),
          ]),
      ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
      ...(late ? howToAppealLate(situation) : howToAppeal(situation)),
      ...otherRoutes(),
      ...impartialHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function beforeTheLastDay(): Block[] {
  return [
    paragraph(
      'Tell the adviser that you may want to appeal. Say if you want mediation or not.',
      'You can ask questions before you choose.',
    ),
  ]
}

/** No other message tells a family whose case was opened late what it can still do. */
function afterTheLastDay(situation: MessageSituation): Block[] {
  return [
    paragraph('If you spoke to the adviser by then, tell us the day. Then you have not missed it.'),
    paragraph('If you did not, you can still appeal. Do both of these today:'),
    list(
      'Speak to the adviser and ask for a certificate. Say if you want mediation or not.',
      appealIsInTime(situation)
        ? 'Start your appeal. The day for it is still ahead. Send it by then, even if you have no certificate yet.'
        : 'Send your appeal, even if you have no certificate yet. Say why it is late. A judge decides.',
    ),
  ]
}

function placementRights(situation: MessageSituation): MessageWords {
  const { dates, today } = situation
  const items = regulation32(situation)
  const inTime = appealIsInTime(situation)
  return {
    subject: inTime
      ? `Your right to appeal: send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
      : `Your right to appeal: send your appeal today, ${formatDate(today)}`,
    preheader: 'You do not need a certificate. You can get free help from people who do not take sides.',
    title: 'Your right to appeal about the school or college',
    blocks: [
      opening(situation),
      aboutTheDecision(situation),
      heading('What to do'),
      paragraph('You have the right to appeal against this decision to the First-tier Tribunal (SEND).'),
      appealPanel(situation),
      paragraph(
        'You only disagree with the school or college named, its type, or that none is named.',
        'So you do not need a mediation certificate.',
      ),
      ...whyThisDay(dates.appeal, today),
      ...(inTime ? howToAppeal(situation) : howToAppealLate(situation)),
      ...whatCanBeAppealed(situation),
      ...items.a,
      ...items.b,
      ...items.c,
      ...items.d,
      ...items.e,
      ...items.f,
      ...otherRoutes(),
      ...impartialHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function otherRoutes(): Block[] {
  return [
    heading('Other ways to sort things out'),
    paragraph(
      'You can ask for disagreement resolution. It is free, voluntary and independent, and all sides must agree to take part.',
      'It does not give you a certificate.',
    ),
    paragraph('You can also complain to us. None of this stops the time for an appeal.'),
  ]
}
