import { formatDate } from '../../law/calendar-date.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { appealMeanwhile } from '../passages/appeal-meanwhile.ts'
import { certificateIsNeeded } from '../passages/appeal-state.ts'
import { HEALTH_BODY } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { beforeTheMeeting } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { arrangedByPanel } from '../passages/who-arranges.ts'

/** Only health care is disputed, and the integrated care board has been told: it has 30 days from then (regulation 35). */
export function healthBoardKnows(situation: SituationOfFact): MessageWords {
  const { boardToldOn } = detailsOf(situation, 'health-board-told')
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const { today } = situation
  const day = formatDate(mediation.lawDate)
  return {
    subject:
      today > mediation.lawDate
        ? `The health body had to arrange your mediation by ${day}: ask it today`
        : `The health body must arrange your mediation by ${day}`,
    preheader: 'What happens next, and who can come with you.',
    title: 'The health body arranges your mediation',
    blocks: [
      paragraph(
        `On ${formatDate(boardToldOn)} we told ${HEALTH_BODY} that you want mediation about health care.`,
        'Now it must arrange the meeting with you.',
      ),
      aboutTheDecision(situation),
      arrangedByPanel(mediation, situation),
      ...whyThisDay(mediation, today),
      heading('What happens next'),
      list(
        ...beforeTheMeeting(situation),
        ...(certificateIsNeeded(situation)
          ? ['If you do not want to wait, tell the mediation adviser. Then you get a certificate.']
          : []),
      ),
      heading('What to do'),
      paragraph(
        'Tell the mediation adviser which days and places are good for you.',
        today > mediation.lawDate
          ? 'If you have heard nothing, tell us today. We ask the health body too.'
          : 'If you hear nothing by that day, tell us. We ask the health body too.',
      ),
      whatMediationIs(situation),
      ...appealMeanwhile(situation),
      ...whoCanHelp(situation),
    ],
  }
}
