import { wantsMediation } from '../../cases/case.ts'
import { isOwed } from '../../cases/mediation/is-owed.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, type Paragraph, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { appealState, certificateIsNeeded } from '../passages/appeal-state.ts'
import {
  afterAgreeing,
  appealAfterAgreeing,
  ifThatIsRight,
  remindersStopped,
  rightsThatStay,
  youAndWeAgreed,
} from '../passages/closing.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { itIsWith, otherCouncil } from '../passages/moving.ts'
import { whatGoesOn } from '../passages/other-routes.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { rightsAfterAnAppeal } from '../passages/tribunal.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { always, noDay } from './of-no-use.ts'

/** Of a case that was opened twice the other one goes on, and tells. */
const otherCaseGoesOn: NoUse = ({ subject }) =>
  subject.withdrawn?.reason === 'duplicate' ? 'told-by-another' : undefined

/** The case is closed. */
export const CLOSING_MESSAGES = {
  'closing-after-agreement': { write: closingAfterAgreement, noUse: always, callsPast: noDay },
  'closing-after-withdrawal': { write: closingAfterWithdrawal, noUse: otherCaseGoesOn, callsPast: noDay },
  'closing-without-news': { write: closingWithoutNews, noUse: always, callsPast: noDay },
} satisfies SomeMessages

/** The family and the council agreed without an appeal. The right of appeal stays. */
function closingAfterAgreement(situation: SituationOfFact): MessageWords {
  const { agreedOn } = required(situation.subject.agreement, 'no agreement is recorded', situation)
  return {
    subject: `You and we agreed on ${formatDate(agreedOn)}: what happens next`,
    preheader: 'What to check, and what you can do if it is not done.',
    title: 'You and we have agreed',
    blocks: [
      youAndWeAgreed(agreedOn),
      aboutTheDecision(situation),
      heading('What to do'),
      afterAgreeing(situation),
      ...appealAfterAgreeing(situation),
      paragraph('We will not send more reminders about this decision. You can still ask us anything, at any time.'),
      ...whoCanHelp(situation),
    ],
  }
}

/** The council no longer follows the case. Whoever still disagrees keeps every right. */
function closingAfterWithdrawal(situation: SituationOfFact): MessageWords {
  const { withdrawnOn, reason } = required(situation.subject.withdrawn, 'the case was not withdrawn', situation)
  if (reason === 'passed-on') return closingAfterPassingOn(situation, withdrawnOn)
  return {
    subject: `We stopped our reminders on ${formatDate(withdrawnOn)}: your rights stay the same`,
    preheader: 'Why we stopped, and what to do if this is not right.',
    title: 'We have stopped our reminders',
    blocks: [
      remindersStopped({ withdrawnOn, reason }),
      aboutTheDecision(situation),
      heading('What to do'),
      ifThatIsRight(),
      ...rightsThatStay(situation, reason),
      ...whatGoesOn(situation),
      ...whoCanHelp(situation),
    ],
  }
}

/** Another council has the case. What was open here is not late here: it is that council's (J28). */
function closingAfterPassingOn(situation: SituationOfFact, passedOn: CalendarDate): MessageWords {
  const { subject, words } = situation
  return {
    subject: `Another council has your case since ${formatDate(passedOn)}: your rights stay the same`,
    preheader: 'Who to ask from now on, and what stays as it is.',
    title: 'Another council has your case now',
    blocks: [
      paragraph(itIsWith(otherCouncil(words), passedOn), 'So this is our last message about it.'),
      aboutTheDecision(situation),
      heading('What to do'),
      list(
        'Ask that council about your case from now on. Tell it what you have told us.',
        ...(subject.undertakings.length > 0
          ? ['If something was agreed or ordered and is not done yet, ask that council who does it, and by when.']
          : []),
        'If this is not right, or your case comes back to us, tell us.',
      ),
      ...rightsThatStay(situation, 'passed-on'),
      ...whoCanHelp(situation),
    ],
  }
}

/** Nothing has been heard for a long time, so the reminders stop. An appeal can still be made. */
function closingWithoutNews(situation: SituationOfFact): MessageWords {
  const { today } = situation
  return {
    subject: `We stopped our reminders on ${formatDate(today)}: you can still get help and appeal`,
    preheader: 'What you can still do, and who can help you.',
    title: 'We have stopped our reminders',
    blocks: [
      whyTheyStopped(situation),
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

/** Nobody is told that it was silent who waits for others. */
function whyTheyStopped({ subject }: SituationOfFact): Paragraph {
  const isWaiting = wantsMediation(subject) && isOwed(subject) && !subject.mediationResult
  return isWaiting
    ? paragraph(
        'You asked for mediation, and our records do not show that it was held. We are sorry.',
        'We have stopped our reminders. If you still want mediation, tell us: you can also complain that there was none.',
      )
    : paragraph('We are writing because we have not heard from you for a long time. So we have stopped our reminders.')
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
