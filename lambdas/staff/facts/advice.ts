import type { Case } from '../../cases/case.ts'
import { HEALTH_ISSUES } from '../../cases/mediation/closed-words.ts'
import type { FactInput } from '../../recording/fact-input.ts'
import { askChoice, askDate, askOptionalDate, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { factForm } from './form-of-fact.ts'
import { HEALTH_ISSUE_WORDS } from './mediation-words.ts'

const FIRST_CONTACT = {
  label: 'When did the family first speak to the mediation adviser?',
  hint: 'Ask the family or the adviser. It counts whether that was within two months of the decision.',
  what: 'the date the family first spoke to the adviser',
}

export function adviserContactedForm(): Form<FactInput> {
  return factForm('adviser-contacted', {
    contactedOn: askDate({
      label: 'When did the family first speak to the mediation adviser?',
      what: 'the date the family spoke to the adviser',
    }),
  })
}

export function mediationDeclinedForm(subject: Case): Form<FactInput> {
  return factForm('mediation-declined', {
    declinedOn: askDate({
      label: 'When did the family tell the adviser that it does not want mediation?',
      hint: 'The adviser has three working days from this day to issue the certificate.',
      what: 'the date the family told the adviser',
    }),
    ...firstContact(subject),
  })
}

/** Telling the council is not speaking to the adviser, so the first word with the adviser may be yet to come. */
export function mediationChosenForm(subject: Case): Form<FactInput> {
  return factForm('mediation-chosen', {
    councilToldOn: askDate({
      label: 'When was the council told that the family wants mediation?',
      hint: 'The 30 days to arrange mediation run from this day.',
      what: 'the date the council was told',
    }),
    healthIssue: askChoice(optionsOf(HEALTH_ISSUES, HEALTH_ISSUE_WORDS), {
      label: 'Is the mediation about health care in the plan?',
      hint: 'If it is, tell the health board (integrated care board) within 3 working days. If it is about nothing else, the board arranges the mediation.',
      error: 'Select whether the mediation is about health care in the plan',
    }),
    providerAskedOn: askOptionalDate({
      label: 'When did the family ask the mediation provider?',
      hint: 'Only if that was before the council was told.',
      what: 'the date the family asked the mediation provider',
    }),
    ...(knowsFirstContact(subject) ? {} : { contactedOn: askOptionalDate(FIRST_CONTACT) }),
  })
}

export function certificateIssuedForm(subject: Case): Form<FactInput> {
  return factForm('certificate-issued', {
    issuedOn: askDate({
      label: 'What date is on the certificate?',
      hint: 'The month to appeal runs from this day.',
      what: 'the date on the certificate',
    }),
    ...firstContact(subject),
  })
}

/**
 * When the family first spoke to the adviser, where the case does not know that yet: it decides whether a certificate
 * gives more time.
 */
function firstContact(subject: Case) {
  return knowsFirstContact(subject) ? {} : { contactedOn: askDate(FIRST_CONTACT) }
}

function knowsFirstContact({ adviserContactedOn, decision }: Case): boolean {
  return adviserContactedOn !== undefined || decision.placementOnly
}
