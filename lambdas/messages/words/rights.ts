import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel, whatMediationIs } from '../passages/adviser.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { impartialHelp, whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { regulation32 } from '../passages/regulation-32.ts'

/** The first message: the right of appeal and its time limit, and all that regulation 32 asks for where a certificate is needed. */
export function rights(situation: MessageSituation): MessageWords {
  return situation.subject.decision.placementOnly ? placementRights(situation) : certificateRights(situation)
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
      paragraph('You may not agree with our decision. Here are your rights, and the dates to act by.'),
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
  const inTime = appealIsInTime(situation)
  return {
    subject: inTime
      ? `Your right to appeal: send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
      : `Your right to appeal: send your appeal today, ${formatDate(today)}`,
    preheader: 'You do not need a certificate. You can get free help from people who do not take sides.',
    title: 'Your right to appeal about the school or college',
    blocks: [
      paragraph('You may not agree with our decision. Here are your rights, and the dates to act by.'),
      aboutTheDecision(situation),
      heading('What to do'),
      appealPanel(situation),
      paragraph(
        'You only disagree with the school or college named, its type, or that none is named.',
        'So you do not need a mediation certificate.',
      ),
      ...whyThisDay(dates.appeal, today),
      ...(inTime ? howToAppeal(situation) : howToAppealLate(situation)),
      ...whatCanBeAppealed(situation),
      heading('You can still choose mediation'),
      whatMediationIs(),
      paragraph('Mediation does not change the day for your appeal. If you want it, tell the mediation adviser or us.'),
      heading('If you disagree with more of the plan'),
      paragraph(
        'You may also disagree with the needs or the help in the plan. Then you do need a certificate.',
        'Speak to the mediation adviser now, so that you get it in time.',
      ),
      ...otherRoutes(),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

/** The day to act by that is still ahead: the one to aim for or, after it, the law's last. */
function nextDay({ aimDate, lawDate }: Deadline, today: CalendarDate): CalendarDate {
  return today > aimDate ? lawDate : aimDate
}

/** What this decision's appeal can be about, and health and social care where the law lets the Tribunal speak of it. */
function whatCanBeAppealed({ subject }: MessageSituation): Block[] {
  const { decisionKind, placementOnly } = subject.decision
  return [
    ...(decisionKind === 'plan-contents' && !placementOnly
      ? [
          paragraph(
            'You can appeal about the needs in the plan (section B) and the help with learning (section F).',
            'You can also appeal about the school or college (section I).',
          ),
        ]
      : []),
    ...(decisionKind === 'ceasing-plan'
      ? [paragraph('We must keep the plan going while you can appeal in time, and until an appeal has ended.')]
      : []),
    // Not against a refusal to assess: SEND (First-tier Tribunal Recommendations Power) Regulations 2017.
    ...(decisionKind === 'refusal-to-assess'
      ? []
      : [
          paragraph(
            'In your appeal you can also ask the Tribunal to look at health and social care.',
            'What it says about those is a recommendation, not an order.',
          ),
        ]),
  ]
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
