import type { WithdrawnReason } from '../../cases/opening/facts.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealState, certificateIsNeeded, ofTheAppeal } from '../passages/appeal-state.ts'
import { WITHDRAWN_REASON_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whatGoesOn } from '../passages/other-routes.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { rightsAfterAnAppeal } from '../passages/tribunal.ts'
import type { SomeWords } from './message-words.ts'

/** The case is closed. */
export const CLOSING_WORDS = {
  'closing-after-agreement': closingAfterAgreement,
  'closing-after-withdrawal': closingAfterWithdrawal,
  'closing-without-news': closingWithoutNews,
} satisfies SomeWords

/** The family and the council agreed without an appeal. The right of appeal stays. */
function closingAfterAgreement(situation: SituationOfFact): MessageWords {
  const { agreedOn } = required(situation.subject.agreement, 'no agreement is recorded', situation)
  return {
    subject: `You and we agreed on ${formatDate(agreedOn)}: what happens next`,
    preheader: 'What to check, and what you can do if it is not done.',
    title: 'You and we have agreed',
    blocks: [
      paragraph(
        `Our records show that you and we agreed on ${formatDate(agreedOn)}.`,
        'If this is not right, tell us today.',
      ),
      aboutTheDecision(situation),
      heading('What to do'),
      list(
        'Ask us for what was agreed in writing, with the day for each thing.',
        'Check that each thing is done by its day.',
        'If something is not done, tell us. You can also complain.',
        ...(appealState(situation) === 'not-made'
          ? ['If you have sent an appeal, tell the Tribunal what you agreed.']
          : []),
      ),
      ...rightToAppeal(situation),
      paragraph('We will not send more reminders about this decision. You can still ask us anything, at any time.'),
      ...whoCanHelp(situation),
    ],
  }
}

function rightToAppeal(situation: SituationOfFact): Block[] {
  return ofTheAppeal(situation, {
    made: () => [
      heading('Your appeal'),
      paragraph(
        'The Tribunal has your appeal. Tell it what was agreed, and ask what you need to do to end the appeal.',
        'Do not end it before you have the agreement in writing.',
      ),
    ],
    notMade: () => [
      heading('Your right to appeal'),
      paragraph('Your right to appeal is not affected. Keep it in mind until all that was agreed is done.'),
      ...appealDay(situation),
    ],
  })
}

/** The council no longer follows the case. Whoever still disagrees keeps every right. */
function closingAfterWithdrawal(situation: SituationOfFact): MessageWords {
  const { withdrawnOn, reason } = required(situation.subject.withdrawn, 'the case was not withdrawn', situation)
  return {
    subject: `We stopped our reminders on ${formatDate(withdrawnOn)}: your rights stay the same`,
    preheader: 'Why we stopped, and what to do if this is not right.',
    title: 'We have stopped our reminders',
    blocks: [
      paragraph(
        `We stopped our reminders about this case on ${formatDate(withdrawnOn)}.`,
        WITHDRAWN_REASON_WORDS[reason],
      ),
      aboutTheDecision(situation),
      heading('What to do'),
      paragraph(
        'If this is right, you do not have to do anything. If it is not right, or you change your mind, tell us.',
      ),
      ...rightsThatStay(situation, reason),
      ...whatGoesOn(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function rightsThatStay(situation: SituationOfFact, reason: WithdrawnReason): Block[] {
  // No decision stands behind a case that was opened by mistake, so its dates would mislead.
  if (reason === 'opened-in-error') {
    return [
      paragraph('The dates that we sent you about this case do not apply. Dates in other letters from us still do.'),
    ]
  }
  return ofTheAppeal(situation, {
    made: () => [
      heading('Your appeal'),
      paragraph(
        'The Tribunal has your appeal. This does not end it. If you do not want it any more, tell the Tribunal.',
      ),
    ],
    notMade: () => [
      heading('Your right to appeal'),
      paragraph(
        reason === 'council-changed-decision'
          ? 'A new decision can give you a new right to appeal, with its own dates. For the old decision, nothing changes.'
          : 'Your right to appeal is not affected. You can still change your mind.',
      ),
      ...appealDay(situation),
    ],
  })
}

/** Nothing has been heard for a long time, so the reminders stop. An appeal can still be made. */
function closingWithoutNews(situation: SituationOfFact): MessageWords {
  const { today } = situation
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
        ...(appealState(situation) === 'not-made' ? ['Appeal. A late appeal can be made, and a judge decides.'] : []),
      ),
      ...yourAppeal(situation),
      ...whatGoesOn(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function yourAppeal(situation: SituationOfFact): Block[] {
  const { dates, today } = situation
  switch (appealState(situation)) {
    case 'ended':
      return rightsAfterAnAppeal()
    case 'made':
      return [heading('Your appeal'), paragraph('The Tribunal has your appeal. It goes on.')]
    case 'not-made':
      return [
        appealPanel(situation),
        ...whyThisDay(dates.appeal, today),
        ...(appealIsInTime(situation) ? [] : howToAppealLate(situation)),
      ]
  }
}

/** A certificate still gives a month to appeal to a family that spoke to the adviser in time. */
function fromTheAdviser(situation: SituationOfFact): string[] {
  const { subject, dates } = situation
  if (!certificateIsNeeded(situation)) return []
  return subject.adviserContactedOn && !dates.appeal.lateContact
    ? ['Ask the mediation adviser for your certificate. You then have 1 month from the date on it to appeal.']
    : ['Speak to the mediation adviser. The adviser can still help.']
}
