import { type Case, hasNoWrittenNotice } from '../../cases/case.ts'
import type { NoticeFault } from '../../cases/opening/closed-words.ts'
import { onlineOrOnTheForm } from '../../guidance/how-to-appeal.ts'
import type { NoticeContent } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type Paragraph, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealState } from './appeal-state.ts'
import { otherReading } from './first-dates.ts'

const FAULT_WORDS: Readonly<Record<NoticeFault, string>> = {
  'never-sent': 'our letter about this decision was never sent',
  'wrong-person': 'our decision letter went to somebody who does not have the right to appeal',
  incomplete: 'our decision letter left out something that it has to say',
}

/** What a letter left out, as an item of a list. */
export const NOTICE_CONTENT_WORDS: Readonly<Record<NoticeContent, string>> = {
  'right-to-appeal': 'the right to appeal',
  'time-limits': 'the time limits',
  'mediation-information': 'how to get information about mediation',
  'disagreement-resolution-and-advice': 'disagreement resolution, and where to get advice and support',
  recommendations: 'what the Tribunal can say on health and social care',
}

/** What was found wrong with the letter. */
export function foundWrong(foundOn: CalendarDate, fault: NoticeFault): string {
  return `On ${formatDate(foundOn)} we found that ${FAULT_WORDS[fault]}.`
}

/** That the full letter was sent. */
export function fullLetterSent(sentOn: CalendarDate): string {
  return `On ${formatDate(sentOn)} we sent our decision with everything that it has to say.`
}

/** What was wrong with the letter, and what that means for the days: nothing that anybody should rely on (J24, J25). */
export function aboutTheLetter(situation: MessageSituation): Block[] {
  const { subject, dates } = situation
  const { noticeFault, fullNotice } = subject
  if (!noticeFault) return []
  const { foundOn, fault, lacks = [] } = noticeFault
  const isOpen = appealState(situation) === 'not-made'
  return [
    paragraph(foundWrong(foundOn, fault), 'That was our mistake.'),
    ...(lacks.length > 0
      ? [
          paragraph('The letter said nothing, or not enough, about:'),
          list(...lacks.map((one) => NOTICE_CONTENT_WORDS[one])),
        ]
      : []),
    ...(fullNotice ? [paragraph(fullLetterSent(fullNotice.sentOn))] : []),
    ...(hasNoWrittenNotice(subject) || !isOpen
      ? []
      : fault === 'never-sent'
        ? [fromTheLetter(subject)]
        : [doNotWait()]),
    ...(isOpen && fullNotice && fault !== 'never-sent' ? otherReading(dates.appeal) : []),
  ]
}

function fromTheLetter({ fullNotice }: Case): Paragraph {
  return paragraph(
    'The days for the mediation adviser and for your appeal are counted from that letter.',
    ...(fullNotice ? ['Use the days in this message, and not those in our messages before it.'] : []),
  )
}

function doNotWait(): Paragraph {
  return paragraph(
    'This can be a reason for the Tribunal to accept a late appeal. A judge decides.',
    'Please do not wait. To be safe, keep to the days that are counted from the first letter.',
  )
}

/** In place of a day for the appeal: there is no written decision, so that none can be given. */
export function noDayForTheAppeal(situation: MessageSituation): Block[] {
  if (!hasNoWrittenNotice(situation.subject) || appealState(situation) !== 'not-made') return []
  return [
    heading('Ask us for our decision in writing'),
    paragraph(
      'You have no letter about our decision. So we cannot give you a last day for an appeal.',
      'Do not use the days for that in our messages before this one.',
    ),
    list(
      'Ask us today for the decision in writing. It has to tell you about your right to appeal.',
      'You do not have to wait for it. You can speak to the mediation adviser now.',
      'You can also send an appeal now. Say in it that you have no letter from us. A judge decides if it can go ahead.',
      onlineOrOnTheForm(situation.subject.decision.decisionKind),
    ),
  ]
}
