import { type Case, plannedMeeting } from '../../cases/case.ts'
import type { Fact, FactDetails } from '../../cases/fact.ts'
import { newFact } from '../../cases/fact-input.ts'
import { londonDay } from '../../cases/london.ts'
import type { ChangeReason, MeetingDetails } from '../../cases/meeting/meetings.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Typed } from '../../web/forms/field.ts'
import {
  askChoice,
  askChoices,
  askDate,
  askDayOrToday,
  askOptionalChoice,
  askOptionalLine,
  askOptionalYesOrNo,
  askTime,
  askYesOrNo,
  formOf,
  mapForm,
  optionsOf,
  type Questions,
} from '../../web/forms/questions.ts'
import {
  ATTENDING_ROLE_WORDS,
  CANCELLED_BY_WORDS,
  CHANGE_REASON_WORDS,
  inLine,
  MEETING_FORMAT_WORDS,
} from '../closed-words.ts'
import { describeMeeting } from './describe-route.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

/** The family is told of a meeting as it is now, not of each date that has changed. */
const CORRECTED = {
  ...AS_ASKED,
  told: 'The family is told when and where the meeting is, as when a meeting is moved.',
}

export const MEETING_FACTS: StaffFacts<
  'meeting-arranged' | 'meeting-moved' | 'attendance-named' | 'meeting-cancelled' | 'meeting-missed'
> = {
  'meeting-arranged': {
    ...asItHappened('A mediation meeting is arranged'),
    offered: 'mediation',
    form: arrangedForm,
    describe: (fact) => [
      describeMeeting(fact.details),
      ...onAnotherDay('Fixed', fact.details.arrangedOn, fact),
      ...noticeSaid(fact.details),
    ],
    effect: 'The family is told when and where the meeting is.',
    correction: CORRECTED,
  },

  'meeting-moved': {
    ...asItHappened('The meeting is moved'),
    offered: 'mediation',
    form: {
      asks: movedForm,
      async beginsWith({ subject }, { words }): Promise<Typed> {
        const meeting = plannedMeeting(subject)
        if (!meeting) return {}
        const { startsAt, format, lastChangedBy } = meeting
        return { startsAt, format, place: (await words()).get(lastChangedBy)?.place ?? '' }
      },
    },
    describe: (fact) => [
      describeMeeting(fact.details),
      ...onAnotherDay('Moved', fact.details.movedOn, fact),
      ...(fact.details.movedBy ? [`Moved by: ${inLine(CANCELLED_BY_WORDS[fact.details.movedBy])}.`] : []),
      ...whySaid(fact.details.reason),
      ...noticeSaid(fact.details),
    ],
    effect: 'The family is told when and where the meeting is now.',
    correction: CORRECTED,
  },

  'attendance-named': {
    ...asItHappened('It is said who comes to the meeting, and whether they can decide'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('attendance-named', {
        role: askChoice(optionsOf(ATTENDING_ROLE_WORDS), {
          label: 'Who comes?',
          hint: 'For the council, or for the health board where only health care is disputed.',
          error: 'Select who comes',
        }),
        canDecide: askYesOrNo({
          label: 'Can they decide?',
          hint: 'Whoever is sent has to have authority to resolve the issues (regulation 37).',
          error: 'Select whether they can decide',
        }),
        namedOn: askDayOrToday({ label: 'When was that said?', what: 'the date it was said who comes' }, today),
      }),
    describe: ({ details: { role, canDecide, namedOn } }) => [
      `${ATTENDING_ROLE_WORDS[role]}, who ${canDecide ? 'can' : 'cannot'} decide. Said on ${formatDate(namedOn)}.`,
    ],
    effect: 'The family is told who comes, and whether they can decide, two working days before the meeting.',
    correction: AS_ASKED,
  },

  'meeting-cancelled': {
    ...asItHappened('The meeting is cancelled'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('meeting-cancelled', {
        cancelledOn: askDayOrToday(
          { label: 'When was the meeting cancelled?', what: 'the date the meeting was cancelled' },
          today,
        ),
        cancelledBy: askChoice(optionsOf(CANCELLED_BY_WORDS), {
          label: 'Who cancelled it?',
          error: 'Select who cancelled the meeting',
        }),
        reason: ASK_WHY,
      }),
    describe: ({ details: { cancelledOn, cancelledBy, reason } }) => [
      `Cancelled on ${formatDate(cancelledOn)}.`,
      `Cancelled by: ${inLine(CANCELLED_BY_WORDS[cancelledBy])}.`,
      ...whySaid(reason),
    ],
    effect: 'The family is told that the meeting does not take place.',
    correction: AS_ASKED,
  },

  'meeting-missed': {
    ...asItHappened('Somebody did not come to the meeting'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('meeting-missed', {
        missedOn: askDayOrToday({ label: 'When was the meeting?', what: 'the date of the meeting' }, today),
        absent: askChoices(optionsOf(CANCELLED_BY_WORDS), {
          label: 'Who did not come?',
          hint: 'If it took place all the same, record how it ended instead.',
          error: 'Select who did not come',
        }),
        knownBefore: askOptionalYesOrNo({ label: 'Was that known before?' }),
      }),
    describe: ({ details: { missedOn, absent, knownBefore } }) => [
      `The meeting of ${formatDate(missedOn)} was not held.`,
      `Did not come: ${absent.map((party) => inLine(CANCELLED_BY_WORDS[party])).join(', ')}.`,
      ...(knownBefore === undefined ? [] : [knownBefore ? 'It was known before.' : 'It was not known before.']),
    ],
    effect:
      'It does not count as mediation. If the council did not come, the adviser has three working days from that day for the certificate. If the family did not, nothing follows by itself: ask it whether it wants another day, or declines. The family is told.',
    correction: AS_ASKED,
  },
}

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
    format: askChoice(optionsOf(MEETING_FORMAT_WORDS), {
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

/** The day on which a meeting was fixed, whatever it is about. */
export const FIXED_ON = { label: 'When was the meeting fixed?', what: 'the date the meeting was fixed' }

/** When a meeting was fixed or moved, said only where that was not the day of recording. */
export function onAnotherDay(
  what: string,
  day: CalendarDate,
  { recordedAt }: Pick<Fact, 'recordedAt'>,
): readonly string[] {
  return day === londonDay(new Date(recordedAt)) ? [] : [`${what} on ${formatDate(day)}.`]
}

const NOTICE_HINT = 'Tell the family at least 5 working days before, unless it agrees to less.'

const ASK_SHORT_NOTICE = askOptionalYesOrNo({
  label: 'Has the family agreed to less than 5 working days’ notice?',
  hint: 'Answer only if the meeting is that soon.',
})

const ASK_WHY = askOptionalChoice(optionsOf(CHANGE_REASON_WORDS), {
  label: 'Why?',
  hint: 'A note can say more. It is not sent to the family.',
})

function arrangedForm(_subject: Case, today: CalendarDate | undefined) {
  const form = formOf<WithPlace<FactDetails['meeting-arranged']>>({
    ...meetingQuestions('When is the meeting?', NOTICE_HINT),
    place: ASK_PLACE,
    shortNoticeAgreed: ASK_SHORT_NOTICE,
    arrangedOn: askDayOrToday(FIXED_ON, today),
  })
  return mapForm(form, ({ place, ...details }) => ({
    fact: newFact('meeting-arranged', details),
    ...(place && { words: { place } }),
  }))
}

function movedForm(_subject: Case, today: CalendarDate | undefined) {
  const form = formOf<WithPlace<FactDetails['meeting-moved']>>({
    ...meetingQuestions('When is the meeting now?', NOTICE_HINT),
    place: ASK_PLACE,
    shortNoticeAgreed: ASK_SHORT_NOTICE,
    movedBy: askChoice(optionsOf(CANCELLED_BY_WORDS), {
      label: 'Who moved it?',
      error: 'Select who moved the meeting',
    }),
    reason: ASK_WHY,
    movedOn: askDayOrToday({ label: 'When was it moved?', what: 'the date the meeting was moved' }, today),
  })
  return mapForm(form, ({ place, ...details }) => ({
    fact: newFact('meeting-moved', details),
    ...(place && { words: { place } }),
  }))
}

function noticeSaid({ shortNoticeAgreed }: MeetingDetails): readonly string[] {
  if (shortNoticeAgreed === undefined) return []
  return [`The family has ${shortNoticeAgreed ? '' : 'not '}agreed to less than 5 working days’ notice.`]
}

function whySaid(reason: ChangeReason | undefined): readonly string[] {
  return reason ? [`Why: ${inLine(CHANGE_REASON_WORDS[reason])}.`] : []
}
