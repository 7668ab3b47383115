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
  OMBUDSMAN_RESULT_WORDS,
  OMBUDSMAN_WORDS,
} from '../closed-words.ts'
import { describeComplaint, describeOmbudsman } from './describe-route.ts'
import { routeForm } from './route-form.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

export const COMPLAINT_FACTS: StaffFacts<
  | 'complaint-made'
  | 'complaint-acknowledged'
  | 'complaint-answered'
  | 'ombudsman-asked'
  | 'ombudsman-decided'
  | 'remedy-done'
> = {
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

  'ombudsman-asked': {
    ...asItHappened('The family went to the Ombudsman'),
    offered: 'complaints',
    form: (_subject, today) =>
      factForm('ombudsman-asked', {
        ombudsman: askChoice(optionsOf(OMBUDSMAN_WORDS), {
          label: 'Which Ombudsman?',
          error: 'Select which Ombudsman',
        }),
        askedOn: askDayOrToday({ label: 'When was that?', what: 'the date the family went to the Ombudsman' }, today),
      }),
    describe: ({ details: { ombudsman, askedOn } }) => [`${OMBUDSMAN_WORDS[ombudsman]}, on ${formatDate(askedOn)}.`],
    effect:
      'The family is told that this stops no time to appeal. The case stays open until the Ombudsman has decided.',
    correction: AS_ASKED,
  },

  'ombudsman-decided': {
    ...asItHappened('The Ombudsman decided'),
    offered: 'complaints',
    form: decidedForm,
    describe: ({ details: { decidedOn, result, remedyBy } }) => [
      `${OMBUDSMAN_RESULT_WORDS[result]}. Decided on ${formatDate(decidedOn)}.`,
      ...(remedyBy ? [`The remedy is due by ${formatDate(remedyBy)}.`] : []),
    ],
    effect: 'The family is told the decision. A remedy is a task with its day, until it is recorded as done.',
    correction: AS_ASKED,
  },

  'remedy-done': {
    ...asItHappened('What the Ombudsman asked for was done'),
    offered: 'complaints',
    form: remedyForm,
    describe: ({ details: { doneOn } }) => [`Done on ${formatDate(doneOn)}.`],
    effect: 'The task ends.',
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

const WHICH_OMBUDSMAN = 'Which time is this about?'

function decidedForm(subject: Case, today: CalendarDate | undefined) {
  const open = subject.ombudsmen.filter(({ decided }) => !decided)
  const form = routeForm(taken(open), WHICH_OMBUDSMAN, {
    result: askChoice(optionsOf(OMBUDSMAN_RESULT_WORDS), {
      label: 'What did the Ombudsman decide?',
      error: 'Select what the Ombudsman decided',
    }),
    decidedOn: askDayOrToday({ label: 'When did it decide?', what: 'the date of the decision' }, today),
    remedyBy: askOptionalDate({
      label: 'By when is the remedy to be done?',
      hint: 'The last day that the decision names. Leave it blank if it names none.',
      what: 'the day for the remedy',
    }),
  })
  return mapForm(form, (details) => ({ fact: newFact('ombudsman-decided', details) }))
}

function remedyForm(subject: Case, today: CalendarDate | undefined) {
  const open = subject.ombudsmen.filter(({ decided, remedied }) => decided && !remedied)
  const form = routeForm(taken(open), WHICH_OMBUDSMAN, {
    doneOn: askDayOrToday({ label: 'When was all of it done?', what: 'the date it was done' }, today),
  })
  return mapForm(form, (details) => ({ fact: newFact('remedy-done', details) }))
}

function taken(ombudsmen: Case['ombudsmen']): readonly Option<Sequence>[] {
  return ombudsmen.map((one) => ({ value: one.of, text: describeOmbudsman(one) }))
}

function routes(complaints: readonly Complaint[]): readonly Option<Sequence>[] {
  return complaints.map((one) => ({ value: one.of, text: describeComplaint(one) }))
}

/** Which one, said only where the case has several. */
function whichSaid({ of }: { readonly of: Sequence }, { complaints }: Case): readonly string[] {
  const complaint = complaints.find((one) => one.of === of)
  return complaint && complaints.length > 1 ? [`${describeComplaint(complaint)}.`] : []
}
