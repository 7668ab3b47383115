import type { NamedAdviser } from '../../cases/advice/adviser.ts'
import type { Case } from '../../cases/case.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { FactDetails } from '../../cases/fact.ts'
import { newFact } from '../../cases/fact-input.ts'
import type { HealthIssue } from '../../cases/mediation/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import {
  askChoice,
  askDayOrToday,
  askNote,
  askOptionalDate,
  formOf,
  mapForm,
  optional,
  optionsOf,
} from '../../web/forms/questions.ts'
import { HEALTH_ISSUE_WORDS } from '../closed-words.ts'
import { askAdviser, askFirstContact, FIRST_CONTACT, firstContactSaid, knowsFirstContact } from './first-contact.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

export const ADVICE_FACTS: StaffFacts<'adviser-contacted' | 'mediation-declined' | 'mediation-chosen'> = {
  'adviser-contacted': {
    ...asItHappened('The family spoke to the mediation adviser'),
    offered: 'mediation',
    form: (_subject, today, advisers) =>
      factForm('adviser-contacted', {
        ...askAdviser(advisers),
        contactedOn: askDayOrToday(
          {
            label: 'When did the family first speak to the mediation adviser?',
            what: 'the date the family spoke to the adviser',
          },
          today,
        ),
      }),
    describe: ({ details: { contactedOn } }) => [`First spoke to the adviser on ${formatDate(contactedOn)}.`],
    effect: 'The family is told that it can choose: mediation, or a certificate.',
    correction: AS_ASKED,
  },

  'mediation-declined': {
    ...asItHappened('The family does not want mediation'),
    offered: 'mediation',
    form: (subject, today, advisers) =>
      factForm('mediation-declined', {
        ...askAdviser(advisers),
        declinedOn: askDayOrToday(
          {
            label: 'When did the family tell the adviser that it does not want mediation?',
            hint: 'The adviser has three working days from this day to issue the certificate.',
            what: 'the date the family told the adviser',
          },
          today,
        ),
        ...askFirstContact(subject),
      }),
    describe: ({ details }) => [`Told the adviser on ${formatDate(details.declinedOn)}.`, ...firstContactSaid(details)],
    effect: 'The family is told when its certificate is due.',
    correction: AS_ASKED,
  },

  'mediation-chosen': {
    ...asItHappened('The family wants mediation'),
    offered: 'mediation',
    form: choiceForm,
    describe: ({ details }) => [
      `The council was told on ${formatDate(details.councilToldOn)}.`,
      ...(details.providerAskedOn
        ? [`The family asked the mediation provider on ${formatDate(details.providerAskedOn)}.`]
        : []),
      ...(details.healthIssue ? [ABOUT_HEALTH[details.healthIssue]] : []),
      ...firstContactSaid(details),
    ],
    effect: 'The family is told that mediation was asked for, and by when it is to be arranged.',
    correction: AS_ASKED,
  },
}

/** Telling the council is not speaking to the adviser, so the first word with the adviser may be yet to come. */
function choiceForm(subject: Case, today: CalendarDate | undefined, advisers: readonly NamedAdviser[]) {
  const form = formOf<WithIssues>({
    ...askAdviser(advisers),
    councilToldOn: askDayOrToday(
      {
        label: 'When was the council told that the family wants mediation?',
        hint: 'The 30 days to arrange mediation run from this day.',
        what: 'the date the council was told',
      },
      today,
    ),
    healthIssue: askChoice(optionsOf(HEALTH_ISSUE_WORDS), {
      label: 'Is the mediation about health care in the plan?',
      hint: 'If it is, tell the health board (integrated care board) within 3 working days. If it is about nothing else, the board arranges the mediation.',
      error: 'Select whether the mediation is about health care in the plan',
    }),
    providerAskedOn: askOptionalDate({
      label: 'When did the family ask the mediation provider?',
      hint: 'Only if that was before the council was told.',
      what: 'the date the family asked the mediation provider',
    }),
    issues: optional(
      askNote({
        label: 'What does the family want to talk about?',
        hint: 'In its own words. Pass it on to the mediation adviser. The family gets it in its message, to check.',
        what: 'what the family wants to talk about',
      }),
    ),
    healthProvision: optional(
      askNote({
        label: 'If it is about health care: what does the family want in the plan?',
        hint: 'The council tells the health board this (regulation 32(e)).',
        what: 'the health care that the family wants',
      }),
    ),
    ...(knowsFirstContact(subject) ? {} : { contactedOn: askOptionalDate(FIRST_CONTACT) }),
  })
  return mapForm(form, ({ issues, healthProvision, ...details }) => ({
    fact: newFact('mediation-chosen', details),
    ...((issues || healthProvision) && {
      words: { ...(issues && { issues }), ...(healthProvision && { healthProvision }) },
    }),
  }))
}

type WithIssues = FactDetails['mediation-chosen'] & Pick<PrivateWords, 'issues' | 'healthProvision'>

const ABOUT_HEALTH: Readonly<Record<HealthIssue, string>> = {
  none: 'It is not about health care in the plan.',
  some: 'It is about health care in the plan, besides other things.',
  only: 'It is only about health care in the plan.',
}
