import type { WithdrawnReason } from '../../cases/fact.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { appealIsInTime, appealPanel } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

const REASONS: Readonly<Record<WithdrawnReason, string>> = {
  'family-does-not-want-to-go-on': 'We understood that you do not want to go on.',
  'council-changed-decision': 'We have changed our decision. We write to you about the new one in another letter.',
  'opened-in-error': 'We opened this case by mistake. We are sorry.',
}

/** The council no longer follows the case. Whoever still disagrees keeps every right. */
export function caseWithdrawn(situation: MessageSituation): MessageWords {
  const { withdrawnOn, reason } = required(situation.subject.withdrawn, 'the case was not withdrawn', situation)
  return {
    subject: `We stopped our reminders on ${formatDate(withdrawnOn)}: your rights stay the same`,
    preheader: 'Why we stopped, and what to do if this is not right.',
    title: 'We have stopped our reminders',
    blocks: [
      paragraph(`We stopped our reminders about this case on ${formatDate(withdrawnOn)}.`, REASONS[reason]),
      aboutTheDecision(situation),
      heading('What to do'),
      paragraph(
        'If this is right, you do not have to do anything. If it is not right, or you change your mind, tell us.',
      ),
      ...rightsThatStay(situation, reason),
      ...whoCanHelp(situation),
    ],
  }
}

function rightsThatStay(situation: MessageSituation, reason: WithdrawnReason): Block[] {
  // No decision stands behind a case that was opened by mistake, so its dates would mislead.
  if (reason === 'opened-in-error') {
    return [
      paragraph('The dates that we sent you about this case do not apply. Dates in other letters from us still do.'),
    ]
  }
  const { dates, today } = situation
  return [
    heading('Your right to appeal'),
    paragraph(
      reason === 'council-changed-decision'
        ? 'A new decision can give you a new right to appeal, with its own dates. For the old decision, this day stands.'
        : 'Your right to appeal is not affected. If you change your mind, this is the day.',
    ),
    appealPanel(situation),
    ...(appealIsInTime(situation) ? whyThisDay(dates.appeal, today) : []),
  ]
}
