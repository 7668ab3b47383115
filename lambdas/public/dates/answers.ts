import { InvalidDateError, parseCalendarDate } from '../../law/calendar-date.ts'
import { DATE_PARTS, type Typed } from '../../web/forms/field.ts'
import { type DateAnswers, QUESTIONS, type Question } from './questions.ts'

/**
 * The answers that an address carries. An answer that is not one of ours, that is no day, or that has lost its question
 * (because another answer was changed) is left out: its question is then asked again, or not at all.
 */
export function answersIn(query: Typed): DateAnswers {
  const found: { -readonly [Name in keyof DateAnswers]: DateAnswers[Name] } = {}
  for (const question of QUESTIONS) {
    const text = query[question.name]
    if (text !== undefined && question.isAsked(found) && answers(question, text)) found[question.name] = text
  }
  return found
}

/** The answers with one of them changed. Answers that lose their question by it go too. */
export function withAnswer(before: DateAnswers, question: Question, answer: string): DateAnswers {
  return answersIn({ ...before, [question.name]: answer })
}

/** The answers as the end of an address: "?disagreement=more&printed-on=2026-02-10", or nothing. */
export function addressOf(answers: DateAnswers): string {
  const text = new URLSearchParams(Object.entries(answers)).toString()
  return text && `?${text}`
}

/** The questions that these answers lead to. */
export function questionsAsked(answers: DateAnswers): readonly Question[] {
  return QUESTIONS.filter((question) => question.isAsked(answers))
}

/** The first question without an answer; undefined when all are answered. */
export function firstUnanswered(answers: DateAnswers): Question | undefined {
  return questionsAsked(answers).find(({ name }) => answers[name] === undefined)
}

/** What an answer would look like typed into its question's inputs. */
export function typedAs({ field, name }: Question, answers: DateAnswers): Typed {
  const answer = answers[name]
  if (answer === undefined) return {}
  if (field.kind !== 'date') return { [name]: answer }
  const [year = '', month = '', day = ''] = answer.split('-')
  const parts = { day: String(Number(day)), month: String(Number(month)), year }
  return Object.fromEntries(DATE_PARTS.map((part) => [`${name}-${part}`, parts[part]]))
}

function answers({ field }: Question, text: string): boolean {
  if (field.kind === 'choice') return field.options.some(({ value }) => value === text)
  try {
    parseCalendarDate(text)
    return true
  } catch (error) {
    if (!(error instanceof InvalidDateError)) throw error
    return false
  }
}
