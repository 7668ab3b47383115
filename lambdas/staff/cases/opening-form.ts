import * as z from 'zod/mini'
import type { Contact } from '../../cases/contact.ts'
import type { FactDetails } from '../../cases/fact.ts'
import {
  DECISION_KINDS,
  type DecisionKind,
  isPlacementOnly,
  PLAN_SECTIONS,
  type PlanSection,
} from '../../law/appealable-decisions.ts'
import type { Field } from '../../web/forms/field.ts'
import { askChoice, askDate, askOptionalChoices, formOf, optionsOf, type Question } from '../../web/forms/questions.ts'
import type { Check, Form } from '../../web/forms/read-form.ts'
import { choice } from '../../web/forms/schemas.ts'
import { CONTACT_CHECKS, CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from '../contacts/contact-fields.ts'
import {
  FURTHER_CONTACT_CHECKS,
  FURTHER_CONTACT_FIELDS,
  FURTHER_CONTACT_SHAPE,
  furtherContactOf,
} from '../contacts/further-contact-fields.ts'
import { DECISION_WORDS, describeAppeal, SECTION_WORDS } from '../facts/decision-words.ts'

type Decision = FactDetails['case-opened']

export interface Opening {
  readonly decision: Decision
  readonly contact: Contact
}

/** Most families have not said it when their case is opened. Then nothing is taken for granted. */
const NOT_KNOWN = 'not-known'
type Part = PlanSection | typeof NOT_KNOWN

/** Not marked as optional: whether it has to be answered hangs on the question before it. */
const askParts: Question<readonly Part[] | undefined> = (name) => {
  const parts = optionsOf<Part>([...PLAN_SECTIONS, NOT_KNOWN], { ...SECTION_WORDS, [NOT_KNOWN]: 'Not known yet' })
  const { field, schema } = askOptionalChoices(parts, {
    label: 'For the contents of a plan: which parts does the family disagree with?',
    hint: 'Select all. For section I alone no certificate is needed: two months from the decision to appeal.',
  })(name)
  return { field: { ...field, optional: false }, schema }
}

function sectionsOf(parts: readonly Part[] = []): Pick<Decision, 'sections'> {
  const sections = parts.filter((part) => part !== NOT_KNOWN)
  return sections.length > 0 ? { sections } : {}
}

const QUESTIONS = formOf<
  Omit<Decision, 'placementOnly' | 'sections'> & { readonly sections: readonly Part[] | undefined }
>({
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
})

/** Without its parts the contents of a plan could be anything. Asked together, so that all that is wrong is said at once. */
const PARTS_OF_PLAN = z.pipe(
  z.object({ decisionKind: z.string(), sections: z.array(z.string()) }),
  z.transform(({ decisionKind, sections }, context) => {
    if (decisionKind === ('plan-contents' satisfies DecisionKind) && sections.length === 0) {
      const message = 'Select which parts of the plan the family disagrees with, or that it is not known yet'
      context.issues.push({ code: 'custom', message, input: sections, path: ['sections'] })
    }
    if (sections.length > 1 && sections.includes(NOT_KNOWN)) {
      const message = 'Select parts of the plan, or that it is not known yet, and not both'
      context.issues.push({ code: 'custom', message, input: sections, path: ['sections'] })
    }
    return {}
  }),
)

/** The decision that a case is opened about. */
export const DECISION_FORM: Form<Decision> = {
  fields: QUESTIONS.fields,
  schema: z.pipe(
    z.intersection(QUESTIONS.schema, PARTS_OF_PLAN),
    z.transform(({ sections: parts, ...answers }) => {
      const chosen = sectionsOf(parts)
      return { ...answers, ...chosen, placementOnly: isPlacementOnly(chosen.sections ?? []) }
    }),
  ),
}

/** Whether to ask, before the case is opened and anything is sent, for the rest of how the family is written to. */
const MORE_FIELD: Field = {
  kind: 'choice',
  name: 'more',
  label: 'Is there more to say about how we write?',
  hint: 'You are asked on the next page, before anything is sent.',
  options: [
    { value: 'no', text: 'No' },
    {
      value: 'yes',
      text: 'Yes',
      hint: 'Large print, another format or language, a second person, or somebody who acts for the family.',
    },
  ],
}

/** A part of the form with its heading. */
export interface Section {
  readonly heading: string
  readonly fields: readonly Field[]
}

interface ContactPart {
  readonly contactFields: readonly Field[]
  readonly contactSchema: z.ZodMiniType<{ readonly contact: Contact }>
  readonly checks: readonly Check[]
}

/** A form that opens a case, and its parts. */
export interface OpeningForm extends Form<Opening> {
  readonly sections: readonly Section[]
}

/** The form that opens a case: what nearly every family needs. */
export const OPENING_FORM: OpeningForm = openingForm({
  contactFields: [...CONTACT_FIELDS, MORE_FIELD],
  contactSchema: z.pipe(
    z.object({
      ...CONTACT_SHAPE,
      more: choice(['no', 'yes'], 'Select whether there is more to say about how we write'),
    }),
    z.transform((values) => ({ contact: contactOf(values) })),
  ),
  checks: CONTACT_CHECKS,
})

/** The same form with everything about how the family is written to. */
export const OPENING_FORM_IN_FULL: OpeningForm = openingForm({
  contactFields: [...CONTACT_FIELDS, ...FURTHER_CONTACT_FIELDS],
  contactSchema: z.pipe(
    z.object({ ...CONTACT_SHAPE, ...FURTHER_CONTACT_SHAPE }),
    z.transform((values) => ({ contact: { ...contactOf(values), ...furtherContactOf(values) } })),
  ),
  checks: [...CONTACT_CHECKS, ...FURTHER_CONTACT_CHECKS],
})

function openingForm({ contactFields, contactSchema, checks }: ContactPart): OpeningForm {
  return {
    fields: [...DECISION_FORM.fields, ...contactFields],
    schema: z.pipe(
      z.intersection(DECISION_FORM.schema, contactSchema),
      z.transform(({ contact, ...decision }) => ({ decision, contact })),
    ),
    checks,
    sections: [
      { heading: 'The decision', fields: DECISION_FORM.fields },
      { heading: 'The family', fields: contactFields },
    ],
  }
}

/** The answers that the form would have had for a decision. An opening that names no parts still says whether it is section I alone. */
export function decisionAnswers({ sections, placementOnly, ...decision }: Decision): object {
  return { ...decision, sections: sections ?? (placementOnly ? ['I'] : []) }
}
