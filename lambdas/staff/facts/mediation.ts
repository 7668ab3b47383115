import type { Case } from '../../cases/case.ts'
import { DECISION_MAKER } from '../../cases/mediation/closed-words.ts'
import { PLAN_SECTIONS } from '../../law/appealable-decisions.ts'
import type { FactInput } from '../../recording/fact-input.ts'
import {
  askDate,
  askOptionalChoice,
  askOptionalChoices,
  askOptionalDate,
  optionsOf,
} from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { SECTION_WORDS } from './decision-words.ts'
import { dutyOptions } from './duties.ts'
import { factForm } from './form-of-fact.ts'
import { DECISION_MAKER_WORDS } from './mediation-words.ts'

const ASK_ENDED = askDate({
  label: 'When did mediation end?',
  hint: 'Usually the day of the meeting. If a certificate is needed, the adviser has three working days from it.',
  what: 'the date mediation ended',
})

const ASK_DECISION_MAKER = askOptionalChoice(optionsOf(DECISION_MAKER, DECISION_MAKER_WORDS), {
  label: 'Was somebody there who could decide for the council?',
  hint: 'The council, or the health board, has to send somebody with authority to resolve the issues.',
})

/** What was agreed, where it is known. */
function agreementQuestions(subject: Case) {
  return {
    duties: askOptionalChoices(dutyOptions('agreement', subject), {
      label: 'What does the council have to do?',
      hint: 'Select all that the agreement says. Each gets its own date, and the family is told.',
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

export function mediationAgreedForm(subject: Case): Form<FactInput> {
  return factForm('mediation-agreed', {
    concludedOn: ASK_ENDED,
    decisionMaker: ASK_DECISION_MAKER,
    ...agreementQuestions(subject),
  })
}

export function mediationPartlyAgreedForm(subject: Case): Form<FactInput> {
  const { decisionKind, sections = PLAN_SECTIONS } = subject.decision
  return factForm('mediation-partly-agreed', {
    concludedOn: ASK_ENDED,
    decisionMaker: ASK_DECISION_MAKER,
    ...agreementQuestions(subject),
    ...(decisionKind === 'plan-contents' && {
      stillDisputed: askOptionalChoices(optionsOf(sections, SECTION_WORDS), {
        label: 'Which parts of the plan are still in dispute?',
        hint: 'The appeal can be about these. If only section I is left the family needs no certificate.',
      }),
    }),
  })
}

export function mediationNotAgreedForm(): Form<FactInput> {
  return factForm('mediation-not-agreed', { concludedOn: ASK_ENDED, decisionMaker: ASK_DECISION_MAKER })
}

export function mediationAdjournedForm(): Form<FactInput> {
  return factForm('mediation-adjourned', {
    adjournedOn: askDate({
      label: 'When did the meeting take place?',
      hint: 'The family can have its certificate within three working days of this first meeting, so that no time is lost.',
      what: 'the date of the meeting',
    }),
    decisionMaker: ASK_DECISION_MAKER,
  })
}

export function mediationCannotBeArrangedForm(): Form<FactInput> {
  return factForm('mediation-cannot-be-arranged', {
    adviserToldOn: askDate({
      label: 'When did the council tell the adviser that mediation cannot be arranged within 30 days?',
      hint: 'The adviser has three working days from this day to issue the certificate.',
      what: 'the date the council told the adviser',
    }),
  })
}

export function healthBoardToldForm(): Form<FactInput> {
  return factForm('health-board-told', {
    boardToldOn: askDate({
      label: 'When did the council tell the health board (integrated care board)?',
      hint: 'Where only health care is disputed, the board’s 30 days to arrange mediation run from this day.',
      what: 'the date the health board was told',
    }),
  })
}
