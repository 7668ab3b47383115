import {
  type Case,
  disputedSections,
  disputesPlacementOnly,
  hasNoWrittenNotice,
  noticeThatCounts,
} from '../../cases/case.ts'
import type { Contact, PostalAddress } from '../../cases/contact.ts'
import { isWrittenToInPlace } from '../../cases/recipient.ts'
import { APPEALABLE_DECISIONS, type DecisionKind, type PlanSection } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'

/** What a field is answered from. */
export interface TribunalFileSituation {
  readonly subject: Case
  readonly contact: Contact
}

/** The parts of an address as the form asks for them. */
export type FormAddress = Readonly<
  Partial<Record<'AddressLine1' | 'AddressLine2' | 'PostTown' | 'County' | 'PostCode', string>>
>

type FormValue = string | readonly string[] | FormAddress

/** One question of the form. */
interface FormField {
  readonly question: string
  /** Undefined where what is on record does not answer it: the question is then left out. */
  readonly value: (situation: TribunalFileSituation) => FormValue | undefined
  /** The answer as a person reads it. */
  readonly inWords: (value: never) => string
}

/** The groups of the form, in its order. */
export interface FormGroup {
  readonly heading: string
  readonly fields: Readonly<Record<string, FormField>>
}

/**
 * Which form the ids are from: the prototype of the Tribunal's online form, hmcts/sptribs-send-prototype,
 * case-data.ts at 7f737067, read in August 2026. As far as could be read then, it was not in the main line of the
 * Tribunal's case system yet.
 */
export const FORM_VERSION = 'sptribs-send-prototype 7f737067'

const yesOrNo = (is: boolean) => (is ? 'Yes' : 'No')
const asItIs = (value: string) => value
const day = (value: CalendarDate) => formatDate(value)

function field<Value extends FormValue>(
  question: string,
  value: (situation: TribunalFileSituation) => Value | undefined,
  inWords: (value: Value) => string,
): FormField {
  return { question, value, inWords }
}

/** A field that is answered by one or more of some closed words. */
function choices<Word extends string>(
  question: string,
  words: Readonly<Record<Word, string>>,
  value: (situation: TribunalFileSituation) => readonly Word[] | undefined,
): FormField {
  return field(question, value, (chosen) => chosen.map((one) => words[one]).join('; '))
}

function choice<Word extends string>(
  question: string,
  words: Readonly<Record<Word, string>>,
  value: (situation: TribunalFileSituation) => Word | undefined,
): FormField {
  return field(question, value, (chosen) => words[chosen])
}

const WHO_APPEALS = {
  parentOrCarer: 'The parent or carer',
  youngPerson: 'The young person',
} as const

const WHO_IS_WRITTEN_TO = { ...WHO_APPEALS, representative: 'The representative' } as const

const ABOUT = {
  refusedToMakePlan: 'The council refused to make a plan',
  refusedReassessment: 'The council refused to assess again',
  planContent: 'What is in the plan',
  planNoLongerNecessary: 'The council ended the plan',
} as const

/** What an appeal against each decision is about. A refusal to assess has a form of its own. */
const ABOUT_DECISION: Readonly<Record<DecisionKind, keyof typeof ABOUT | undefined>> = {
  'refusal-to-assess': undefined,
  'refusal-to-reassess': 'refusedReassessment',
  'refusal-to-issue-plan': 'refusedToMakePlan',
  'plan-contents': 'planContent',
  'refusal-to-amend-plan': 'planContent',
  'ceasing-plan': 'planNoLongerNecessary',
}

const SECTIONS = { sectionB: 'Section B', sectionF: 'Section F', sectionI: 'Section I' } as const
const SECTION_IDS: Readonly<Record<PlanSection, keyof typeof SECTIONS>> = {
  B: 'sectionB',
  F: 'sectionF',
  I: 'sectionI',
}

/**
 * Every question that can be answered from what is on record, under the form's own ids. The rest is the family's to say:
 * whether it wants recommendations, why it is late, what help it needs. What is on record as one name is split only where
 * it is two words.
 */
export const TRIBUNAL_FORM: readonly FormGroup[] = [
  {
    heading: 'The child or young person',
    fields: {
      cypFirstName: field('First name', ({ contact }) => splitName(contact.childName)?.first, asItIs),
      cypLastName: field('Last name', ({ contact }) => splitName(contact.childName)?.last, asItIs),
      cypDateOfBirth: field('Date of birth', ({ contact }) => contact.bornOn, day),
    },
  },
  {
    heading: 'Who appeals',
    fields: {
      appellantWhoIsAppealing: choice('Who is appealing', WHO_APPEALS, ({ contact }) => whoAppeals(contact)),
      appellantFirstName: field('First name', ({ contact }) => splitName(contact.name)?.first, asItIs),
      appellantLastName: field('Last name', ({ contact }) => splitName(contact.name)?.last, asItIs),
      appellantPhoneNumber: field('Phone number', ({ contact }) => contact.phone, asItIs),
      appellantEmailAddress: field('Email address', ({ contact }) => contact.email, asItIs),
      appellantAddress: field(
        'Address',
        ({ contact }) => contact.postalAddress && formAddress(contact.postalAddress),
        (address: FormAddress) => Object.values(address).join(', '),
      ),
    },
  },
  {
    heading: 'Somebody who acts for them',
    fields: {
      repHasRepresentative: field(
        'Is there a representative',
        // That none is on record does not say that there is none.
        ({ contact }) => (contact.representative ? yesOrNo(true) : undefined),
        asItIs,
      ),
      repFirstName: field('First name', ({ contact }) => splitName(contact.representative?.name)?.first, asItIs),
      repLastName: field('Last name', ({ contact }) => splitName(contact.representative?.name)?.last, asItIs),
    },
  },
  {
    heading: 'Letters from the Tribunal',
    fields: {
      commsRecipient: choice('Who is written to', WHO_IS_WRITTEN_TO, ({ contact }) =>
        isWrittenToInPlace(contact) ? 'representative' : whoAppeals(contact),
      ),
    },
  },
  {
    heading: 'The appeal',
    fields: {
      appealAppealAbout: choices('What the appeal is about', ABOUT, ({ subject }) => {
        const about = ABOUT_DECISION[subject.decision.decisionKind]
        return about && [about]
      }),
      appealFollowingAnnualReview: field(
        'Does it follow an annual review',
        // Only this kind of decision says so by itself: regulation 20(11), after a review.
        ({ subject }) => (subject.decision.decisionKind === 'refusal-to-amend-plan' ? yesOrNo(true) : undefined),
        asItIs,
      ),
      appealPlanSections: choices('Parts of the plan', SECTIONS, ({ subject }) => {
        const disputed = sectionsDisputed(subject)
        return disputed.length > 0 ? disputed.map((section) => SECTION_IDS[section]) : undefined
      }),
    },
  },
  {
    heading: 'Mediation',
    fields: {
      medHasCertificate: field(
        'Is there a mediation certificate',
        ({ subject }) => yesOrNo(subject.certificate !== undefined),
        asItIs,
      ),
      medNoCertificateReason: choice(
        'Why there is none',
        { sectionIOnly: 'The appeal is only about section I' },
        ({ subject }) => (!subject.certificate && disputesPlacementOnly(subject) ? 'sectionIOnly' : undefined),
      ),
    },
  },
  {
    heading: 'Time',
    fields: {
      timeDecisionLetterDate: field(
        'Date on the decision letter',
        ({ subject }) => (hasNoWrittenNotice(subject) ? undefined : noticeThatCounts(subject).printedOn),
        day,
      ),
      timeMediationCertificateDate: field(
        'Date on the mediation certificate',
        ({ subject }) => subject.certificate?.issuedOn,
        day,
      ),
    },
  },
]

/** The file: the form's own ids, and nothing else. An id that the form does not know would have it refuse the whole. */
export function tribunalFile(situation: TribunalFileSituation): Readonly<Record<string, FormValue>> {
  return Object.fromEntries(
    TRIBUNAL_FORM.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([id, { value }]) => {
        const answer = value(situation)
        return answer === undefined ? [] : [[id, answer] as const]
      }),
    ),
  )
}

/** Whether the form is for an appeal against this decision. One against a refusal to assess goes on form SEND35A. */
export function isOnThisForm({ decision }: Pick<Case, 'decision'>): boolean {
  return APPEALABLE_DECISIONS[decision.decisionKind].form === 'SEND35'
}

function whoAppeals({ relationship }: Contact): keyof typeof WHO_APPEALS {
  return relationship === 'young-person' ? 'youngPerson' : 'parentOrCarer'
}

function sectionsDisputed(subject: Case): readonly PlanSection[] {
  if (disputesPlacementOnly(subject)) return ['I']
  return disputedSections(subject) ?? []
}

/** Two words are a first and a last name. Of more, or of one, a person has to say which is which. */
function splitName(name: string | undefined): { readonly first: string; readonly last: string } | undefined {
  const [first, last, ...more] = name?.trim().split(/\s+/) ?? []
  return first && last && more.length === 0 ? { first, last } : undefined
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i

/** An address that ends with a town and a postcode. Of any other the lines do not say which is the town. */
function formAddress(lines: PostalAddress): FormAddress | undefined {
  const postcode = lines.at(-1)?.trim() ?? ''
  const town = lines.at(-2)
  const [first, ...between] = lines.slice(0, -2)
  if (!POSTCODE.test(postcode) || !town || !first) return undefined
  return {
    AddressLine1: first,
    ...(between.length > 0 && { AddressLine2: between.join(', ') }),
    PostTown: town,
    PostCode: postcode.toUpperCase(),
  }
}
