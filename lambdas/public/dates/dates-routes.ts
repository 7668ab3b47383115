import type { Context } from 'hono'
import { APPEAL_PAGE } from '../../guidance/sources.ts'
import { parseCalendarDate } from '../../law/calendar-date.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { type Answers, statusOf } from '../../web/http/answer.ts'
import { helpers } from '../helpers.ts'
import { momentOf } from '../moment.ts'
import type { PublicServiceOptions } from '../public-service.ts'
import { termLinks } from '../term-links.ts'
import { answerRows, FROM_CHECK } from './answer-rows.ts'
import { addressOf, answersIn, firstUnanswered, questionsAsked, typedAs, withAnswer } from './answers.ts'
import { checkAnswers } from './check-answers.ts'
import { type DateAnswers, type Question, questionNamed } from './questions.ts'
import { resultView } from './result-view.ts'

/**
 * The date calculator for families: a page a question, a page to check the answers, the dates, and a calendar file.
 *
 * Nothing is kept here, not even between two pages: the address carries the answers, which are days and closed words.
 * So going back, loading again and a phone that drops a page in the background all work, and a family can show an adviser
 * its dates. A form that is posted would keep the answers out of the browser's history, and break each of these. The
 * address is not logged, and the browser gives it to no other site (security-headers.ts).
 */
export function datesRoutes({ council, clock }: Pick<PublicServiceOptions, 'council' | 'clock'>, answer: Answers) {
  function showQuestion(
    c: Context,
    question: Question,
    answers: DateAnswers,
    typed: Typed = typedAs(question, answers),
    problems: readonly Problem[] = [],
  ) {
    const isChange = c.req.query('from') === FROM_CHECK.from
    const { fields, errors } = formView([question.field], typed, problems)
    const view = {
      action: `/dates/${question.name}`,
      heading: question.field.label,
      view: fields[0],
      errors,
      carried: carried(question, answers, isChange),
    }
    const back = isChange ? `/dates/check${addressOf(answers)}` : pageBefore(question, answers)
    return answer.page(c, 'public/question.njk', view, { back: { href: back, text: 'Back' } }, statusOf(problems))
  }

  /** Goes on with whole answers that can be true; else asks for what is missing or wrong. */
  async function whenWhole(c: Context, then: (answers: DateAnswers) => Response | Promise<Response>) {
    const answers = answersIn(c.req.query())
    if (firstUnanswered(answers)) return c.redirect(pageAfter(answers), 303)
    const problems = checkAnswers(answers, momentOf(clock()).today)
    const question = problems[0] && questionNamed(problems[0].field)
    return question ? showQuestion(c, question, answers, undefined, problems.slice(0, 1)) : then(answers)
  }

  return {
    start: (c: Context) =>
      answer.page(c, 'public/dates/start.njk', { helpers: helpers(council), terms: termLinks(council) }),

    question(c: Context) {
      const question = questionNamed(c.req.param('question') ?? '')
      if (!question) return c.notFound()
      const typed = c.req.query()
      const answers = answersIn(typed)
      if (!question.isAsked(answers)) return c.redirect(pageAfter(answers), 303)
      if (typed.answering !== question.name) return showQuestion(c, question, answers)
      const reading = readForm(formOf({ [question.name]: () => question }), typed)
      if (!reading.ok) return showQuestion(c, question, answers, typed, reading.problems)
      const after = withAnswer(answers, question, reading.values[question.name] ?? '')
      const problems = checkAnswers(after, momentOf(clock()).today).filter(({ field }) => field === question.name)
      return problems.length > 0
        ? showQuestion(c, question, answers, typed, problems)
        : c.redirect(pageAfter(after), 303)
    },

    check: (c: Context) =>
      whenWhole(c, (answers) => {
        const last = questionsAsked(answers).at(-1)
        const view = { rows: answerRows(answers), resultHref: `/dates/result${addressOf(answers)}` }
        return answer.page(c, 'public/dates/check.njk', view, {
          back: { href: `/dates/${last?.name ?? ''}${addressOf(answers)}`, text: 'Back' },
        })
      }),

    result: (c: Context) =>
      whenWhole(c, (answers) => {
        const result = resultView(answers, momentOf(clock()), council)
        const checkHref = `/dates/check${addressOf(answers)}`
        const page = {
          ...result,
          checkHref,
          calendarHref: `/dates/dates.ics${addressOf(answers)}`,
          helpers: helpers(council),
          terms: termLinks(council),
          appealPage: APPEAL_PAGE,
        }
        return answer.pageOrJson(
          c,
          'public/dates/result.njk',
          page,
          { answers, ...result },
          { back: { href: checkHref, text: 'Back' } },
        )
      }),

    calendar: (c: Context) =>
      whenWhole(c, async (answers) => {
        const now = clock()
        const { calendar } = resultView(answers, momentOf(now), council)
        if (calendar.length === 0) return c.redirect(`/dates/result${addressOf(answers)}`, 303)
        // Loaded when it is asked for: what writes calendar files is larger than the pages together.
        const { calendarFile } = await import('./calendar-file.ts')
        const decidedOn = parseCalendarDate(answers['printed-on'] ?? '')
        return c.body(calendarFile(calendar, { decidedOn, now, council }), 200, {
          'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
          'content-disposition': 'attachment; filename="send-dates.ics"',
        })
      }),
  }
}

/** The first question that is not answered yet, or the page on which the answers are checked. */
function pageAfter(answers: DateAnswers): string {
  return `/dates/${firstUnanswered(answers)?.name ?? 'check'}${addressOf(answers)}`
}

function pageBefore(question: Question, answers: DateAnswers): string {
  const asked = questionsAsked(answers)
  const before = asked[asked.indexOf(question) - 1]
  return before ? `/dates/${before.name}${addressOf(answers)}` : '/dates'
}

/** What the form of a question carries that nobody sees. A choice replaces its own answer; a day has inputs of other names. */
function carried({ name, field }: Question, answers: DateAnswers, isChange: boolean) {
  const others = Object.entries(answers).filter(([key]) => field.kind === 'date' || key !== name)
  const all = [...others, ['answering', name], ...(isChange ? Object.entries(FROM_CHECK) : [])]
  return all.map(([key, value]) => ({ name: key, value }))
}
