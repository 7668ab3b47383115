import type { Case } from '../../cases/case.ts'
import { newFact } from '../../cases/fact-input.ts'
import { OPENED } from '../../cases/sequence.ts'
import { WAYS_AFTER_A_DECISION, type WayToOpenAgain } from '../../cases/tribunal/closed-words.ts'
import { endToSetAside } from '../../cases/tribunal/facts.ts'
import { decisionToAppeal } from '../../cases/tribunal/further-appeal.ts'
import { daysOf, eachDay, isBundleLate, type TimetableDay } from '../../cases/tribunal/timetable.ts'
import { PLAN_SECTIONS } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import {
  askAny,
  askChoice,
  askDayOrToday,
  askOptionalChoice,
  askOptionalChoices,
  askOptionalDate,
  formOf,
  mapForm,
  optionsOf,
} from '../../web/forms/questions.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
import {
  ASKER_WORDS,
  BUNDLE_IS_LATE,
  EXTENT_WORDS,
  FURTHER_APPEAL_WORDS,
  HEARING_WORDS,
  inLine,
  OPEN_AGAIN_WORDS,
  SECTION_WORDS,
  TIMETABLE_WORDS,
  TRIBUNAL_DECISION_WORDS,
} from '../closed-words.ts'
import { describeDuties, sectionsInWords } from './describe-route.ts'
import { dayForDutiesSaid, dutiesSaid, dutyOptions } from './duties.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts, TOLD_WHAT_CHANGED } from './staff-fact.ts'

export const TRIBUNAL_FACTS: StaffFacts<
  | 'timetable-set'
  | 'response-sent'
  | 'council-gave-in'
  | 'appeal-conceded'
  | 'appeal-withdrawn'
  | 'appeal-decided'
  | 'decision-set-aside'
  | 'further-appeal'
> = {
  'timetable-set': {
    ...asItHappened('The Tribunal set its days, or changed them'),
    offered: 'appeal',
    form: {
      asks: timetableForm,
      // A letter that changes one day leaves the others: only what it changes is typed again.
      async beginsWith({ subject }) {
        const { timetable } = subject
        return timetable
          ? typedAnswers(timetableForm(subject, undefined).fields, { ...timetable.days, hearingIs: timetable.hearing })
          : {}
      },
    },
    describe: ({ details: { setOn, hearingIs, ...days } }) => [
      `Letter of ${formatDate(setOn)}.`,
      ...daysOf({ days }).map(({ name, day }) => `${TIMETABLE_WORDS[name]}: ${formatDate(day)}.`),
      ...(hearingIs ? [`${HEARING_WORDS[hearingIs]}.`] : []),
      ...(isBundleLate({ days }) ? [`${BUNDLE_IS_LATE}.`] : []),
    ],
    effect:
      'The family is told every day, with a file for its calendar, and is reminded 14 days before the last day for evidence. A task comes 5 working days before each day.',
    correction: AS_ASKED,
  },

  'response-sent': {
    ...asItHappened('The council sent its response to the Tribunal'),
    offered: 'appeal',
    form: (_subject, today) =>
      factForm('response-sent', {
        sentOn: askDayOrToday(
          {
            label: 'When did the council send its response to the Tribunal?',
            what: 'the date the response was sent',
          },
          today,
        ),
      }),
    describe: ({ details: { sentOn } }) => [`Sent on ${formatDate(sentOn)}.`],
    effect: 'The family is told that the Tribunal has the council’s response.',
    correction: AS_ASKED,
  },

  'council-gave-in': {
    ...asItHappened('The council gave in without an order: late, in part, or by a promise'),
    offered: 'appeal',
    form: (subject, today) => {
      const { decisionKind, sections = PLAN_SECTIONS } = subject.decision
      return factForm('council-gave-in', {
        gaveInOn: askDayOrToday(
          {
            label: 'When did the council tell the family or the Tribunal?',
            hint: 'If it told the Tribunal before its response that it does not oppose the appeal at all, record that it conceded instead: that has days in law.',
            what: 'the date the council gave in',
          },
          today,
        ),
        extent: askChoice(optionsOf(EXTENT_WORDS), {
          label: 'What did the council give in on?',
          error: 'Select what the council gave in on',
        }),
        ...(decisionKind === 'plan-contents' && {
          sections: askOptionalChoices(optionsOf(SECTION_WORDS, sections), {
            label: 'If it was a part: which parts of the plan?',
          }),
        }),
        duties: askAny(
          dutyOptions('order', subject).filter(({ value }) => value !== 'cease'),
          { label: 'What did the council say that it will do?' },
        ),
        promisedDate: askOptionalDate({
          label: 'By when did it say so?',
          hint: 'The law sets no day for it. Leave it blank if none was named.',
          what: 'the day that it promised',
        }),
      })
    },
    describe: ({ details: { gaveInOn, extent, sections = [], duties, promisedDate } }) => [
      `${EXTENT_WORDS[extent]}, on ${formatDate(gaveInOn)}.`,
      ...(sections.length > 0 ? [`It is about ${sectionsInWords(sections)}.`] : []),
      ...(duties.length > 0 ? [`Promised: ${describeDuties(duties)}.`] : []),
      ...(promisedDate ? [`By ${formatDate(promisedDate)}.`] : []),
      'No order: neither regulation 44 nor 45 applies.',
    ],
    effect:
      'The appeal goes on, and the family is told to keep it open. A task asks you for a consent order. If it is an assessment, the 20 weeks count from the request.',
    correction: AS_ASKED,
  },

  'appeal-conceded': {
    ...asItHappened('The council conceded the appeal, before its response'),
    offered: 'appeal',
    form: (subject, today) =>
      factForm('appeal-conceded', {
        concededOn: askDayOrToday(
          {
            label: 'When did the council tell the Tribunal that it does not oppose the appeal?',
            hint: 'The times to put things right run from this day (regulation 45).',
            what: 'the date the council told the Tribunal',
          },
          today,
        ),
        duties: askAny(dutyOptions('concession', subject), {
          label: 'What does the council have to do now?',
          hint: 'Each has its own time in regulation 45. Select none if the regulation gives no time for it.',
        }),
      }),
    describe: ({ details: { concededOn, duties } }) => [
      `The Tribunal was told on ${formatDate(concededOn)}.`,
      ...dutiesSaid(duties),
    ],
    effect: 'The appeal ends in the family’s favour, and it is told. What the council has to do gets its dates.',
    correction: AS_ASKED,
  },

  'appeal-withdrawn': {
    ...asItHappened('The family withdrew the appeal'),
    offered: 'appeal',
    form: (_subject, today) =>
      factForm('appeal-withdrawn', {
        withdrawnOn: askDayOrToday(
          {
            label: 'When did the family withdraw the appeal?',
            what: 'the date the appeal was withdrawn',
          },
          today,
        ),
      }),
    describe: ({ details: { withdrawnOn } }) => [`Withdrawn on ${formatDate(withdrawnOn)}.`],
    effect: 'The appeal ends, and the family is told.',
    correction: AS_ASKED,
  },

  'appeal-decided': {
    ...asItHappened('The Tribunal ended the appeal'),
    offered: 'appeal',
    form: (subject, today) =>
      factForm('appeal-decided', {
        decision: askChoice(optionsOf(TRIBUNAL_DECISION_WORDS), {
          label: 'How did the Tribunal end the appeal?',
          error: 'Select how the Tribunal ended the appeal',
        }),
        decidedOn: askDayOrToday(
          {
            label: 'What date is on the decision?',
            hint: 'The times to do what was ordered run from this day (regulation 44).',
            what: 'the date of the decision',
          },
          today,
        ),
        duties: askAny(dutyOptions('order', subject), {
          label: 'What did the Tribunal order the council to do?',
          hint: 'Select all. Select none if it ordered nothing, as when it dismissed the appeal.',
        }),
        orderedDate: askOptionalDate({
          label: 'Does the order name a day for it?',
          hint: 'It takes the place of the times in law, whether it is earlier or later. Leave it blank if the order names none.',
          what: 'the day in the order',
        }),
        orderedDateFor: askOptionalChoices(dutyOptions('order', subject), {
          label: 'What is that day for?',
          hint: 'Select nothing if it is for everything that was ordered. Where there are several days, record the others afterwards.',
        }),
      }),
    describe: ({ details: { decision, decidedOn, duties, orderedDate, orderedDateFor } }) => [
      `${TRIBUNAL_DECISION_WORDS[decision]}.`,
      `Dated ${formatDate(decidedOn)}.`,
      ...dutiesSaid(duties),
      ...dayForDutiesSaid('Day in the order', orderedDate, orderedDateFor, duties),
    ],
    effect: 'The appeal ends, and the family is told. What the council has to do gets its dates.',
    correction: AS_ASKED,
  },

  'decision-set-aside': {
    ...asItHappened('The appeal is open again: set aside, reviewed, sent back or reinstated'),
    offered: 'appeal',
    form: (subject, today) => {
      const form = formOf({
        setAsideOn: askDayOrToday({ label: 'What is the date of the letter?', what: 'the date of the letter' }, today),
        how: askChoice(optionsOf(OPEN_AGAIN_WORDS, waysToOpenAgain(subject)), {
          label: 'What happened?',
          hint: 'That somebody only asked for it changes nothing: the order stands until a judge says otherwise.',
          error: 'Select what happened',
        }),
      })
      return mapForm(form, (answers) => ({
        fact: newFact('decision-set-aside', { of: endToSetAside(subject)?.sequence ?? OPENED, ...answers }),
      }))
    },
    describe: ({ details: { how, setAsideOn } }) => [
      `${OPEN_AGAIN_WORDS[how]}, by a letter of ${formatDate(setAsideOn)}.`,
    ],
    effect:
      'The appeal is open again, and the family is told that it need not appeal again. What was ordered is not asked for meanwhile. The family gets no new time to appeal.',
    correction: { answers: ({ of: _of, ...answers }) => answers, told: TOLD_WHAT_CHANGED },
  },

  'further-appeal': {
    ...asItHappened('A step to the Upper Tribunal: permission asked, refused or given'),
    offered: 'appeal',
    form: (subject, today) => {
      const form = formOf({
        step: askChoice(optionsOf(FURTHER_APPEAL_WORDS), {
          label: 'What happened?',
          hint: 'If the Upper Tribunal sent the appeal back, record that it is open again.',
          error: 'Select what happened',
        }),
        askedBy: askChoice(optionsOf(ASKER_WORDS), {
          label: 'Who wants to appeal further?',
          error: 'Select who wants to appeal further',
        }),
        stepOn: askDayOrToday(
          {
            label: 'When was that?',
            hint: 'Of a letter, the day on which whoever asked received it: a month to ask the Upper Tribunal runs from it.',
            what: 'the date',
          },
          today,
        ),
      })
      return mapForm(form, (answers) => ({
        fact: newFact('further-appeal', { of: decisionToAppeal(subject)?.sequence ?? OPENED, ...answers }),
      }))
    },
    describe: ({ details: { step, askedBy, stepOn } }) => [
      `${FURTHER_APPEAL_WORDS[step]}, on ${formatDate(stepOn)}.`,
      `${ASKER_WORDS[askedBy]} wants to appeal further.`,
    ],
    effect:
      'The family is told. What the Tribunal ordered is still to be done by its day, unless a judge says otherwise.',
    correction: { answers: ({ of: _of, ...answers }) => answers, told: TOLD_WHAT_CHANGED },
  },
}

function waysToOpenAgain(subject: Case): readonly WayToOpenAgain[] {
  return endToSetAside(subject)?.type === 'appeal-withdrawn' ? ['reinstated'] : WAYS_AFTER_A_DECISION
}

function timetableForm(_subject: Case, today: CalendarDate | undefined) {
  return factForm('timetable-set', {
    setOn: askDayOrToday(
      {
        label: 'What date is on the Tribunal’s letter?',
        hint: 'Record each letter that sets or changes days. The days that stand now are filled in: change what the letter changes, and clear what is off.',
        what: 'the date of the letter',
      },
      today,
    ),
    ...eachDay(askTribunalDay),
    hearingIs: askOptionalChoice(optionsOf(HEARING_WORDS), { label: 'How does the Tribunal decide?' }),
  })
}

function askTribunalDay(name: TimetableDay) {
  return askOptionalDate({
    label: TIMETABLE_WORDS[name],
    hint: 'Leave it blank if the letter gives no day.',
    what: `the day for ${inLine(TIMETABLE_WORDS[name])}`,
  })
}
