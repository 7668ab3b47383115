import type { Case } from '../../cases/case.ts'
import type { FactDetails } from '../../cases/fact.ts'
import { newFact } from '../../cases/fact-input.ts'
import { openResolutions } from '../../cases/open-routes.ts'
import { RESOLUTION_PARTIES, RESOLUTION_SUBJECTS } from '../../cases/resolution/closed-words.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import {
  askChoice,
  askChoices,
  askDayOrToday,
  askYesOrNo,
  mapForm,
  optionsOf,
  type Questions,
} from '../../web/forms/questions.ts'
import {
  inLine,
  RESOLUTION_OCCASION_WORDS,
  RESOLUTION_PARTY_WORDS,
  RESOLUTION_RESULT_WORDS,
  RESOLUTION_SUBJECT_WORDS,
} from '../closed-words.ts'
import { describeMeeting, describeResolution } from './describe-route.ts'
import { ASK_PLACE, FIXED_ON, meetingQuestions, onAnotherDay } from './meeting.ts'
import { routeForm } from './route-form.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

export const RESOLUTION_FACTS: StaffFacts<
  | 'disagreement-resolution-asked'
  | 'disagreement-resolution-answered'
  | 'disagreement-resolution-meeting'
  | 'disagreement-resolution-ended'
> = {
  'disagreement-resolution-asked': {
    ...asItHappened('Somebody asked for disagreement resolution'),
    offered: 'resolution',
    form: askedForm,
    describe: ({ details: { askedOn, askedBy, subject: about, occasion, parties } }) => [
      `Asked for on ${formatDate(askedOn)} by: ${inLine(RESOLUTION_PARTY_WORDS[askedBy])}.`,
      `About: ${inLine(RESOLUTION_SUBJECT_WORDS[about])}. When: ${inLine(RESOLUTION_OCCASION_WORDS[occasion])}.`,
      `Would take part: ${parties.map((party) => inLine(RESOLUTION_PARTY_WORDS[party])).join('; ')}.`,
    ],
    effect: 'The family is told how disagreement resolution works. Nothing else stops: the time to appeal goes on.',
    correction: AS_ASKED,
  },

  'disagreement-resolution-answered': {
    ...asItHappened('Somebody answered whether to take part'),
    offered: 'resolution',
    form: answeredForm,
    describe: ({ details }, subject) => {
      const { party, agrees, answeredOn } = details
      const answer = agrees ? 'takes part' : 'does not want to take part'
      return [
        `${RESOLUTION_PARTY_WORDS[party]} ${answer}. Answered on ${formatDate(answeredOn)}.`,
        ...whichSaid(details, subject),
      ]
    },
    effect: 'When everybody agrees, or somebody does not, the family is told.',
    correction: AS_ASKED,
  },

  'disagreement-resolution-meeting': {
    ...asItHappened('A disagreement resolution meeting is fixed or moved'),
    offered: 'resolution',
    form: meetingForm,
    describe: (fact, subject) => [
      describeMeeting(fact.details),
      ...onAnotherDay('Fixed', fact.details.arrangedOn, fact),
      ...whichSaid(fact.details, subject),
    ],
    effect: 'The family is told when and where the meeting is.',
    correction: AS_ASKED,
  },

  'disagreement-resolution-ended': {
    ...asItHappened('Disagreement resolution ended'),
    offered: 'resolution',
    form: endedForm,
    describe: ({ details }, subject) => [
      `${RESOLUTION_RESULT_WORDS[details.result]}. It ended on ${formatDate(details.endedOn)}.`,
      ...whichSaid(details, subject),
    ],
    effect: 'The family is told what came of it.',
    correction: AS_ASKED,
  },
}

const SUBJECT_HINTS = {
  duties: 'For example, assessing needs, drawing up plans, or a school using its best endeavours.',
  'special-educational-provision': 'With or without a plan, including SEN support.',
  'health-or-social-care': 'While needs are assessed, or a plan is drawn up or reviewed.',
} as const

function askedForm(_subject: Case, today: CalendarDate | undefined) {
  return factForm('disagreement-resolution-asked', {
    subject: askChoice(
      RESOLUTION_SUBJECTS.map((value) => ({
        value,
        text: RESOLUTION_SUBJECT_WORDS[value],
        hint: SUBJECT_HINTS[value],
      })),
      {
        label: 'What is the disagreement about?',
        hint: 'Disagreement resolution is for these three kinds. It gives no certificate, and the time to appeal goes on.',
        error: 'Select what the disagreement is about',
      },
    ),
    occasion: askChoice(optionsOf(RESOLUTION_OCCASION_WORDS), {
      label: 'When does it arise?',
      error: 'Select when the disagreement arises',
    }),
    askedBy: askChoice(optionsOf(RESOLUTION_PARTY_WORDS), {
      label: 'Who asked for it?',
      error: 'Select who asked for it',
    }),
    parties: askChoices(optionsOf(RESOLUTION_PARTY_WORDS), {
      label: 'Who would take part?',
      hint: 'Select everybody, also whoever asked. It is voluntary: each has to agree.',
      error: 'Select who would take part',
    }),
    askedOn: askDayOrToday({ label: 'When was it asked for?', what: 'the date it was asked for' }, today),
  })
}

function answeredForm(subject: Case, today: CalendarDate | undefined) {
  const parties = RESOLUTION_PARTIES.filter((party) =>
    openResolutions(subject).some((resolution) => resolution.parties.includes(party)),
  )
  const form = ofOneResolution<FactDetails['disagreement-resolution-answered']>(subject, {
    party: askChoice(optionsOf(RESOLUTION_PARTY_WORDS, parties), {
      label: 'Who answered?',
      error: 'Select who answered',
    }),
    agrees: askYesOrNo({
      label: 'Do they agree to take part?',
      hint: 'If one does not, disagreement resolution does not go on. Other routes stay open.',
      error: 'Select whether they agree to take part',
    }),
    answeredOn: askDayOrToday({ label: 'When did they answer?', what: 'the date of the answer' }, today),
  })
  return mapForm(form, (details) => ({ fact: newFact('disagreement-resolution-answered', details) }))
}

/** The family is told where the meeting is, so its place goes with the fact as for mediation. */
function meetingForm(subject: Case, today: CalendarDate | undefined) {
  const form = ofOneResolution<FactDetails['disagreement-resolution-meeting'] & { readonly place?: string }>(subject, {
    ...meetingQuestions('When is the meeting?'),
    place: ASK_PLACE,
    arrangedOn: askDayOrToday(FIXED_ON, today),
  })
  return mapForm(form, ({ place, ...details }) => ({
    fact: newFact('disagreement-resolution-meeting', details),
    ...(place && { words: { place } }),
  }))
}

function endedForm(subject: Case, today: CalendarDate | undefined) {
  const form = ofOneResolution<FactDetails['disagreement-resolution-ended']>(subject, {
    result: askChoice(optionsOf(RESOLUTION_RESULT_WORDS), {
      label: 'How did it end?',
      error: 'Select how it ended',
    }),
    endedOn: askDayOrToday({ label: 'When did it end?', what: 'the date it ended' }, today),
  })
  return mapForm(form, (details) => ({ fact: newFact('disagreement-resolution-ended', details) }))
}

function ofOneResolution<Details extends { readonly of: Sequence }>(
  subject: Case,
  questions: Questions<Omit<Details, 'of'>>,
) {
  const routes = openResolutions(subject).map((one) => ({ value: one.of, text: describeResolution(one) }))
  return routeForm<Omit<Details, 'of'>>(routes, 'Which disagreement resolution is this about?', questions)
}

/** Which one, said only where the case has several. */
function whichSaid({ of }: { readonly of: Sequence }, { resolutions }: Case): readonly string[] {
  const resolution = resolutions.find((one) => one.of === of)
  return resolution && resolutions.length > 1 ? [`About: ${inLine(describeResolution(resolution))}.`] : []
}
