import type { DecisionKind } from '../../law/appealable-decisions.ts'
import type { Typed } from '../../web/forms/field.ts'
import { NOTHING } from '../facts/staff-fact.ts'

/** A page of the way on which a case is opened: one question, or a few that belong together. */
export interface QuestionPage {
  /** The heading where there are several questions. One question by itself is its own heading. */
  readonly heading: string
  /** Their names on the form that opens a case. */
  readonly asks: readonly string[]
  /** Whether these answers make it necessary, or may. */
  readonly isAsked: (typed: Typed) => boolean
  /** What to press where nothing of it is known yet and the law lets it wait. Nothing where it has to be answered. */
  readonly mayWait: string | typeof NOTHING
}

const ALWAYS = () => true
const WHERE_MORE_IS_TO_SAY = ({ more }: Typed) => more === 'yes'

/** Every question of the form stands on one of these pages. They come in this order. */
export const QUESTION_PAGES = {
  decision: {
    heading: 'The decision',
    asks: ['decisionKind'],
    isAsked: ALWAYS,
    mayWait: NOTHING,
  },
  parts: {
    heading: 'The parts of the plan',
    asks: ['sections'],
    isAsked: ({ decisionKind }) => decisionKind === ('plan-contents' satisfies DecisionKind),
    mayWait: NOTHING,
  },
  letter: {
    heading: 'The decision letter',
    asks: ['printedOn', 'sentOn', 'underWay'],
    isAsked: ALWAYS,
    mayWait: NOTHING,
  },
  family: {
    heading: 'Who the case is about',
    asks: ['relationship', 'name', 'childName'],
    isAsked: ALWAYS,
    mayWait: NOTHING,
  },
  writing: {
    heading: 'How we write to the family',
    asks: ['by', 'email', 'postalAddress', 'phone', 'more'],
    isAsked: ALWAYS,
    mayWait: NOTHING,
  },
  reading: {
    heading: 'How the family reads best',
    asks: ['print', 'otherFormat', 'language'],
    isAsked: WHERE_MORE_IS_TO_SAY,
    mayWait: NOTHING,
  },
  second: {
    heading: 'A second person',
    asks: ['second', 'youngPersonAgrees', 'secondName', 'secondBy', 'secondEmail', 'secondAddress'],
    isAsked: WHERE_MORE_IS_TO_SAY,
    mayWait: NOTHING,
  },
  representative: {
    heading: 'Somebody who acts for the family',
    asks: [
      'representative',
      'representativeFor',
      'representativeName',
      'representativeBy',
      'representativeEmail',
      'representativeAddress',
    ],
    isAsked: WHERE_MORE_IS_TO_SAY,
    mayWait: NOTHING,
  },
  known: {
    heading: 'What you may know already',
    asks: ['bornOn', 'requestReceivedOn', 'childReference', 'caseReference', 'uniquePupilNumber'],
    isAsked: ALWAYS,
    mayWait: 'I do not know these yet',
  },
} as const satisfies Readonly<Record<string, QuestionPage>>

export type QuestionPageName = keyof typeof QUESTION_PAGES

/** The decisions at the end of the 6, 16 or 20 weeks that begin with a request for an assessment. */
const AFTER_A_REQUEST: ReadonlySet<string | undefined> = new Set<DecisionKind>([
  'refusal-to-assess',
  'refusal-to-reassess',
  'refusal-to-issue-plan',
  'plan-contents',
])

/** Questions that are asked only where another answer makes them mean something. */
const ASKED_WHERE: Readonly<Record<string, (typed: Typed) => boolean>> = {
  requestReceivedOn: ({ decisionKind }) => AFTER_A_REQUEST.has(decisionKind),
  youngPersonAgrees: ({ relationship }) => relationship === 'young-person',
}

/** The pages that are asked with these answers, in their order. */
export function pagesAsked(typed: Typed): readonly QuestionPageName[] {
  return NAMES.filter((name) => QUESTION_PAGES[name].isAsked(typed))
}

/** The questions of a page that are asked with these answers. */
export function questionsAsked(name: QuestionPageName, typed: Typed): readonly string[] {
  return QUESTION_PAGES[name].asks.filter((field) => ASKED_WHERE[field]?.(typed) ?? true)
}

const NAMES = Object.keys(QUESTION_PAGES) as QuestionPageName[]

/** Whether there is a page of this name. */
export function isQuestionPage(name: string): name is QuestionPageName {
  return Object.hasOwn(QUESTION_PAGES, name)
}
