import type { FactType } from './fact.ts'
import type { AboutFact } from './message.ts'

/** What a word leads to: a wait of the same stage, its end, or its end after the family was told. */
export type LeadsTo<WaitName extends string = string> = WaitName | 'end' | 'tell-and-end'

/** A state's name and a sentence that a council officer understands. The diagrams show both. */
export type NamedState = readonly [name: string, says: string]

/** One thing that a stage can be waiting for. */
export interface WaitTable<WaitName extends string = string> {
  /** Tells the family and the council what is due, each time that the wait begins or its day comes. */
  readonly tell: NamedState
  /** Waits for a fact, or for the day on which something is due. */
  readonly wait: NamedState
  /** Chooses by the word that ended the wait. */
  readonly ask: NamedState
  /** The facts that are awaited, and what each leads to. */
  readonly facts: { readonly [Fact in FactType]?: LeadsTo<WaitName> }
  /** The word for what the time of this wait brings. */
  readonly timeBrings: string
  /** Every word with which the wait can end by itself, because of the time or of what is so by then. */
  readonly byItself: { readonly [word: string]: LeadsTo<WaitName> }
}

/** One stage of the journey. Its state machine, its diagram and the types of its words are made from this table. */
export interface StageTable<Name extends string = string, Waits extends WaitTables = WaitTables> {
  readonly name: Name
  readonly says: string
  /** Whether a case can have several of it at the same time, each told apart by the fact that started it. */
  readonly sideBySide: boolean
  /** Whether it can last longer than an execution may: then it begins again in a new one in good time. */
  readonly outlastsAYear: boolean
  readonly beginsWith: keyof Waits
  readonly waits: Waits
  /** Tells the family how the stage ends, and with which message for each word that leads there. */
  readonly closing: {
    readonly tell: NamedState
    readonly messages: Readonly<Record<ToldWord<Waits>, AboutFact['kind']>>
  }
  /** What the state that marks the stage as ended says. */
  readonly end: string
}

/** A stage, whichever it is. */
export interface AnyStage extends Omit<StageTable, 'closing'> {
  readonly closing: {
    readonly tell: NamedState
    readonly messages: { readonly [word: string]: AboutFact['kind'] | undefined }
  }
}

type WaitTables = Readonly<Record<string, WaitTable>>

/** Every word of these waits, and where it leads to. */
type Words<Waits extends WaitTables> = {
  [Wait in keyof Waits]: Waits[Wait]['facts'] & Waits[Wait]['byItself']
}[keyof Waits]

type WordsThatLeadTo<Leads, Words> = Words extends unknown
  ? { [Word in keyof Words]: Words[Word] extends Leads ? Word : never }[keyof Words]
  : never

/** The words after which the family is told before the stage ends. */
type ToldWord<Waits extends WaitTables> = WordsThatLeadTo<'tell-and-end', Words<Waits>> & string

/** The words with which the stage ends. */
export type EndingOf<Waits extends WaitTables> = WordsThatLeadTo<'end' | 'tell-and-end', Words<Waits>> & string

/** What inference alone would let pass: a fact that there is not, and a word for the time that leads nowhere. */
type Checked<Waits extends WaitTables> = {
  readonly [Wait in keyof Waits]: {
    readonly facts: { readonly [Fact in keyof Waits[Wait]['facts']]: Fact extends FactType ? unknown : never }
    readonly timeBrings: keyof Waits[Wait]['byItself']
  }
}

/** Writes down a stage. A wait, a fact or a word that is misspelt does not compile. */
export function stageTable<
  const Name extends string,
  const Waits extends Readonly<Record<string, WaitTable<keyof Waits & string>>>,
>(table: StageTable<Name, Waits> & { readonly waits: Checked<Waits> }): StageTable<Name, Waits> {
  return table
}

/** What ends every stage, and the case with it. */
export const RECORD_ENDS = {
  'case-withdrawn': 'tell-and-end',
  'case-passed-on': 'tell-and-end',
  'child-died': 'end',
} as const
/** With which message each stage closes when the record ends. */
export const RECORD_CLOSES = {
  'case-withdrawn': 'closing-after-withdrawal',
  'case-passed-on': 'closing-after-withdrawal',
} as const
/** What ends each stage in which the family and the council can still agree, and the case with it. */
export const CASE_ENDS = { 'agreement-reached': 'tell-and-end', ...RECORD_ENDS } as const

/** How a stage closes that only says that the case does. */
export const TELL_OF_CLOSING: NamedState = [
  'Tell the family that the case is closing',
  "The family is told why the council's record is closing, and what it can still do.",
]
