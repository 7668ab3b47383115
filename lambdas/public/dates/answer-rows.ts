import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { addressOf, questionsAsked } from './answers.ts'
import type { DateAnswers, Question } from './questions.ts'

/** The added word takes whoever changes an answer back to the page of answers: see dates-routes.ts. */
export const FROM_CHECK = { from: 'check' } as const

/** The answers in words, each with where to change it. */
export function answerRows(answers: DateAnswers) {
  return questionsAsked(answers).map((question) => ({
    question: question.shortName,
    answer: inWords(question, answers[question.name]),
    changeHref: `/dates/${question.name}${addressOf({ ...answers, ...FROM_CHECK })}`,
  }))
}

function inWords({ field }: Question, answer: string | undefined): string {
  if (answer === undefined) return ''
  return field.kind === 'date'
    ? formatDate(answer as CalendarDate)
    : (field.options.find(({ value }) => value === answer)?.text ?? '')
}
