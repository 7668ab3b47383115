import { newFact } from '../../cases/fact-input.ts'
import type { Decision } from '../../cases/opening/facts.ts'
import { DECISION_KINDS, type DecisionKind, isPlacementOnly, type PlanSection } from '../../law/appealable-decisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Option, type Typed, tickedIn } from '../../web/forms/field.ts'
import {
  askAny,
  askChoice,
  askDate,
  askDayOrToday,
  askOptionalDate,
  formOf,
  mapForm,
  optionsOf,
  type Question,
  type Questions,
} from '../../web/forms/questions.ts'
import type { Check, Form } from '../../web/forms/read-form.ts'
import { DECISION_WORDS, SECTION_WORDS } from '../closed-words.ts'
import { describeAppeal, describeDecision } from './describe-route.ts'
import { AS_ASKED, asItHappened, factForm, NOTHING, type StaffFacts, TOLD_WHAT_CHANGED } from './staff-fact.ts'

export const OPENING_FACTS: StaffFacts<'case-opened' | 'notice-sent-again'> = {
  'case-opened': {
    ...asItHappened('The case was opened'),
    // The form that opens a case asks for it, with the family's contact details.
    offered: NOTHING,
    form: () => mapForm(DECISION_FORM, (decision) => ({ fact: newFact('case-opened', decision) })),
    describe: ({ details }) => [
      `Decision: ${describeDecision(details)}.`,
      `Letter printed on ${formatDate(details.printedOn)} and sent on ${formatDate(details.sentOn)}.`,
      ...(details.requestReceivedOn
        ? [`Request for an assessment received on ${formatDate(details.requestReceivedOn)}.`]
        : []),
      ...(details.history ? ['It was already under way.'] : []),
    ],
    effect: NOTHING,
    correction: { answers: decisionAnswers, told: TOLD_WHAT_CHANGED },
  },

  'notice-sent-again': {
    ...asItHappened('The decision letter was sent again, with no real change'),
    offered: 'case',
    form: (_subject, today) =>
      factForm('notice-sent-again', {
        sentAgainOn: askDayOrToday(
          {
            label: 'When was the letter sent again?',
            hint: 'Only where nothing in it has really changed: the first letter’s dates stay. A new decision needs a case of its own.',
            what: 'the date the letter was sent again',
          },
          today,
        ),
      }),
    describe: ({ details: { sentAgainOn } }) => [`Sent again on ${formatDate(sentAgainOn)}.`],
    effect: 'The dates do not change. The family is told that the dates of the first letter stay.',
    correction: AS_ASKED,
  },
}

/** Most families have not said it when their case is opened. Then nothing is taken for granted. */
const NOT_KNOWN = 'not-known'
type Part = PlanSection | typeof NOT_KNOWN
const PARTS: readonly Option<Part>[] = [...optionsOf(SECTION_WORDS), { value: NOT_KNOWN, text: 'Not known yet' }]

/** Not marked as optional: whether it has to be answered hangs on the question before it. */
const askParts: Question<readonly Part[]> = (name) => {
  const { field, schema } = askAny(PARTS, {
    label: 'For the contents of a plan: which parts does the family disagree with?',
    hint: 'Select all. For section I alone no certificate is needed: two months from the decision to appeal.',
  })(name)
  return { field: { ...field, optional: false }, schema }
}

/** Without its parts the contents of a plan could be anything. */
const PARTS_CHECKS: readonly Check[] = [
  {
    field: 'sections',
    message: 'Select which parts of the plan the family disagrees with, or that it is not known yet',
    holds: (typed) => typed.decisionKind !== ('plan-contents' satisfies DecisionKind) || partsIn(typed).length > 0,
  },
  {
    field: 'sections',
    message: 'Select parts of the plan, or that it is not known yet, and not both',
    holds: (typed) => partsIn(typed).length < 2 || !partsIn(typed).includes(NOT_KNOWN),
  },
]

function partsIn(typed: Typed): readonly string[] {
  return tickedIn({ name: 'sections', options: PARTS }, typed)
}

type DecisionAnswers = Omit<Decision, 'placementOnly' | 'sections'> & { readonly sections: readonly Part[] }

const QUESTIONS: Questions<DecisionAnswers> = {
  decisionKind: askChoice(
    DECISION_KINDS.map((value) => ({ value, text: DECISION_WORDS[value], hint: describeAppeal(value) })),
    {
      label: 'What did the council decide?',
      hint: 'The family needs a mediation certificate to appeal, unless it disputes only section I of a plan.',
      error: 'Select what the council decided',
    },
  ),
  sections: askParts,
  printedOn: askDate({
    label: 'What date is printed on the decision letter?',
    hint: 'For a plan, the letter that came with it.',
    what: 'the date printed on the letter',
  }),
  sentOn: askDate({
    label: 'When was the letter sent to the family?',
    hint: 'By post or email. The time limits run from the earlier of the two dates.',
    what: 'the date the letter was sent',
  }),
  requestReceivedOn: askOptionalDate({
    label: 'When did the council receive the request for an assessment?',
    hint: 'The 6, 16 and 20 weeks of an assessment run from it. Leave this blank if it is not known yet.',
    what: 'the date the request was received',
    example: '27 11 2025',
  }),
}

/** The decision that a case is opened about. */
export const DECISION_FORM: Form<Decision> = mapForm(
  formOf(QUESTIONS, PARTS_CHECKS),
  ({ sections: parts, ...answers }) => {
    const sections = parts.filter((part) => part !== NOT_KNOWN)
    return { ...answers, ...(sections.length > 0 && { sections }), placementOnly: isPlacementOnly(sections) }
  },
)

/** The answers that the form would have had for a decision. An opening that names no parts still says whether it is section I alone. */
function decisionAnswers({ sections, placementOnly, ...decision }: Decision): object {
  return { ...decision, sections: sections ?? (placementOnly ? ['I'] : []) }
}
