import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

/** The council knows that the family wants mediation, and has 30 days to arrange it. */
export function mediationRequested(situation: MessageSituation): MessageWords {
  const chosen = required(situation.subject.chosen, 'nobody has chosen mediation', situation)
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  return {
    subject: `We must arrange your mediation by ${formatDate(mediation.lawDate)}`,
    preheader: 'What happens next, who can come with you, and what to tell us.',
    title: 'You asked for mediation',
    blocks: [
      paragraph(`We were told on ${formatDate(chosen.councilToldOn)} that you want mediation. Now we must arrange it.`),
      aboutTheDecision(situation),
      arrangedByPanel(mediation, situation),
      ...whyThisDay(mediation, situation.today),
      heading('What happens next'),
      list(
        'We must take part. We must send someone who can decide.',
        'You get the date and place at least 5 working days before the meeting, unless you agree to less.',
        'You can bring someone: a friend, a relative, an adviser or a lawyer.',
        ...(situation.contact.relationship === 'parent'
          ? ['The mediator will try to find out what your child thinks.']
          : []),
        'If the meeting cannot be arranged in time, you get a certificate. Then you can appeal or still wait.',
      ),
      heading('What to do'),
      paragraph(
        'Tell the mediation adviser which days and places are good for you.',
        'Say what you need, for example an interpreter or a room with step-free access.',
      ),
      whatMediationIs(),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function arrangedByPanel({ aimDate, lawDate }: Deadline, { today }: MessageSituation) {
  // Nobody is told of an aim that has gone by.
  return aimDate === lawDate || today > aimDate
    ? datePanel('We must arrange the mediation by', formatDate(lawDate))
    : datePanel(
        'We aim to arrange the mediation by',
        formatDate(aimDate),
        `The last day in the law is ${formatDate(lawDate)}.`,
      )
}
