import { parseCalendarDate } from '../../law/calendar-date.ts'
import type { DateFacts } from '../../law/which-dates.ts'
import type { DateAnswers } from './questions.ts'

/** The facts that whole answers give. What was answered with "I do not know" is left out. */
export function dateFactsOf(answers: DateAnswers): DateFacts {
  const day = (answer: string | undefined) => (answer === undefined ? undefined : parseCalendarDate(answer))
  const certificateOn = day(answers['certificate-on'])
  return {
    placementOnly: answers.disagreement === 'not-sure' ? undefined : answers.disagreement === 'only-school',
    printedOn: day(answers['printed-on']),
    sentOn: day(answers['sent-on']),
    adviserContactedOn: day(answers['adviser-on']),
    certificatesIssuedOn: certificateOn === undefined ? undefined : [certificateOn],
    councilToldOn: day(answers['council-on']),
  }
}
