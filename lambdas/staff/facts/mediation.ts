import type { Case } from '../../cases/case.ts'
import type { FactDetails } from '../../cases/fact.ts'
import { PLAN_SECTIONS } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import {
  askChoices,
  askDayOrToday,
  askOptionalChoice,
  askOptionalChoices,
  askOptionalDate,
  optionsOf,
} from '../../web/forms/questions.ts'
import {
  AGREED_POINT_WORDS,
  DECISION_MAKER_WORDS,
  inLine,
  NOT_ARRANGED_WORDS,
  SECTION_WORDS,
  YOUNG_PERSONS_PART_WORDS,
} from '../closed-words.ts'
import { sectionsInWords } from './describe-route.ts'
import { dayForDutiesSaid, dutiesSaid, dutyOptions } from './duties.ts'
import { MEETING_FACTS } from './meeting.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

const ENDED_WITH_DUTIES =
  'The family is told that mediation has ended and what follows. What the council has to do gets its dates.'

const ENDED = {
  label: 'When did mediation end?',
  hint: 'Usually the day of the meeting. If a certificate is needed, the adviser has three working days from it.',
  what: 'the date mediation ended',
}

const ASK_DECISION_MAKER = askOptionalChoice(optionsOf(DECISION_MAKER_WORDS), {
  label: 'Was somebody there who could decide for the council?',
  hint: 'The council, or the health board, has to send somebody with authority to resolve the issues.',
})

const ASK_YOUNG_PERSONS_PART = askOptionalChoice(optionsOf(YOUNG_PERSONS_PART_WORDS), {
  label: 'What part did the child or young person have?',
  hint: 'The mediator has to ask for their views.',
})

const ASK_POINTS = askOptionalChoices(optionsOf(AGREED_POINT_WORDS), {
  label: 'What was agreed on?',
  hint: 'For the family, and for the outcomes. What the council has to do by a day comes next.',
})

/** Mediation, with its meetings, in the order in which a case comes to them. */
export const MEDIATION_FACTS: StaffFacts<
  | 'health-board-told'
  | keyof typeof MEETING_FACTS
  | 'mediation-cannot-be-arranged'
  | 'mediation-adjourned'
  | 'mediation-agreed'
  | 'mediation-partly-agreed'
  | 'mediation-not-agreed'
  | 'agreed-later'
  | 'way-forward-meeting'
> = {
  'health-board-told': {
    ...asItHappened('The council told the health board (integrated care board)'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('health-board-told', {
        boardToldOn: askDayOrToday(
          {
            label: 'When did the council tell the health board (integrated care board)?',
            hint: 'Where only health care is disputed, the board’s 30 days to arrange mediation run from this day.',
            what: 'the date the health board was told',
          },
          today,
        ),
      }),
    describe: ({ details: { boardToldOn } }) => [`The board was told on ${formatDate(boardToldOn)}.`],
    effect: 'Where only health care is disputed, the family is told that the board arranges mediation.',
    correction: AS_ASKED,
  },

  ...MEETING_FACTS,

  'mediation-cannot-be-arranged': {
    ...asItHappened('Mediation is not arranged: not in time, or the council takes no part'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('mediation-cannot-be-arranged', {
        adviserToldOn: askDayOrToday(
          {
            label: 'When did the council tell the adviser?',
            hint: 'The adviser has three working days from this day to issue the certificate.',
            what: 'the date the council told the adviser',
          },
          today,
        ),
        because: askOptionalChoice(optionsOf(NOT_ARRANGED_WORDS), {
          label: 'Why?',
          hint: 'The council must take part in mediation (sections 52 to 54 of the Children and Families Act 2014). If it says that it does not, that is told to the family as it is.',
        }),
      }),
    describe: ({ details: { adviserToldOn, because = 'not-in-time' } }) => [
      `The council told the adviser on ${formatDate(adviserToldOn)}. ${NOT_ARRANGED_WORDS[because]}.`,
    ],
    effect:
      'The family is told how it can go on: appeal, if need be with a certificate, or wait; and its right to mediation.',
    correction: AS_ASKED,
  },

  'way-forward-meeting': {
    ...asItHappened('The family was asked to a meeting with the council before mediation (way forward meeting)'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('way-forward-meeting', {
        askedOn: askDayOrToday(
          {
            label: 'When was the family asked?',
            hint: 'This meeting is no mediation. It stops no time, and the family need not go to it first.',
            what: 'the date the family was asked',
          },
          today,
        ),
        meetingOn: askOptionalDate({ label: 'When is the meeting?', what: 'the date of the meeting' }),
      }),
    describe: ({ details: { askedOn, meetingOn } }) => [
      `Asked on ${formatDate(askedOn)}${meetingOn ? `, for ${formatDate(meetingOn)}` : ''}. It is no mediation, and stops no time.`,
    ],
    effect:
      'The family is told that it need not go to it first, and that its time to appeal goes on. Nothing else changes.',
    correction: AS_ASKED,
  },

  'mediation-adjourned': {
    ...asItHappened('The meeting took place and goes on another day'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('mediation-adjourned', {
        adjournedOn: askDayOrToday(
          {
            label: 'When did the meeting take place?',
            hint: 'The family can have its certificate within three working days of this first meeting, so that no time is lost.',
            what: 'the date of the meeting',
          },
          today,
        ),
        decisionMaker: ASK_DECISION_MAKER,
      }),
    describe: ({ details }) => [
      `The meeting was on ${formatDate(details.adjournedOn)}.`,
      ...decisionMakerSaid(details),
    ],
    effect: 'The family is told that it can have its certificate now, and that its time to appeal goes on.',
    correction: AS_ASKED,
  },

  'mediation-agreed': {
    ...asItHappened('Mediation ended with full agreement'),
    offered: 'mediation',
    form: (subject, today) =>
      factForm('mediation-agreed', {
        concludedOn: askDayOrToday(ENDED, today),
        decisionMaker: ASK_DECISION_MAKER,
        youngPersonsPart: ASK_YOUNG_PERSONS_PART,
        ...agreementQuestions(subject),
      }),
    describe: ({ details }) => [
      endSaid(details),
      ...agreementSaid(details),
      ...decisionMakerSaid(details),
      ...partSaid(details),
    ],
    effect: ENDED_WITH_DUTIES,
    correction: AS_ASKED,
  },

  'mediation-partly-agreed': {
    ...asItHappened('Mediation ended with agreement in part'),
    offered: 'mediation',
    form: partAgreementForm,
    describe: ({ details }) => {
      const { stillDisputed = [] } = details
      return [
        endSaid(details),
        ...(stillDisputed.length > 0 ? [`Still in dispute: ${sectionsInWords(stillDisputed)}.`] : []),
        ...agreementSaid(details),
        ...decisionMakerSaid(details),
        ...partSaid(details),
      ]
    },
    effect: ENDED_WITH_DUTIES,
    correction: AS_ASKED,
  },

  'mediation-not-agreed': {
    ...asItHappened('Mediation ended without agreement'),
    offered: 'mediation',
    form: (_subject, today) =>
      factForm('mediation-not-agreed', {
        concludedOn: askDayOrToday(ENDED, today),
        decisionMaker: ASK_DECISION_MAKER,
        youngPersonsPart: ASK_YOUNG_PERSONS_PART,
      }),
    describe: ({ details }) => [endSaid(details), ...decisionMakerSaid(details), ...partSaid(details)],
    effect: 'The family is told that mediation has ended, and how it can go on.',
    correction: AS_ASKED,
  },

  'agreed-later': {
    ...asItHappened('The council agreed to do something, after mediation or without it'),
    offered: 'mediation',
    form: (subject, today) => {
      const { duties: _duties, agreedOn: _agreedOn, ...questions } = agreementQuestions(subject)
      return factForm('agreed-later', {
        agreedOn: askDayOrToday(
          {
            label: 'When was it agreed?',
            hint: 'For example, that the decision goes back to panel. It ends nothing: the family’s time to appeal runs on.',
            what: 'the date of the agreement',
          },
          today,
        ),
        duties: askChoices(dutyOptions('agreement', subject), {
          label: 'What does the council have to do?',
          error: 'Select what the council has to do',
        }),
        ...questions,
      })
    },
    describe: ({ details: { agreedOn, ...details } }) => [
      `Agreed on ${formatDate(agreedOn)}.`,
      ...agreementSaid(details),
    ],
    effect:
      'What the council has to do gets its dates, and the family is told. Nothing closes, and no reminder stops. Where nothing is left to be done, record that the family and the council agreed instead.',
    correction: AS_ASKED,
  },
}

/** What was agreed, where it is known. */
function agreementQuestions(subject: Case) {
  return {
    points: ASK_POINTS,
    duties: askOptionalChoices(dutyOptions('agreement', subject), {
      label: 'What does the council have to do?',
      hint: 'Select all that the agreement says. Each gets its own date, and the family is told.',
    }),
    agreedOn: askOptionalDate({
      label: 'Was the agreement signed on a later day?',
      hint: 'What the council has to do is counted from that day, the certificate from the meeting. Leave it blank if it was signed at the meeting.',
      what: 'the date of the agreement',
    }),
    agreedDate: askOptionalDate({
      label: 'Is another day set in writing for it?',
      hint: 'It replaces the times in law. Leave it blank if the agreement sets none.',
      what: 'the day set in writing',
    }),
    agreedDateFor: askOptionalChoices(dutyOptions('agreement', subject), {
      label: 'What is that day for?',
      hint: 'Select nothing if it is for everything that was agreed. What you leave out keeps its time in law.',
    }),
  }
}

function partAgreementForm(subject: Case, today: CalendarDate | undefined) {
  const { decisionKind, sections = PLAN_SECTIONS } = subject.decision
  return factForm('mediation-partly-agreed', {
    concludedOn: askDayOrToday(ENDED, today),
    decisionMaker: ASK_DECISION_MAKER,
    youngPersonsPart: ASK_YOUNG_PERSONS_PART,
    ...agreementQuestions(subject),
    ...(decisionKind === 'plan-contents' && {
      stillDisputed: askOptionalChoices(optionsOf(SECTION_WORDS, sections), {
        label: 'Which parts of the plan are still in dispute?',
        hint: 'The appeal can be about these. If only section I is left the family needs no certificate.',
      }),
    }),
  })
}

function endSaid({ concludedOn }: FactDetails['mediation-not-agreed']): string {
  return `It ended on ${formatDate(concludedOn)}.`
}

function partSaid({ youngPersonsPart }: FactDetails['mediation-not-agreed']): readonly string[] {
  return youngPersonsPart ? [`Child or young person: ${inLine(YOUNG_PERSONS_PART_WORDS[youngPersonsPart])}.`] : []
}

function agreementSaid({
  agreedOn,
  points = [],
  duties = [],
  agreedDate,
  agreedDateFor,
}: Pick<
  FactDetails['mediation-agreed'],
  'agreedOn' | 'points' | 'duties' | 'agreedDate' | 'agreedDateFor'
>): readonly string[] {
  return [
    ...(agreedOn ? [`Signed on ${formatDate(agreedOn)}.`] : []),
    ...(points.length > 0 ? [`Agreed on: ${points.map((point) => AGREED_POINT_WORDS[point]).join('; ')}.`] : []),
    ...dutiesSaid(duties),
    ...dayForDutiesSaid('Day set in writing', agreedDate, agreedDateFor, duties),
  ]
}

function decisionMakerSaid({
  decisionMaker,
}: Pick<FactDetails['mediation-adjourned'], 'decisionMaker'>): readonly string[] {
  return decisionMaker ? [`Somebody who could decide was there: ${inLine(DECISION_MAKER_WORDS[decisionMaker])}.`] : []
}
