import type { Case } from '../../cases/case.ts'
import { LET_GO_AHEAD, TRIBUNAL_DECISIONS } from '../../cases/tribunal/closed-words.ts'
import type { FactInput } from '../../recording/fact-input.ts'
import { askAny, askChoice, askDate, askOptionalChoice, askOptionalDate, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { dutyOptions } from './duties.ts'
import { factForm } from './form-of-fact.ts'
import { LET_GO_AHEAD_WORDS, TRIBUNAL_DECISION_WORDS } from './tribunal-words.ts'

export function appealRegisteredForm(): Form<FactInput> {
  return factForm('appeal-registered', {
    receivedOn: askDate({
      label: 'When did the Tribunal receive the appeal?',
      hint: 'The date in the Tribunal’s letter. A late appeal counts too.',
      what: 'the date the Tribunal received the appeal',
    }),
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
    letGoAhead: askOptionalChoice(optionsOf(LET_GO_AHEAD, LET_GO_AHEAD_WORDS), {
      label: 'If it is late, or has no certificate though it needs one: did the Tribunal let it go ahead?',
      hint: 'The family is told. Leave it blank if the appeal is in time and has what it needs.',
    }),
  })
}

export function responseSentForm(): Form<FactInput> {
  return factForm('response-sent', {
    sentOn: askDate({
      label: 'When did the council send its response to the Tribunal?',
      what: 'the date the response was sent',
    }),
  })
}

export function appealConcededForm(subject: Case): Form<FactInput> {
  return factForm('appeal-conceded', {
    concededOn: askDate({
      label: 'When did the council tell the Tribunal that it does not oppose the appeal?',
      hint: 'The times to put things right run from this day (regulation 45).',
      what: 'the date the council told the Tribunal',
    }),
    duties: askAny(dutyOptions('concession', subject), {
      label: 'What does the council have to do now?',
      hint: 'Each has its own time in regulation 45. Select none if the regulation gives no time for it.',
    }),
  })
}

export function appealWithdrawnForm(): Form<FactInput> {
  return factForm('appeal-withdrawn', {
    withdrawnOn: askDate({
      label: 'When did the family withdraw the appeal?',
      what: 'the date the appeal was withdrawn',
    }),
  })
}

export function appealDecidedForm(subject: Case): Form<FactInput> {
  return factForm('appeal-decided', {
    decision: askChoice(optionsOf(TRIBUNAL_DECISIONS, TRIBUNAL_DECISION_WORDS), {
      label: 'How did the Tribunal end the appeal?',
      error: 'Select how the Tribunal ended the appeal',
    }),
    decidedOn: askDate({
      label: 'What date is on the decision?',
      hint: 'The times to do what was ordered run from this day (regulation 44).',
      what: 'the date of the decision',
    }),
    duties: askAny(dutyOptions('order', subject), {
      label: 'What did the Tribunal order the council to do?',
      hint: 'Select all. Select none if it ordered nothing, as when it dismissed the appeal.',
    }),
  })
}
