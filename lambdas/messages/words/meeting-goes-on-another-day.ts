import { formatDate } from '../../law/calendar-date.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { certificateDate } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { nobodyCouldDecide } from '../passages/who-arranges.ts'

/** The meeting goes on another day. The family can have its certificate now, so that no time to appeal is lost (J8). */
export function meetingGoesOnAnotherDay(situation: SituationOfFact): MessageWords {
  const { adjournedOn, decisionMaker } = detailsOf(situation, 'mediation-adjourned')
  const { subject } = situation
  const day = formatDate(adjournedOn)
  const needed = certificateIsNeeded(situation)
  return {
    subject: needed
      ? `Your mediation of ${day} goes on: you can ask for your certificate now`
      : `Your mediation of ${day} goes on: tell us which days are good for you`,
    preheader: 'What happens next, and what to do so that you lose no time.',
    title: 'Your mediation goes on another day',
    blocks: [
      paragraph(`Your mediation meeting on ${day} did not finish. It goes on another day.`),
      aboutTheDecision(situation),
      ...(needed ? yourCertificate(situation) : []),
      heading('What happens next'),
      list(
        'Tell the mediation adviser which days are good for you.',
        'You get the date and place at least 5 working days before, unless you agree to less.',
        'You do not have to go on. If you do not want mediation any more, tell the adviser or us.',
      ),
      ...(decisionMaker === 'absent' ? nobodyCouldDecide(subject) : []),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function yourCertificate(situation: SituationOfFact): Block[] {
  const due = certificateDate(situation)
  const { dates, today } = situation
  return [
    heading('Ask for your certificate now'),
    paragraph(
      'You can have your certificate now. You do not have to wait for the next meeting.',
      'With it you can appeal while the mediation goes on.',
      ...(dates.appeal.lateContact ? [] : ['Do not let the time for an appeal go by.']),
    ),
    datePanel(
      today > due.lawDate ? 'Your certificate was due by' : 'Your certificate is due by',
      formatDate(due.lawDate),
      today > due.lawDate
        ? 'If you do not have it, ask the mediation adviser for it today.'
        : 'Ask the mediation adviser for it today.',
    ),
    ...whyThisDay(due, today),
    paragraph(
      'The law does not say when a mediation in more than one meeting has ended.',
      'We count from the first meeting, so that you lose no time.',
    ),
  ]
}
