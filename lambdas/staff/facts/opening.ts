import { newFact } from '../../cases/fact-input.ts'
import type { Decision } from '../../cases/opening/facts.ts'
import {
  DECISION_KINDS,
  type DecisionKind,
  isPlacementOnly,
  noticeContents,
  type PlanSection,
} from '../../law/appealable-decisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Option, type Typed, tickedIn } from '../../web/forms/field.ts'
import {
  askAny,
  askChoice,
  askChoices,
  askDate,
  askDayOrToday,
  askOptionalChoices,
  askOptionalDate,
  formOf,
  mapForm,
  optionsOf,
  type Question,
  type Questions,
} from '../../web/forms/questions.ts'
import type { Check, Form } from '../../web/forms/read-form.ts'
import { DECISION_WORDS, inLine, NOTICE_CONTENT_WORDS, NOTICE_FAULT_WORDS, SECTION_WORDS } from '../closed-words.ts'
import { describeAppeal, describeDecision, sectionsInWords } from './describe-route.ts'
import { AS_ASKED, asItHappened, factForm, NOTHING, type StaffFacts, TOLD_WHAT_CHANGED } from './staff-fact.ts'

export const OPENING_FACTS: StaffFacts<
  'case-opened' | 'notice-sent-again' | 'notice-at-fault' | 'full-notice-sent' | 'dispute-changed'
> = {
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

  'notice-at-fault': {
    ...asItHappened('The decision letter was never sent, went to the wrong person or left something out'),
    offered: 'case',
    form: ({ decision: { decisionKind } }, today) =>
      factForm('notice-at-fault', {
        foundOn: askDayOrToday({ label: 'When was that found out?', what: 'the date it was found out' }, today),
        fault: askChoice(optionsOf(NOTICE_FAULT_WORDS), {
          label: 'What was wrong with the letter?',
          hint: 'If it went to the wrong person, also change how we contact the family, so that the right person is on the case.',
          error: 'Select what was wrong with the letter',
        }),
        lacks: askOptionalChoices(optionsOf(NOTICE_CONTENT_WORDS, noticeContents(decisionKind)), {
          label: 'What did the letter leave out?',
          hint: 'Only for a letter that was sent.',
        }),
      }),
    describe: ({ details: { foundOn, fault, lacks = [] } }) => [
      `${NOTICE_FAULT_WORDS[fault]}. Found out on ${formatDate(foundOn)}.`,
      ...lacks.map((content) => `Left out: ${inLine(NOTICE_CONTENT_WORDS[content])}.`),
      fault === 'never-sent'
        ? 'No time runs: no date for the adviser or for an appeal is given (J26).'
        : 'On one reading no time runs from it (J24). The family keeps the earlier dates, to be safe.',
    ],
    effect:
      'The family is told its rights again, and what was wrong. A task asks you for a full letter: our messages are not the notice that the law asks for. Where there was no letter at all, nothing is counted down until there is one.',
    correction: AS_ASKED,
  },

  'full-notice-sent': {
    ...asItHappened('A full decision letter was sent, in place of one that was at fault'),
    offered: 'case',
    form: (_subject, today) =>
      factForm('full-notice-sent', {
        printedOn: askDate({
          label: 'What date is printed on the full letter?',
          what: 'the date printed on the letter',
        }),
        sentOn: askDayOrToday(
          {
            label: 'When was it sent to whoever has the right of appeal?',
            hint: 'A letter that says the same as one that was good is recorded as sent again.',
            what: 'the date the full letter was sent',
          },
          today,
        ),
      }),
    describe: ({ details: { printedOn, sentOn } }, { noticeFault }) => [
      `Printed on ${formatDate(printedOn)} and sent on ${formatDate(sentOn)}.`,
      noticeFault?.fault === 'never-sent'
        ? 'The dates are counted from it.'
        : 'The dates of the first letter stay. Those from this one are the other reading (J25).',
    ],
    effect: 'The family is told its rights again, with its dates.',
    correction: AS_ASKED,
  },

  'dispute-changed': {
    ...asItHappened('The family disagrees with other parts of the plan than before'),
    offered: 'case',
    form: (_subject, today) =>
      factForm('dispute-changed', {
        changedOn: askDayOrToday({ label: 'When did the family say so?', what: 'the date the family said so' }, today),
        sections: askChoices(optionsOf(SECTION_WORDS), {
          label: 'Which parts of the plan does it disagree with now?',
          hint: 'Select all, also those that were recorded before. For section I alone no certificate is needed.',
          error: 'Select which parts of the plan the family disagrees with now',
        }),
      }),
    describe: ({ details: { changedOn, sections } }) => [
      `Since ${formatDate(changedOn)} the family disagrees with ${sectionsInWords(sections)}.`,
    ],
    effect:
      'The family is told what that means for its certificate and its dates. For the contents of the plan it needs a certificate, so the advice begins; for section I alone it can appeal without one (J13).',
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
