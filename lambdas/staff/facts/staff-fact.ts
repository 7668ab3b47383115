import type { NamedAdviser } from '../../cases/advice/adviser.ts'
import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import type { Fact, FactDetails, FactType } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Typed } from '../../web/forms/field.ts'
import { formOf, mapForm, type Questions } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import type { CaseWords } from './case-words.ts'

/**
 * A kind of fact as staff meet it: its words, its form and how it is told. Every member is there, so that whoever adds a
 * fact is asked for each; where there is nothing, `NOTHING` says so.
 */
export interface StaffFact<Type extends FactType> {
  /** Something that can be recorded: on the page of a case, and above its form. */
  readonly name: string
  /** Something that has happened: on the timeline. */
  readonly title: string
  /** Under which heading it is offered on the page of a case. Nothing for what is reached another way. */
  readonly offered: ActionHeading | typeof NOTHING
  /** What is asked to record it, and to correct it. Nothing for what is about another fact. */
  readonly form: BlankForm | FilledForm | typeof NOTHING
  /** What it says, each line with its dates in full. None when its title says it all. @param subject its case */
  readonly describe: (fact: Fact<Type>, subject: Case, others: OtherFacts) => readonly string[]
  /**
   * What recording it sets in motion, said before it is recorded on an open case; both, where it is said on a closed case
   * too. How the family is told is its own choice.
   */
  readonly effect: string | { readonly open: string; readonly closed: string } | typeof NOTHING
  /** How it is corrected. Nothing for what is no event of the case, and for corrections. */
  readonly correction: Correction<Type> | typeof NOTHING
}

/** Nothing, said on purpose. */
export const NOTHING = undefined

/** The kinds of fact of one route. */
export type StaffFacts<Type extends FactType> = { readonly [Kind in Type]: StaffFact<Kind> }

/** The parts of the list of what can be recorded, in the order in which a case comes to them. */
export const ACTION_HEADINGS = {
  mediation: 'Mediation and the certificate',
  appeal: 'Appeal',
  duties: 'What the council has to do',
  resolution: 'Disagreement resolution',
  complaints: 'Complaints',
  case: 'The case',
} as const
export type ActionHeading = keyof typeof ACTION_HEADINGS

/**
 * A form, which the case decides, with nothing typed into it.
 * @param today what the day of something means that is left blank; undefined where that day has to be typed
 * @param advisers the council's mediation advisers: which one it is is asked where there are several
 */
type BlankForm = (subject: Case, today: CalendarDate | undefined, advisers: readonly NamedAdviser[]) => Form<FactInput>

/** A form with something in it from the start, when it records. */
interface FilledForm {
  readonly asks: BlankForm
  readonly beginsWith: (file: CaseFile, known: Known) => Promise<Typed>
}

/** What is known beside the case itself. It names people, so it is read only where it is needed. */
export interface Known {
  contact(): Promise<Contact>
  words(): Promise<CaseWords>
}

/** The words of the other facts of a case, for a fact that is about one of them. */
export interface OtherFacts {
  titleOf(fact: Fact): string
  describe(fact: Fact): readonly string[]
}

interface Correction<Type extends FactType> {
  /** The answers that would have given these details. */
  readonly answers: (details: FactDetails[Type]) => object
  /** What the family is told when it is corrected. */
  readonly told: string
}

/** A name that is also true once it has happened. */
export function asItHappened(name: string): { readonly name: string; readonly title: string } {
  return { name, title: name }
}

export const TOLD_WHAT_CHANGED = 'The family is told what was wrong, and each date that has changed.'

/** The correction of a fact whose details are the answers to its questions. */
export const AS_ASKED = { answers: (details: object) => details, told: TOLD_WHAT_CHANGED }

/** The form of a fact whose details are the answers to its questions. */
export function factForm<Type extends FactType>(type: Type, questions: Questions<FactDetails[Type]>): Form<FactInput> {
  return mapForm(formOf<FactDetails[Type] & object>(questions), (details) => ({ fact: newFact(type, details) }))
}
