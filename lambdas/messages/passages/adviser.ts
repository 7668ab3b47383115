import { advisersToReach } from '../../cases/advice/adviser.ts'
import { boardArranges, type Case, hasHealthIssue } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, contactDetails, type DatePanel, datePanel, type Paragraph, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'

/** The date by which the family speaks to the adviser: what to aim for first, then the law's last day. */
export function adviserContactPanel(situation: MessageSituation, deed = 'Speak to the mediation adviser'): DatePanel {
  const { lawDate, aimDate } = adviserContactDate(situation)
  const { today } = situation
  if (today > lawDate) {
    return datePanel(
      'The last day in the law was',
      formatDate(lawDate),
      'Phone or email the mediation adviser today. The adviser can still talk to you.',
    )
  }
  if (today > aimDate) {
    return datePanel(`${deed} by`, formatDate(lawDate), 'Phone or email today. This is the last day in the law.')
  }
  return datePanel(
    `${deed} by`,
    formatDate(aimDate),
    lawDate === aimDate
      ? 'This is also the last day in the law.'
      : `The last day in the law is ${formatDate(lawDate)}. The phone may not be answered that day.`,
    'This day does not move for weekends, bank holidays, August or Christmas.',
  )
}

/** The two months to speak to the adviser (regulation 33). */
export function adviserContactDate(situation: MessageSituation): Deadline {
  return required(situation.dates.contact, 'the case needs no mediation advice', situation)
}

/** How to reach the adviser, and what the adviser is. */
export function reachTheAdviser({ council, subject }: MessageSituation): Block[] {
  const advisers = advisersToReach(subject, council.providers)
  return [
    paragraph(
      'The mediation adviser is independent. The adviser does not work for the council.',
      ...(advisers.length > 1 ? ['You can choose one of these. Tell us which one you chose.'] : []),
    ),
    ...advisers.map((adviser) => contactDetails(adviser)),
  ]
}

/** What mediation is, with no push towards it. */
export function whatMediationIs({ subject }: MessageSituation): Paragraph {
  return paragraph(
    `Mediation is a meeting between ${whoMeets(subject)}. An independent mediator runs it.`,
    'It is voluntary, free and confidential.',
    'You do not have to choose it.',
    'Your right to appeal is not affected.',
  )
}

/** The council, the integrated care board, or both, as the issue asks (Children and Families Act 2014, sections 53 and 54). */
function whoMeets(subject: Case): string {
  if (boardArranges(subject)) return 'you and the health body'
  return hasHealthIssue(subject) ? 'you, us and the health body' : 'you and us'
}

/** Whether the family has spoken to the adviser. Telling the adviser that one wants no mediation is speaking to it. */
export function hasSpokenToAdviser({ adviserContactedOn, declined, certificate }: Case): boolean {
  return adviserContactedOn !== undefined || declined !== undefined || certificate !== undefined
}
