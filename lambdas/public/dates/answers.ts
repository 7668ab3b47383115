import * as v from 'valibot'
import { calendarDay } from '../../cases/details.ts'
import type { Typed } from '../../web/forms/field.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
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
  return typedAnswers([field], { [name]: answers[name] })
}

function answers({ field }: Question, text: string): boolean {
  return field.kind === 'choice' ? field.options.some(({ value }) => value === text) : v.is(calendarDay, text)
}
