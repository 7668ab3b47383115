import type { Case } from '../../../cases/case.ts'
import { caseDates } from '../../../cases/case-dates.ts'
import { type CalendarDate, formatDate } from '../../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../../content.ts'
import { type MessageSituation, required } from '../../message-situation.ts'
import { toTheTribunal } from '../../passages/after-mediation.ts'
import {
  aboutTheTribunal,
  answerOfTheTribunal,
  beforeOurResponse,
  ifItIsLate,
  isAnswerOverdue,
  ourResponse,
  ourResponseIsLate,
  ourResponseIsThere,
  withoutOurResponse,
} from '../../passages/appeal-at-tribunal.ts'
import { appealStanding, certificateIsKnown, mayCountAsLate, nowInTime } from '../../passages/appeal-standing.ts'
import { TELL_IT_WHAT_WAS_AGREED, THIS_DOES_NOT_END_IT } from '../../passages/closing.ts'
import { meetingStillStands } from '../../passages/meeting.ts'
import { stillOpenBesideTheAppeal } from '../../passages/tribunal.ts'

/** The Tribunal has the appeal: whether it goes ahead, where the council's response is, and what happens next. */
export function appealAtTheTribunal(situation: MessageSituation, before: Case | undefined): Block[] {
  const { subject } = situation
  const { receivedOn } = required(subject.appeal, 'no appeal is recorded', situation)
  return [
    heading('Your appeal'),
    paragraph(
      'The Tribunal has your appeal.',
      ...(subject.withdrawn ? [THIS_DOES_NOT_END_IT] : []),
      ...(subject.agreement ? TELL_IT_WHAT_WAS_AGREED : []),
      `The Tribunal received it on ${formatDate(receivedOn)}.`,
      ...(isAnswerOverdue(situation, receivedOn) ? ['If the Tribunal has not written to you yet, ask it.'] : []),
      ...(subject.mediationResult ? toTheTribunal(subject.mediationResult.result) : []),
    ),
    ...whetherItGoesAhead(situation, before),
    ...response(situation, receivedOn),
    ...meetingStillStands(situation),
    stillOpenBesideTheAppeal(),
    aboutTheTribunal(),
  ]
}

/** Whether it may count as late, and why; and what of that is another way than the family was told. */
function whetherItGoesAhead(situation: MessageSituation, before: Case | undefined): Block[] {
  const was = before && appealStanding(before, caseDates(before, situation.today))
  const is = appealStanding(situation.subject, situation.dates)
  if (!is) return ifItIsLate(situation)
  return [
    ...(is.isLate
      ? mayCountAsLate(situation)
      : [...(was?.isLate ? nowInTime(situation) : []), ...ifItIsLate(situation)]),
    ...(was?.lacksCertificate && !is.lacksCertificate ? certificateIsKnown(situation) : []),
  ]
}

function response(situation: MessageSituation, receivedOn: CalendarDate): Block[] {
  const { subject, dates, today } = situation
  if (subject.response) return ourResponseIsThere(subject.response.sentOn, situation)
  if (!dates.response) return [...answerOfTheTribunal(situation, receivedOn), ...beforeOurResponse()]
  return today > dates.response.lawDate
    ? [paragraph(...ourResponseIsLate()), ...ourResponse(dates.response, situation), ...withoutOurResponse()]
    : [...ourResponse(dates.response, situation), ...beforeOurResponse()]
}
