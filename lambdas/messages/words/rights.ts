import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { OPENED } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel, hasSpokenToAdviser } from '../passages/adviser.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate, whatCanBeAppealed } from '../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { impartialHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { regulation32 } from '../passages/regulation-32.ts'

/**
 * The first message: the right of appeal and its time limit, and all that regulation 32 asks for. It comes again when the
 * decision was recorded wrongly, whatever the family has done by then.
 */
export function rights(situation: SituationOfFact): MessageWords {
  if (appealState(situation) !== 'not-made') return rightsAfterAppealing(situation)
  return situation.subject.decision.placementOnly ? placementRights(situation) : certificateRights(situation)
}

function opening({ about }: SituationOfFact): Block {
  return about === OPENED
    ? paragraph('You may not agree with our decision. Here are your rights, and the dates to act by.')
    : paragraph(
        'We have put right what we recorded about our decision.',
        'Here are your rights again, and the dates to act by.',
      )
}

function certificateRights(situation: SituationOfFact): MessageWords {
  const contact = adviserContactDate(situation)
  const items = regulation32(situation)
  return {
    subject: certificateSubject(situation),
    preheader: 'What you can do, by when and why. You can get free help from people who do not take sides.',
    title: 'Your right to appeal, and what to do first',
    blocks: [
      opening(situation),
      aboutTheDecision(situation),
      heading('What to do first'),
      ...whatToDoFirst(situation),
      ...items.c,
      ...(hasSpokenToAdviser(situation.subject) ? [] : whyThisDay(contact, situation.today)),
      ...items.a,
      ...items.b,
      ...items.d,
      ...items.e,
      ...items.f,
      heading('Your right to appeal'),
      paragraph('You have the right to appeal against this decision to the First-tier Tribunal (SEND).'),
      ...whatCanBeAppealed(situation),
      ...dayForTheAppeal(situation),
      ...(isLate(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
      ...otherRoutes(),
      ...impartialHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function dayForTheAppeal(situation: SituationOfFact): Block[] {
  if (hasSpokenToAdviser(situation.subject)) return appealDay(situation)
  const { dates, today } = situation
  return [
    appealPanel(situation),
    // After a late contact a certificate may not give more time (J5).
    ...(isLate(situation)
      ? []
      : [
          paragraph(
            'A certificate can make this day later. It can never make it earlier. We will tell you the new day.',
          ),
        ]),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
  ]
}

function certificateSubject(situation: SituationOfFact): string {
  const { dates, today } = situation
  const contact = adviserContactDate(situation)
  if (!hasSpokenToAdviser(situation.subject)) {
    return today > contact.lawDate
      ? `Your right to appeal: speak to the mediation adviser today, ${formatDate(today)}`
      : `Your right to appeal: speak to the mediation adviser by ${formatDate(nextDay(contact, today))}`
  }
  if (certificateWillGiveADay(situation)) {
    return `Your right to appeal: ask for your mediation certificate today, ${formatDate(today)}`
  }
  return isLate(situation)
    ? `Your right to appeal: send your appeal today, ${formatDate(today)}`
    : `Your right to appeal: send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
}

/** Whether an appeal may count as late whatever is done now. */
function isLate(situation: SituationOfFact): boolean {
  if (!hasSpokenToAdviser(situation.subject)) return situation.today > adviserContactDate(situation).lawDate
  if (situation.dates.appeal.lateContact) return true
  return !appealIsInTime(situation) && !certificateWillGiveADay(situation)
}

function whatToDoFirst(situation: SituationOfFact): Block[] {
  const { subject, dates, today } = situation
  if (subject.certificate) return [paragraph('You have your mediation certificate. So you can appeal now.')]
  if (hasSpokenToAdviser(situation.subject)) {
    return [
      paragraph(
        'You have spoken to the mediation adviser. You do not have to do that again.',
        declinedGetsNoCertificate(subject, dates, today)
          ? 'You spoke to the adviser late. You can have a certificate only after mediation. You can appeal without it.'
          : 'Before you appeal you need a certificate from the adviser.',
      ),
    ]
  }
  return [
    adviserContactPanel(situation),
    ...(today > adviserContactDate(situation).lawDate ? afterTheLastDay(situation) : beforeTheLastDay()),
  ]
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
function afterTheLastDay(situation: SituationOfFact): Block[] {
  const { subject, dates, today } = situation
  return [
    paragraph('If you spoke to the adviser by then, tell us the day. Then you have not missed it.'),
    paragraph('If you did not, you can still appeal. Do both of these today:'),
    list(
      declinedGetsNoCertificate(subject, dates, today)
        ? 'Speak to the adviser. Say if you want mediation or not. You now get a certificate only if you want mediation.'
        : 'Speak to the adviser and ask for a certificate. Say if you want mediation or not.',
      appealIsInTime(situation)
        ? 'Start your appeal. The day for it is still ahead. Send it by then, even if you have no certificate yet.'
        : 'Send your appeal, even if you have no certificate yet. Say why it is late. A judge decides.',
    ),
  ]
}

function placementRights(situation: SituationOfFact): MessageWords {
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

/** The decision was recorded wrongly, and the family has appealed: it has nothing to do by these days any more. */
function rightsAfterAppealing(situation: SituationOfFact): MessageWords {
  const { subject, today } = situation
  const items = regulation32(situation)
  return {
    subject: `Your rights about our decision, as put right on ${formatDate(today)}: please check`,
    preheader: 'What an appeal about this decision can be about, and what else you can do.',
    title: 'Your rights about our decision',
    blocks: [
      paragraph('We have put right what we recorded about our decision. Here are your rights again.'),
      aboutTheDecision(situation),
      heading('Your appeal'),
      paragraph(
        subject.appealEnded ? 'Your appeal has ended.' : 'The Tribunal has your appeal.',
        'If your appeal was about another decision than this one, tell us and ask for advice today.',
      ),
      ...(subject.appealEnded ? [] : whatCanBeAppealed(situation)),
      ...items.a,
      ...items.c,
      ...items.e,
      ...items.f,
      ...otherRoutes(),
      ...impartialHelp(situation),
    ],
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
