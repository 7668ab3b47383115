import type { Case } from '../../cases/case.ts'
import { daysOfAge } from '../../cases/days-of-age.ts'
import type { Fact, FactDetails } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { askChoice, askDayOrToday, askNote, formOf, mapForm, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { WITHDRAWN_REASON_WORDS } from '../closed-words.ts'
import { typedContact } from '../contacts/contact-fields.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { CONTACT_FORM_IN_FULL, typedFurtherContact } from '../contacts/further-contact-fields.ts'
import { AS_ASKED, factForm, NOTHING, type OtherFacts, type StaffFacts } from './staff-fact.ts'

/** What concerns the case as a whole, and what is about other facts. */
export const CASE_FACTS: StaffFacts<
  'contact-details-changed' | 'note-added' | 'fact-corrected' | 'fact-removed' | 'case-withdrawn'
> = {
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
    describe: ({ details: { joins = [] } }) =>
      joins.map((role) => `New on the case: ${RECIPIENT_WORDS[role]}. They are told where it stands.`),
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
        reason: askChoice(optionsOf(WITHDRAWN_REASON_WORDS), {
          label: 'Why does the case end?',
          error: 'Select why the case ends',
        }),
        withdrawnOn: askDayOrToday({ label: 'When was that?', what: 'the date the case ended' }, today),
      }),
    describe: ({ details: { reason, withdrawnOn } }) => [
      `${WITHDRAWN_REASON_WORDS[reason]}, on ${formatDate(withdrawnOn)}.`,
    ],
    effect: 'Everything that is under way on this case ends, and the family is told.',
    correction: AS_ASKED,
  },
}

function contactForm({ decision }: Case): Form<FactInput> {
  return mapForm(CONTACT_FORM_IN_FULL, (contact) => ({
    fact: newFact('contact-details-changed', daysOfAge(contact.bornOn, decision.printedOn)),
    contact,
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
