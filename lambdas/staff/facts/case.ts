import type { Case } from '../../cases/case.ts'
import type { Contact } from '../../cases/contact.ts'
import { daysOfAge } from '../../cases/days-of-age.ts'
import type { Fact, FactDetails } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import { WITHDRAWN_REASONS } from '../../cases/opening/closed-words.ts'
import { openParty } from '../../cases/party/party.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import {
  askChoice,
  askDayOrToday,
  askNote,
  askOptionalLine,
  formOf,
  joinForms,
  mapForm,
  optionsOf,
} from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { inLine, LEFT_OUT_WORDS, RELATIONSHIP_WORDS, WITHDRAWN_REASON_WORDS } from '../closed-words.ts'
import { typedContact } from '../contacts/contact-fields.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { CONTACT_FORM_IN_FULL, typedFurtherContact } from '../contacts/further-contact-fields.ts'
import { AS_ASKED, asItHappened, factForm, NOTHING, type OtherFacts, type StaffFacts } from './staff-fact.ts'

/** What concerns the case as a whole, and what is about other facts. */
export const CASE_FACTS: StaffFacts<
  | 'history-complete'
  | 'contact-details-changed'
  | 'note-added'
  | 'fact-corrected'
  | 'fact-removed'
  | 'case-withdrawn'
  | 'child-died'
> = {
  'history-complete': {
    name: 'Finish taking over: the history is complete',
    title: 'The history of the case was complete',
    offered: 'case',
    form: historyForm,
    describe: ({ details: { leftOut } }) => [
      leftOut
        ? `The family is not told where its case stands. ${LEFT_OUT_WORDS[leftOut]}.`
        : 'The family is told where its case stands.',
    ],
    effect: 'From then on it is a case like any other: what comes due is told, and the council has its tasks.',
    correction: NOTHING,
  },

  'contact-details-changed': {
    name: 'Change how we contact the family',
    title: 'How we contact the family was changed',
    offered: 'case',
    form: {
      asks: contactForm,
      async beginsWith(_, { contact }) {
        const now = await contact()
        return { ...typedContact(now), ...typedFurtherContact(now) }
      },
    },
    describe: ({ details: { party, joins = [] } }) => [
      ...(party ? [`Who decides and appeals: ${inLine(RELATIONSHIP_WORDS[party])}.`] : []),
      ...joins.map((role) => `New on the case: ${RECIPIENT_WORDS[role]}. They are told where it stands.`),
    ],
    effect: NOTHING,
    correction: NOTHING,
  },

  'note-added': {
    name: 'Add a note',
    title: 'A note was added',
    offered: 'case',
    form: noteForm,
    describe: () => [],
    effect: NOTHING,
    correction: NOTHING,
  },

  'fact-corrected': {
    name: 'Correct something',
    title: 'A mistake was corrected',
    offered: 'case',
    form: NOTHING,
    describe: describeCorrection,
    effect: NOTHING,
    correction: NOTHING,
  },

  'fact-removed': {
    name: 'Take something back that never happened',
    title: 'Something was taken back',
    // Reached from what can be corrected.
    offered: NOTHING,
    form: NOTHING,
    describe: ({ details: { removes } }, subject, { titleOf, describe }) => {
      const fact = subject.recorded.find(({ sequence }) => sequence === removes)
      return fact ? [`What never happened: “${titleOf(fact)}”.`, ...describe(fact)] : []
    },
    effect: NOTHING,
    correction: NOTHING,
  },

  'case-withdrawn': {
    name: 'End the case',
    title: 'The case was ended',
    offered: 'case',
    form: (_subject, today) =>
      factForm('case-withdrawn', {
        reason: askChoice(optionsOf(WITHDRAWN_REASON_WORDS, WITHDRAWN_REASONS), {
          label: 'Why does the case end?',
          error: 'Select why the case ends',
        }),
        duplicateOf: askOptionalLine({
          label: 'If it was opened twice: which case goes on?',
          hint: 'Its reference, for example 7K2M-4Q9X. Record there what is recorded on this case alone.',
          what: 'the reference of the case that goes on',
        }),
        withdrawnOn: askDayOrToday({ label: 'When was that?', what: 'the date the case ended' }, today),
      }),
    describe: ({ details: { reason, withdrawnOn, duplicateOf } }) => [
      `${WITHDRAWN_REASON_WORDS[reason]}, on ${formatDate(withdrawnOn)}.`,
      ...(duplicateOf ? [`The case that goes on: ${duplicateOf}.`] : []),
    ],
    effect:
      'Everything that is under way on this case ends, and the family is told. Where it was opened twice nothing is sent: the other case goes on.',
    correction: AS_ASKED,
  },

  'child-died': {
    ...asItHappened('The child or young person has died'),
    offered: 'case',
    form: (_subject, today) =>
      factForm('child-died', {
        toldOn: askDayOrToday(
          {
            label: 'When was the council told?',
            hint: 'From the moment you record this, no email or letter goes out about this case, and nothing is asked for. No day of a death is kept.',
            what: 'the date the council was told',
          },
          today,
        ),
      }),
    describe: ({ details: { toldOn } }) => [`The council was told on ${formatDate(toldOn)}.`],
    effect: {
      open: 'Nothing more is sent from that minute: no email, no letter, no reminder. By hand: ask your manager who speaks to the family. Take letters off the printer. Tell the mediation adviser and, where there is an appeal, the Tribunal.',
      closed:
        'Nothing more is sent from that minute. By hand: take letters off the printer, and tell whoever else writes to the family.',
    },
    correction: AS_ASKED,
  },
}

/** Asked while it is open who the party is, from four weeks before the young person can be it. */
function partyForm(from: CalendarDate) {
  return formOf({
    isSure: askChoice(
      [
        { value: 'yes', text: 'Yes: it is the person that we write to, as you answer below' },
        { value: 'no', text: 'Not yet' },
      ],
      {
        label: `From ${formatDate(from)} the young person is over compulsory school age. Have you made sure who decides and appeals from then on?`,
        hint: 'The young person, even while they are 15. If they do not have the mental capacity for it: the parent or carer, or somebody who acts for them. From that day on our letters wait for your answer, unless a last day is near.',
        error: 'Select whether you have made sure who decides and appeals',
      },
    ),
  })
}

function contactForm(subject: Case, today: CalendarDate | undefined): Form<FactInput> {
  const party = openParty(subject)
  const isAsked = party !== undefined && today !== undefined && today >= party.askedFrom
  const inputOf = (contact: Contact, isSure: boolean): FactInput => ({
    fact: newFact('contact-details-changed', {
      ...daysOfAge(contact.bornOn, subject.decision.printedOn),
      ...(isSure && { party: contact.relationship }),
    }),
    contact,
  })
  if (!isAsked) return mapForm(CONTACT_FORM_IN_FULL, (contact) => inputOf(contact, false))
  const contactOf = mapForm(CONTACT_FORM_IN_FULL, (contact) => ({ contact }))
  return mapForm(joinForms(partyForm(party.from), contactOf), ({ contact, isSure }) =>
    inputOf(contact, isSure === 'yes'),
  )
}

const SEND = { value: 'send', text: 'Yes, send it now' } as const

function historyForm(): Form<FactInput> {
  const form = formOf({
    message: askChoice([SEND, ...optionsOf(LEFT_OUT_WORDS)], {
      label: 'Does the family get the message “Where your case stands”?',
      hint: 'It says what you have recorded, the days ahead, what the family can do, and to tell you if something is wrong. You read it on the next page. Of what you have recorded nothing else is told.',
      error: 'Select whether the family gets the message',
    }),
  })
  return mapForm(form, ({ message }) => ({
    fact: newFact('history-complete', message === SEND.value ? {} : { leftOut: message }),
  }))
}

function noteForm(): Form<FactInput> {
  const form = formOf({
    note: askNote({
      label: 'What do you want to note?',
      hint: 'Other staff read it on the case. It is not sent to the family.',
      what: 'the note',
    }),
  })
  return mapForm(form, (words) => ({ fact: newFact('note-added', {}), words }))
}

function describeCorrection(
  { sequence, details: { corrects, details } }: Fact<'fact-corrected'>,
  { recorded }: Case,
  { titleOf, describe }: OtherFacts,
): readonly string[] {
  const wrong = recorded.find((one) => one.sequence === corrects)
  if (!wrong) return []
  const before = recorded.findLast(
    (one) => one.type === 'fact-corrected' && one.details.corrects === corrects && one.sequence < sequence,
  )
  const said = before?.type === 'fact-corrected' ? withDetails(wrong, before.details.details) : wrong
  return [
    `What was corrected: “${titleOf(wrong)}”.`,
    `It said: ${describe(said).join(' ')}`,
    `It says now: ${describe(withDetails(wrong, details)).join(' ')}`,
  ]
}

function withDetails(fact: Fact, details: FactDetails['fact-corrected']['details']): Fact {
  return { ...fact, details } as Fact
}
