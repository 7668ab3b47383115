import type { Case, Complaint } from '../../cases/case.ts'
import { COMPLAINT_BODIES, COMPLAINT_POINTS, COMPLAINT_RESULTS } from '../../cases/complaint/closed-words.ts'
import { openComplaints } from '../../cases/open-routes.ts'
import { type FactInput, newFact } from '../../recording/fact-input.ts'
import type { Option } from '../../web/forms/field.ts'
import { askAny, askChoice, askDate, askOptionalDate, mapForm, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import {
  COMPLAINT_BODY_WORDS,
  COMPLAINT_POINT_WORDS,
  COMPLAINT_RESULT_WORDS,
  describeComplaint,
} from './complaint-words.ts'
import { factForm } from './form-of-fact.ts'
import { routeForm } from './route-form.ts'

export function complaintMadeForm(): Form<FactInput> {
  return factForm('complaint-made', {
    about: askChoice(optionsOf(COMPLAINT_BODIES, COMPLAINT_BODY_WORDS), {
      label: 'What does the family complain about?',
      hint: 'The complaint goes to that body, by its own procedure.',
      error: 'Select what the family complains about',
    }),
    points: askAny(optionsOf(COMPLAINT_POINTS, COMPLAINT_POINT_WORDS), {
      label: 'Which of these does the complaint meet?',
      hint: 'A complaint usually needs all five. The family is told what is still missing, and how to put it right.',
    }),
    madeOn: askDate({ label: 'When did the family complain?', what: 'the date of the complaint' }),
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

export function complaintAcknowledgedForm(subject: Case): Form<FactInput> {
  const form = routeForm(routes(openComplaints(subject).filter(({ acknowledged }) => !acknowledged)), WHICH, {
    acknowledgedOn: askDate({
      label: 'When was the complaint acknowledged?',
      what: 'the date of the acknowledgement',
    }),
    answerPromisedBy: askOptionalDate({
      label: 'By when is an answer promised?',
      hint: 'This day counts instead of the body’s usual time.',
      what: 'the day promised for the answer',
    }),
  })
  return mapForm(form, (details) => ({ fact: newFact('complaint-acknowledged', details) }))
}

export function complaintAnsweredForm(subject: Case): Form<FactInput> {
  const form = routeForm(routes(openComplaints(subject)), WHICH, {
    result: askChoice(optionsOf(COMPLAINT_RESULTS, COMPLAINT_RESULT_WORDS), {
      label: 'What came of the complaint?',
      error: 'Select what came of the complaint',
    }),
    answeredOn: askDate({ label: 'When was it answered?', what: 'the date of the answer' }),
  })
  return mapForm(form, (details) => ({ fact: newFact('complaint-answered', details) }))
}

const WHICH = 'Which complaint is this about?'

function routes(complaints: readonly Complaint[]): readonly Option[] {
  return complaints.map((one) => ({ value: one.of, text: describeComplaint(one) }))
}
