import type { Case } from '../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, type DatePanel, datePanel, heading, list, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { certificateIsNeeded } from './appeal-state.ts'
import { HEALTH_BODY } from './closed-words.ts'
import { whyThisDay } from './reasons.ts'
import { boardArranges, whoArranges, youWantMediation } from './who-arranges.ts'

/** Mediation that is late, or will be: what happened, a sentence each. */
export function mediationIsLate({ lawDate }: Deadline, situation: MessageSituation): string[] {
  const { subject } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const { adjourned, cannotBeArranged } = subject
  return [
    youWantMediation(chosen),
    adjourned ? 'It has begun and is not finished.' : 'It has not taken place.',
    ...(cannotBeArranged ? whyNotArranged(cannotBeArranged, 'it cannot be arranged', lawDate) : []),
    ...whoIsLate(situation),
  ]
}

/** Why it was not arranged, a sentence each (J37 where the council did not come). */
export function whyNotArranged(
  { adviserToldOn, because }: NonNullable<Case['cannotBeArranged']>,
  what: 'it cannot be arranged' | 'we cannot arrange it',
  lawDate: CalendarDate,
): string[] {
  const day = formatDate(adviserToldOn)
  switch (because) {
    case 'not-in-time':
      return [`On ${day} we told the adviser that ${what}${adviserToldOn > lawDate ? '' : ' in time'}.`]
    case 'council-refuses':
      return [
        `On ${day} we told the adviser that we do not take part.`,
        'The law says that we must. You have the right to mediation, and you can complain.',
      ]
    case 'council-absent':
      return [
        `On ${day} there was a meeting, and we did not come.`,
        'In law this counts as a mediation that was not arranged. You can complain.',
      ]
  }
}

function whoIsLate({ subject }: MessageSituation): string[] {
  if (!boardArranges(subject)) return ['It is for us to arrange it. We are sorry.']
  return subject.boardToldOn
    ? [`It is for ${HEALTH_BODY} to arrange it.`]
    : [
        `It is for ${HEALTH_BODY} to arrange it, once we have told it.`,
        'Our records do not show that we did. If we did not, we are sorry.',
      ]
}

function latePanel({ lawDate }: Deadline, { subject, today }: MessageSituation): DatePanel {
  const notes = ['This is not your fault. You can still have your mediation.']
  // The 30 days of the health body run from the day on which it was told.
  if (boardArranges(subject) && !subject.boardToldOn) {
    return datePanel('Had we told it at once, the health body had to arrange it by', formatDate(lawDate), ...notes)
  }
  const must = today > lawDate ? 'had to' : 'must'
  return datePanel(`${whoArranges(subject)} ${must} arrange the mediation by`, formatDate(lawDate), ...notes)
}

/** The day that was for it, why, and what the family can do meanwhile. */
export function untilItTakesPlace(mediation: Deadline, situation: MessageSituation): Block[] {
  return [
    latePanel(mediation, situation),
    ...whyThisDay(mediation, situation.today),
    heading('What you can do'),
    list(
      boardArranges(situation.subject) ? 'Ask us for a day. We ask the health body.' : 'Ask us for a day.',
      'Tell the mediation adviser which days are good for you.',
      'You can complain that it is late.',
      'If you do not want mediation any more, tell the mediation adviser or us.',
    ),
  ]
}

/** No certificate comes by itself. A family that needs one for its appeal is told how it gets it all the same. */
export function certificateOnRequest(situation: MessageSituation): Block[] {
  if (!certificateIsNeeded(situation)) return []
  const { subject, dates, today } = situation
  if (!subject.adjourned && declinedGetsNoCertificate(subject, dates, today)) {
    return [
      paragraph(
        'You spoke to the mediation adviser late. So you can have a certificate only after mediation.',
        'You do not have to wait for it. Appeal without it, and say why it is late.',
      ),
    ]
  }
  return [
    subject.adjourned
      ? paragraph(
          'If you want to appeal, you need a certificate first. You can have it now, because mediation has begun.',
          'Ask the mediation adviser for it.',
        )
      : paragraph(
          'If you want to appeal, you need a certificate first. It does not come by itself here.',
          'Tell the mediation adviser that you do not want to wait. Then you get one within 3 working days.',
        ),
  ]
}
