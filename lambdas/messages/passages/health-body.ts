import { boardArranges, hasHealthIssue } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, datePanel } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { HEALTH_BODY } from './closed-words.ts'
import { whyThisDay } from './reasons.ts'

/** The council's days for telling the integrated care board (regulation 35). */
export function boardToldDate(situation: MessageSituation): Deadline {
  return required(situation.dates.boardTold, 'the council has no day for telling the health body', situation)
}

/** The board's 30 days have not begun, so there is no day to promise for the mediation yet. */
export function tellingTheBoard(situation: MessageSituation): Block[] {
  const boardTold = boardToldDate(situation)
  const { today } = situation
  return [
    datePanel(
      today > boardTold.lawDate ? 'We had to tell the health body by' : 'We must tell the health body by',
      formatDate(boardTold.lawDate),
      ...(today > boardTold.lawDate ? ['Our records do not show that we have. Ask us. We are sorry.'] : []),
      'It then has 30 days to arrange the mediation. We will write to tell you its last day.',
    ),
    ...whyThisDay(boardTold, today),
  ]
}

/** Mixed issues: the council arranges, and the board is told and takes part. */
export function healthIssue(situation: MessageSituation): string[] {
  const { subject, today } = situation
  if (!hasHealthIssue(subject) || boardArranges(subject)) return []
  const { lawDate } = boardToldDate(situation)
  const told = subject.boardToldOn
    ? `We told ${HEALTH_BODY} on ${formatDate(subject.boardToldOn)}.`
    : today > lawDate
      ? `We had to tell ${HEALTH_BODY} on or before ${formatDate(lawDate)}. Ask us if we have.`
      : `We must tell ${HEALTH_BODY} on or before ${formatDate(lawDate)}. We have 3 working days for that.`
  return [`Health care is part of it. ${told}`]
}
