import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { submissionBefore } from '../../cases/store/open-case.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { statusOf, wantsJson } from '../../web/http/answer.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { DECISION_WORDS } from '../closed-words.ts'
import { formatInstant } from '../day.ts'
import type { StaffServiceOptions } from '../service.ts'
import { DRAFT } from '../sign-in/kept-forms.ts'
import {
  answersAsked,
  answersIn,
  fieldsOf,
  isAnswered,
  nextPage,
  nothingKnown,
  problemsOf,
  withAnswers,
} from './answers.ts'
import { checkAnswersView } from './check-answers-view.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { isQuestionPage, pagesAsked, QUESTION_PAGES, type QuestionPageName, questionsAsked } from './question-pages.ts'

const FRAME = { section: 'new' } as const
const FIRST: QuestionPageName = 'decision'
/** What the button sends that says that nothing of a page is known yet. */
const NOT_KNOWN = 'notKnown'

/** The pages on which a case is opened, one question or a few at a time. They end in the one form that opens it. */
export function questionRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { sessions, clock } = service
  const now = () => clock().getTime()
  const today = () => londonDay(clock())
  const draftsFor = (actor: Actor) => draftsOf(sessions, actor.id, now)
  const draftIdOf = (c: Context) => submissionIdOf({ submissionId: c.req.param('draftId') ?? '' })
  const addressOf = (draftId: string, page: QuestionPageName | 'check') => `/cases/new/${draftId}/${page}`

  const noSuchPage = (c: Context) =>
    answer.message(c, 404, 'Page not found', ['If you typed the address, check it is correct.'])

  /** A draft that is not there: it was opened as a case, or thrown away, or its time is over, or it is somebody else's. */
  async function notThere(c: Context, draftId: string) {
    const opened = await submissionBefore(service.tables, draftId)
    return opened
      ? answer.message(c, 409, 'This case is open already', ['Nothing was recorded twice.'], {
          href: `/cases/${opened.caseId}`,
          text: `Go to case ${opened.caseId}`,
        })
      : answer.message(
          c,
          404,
          'These answers are not kept any more',
          [
            `They are kept for ${DRAFT.keptFor / 86_400_000} days, for whoever typed them, and until somebody discards them.`,
          ],
          { href: '/cases/new', text: 'Open a case' },
        )
  }

  function showQuestions(
    c: Context,
    draftId: string,
    page: QuestionPageName,
    { typed, kept }: { readonly typed: Typed; readonly kept: Draft | undefined },
    problems: readonly Problem[] = [],
  ) {
    const { heading, mayWait } = QUESTION_PAGES[page]
    const fields = fieldsOf(page, typed)
    const { fields: views, errors } = formView(fields, typed, problems)
    const view = {
      draftId,
      page,
      heading,
      mayWait,
      questions: views,
      errors,
      address: addressOf(draftId, page),
      ...(kept && { keptUntilInWords: keptUntil(kept) }),
    }
    const json = { draftId, page, fields: describeFields(fields), problems }
    const frame = { ...FRAME, back: { href: before(draftId, page, typed, kept !== undefined), text: 'Back' } }
    return answer.pageOrJson(c, 'staff/opening/question.njk', view, json, frame, statusOf(problems))
  }

  /** The page that comes before: where all is answered, it is the one that led here. */
  function before(draftId: string, page: QuestionPageName, typed: Typed, isKept: boolean): string {
    const pages = pagesAsked(typed)
    if (isKept && pages.every((one) => isAnswered(one, typed))) return addressOf(draftId, 'check')
    const earlier = pages[pages.indexOf(page) - 1]
    if (earlier) return addressOf(draftId, earlier)
    return isKept ? '/cases/new' : '/cases'
  }

  return {
    /** Leads to the first question, or lists what its person began and has not opened. */
    async start(c: Context, actor: Actor) {
      const first = addressOf(service.newSubmissionId(), FIRST)
      const drafts = await draftsFor(actor).list()
      if (drafts.length === 0) return c.redirect(first, 303)
      const view = { first, drafts: drafts.map(draftView) }
      return answer.page(c, 'staff/opening/drafts.njk', view, FRAME)
    },

    async page(c: Context, actor: Actor) {
      const [draftId, page] = [draftIdOf(c), c.req.param('page') ?? '']
      if (!draftId || !isQuestionPage(page)) return noSuchPage(c)
      const kept = await draftsFor(actor).find(draftId)
      if (!kept && (page !== FIRST || (await submissionBefore(service.tables, draftId)))) return notThere(c, draftId)
      const typed = kept?.typed ?? {}
      if (!pagesAsked(typed).includes(page)) return c.redirect(addressOf(draftId, 'check'), 303)
      return showQuestions(c, draftId, page, { typed, kept })
    },

    /** Keeps the answers of a page that are good, and leads to the next one. */
    async send(c: Context, actor: Actor) {
      const [draftId, page] = [draftIdOf(c), c.req.param('page') ?? '']
      if (!draftId || !isQuestionPage(page)) return noSuchPage(c)
      const drafts = draftsFor(actor)
      const kept = await drafts.find(draftId)
      if (!kept && (page !== FIRST || (await submissionBefore(service.tables, draftId)))) return notThere(c, draftId)
      const sent = await typedForm(c)
      const answers = sent[NOT_KNOWN] === 'yes' ? nothingKnown(page, kept?.typed ?? {}) : sent
      const typed = withAnswers(kept?.typed ?? {}, page, answers)
      const asked = new Set(questionsAsked(page, typed))
      const wrong = problemsOf(answersAsked(typed), today()).filter(({ field }) => asked.has(field))
      if (wrong.length > 0) return showQuestions(c, draftId, page, { typed, kept }, wrong)
      const all = await drafts.change(draftId, (now) => withAnswers(now, page, answers))
      const next = nextPage(all, problemsOf(answersAsked(all), today())) ?? 'check'
      return wantsJson(c) ? c.json({ draftId, next }) : c.redirect(addressOf(draftId, next), 303)
    },

    /** All answers, to be checked; before they are complete, the first question that is not answered. */
    async check(c: Context, actor: Actor) {
      const draftId = draftIdOf(c)
      if (!draftId) return noSuchPage(c)
      const kept = await draftsFor(actor).find(draftId)
      if (!kept) return notThere(c, draftId)
      const problems = problemsOf(answersAsked(kept.typed), today())
      const missing = pagesAsked(kept.typed).find((page) => !isAnswered(page, kept.typed))
      if (missing) return c.redirect(addressOf(draftId, missing), 303)
      return showAnswers(c, draftId, kept.typed, problems)
    },

    async discard(c: Context, actor: Actor) {
      const draftId = draftIdOf(c)
      if (!draftId) return noSuchPage(c)
      await draftsFor(actor).forget(draftId)
      return c.redirect('/cases/new', 303)
    },

    showAnswers,
    keepAnswers: (actor: Actor, draftId: string, typed: Typed) =>
      draftsFor(actor).change(draftId, () => answersIn(typed)),
    forget: (actor: Actor, draftId: string) => draftsFor(actor).forget(draftId),
  }

  function showAnswers(c: Context, draftId: string, typed: Typed, problems: readonly Problem[]) {
    const view = checkAnswersView(draftId, typed, problems)
    return answer.pageOrJson(c, 'staff/opening/check-answers.njk', view, view, FRAME, statusOf(problems))
  }
}

function keptUntil({ keptAt }: Draft): string {
  return formatInstant(new Date(keptAt + DRAFT.keptFor).toISOString())
}

function draftView(draft: Draft) {
  const { draftId, typed, keptAt } = draft
  const { childName, decisionKind = '' } = typed
  const decision = Object.entries(DECISION_WORDS).find(([kind]) => kind === decisionKind)?.[1]
  return {
    draftId,
    title: childName || 'No name yet',
    decision: decision ?? 'No decision yet',
    changedInWords: formatInstant(new Date(keptAt).toISOString()),
    keptUntilInWords: keptUntil(draft),
    goOn: `/cases/new/${draftId}/check`,
  }
}
