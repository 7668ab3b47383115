import { type Case, neverNeededCertificate } from '../../cases/case.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import {
  askDayOrToday,
  askOptionalChoice,
  askOptionalDate,
  askYesOrNo,
  optional,
  optionsOf,
} from '../../web/forms/questions.ts'
import { LET_GO_AHEAD_WORDS } from '../closed-words.ts'
import { askAdviser, askFirstContact, firstContactSaid } from './first-contact.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

/** What begins and what ends the time to appeal. */
export const APPEAL_FACTS: StaffFacts<'certificate-issued' | 'appeal-registered' | 'agreement-reached'> = {
  'certificate-issued': {
    ...asItHappened('The mediation certificate was issued'),
    offered: 'mediation',
    form: (subject, today, advisers) =>
      factForm('certificate-issued', {
        ...askAdviser(advisers),
        issuedOn: askDayOrToday(
          {
            label: 'What date is on the certificate?',
            hint: 'The month to appeal runs from this day.',
            what: 'the date on the certificate',
          },
          today,
        ),
        ...askFirstContact(subject),
        // A certificate that nobody needs is not asked about.
        ...(neverNeededCertificate(subject) ? {} : { informationGiven: optional(askYesOrNo(INFORMATION)) }),
      }),
    describe: ({ details }) => [
      `Dated ${formatDate(details.issuedOn)}.`,
      ...firstContactSaid(details),
      ...informationSaid(details.informationGiven),
    ],
    effect: 'The family is told until when it can appeal.',
    correction: AS_ASKED,
  },

  'appeal-registered': {
    ...asItHappened('The Tribunal has an appeal'),
    offered: 'appeal',
    form: registrationForm,
    describe: ({ details: { receivedOn, sentToCouncilOn, responseDueOn, letGoAhead } }) => [
      `The Tribunal received it on ${formatDate(receivedOn)}.`,
      ...(sentToCouncilOn ? [`It sent it to the council on ${formatDate(sentToCouncilOn)}.`] : []),
      ...(responseDueOn ? [`Its letter asks for the response by ${formatDate(responseDueOn)}.`] : []),
      ...(letGoAhead ? [`Whether the Tribunal let it go ahead: ${LET_GO_AHEAD_WORDS[letGoAhead]}.`] : []),
    ],
    effect: {
      open: 'The case goes on at the Tribunal, and the family is told.',
      closed: 'The case opens again and goes on at the Tribunal. The family is told.',
    },
    correction: AS_ASKED,
  },

  'agreement-reached': {
    ...asItHappened('The family and the council agreed without an appeal'),
    offered: 'case',
    form: (_subject, today) =>
      factForm('agreement-reached', {
        agreedOn: askDayOrToday(
          { label: 'When did the family and the council agree?', what: 'the date of the agreement' },
          today,
        ),
      }),
    describe: ({ details: { agreedOn } }) => [`Agreed on ${formatDate(agreedOn)}.`],
    effect: 'Mediation and the time to appeal end here, and the family is told.',
    correction: AS_ASKED,
  },
}

const INFORMATION = {
  label: 'Did the adviser give information about mediation first?',
  hint: 'A certificate needs that (section 55 of the Children and Families Act 2014). Leave this blank if it is not known: you then get a task to ask the adviser.',
  error: 'Select whether the adviser gave information about mediation first',
} as const

function informationSaid(given: boolean | undefined): readonly string[] {
  if (given === undefined) return []
  return [
    given
      ? 'The adviser gave information about mediation first.'
      : 'The adviser did not give information about mediation first.',
  ]
}

function registrationForm(_subject: Case, today: CalendarDate | undefined) {
  return factForm('appeal-registered', {
    receivedOn: askDayOrToday(
      {
        label: 'When did the Tribunal receive the appeal?',
        hint: 'The date in the Tribunal’s letter. A late appeal counts too.',
        what: 'the date the Tribunal received the appeal',
      },
      today,
    ),
    sentToCouncilOn: askOptionalDate({
      label: 'When did the Tribunal send the appeal to the council?',
      hint: 'The council’s 30 working days run from it. Leave it blank if you do not have the letter yet, and correct this later.',
      what: 'the date the Tribunal sent the appeal to the council',
    }),
    responseDueOn: askOptionalDate({
      label: 'By when does the Tribunal’s letter ask for the council’s response?',
      hint: 'This day counts instead of the 30 working days.',
      what: 'the day for the council’s response',
    }),
    letGoAhead: askOptionalChoice(optionsOf(LET_GO_AHEAD_WORDS), {
      label: 'If it is late, or has no certificate though it needs one: did the Tribunal let it go ahead?',
      hint: 'The family is told. Leave it blank if the appeal is in time and has what it needs.',
    }),
  })
}
