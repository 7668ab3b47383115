import type { FactDetails } from '../../cases/fact.ts'
import { CANCELLED_BY, CHANGE_REASONS, MEETING_FORMATS, type MeetingDetails } from '../../cases/meeting/meetings.ts'
import { type FactInput, newFact } from '../../recording/fact-input.ts'
import {
  askChoice,
  askDate,
  askOptionalChoice,
  askOptionalLine,
  askOptionalYesOrNo,
  askTime,
  formOf,
  mapForm,
  optionsOf,
  type Questions,
} from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { factForm } from './form-of-fact.ts'
import { CANCELLED_BY_WORDS, CHANGE_REASON_WORDS, MEETING_FORMAT_WORDS } from './mediation-words.ts'

type WithPlace<Details> = Details & { readonly place?: string }

/** When a meeting is and how it takes place. */
export function meetingQuestions(
  label: string,
  hint?: string,
): Pick<Questions<MeetingDetails>, 'meetingOn' | 'startsAt' | 'format'> {
  return {
    meetingOn: askDate({ label, ...(hint && { hint }), what: 'the date of the meeting' }),
    startsAt: askTime({
      label: 'What time does it start?',
      hint: 'For example, 2:30pm or 14:30.',
      what: 'the time the meeting starts',
    }),
    format: askChoice(optionsOf(MEETING_FORMATS, MEETING_FORMAT_WORDS), {
      label: 'How does it take place?',
      error: 'Select how the meeting takes place',
    }),
  }
}

/** The place may name somebody's home, so it is kept with the contact details. */
export const ASK_PLACE = askOptionalLine({
  label: 'Where is it?',
  hint: 'The address, or how to join. The family is told.',
  what: 'where the meeting is',
})

const NOTICE_HINT = 'Tell the family at least 5 working days before, unless it agrees to less.'

const ASK_SHORT_NOTICE = askOptionalYesOrNo({
  label: 'Has the family agreed to less than 5 working days’ notice?',
  hint: 'Answer only if the meeting is that soon.',
})

export function meetingArrangedForm(): Form<FactInput> {
  const form = formOf<WithPlace<MeetingDetails>>({
    ...meetingQuestions('When is the meeting?', NOTICE_HINT),
    place: ASK_PLACE,
    shortNoticeAgreed: ASK_SHORT_NOTICE,
  })
  return mapForm(form, ({ place, ...details }) => ({
    fact: newFact('meeting-arranged', details),
    ...(place && { words: { place } }),
  }))
}

const ASK_WHY = askOptionalChoice(optionsOf(CHANGE_REASONS, CHANGE_REASON_WORDS), {
  label: 'Why?',
  hint: 'A note can say more. It is not sent to the family.',
})

export function meetingMovedForm(): Form<FactInput> {
  const form = formOf<WithPlace<FactDetails['meeting-moved']>>({
    ...meetingQuestions('When is the meeting now?', NOTICE_HINT),
    place: ASK_PLACE,
    shortNoticeAgreed: ASK_SHORT_NOTICE,
    movedBy: askChoice(optionsOf(CANCELLED_BY, CANCELLED_BY_WORDS), {
      label: 'Who moved it?',
      error: 'Select who moved the meeting',
    }),
    reason: ASK_WHY,
  })
  return mapForm(form, ({ place, ...details }) => ({
    fact: newFact('meeting-moved', details),
    ...(place && { words: { place } }),
  }))
}

export function meetingCancelledForm(): Form<FactInput> {
  return factForm('meeting-cancelled', {
    cancelledOn: askDate({ label: 'When was the meeting cancelled?', what: 'the date the meeting was cancelled' }),
    cancelledBy: askChoice(optionsOf(CANCELLED_BY, CANCELLED_BY_WORDS), {
      label: 'Who cancelled it?',
      error: 'Select who cancelled the meeting',
    }),
    reason: ASK_WHY,
  })
}
