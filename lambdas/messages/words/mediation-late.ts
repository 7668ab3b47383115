import { formatDate } from '../../law/calendar-date.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { boardArranges, HEALTH_BODY, whoArranges } from '../passages/who-arranges.ts'

/**
 * Day 30 has gone by, and no certificate follows from that: only health care is disputed, the appeal needs none, or the
 * family has one or has appealed. Mediation is still owed.
 */
export function mediationLate(situation: MessageSituation): MessageWords {
  const { subject, today } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const day = formatDate(mediation.lawDate)
  const healthOnly = boardArranges(subject)
  return {
    subject: `Your mediation was due by ${day}: ask for a day`,
    preheader: 'Who is late, whom to ask, and what you can do.',
    title: `Your mediation was due by ${day}`,
    blocks: [
      paragraph(
        `We were told on ${formatDate(chosen.councilToldOn)} that you want mediation. It has not taken place.`,
        ...whoIsLate(situation),
      ),
      aboutTheDecision(situation),
      datePanel(
        // Its 30 days run from the day on which it was told.
        healthOnly && !subject.boardToldOn
          ? 'Had we told it at once, the health body had to arrange the mediation by'
          : `${whoArranges(subject)} had to arrange the mediation by`,
        day,
        'This is not your fault. You can still have your mediation.',
      ),
      ...whyThisDay(mediation, today),
      heading('What you can do'),
      list(
        ...(healthOnly
          ? ['Ask us for a day. We ask the health body.', 'Tell the mediation adviser which days are good for you.']
          : ['Ask us for a day. Tell the mediation adviser which days are good for you.']),
        'You can complain that it is late.',
        'If you do not want mediation any more, tell the mediation adviser or us.',
      ),
      ...certificate(situation),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}

function whoIsLate({ subject }: MessageSituation): string[] {
  if (!boardArranges(subject)) return ['It was for us to arrange it. We are late, and we are sorry.']
  return subject.boardToldOn
    ? [`It is for ${HEALTH_BODY} to arrange it. It is late.`]
    : [
        `It is for ${HEALTH_BODY} to arrange it, once we have told it.`,
        'Our records do not show that we did. If we did not, we are sorry.',
      ]
}

/** No certificate comes by itself. A family that needs one for its appeal is told how it gets it all the same. */
function certificate(situation: MessageSituation): Block[] {
  if (!certificateIsNeeded(situation)) return []
  return [
    paragraph(
      'If you want to appeal, you need a certificate first. It does not come by itself here.',
      'Tell the mediation adviser that you do not want to wait. Then you get one within 3 working days.',
    ),
  ]
}
