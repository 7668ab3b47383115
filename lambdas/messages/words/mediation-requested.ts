import { hasHealthIssue } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { HEALTH_BODY } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { beforeTheMeeting } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { arrangedByPanel, boardArranges, whoArranges } from '../passages/who-arranges.ts'

/**
 * The council knows that the family wants mediation, and has 30 days to arrange it. Where only health care is disputed it
 * tells the integrated care board, which has 30 days from then.
 */
export function mediationRequested(situation: SituationOfFact): MessageWords {
  const { subject } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const waitsForBoard = boardArranges(subject) && !subject.boardToldOn
  const who = whoArranges(subject)
  return {
    subject: waitsForBoard
      ? subjectForBoard(situation)
      : `${who} must arrange your mediation by ${formatDate(mediation.lawDate)}`,
    preheader: 'What happens next, who can come with you, and what to tell us.',
    title: 'You asked for mediation',
    blocks: [
      paragraph(
        ...(chosen.providerAskedOn
          ? [`You asked the mediation provider for mediation on ${formatDate(chosen.providerAskedOn)}.`]
          : []),
        `We were told on ${formatDate(chosen.councilToldOn)} that you want mediation.`,
        `Now ${boardArranges(subject) ? HEALTH_BODY : 'we'} must arrange it.`,
      ),
      aboutTheDecision(situation),
      ...(waitsForBoard
        ? tellingTheBoard(situation)
        : [arrangedByPanel(mediation, situation), ...whyThisDay(mediation, situation.today)]),
      heading('What happens next'),
      list(...healthIssue(situation), ...beforeTheMeeting(situation), ...ifItIsNotArranged(situation)),
      heading('What to do'),
      paragraph(
        'Tell the mediation adviser which days and places are good for you.',
        'Say what you need, for example an interpreter or a room with step-free access.',
      ),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function subjectForBoard(situation: SituationOfFact): string {
  const { lawDate } = boardToldDate(situation)
  return `You asked for mediation: we ${situation.today > lawDate ? 'had to' : 'must'} tell the health body by ${formatDate(lawDate)}`
}

function boardToldDate(situation: SituationOfFact): Deadline {
  return required(situation.dates.boardTold, 'the council has no day for telling the health body', situation)
}

/** The board's 30 days have not begun, so there is no day to promise for the mediation yet. */
function tellingTheBoard(situation: SituationOfFact): Block[] {
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
function healthIssue(situation: SituationOfFact): string[] {
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

function ifItIsNotArranged(situation: SituationOfFact): string[] {
  if (!certificateIsNeeded(situation)) return []
  return boardArranges(situation.subject)
    ? ['If you do not want to wait, tell the mediation adviser. Then you get a certificate.']
    : ['If the meeting cannot be arranged in time, you get a certificate. Then you can appeal or still wait.']
}
