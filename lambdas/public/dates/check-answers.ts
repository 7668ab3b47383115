import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Problem } from '../../web/forms/field.ts'
import { lawBegins } from '../law-begins.ts'
import type { DateAnswers, QuestionName } from './questions.ts'

/** What each day is called in a message about it. */
const DAYS = {
  'printed-on': 'The date printed on the letter',
  'sent-on': 'The day the letter was sent',
  'adviser-on': 'The day you first spoke to the adviser',
  'certificate-on': 'The date on the certificate',
  'council-on': 'The day the council was told',
} as const satisfies Partial<Record<QuestionName, string>>
type DayName = keyof typeof DAYS

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
  return (Object.keys(DAYS) as DayName[]).flatMap((name): readonly Problem[] => {
    const day = answers[name]
    if (day === undefined) return []
    const problem = problemOf(name, day)
    return problem === undefined ? [] : [{ field: name, message: `${DAYS[name]} ${problem}` }]
  })

  function problemOf(name: DayName, day: string): string | undefined {
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
