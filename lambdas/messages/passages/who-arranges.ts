import { boardArranges, type Case, hasHealthIssue } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, type DatePanel, datePanel, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { ATTENDING_ROLE_WORDS } from './closed-words.ts'

/** Since when the council knows that the family wants mediation. */
export function youWantMediation({ councilToldOn }: NonNullable<Case['chosen']>): string {
  return `We were told on ${formatDate(councilToldOn)} that you want mediation.`
}

/** Who arranges the mediation, at the beginning of a sentence. */
export function whoArranges(subject: Case): string {
  return boardArranges(subject) ? 'The health body' : 'We'
}

/** The day by which the mediation has to be arranged: what is aimed for, while that is ahead, and the last day in the law. */
export function arrangedByPanel(
  { aimDate, lawDate }: Deadline,
  { subject, today }: MessageSituation,
  ...notes: readonly string[]
): DatePanel {
  const who = whoArranges(subject)
  if (today > lawDate) return datePanel(`${who} had to arrange the mediation by`, formatDate(lawDate), ...notes)
  // Nobody is told of an aim that has gone by.
  return aimDate === lawDate || today > aimDate
    ? datePanel(`${who} must arrange the mediation by`, formatDate(lawDate), ...notes)
    : datePanel(
        boardArranges(subject) ? 'It is best to arrange the mediation by' : 'We aim to arrange the mediation by',
        formatDate(aimDate),
        `The last day in the law is ${formatDate(lawDate)}.`,
        ...notes,
      )
}

/** Who has to take part, and to send somebody who can decide (regulation 37). */
export function whoMustComeAndDecide(subject: Case): string {
  if (boardArranges(subject)) return 'The health body must take part. It must send someone who can decide.'
  return hasHealthIssue(subject)
    ? 'We and the health body must take part. We must both send someone who can decide.'
    : 'We must take part. We must send someone who can decide.'
}

/** Nobody came who could decide: what the law asks for, and what the family can do. */
export function nobodyCouldDecide(subject: Case): Block[] {
  return [
    heading('Nobody came who could decide'),
    paragraph(
      boardArranges(subject)
        ? 'The health body had to send someone who can decide. Our records show that it did not.'
        : 'We had to send someone who can decide. Our records show that we did not. We are sorry.',
      'You can complain. You can also ask for another meeting, with someone who can decide.',
    ),
  ]
}

/** Who comes, a sentence each, and what the law asks for where they cannot decide or nobody has said it. */
export function whoComesSaid(subject: Case): string[] {
  const { attendance } = subject
  const must = `The law says that ${boardArranges(subject) ? 'the health body' : 'we'} must send someone who can decide.`
  if (!attendance) {
    return [
      boardArranges(subject)
        ? 'Our records do not show who comes for the health body. We ask it.'
        : 'We have not said yet who comes for us. We are sorry.',
      must,
    ]
  }
  return attendanceSaid(attendance, boardArranges(subject) ? 'For the health body' : 'For us', must)
}

/** @param must what is said besides where they cannot decide */
export function attendanceSaid(
  { role, canDecide }: Pick<NonNullable<Case['attendance']>, 'role' | 'canDecide'>,
  whose: string,
  must?: string,
): string[] {
  return [
    `${whose} there comes ${ATTENDING_ROLE_WORDS[role]}.`,
    canDecide ? 'They can decide.' : 'They cannot decide by themselves.',
    ...(canDecide || !must ? [] : [must]),
  ]
}
