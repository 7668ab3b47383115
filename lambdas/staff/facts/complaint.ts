import type { Case, Complaint } from '../../cases/case.ts'
import { COMPLAINT_POINTS } from '../../cases/complaint/closed-words.ts'
import { newFact } from '../../cases/fact-input.ts'
import { openComplaints } from '../../cases/open-routes.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Option } from '../../web/forms/field.ts'
import {
  askAny,
  askChoice,
  askDate,
  askDayOrToday,
  askOptionalChoice,
  askOptionalDate,
  mapForm,
  optionsOf,
} from '../../web/forms/questions.ts'
import {
  COMPLAINT_BODY_WORDS,
  COMPLAINT_POINT_WORDS,
  COMPLAINT_RESULT_WORDS,
  COMPLAINT_STAGE_WORDS,
  inLine,
} from '../closed-words.ts'
import { describeComplaint } from './describe-route.ts'
import { routeForm } from './route-form.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

export const COMPLAINT_FACTS: StaffFacts<'complaint-made' | 'complaint-acknowledged' | 'complaint-answered'> = {
  'complaint-made': {
    ...asItHappened('The family made a complaint'),
    offered: 'complaints',
    form: madeForm,
    describe: ({ details: { about, stage, madeOn, awareOn, answerAskedBy, points } }) => {
      const missing = COMPLAINT_POINTS.filter((point) => !points.includes(point))
      return [
        `About: ${inLine(COMPLAINT_BODY_WORDS[about])}. Made on ${formatDate(madeOn)}.`,
        ...(stage === 'second' ? ['It is at its second stage.'] : []),
        `The family became aware of the matter on ${formatDate(awareOn)}.`,
        ...(answerAskedBy ? [`It asked for an answer by ${formatDate(answerAskedBy)}.`] : []),
        ...(missing.length > 0
          ? [`Not met: ${missing.map((point) => inLine(COMPLAINT_POINT_WORDS[point])).join('; ')}.`]
          : ['It meets all five points that a complaint usually needs.']),
      ]
    },
    effect: {
      open: 'The family is told by when it should hear. Nothing else stops: the time to appeal goes on.',
      closed: 'The case opens again for the complaint. The family is told by when it should hear.',
    },
    correction: AS_ASKED,
  },

  'complaint-acknowledged': {
    ...asItHappened('The complaint was acknowledged'),
    offered: 'complaints',
    form: acknowledgedForm,
    describe: ({ details }, subject) => [
      `Acknowledged on ${formatDate(details.acknowledgedOn)}.`,
      ...(details.answerPromisedBy ? [`An answer is promised by ${formatDate(details.answerPromisedBy)}.`] : []),
      ...whichSaid(details, subject),
    ],
    effect: 'The family is told that the complaint was received, and by when an answer is due.',
    correction: AS_ASKED,
  },

  'complaint-answered': {
    ...asItHappened('The complaint was answered'),
    offered: 'complaints',
    form: answeredForm,
    describe: ({ details }, subject) => [
      `${COMPLAINT_RESULT_WORDS[details.result]}. Answered on ${formatDate(details.answeredOn)}.`,
      ...whichSaid(details, subject),
    ],
    effect: 'The family is told what came of it, and what it can do next.',
    correction: AS_ASKED,
  },
}

const WHICH = 'Which complaint is this about?'

function madeForm(_subject: Case, today: CalendarDate | undefined) {
  return factForm('complaint-made', {
    about: askChoice(optionsOf(COMPLAINT_BODY_WORDS), {
      label: 'What does the family complain about?',
      hint: 'The complaint goes to that body, by its own procedure.',
      error: 'Select what the family complains about',
    }),
    stage: askOptionalChoice(optionsOf(COMPLAINT_STAGE_WORDS), {
      label: 'At which stage is it?',
      hint: 'For a complaint about the council. The second stage has a longer time for the answer. Left blank, it is the first.',
    }),
    points: askAny(optionsOf(COMPLAINT_POINT_WORDS), {
      label: 'Which of these does the complaint meet?',
      hint: 'A complaint usually needs all five. The family is told what is still missing, and how to put it right.',
    }),
    madeOn: askDayOrToday({ label: 'When did the family complain?', what: 'the date of the complaint' }, today),
    awareOn: askDate({
      label: 'When did the family become aware of what it complains of?',
      hint: 'The 12 months to go to the Ombudsman run from this day.',
      what: 'the date the family became aware',
    }),
    answerAskedBy: askOptionalDate({
      label: 'By when did the family ask for an answer?',
      what: 'the day by which an answer was asked for',
    }),
  })
}

function acknowledgedForm(subject: Case, today: CalendarDate | undefined) {
  const form = routeForm(routes(openComplaints(subject).filter(({ acknowledged }) => !acknowledged)), WHICH, {
    acknowledgedOn: askDayOrToday(
      {
        label: 'When was the complaint acknowledged?',
        what: 'the date of the acknowledgement',
      },
      today,
    ),
    answerPromisedBy: askOptionalDate({
      label: 'By when is an answer promised?',
      hint: 'This day counts instead of the body’s usual time.',
      what: 'the day promised for the answer',
    }),
  })
  return mapForm(form, (details) => ({ fact: newFact('complaint-acknowledged', details) }))
}

function answeredForm(subject: Case, today: CalendarDate | undefined) {
  const form = routeForm(routes(openComplaints(subject)), WHICH, {
    result: askChoice(optionsOf(COMPLAINT_RESULT_WORDS), {
      label: 'What came of the complaint?',
      error: 'Select what came of the complaint',
    }),
    answeredOn: askDayOrToday({ label: 'When was it answered?', what: 'the date of the answer' }, today),
  })
  return mapForm(form, (details) => ({ fact: newFact('complaint-answered', details) }))
}

function routes(complaints: readonly Complaint[]): readonly Option<Sequence>[] {
  return complaints.map((one) => ({ value: one.of, text: describeComplaint(one) }))
}

/** Which one, said only where the case has several. */
function whichSaid({ of }: { readonly of: Sequence }, { complaints }: Case): readonly string[] {
  const complaint = complaints.find((one) => one.of === of)
  return complaint && complaints.length > 1 ? [`${describeComplaint(complaint)}.`] : []
}
