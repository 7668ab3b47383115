import { APPEAL_PAGE } from '../../guidance/sources.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, type DatePanel, datePanel, heading, paragraph, steps, webLink } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'

/** The date by which the Tribunal has the appeal: what to aim for first, then the law's last moment. */
export function appealPanel({ dates, today }: MessageSituation): DatePanel {
  const { aimDate, lawDate } = dates.appeal
  if (today > lawDate) {
    return datePanel(
      'The time limit was 5pm on',
      formatDate(lawDate),
      'You can still appeal. Send it today and say why it is late. A judge decides.',
    )
  }
  if (today > aimDate) {
    return datePanel(
      'The Tribunal must have your appeal by 5pm on',
      formatDate(lawDate),
      'Send it as soon as you can. Today is best.',
    )
  }
  return datePanel(
    'Aim for the Tribunal to have your appeal by midday on',
    formatDate(aimDate),
    `The last moment in the law is by 5pm on ${formatDate(lawDate)}.`,
  )
}

/** Whether an appeal made today would be in time for certain. */
export function appealIsInTime({ dates, today }: MessageSituation): boolean {
  return today <= dates.appeal.lawDate
}

/** The appeal, step by step. */
export function howToAppeal({ subject }: MessageSituation): Block[] {
  return [
    heading('How to appeal'),
    paragraph('You appeal to the First-tier Tribunal (SEND). It is independent of the council. An appeal is free.'),
    steps(
      `Get the appeal form ${appealForm(subject.decision.decisionKind)} from GOV.UK.`,
      'Say on the form what you disagree with and why.',
      subject.decision.placementOnly
        ? 'Add a copy of our decision letter.'
        : 'Add a copy of our decision letter and your mediation certificate.',
      'Send it all to the Tribunal. It counts on the day that the Tribunal has it, not the day you send it.',
    ),
    appealLink(),
  ]
}

/** Which of the Tribunal's forms is for this decision. */
function appealForm(decisionKind: MessageSituation['subject']['decision']['decisionKind']): string {
  return decisionKind === 'refusal-to-assess' ? 'SEND35A' : 'SEND35'
}

/** The Tribunal's page on GOV.UK. */
export function appealLink(text = APPEAL_PAGE.title): Block {
  return webLink(text, APPEAL_PAGE.url)
}

/**
 * An appeal that may count as late, step by step. It is never said that the time is over for good: the Tribunal can
 * extend it (its Rules of 2008, rule 5(3)(a)), and can give leave to appeal without a certificate.
 */
export function howToAppealLate(situation: MessageSituation): Block[] {
  const { placementOnly, decisionKind } = situation.subject.decision
  const { certificate, adviserContactedOn } = situation.subject
  const inTime = appealIsInTime(situation)
  return [
    heading(inTime ? 'How to appeal' : 'How to appeal late'),
    paragraph(
      inTime
        ? 'You can still appeal after the last day to speak to the adviser. A judge decides if the appeal can go ahead.'
        : 'A late appeal can be made. A judge decides if it can go ahead.',
    ),
    steps(
      `Get the appeal form ${appealForm(decisionKind)} from GOV.UK and fill it in.`,
      ...(inTime
        ? [
            adviserContactedOn
              ? 'Say why you spoke to the mediation adviser late. Ask for the appeal to go ahead all the same.'
              : 'If you did not speak to the mediation adviser in time, say why. Ask for the appeal to go ahead all the same.',
          ]
        : [
            'Ask the Tribunal for more time. The form has a place for this.',
            'Say why you are late. For example, you were ill, or a letter did not tell you your rights.',
            'Say why the appeal should still go ahead, and why it cannot wait for the next review.',
          ]),
      ...(certificate || placementOnly
        ? []
        : ['If you do not have a certificate yet, ask the Tribunal to let you appeal without it.']),
      certificate && !placementOnly
        ? 'Add a copy of our decision letter and your mediation certificate.'
        : 'Add a copy of our decision letter.',
      'Send it to the Tribunal as soon as you can. Today is best.',
    ),
    appealLink(),
  ]
}

/** The appeal goes on counting whatever else the family does. */
export const APPEAL_TIME_GOES_ON = 'The time for an appeal does not stop while you wait or mediate.'
