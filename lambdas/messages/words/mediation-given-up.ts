import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { cancellationOfMeetingCalledOff, saidOfMeetingCalledOff } from '../passages/meeting.ts'

/** The family no longer wants the mediation that went on beside its appeal. It needs no certificate for it any more. */
export function mediationGivenUp(situation: SituationOfFact): MessageWords {
  const { declinedOn } = detailsOf(situation, 'mediation-declined')
  const day = formatDate(declinedOn)
  return {
    subject: `You said no to mediation on ${day}: what stays`,
    preheader: 'What this means for your appeal, and what to do if it is not right.',
    title: 'You do not want mediation any more',
    blocks: [
      paragraph(
        `You said on ${day} that you do not want mediation any more.`,
        situation.subject.adjourned ? 'So it does not go on.' : 'So it does not take place.',
        'If this is not right, tell us today.',
      ),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      paragraph(
        'You do not need to give a reason. If you change your mind, tell us or the mediation adviser.',
        'Mediation is voluntary, free and confidential.',
      ),
      ...appeal(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

function appeal(situation: SituationOfFact): Block[] {
  switch (appealState(situation)) {
    case 'ended':
      return []
    case 'made':
      return [heading('Your appeal'), paragraph('The Tribunal has your appeal. It goes on.')]
    case 'not-made':
      return [
        heading('Your right to appeal'),
        paragraph('Your right to appeal is not affected.'),
        ...appealDay(situation),
        ...(appealIsInTime(situation) ? howToAppeal(situation) : howToAppealLate(situation)),
      ]
  }
}
