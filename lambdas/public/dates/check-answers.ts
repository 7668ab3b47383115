import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Problem } from '../../web/forms/field.ts'
import { capital } from '../../web/forms/schemas.ts'
import { lawBegins } from '../law-begins.ts'
import { type DateAnswers, QUESTIONS, type QuestionName } from './questions.ts'

const LAW_BEGINS = lawBegins('appeal')

/**
 * Checks each day by itself and against those before it. A day is told from its answer; the words have been checked
 * when they were read.
 *
 * @param today the day in England
 * @returns one problem a question at most, in the order of the questions
 */
export function checkAnswers(answers: DateAnswers, today: CalendarDate): readonly Problem[] {
  const printedOn = answers['printed-on']
  const adviserOn = answers['adviser-on']
  const decision = printedOn && { on: printedOn, what: 'the date printed on the letter' }
  return QUESTIONS.flatMap(({ name, what }): readonly Problem[] => {
    const day = answers[name]
    const problem = what !== undefined && day !== undefined && problemOf(name, day)
    return problem ? [{ field: name, message: `${capital(what)} ${problem}` }] : []
  })

  function problemOf(name: QuestionName, day: string): string | undefined {
    if (day > today) return `must be today or in the past${name === 'adviser-on' ? `. ${IF_NOT_YET}` : ''}`
    if (name === 'printed-on') {
      return day < LAW_BEGINS.day
        ? `must be on or after ${LAW_BEGINS.inWords}, when these time limits began`
        : undefined
    }
    if (decision && day < decision.on) {
      return `must be the same as or after ${decision.what} (${inWords(decision.on)})${name === 'sent-on' ? `. ${IF_SENT_BEFORE}` : ''}`
    }
    if (name === 'certificate-on' && adviserOn && day < adviserOn) {
      return `must be the same as or after the day you first spoke to the adviser (${inWords(adviserOn)})`
    }
    return undefined
  }
}

const IF_NOT_YET = 'If you have not spoken to the adviser yet, go back and select “Not yet”'
/** The two months run from the earlier of the two (J1), so this gives the right dates. */
const IF_SENT_BEFORE =
  'If it really was sent before that, go back and enter the day it was sent as the date on the letter'

function inWords(day: string): string {
  return formatDate(day as CalendarDate)
}
