import { isDeepStrictEqual } from 'node:util'
import type { CaseFile } from '../cases/case-file.ts'
import { checkFact, contactProblems, type FactProblem } from '../cases/check-fact.ts'
import type { PrivateWords } from '../cases/contact.ts'
import type { Fact, FactType, NewFact } from '../cases/fact.ts'
import { kindOf } from '../cases/facts.ts'
import { type Foreseen, foresee } from '../cases/foresee.ts'
import { londonDay } from '../cases/london.ts'
import { recordableFacts } from '../cases/recordable-facts.ts'
import { recordedAlready } from '../cases/recorded-already.ts'
import type { Sequence } from '../cases/sequence.ts'
import { loadCaseFile } from '../cases/store/load-case-file.ts'
import { submissionBefore } from '../cases/store/open-case.ts'
import { type FactToRecord, recordFact } from '../cases/store/record-fact.ts'
import { type Actor, mayRecord } from './actor.ts'
import type { FactInput } from './fact-input.ts'
import { type LookAgain, lookAgain, type SecondLook } from './look-again.ts'
import type { RecordingTools } from './recording-tools.ts'
import { otherCasesOfDecision } from './same-decision.ts'

/** How often recording is tried again when the journey, and nobody else, touched the case in the same moment. */
const RECORDINGS_TRIED = 3

/** A form with a fact for a case, as it was sent. */
export interface SentForm<Problem> {
  /** The id that the form carried: the same form sent twice is recorded once. */
  readonly submissionId: string
  /** The version of the case that the form was filled in on, as the form carried it. */
  readonly version: string
  /** Undefined while nobody asked. */
  readonly secondLook: SecondLook | undefined
  /** What the form asks, on the case as it is; undefined when what it is about is not there any more. */
  readonly asked: AskedFact<Problem> | undefined
  /** Whether it says that this is another fact, beside one of its kind on the same day. */
  readonly isAnother: boolean
  /** Whether it asks what would happen, and not to record it. */
  readonly asksWhatHappens: boolean
}

/** What a form asks to record. */
export interface AskedFact<Problem> {
  readonly records: FactType
  /** Reads the answers. They give a fact of this type. */
  read():
    | { readonly ok: true; readonly values: FactInput }
    | { readonly ok: false; readonly problems: readonly Problem[] }
  /** What stands now, where the fact corrects it. */
  readonly corrects?: { readonly fact: Fact; readonly words: PrivateWords }
}

/** What came of a form that was sent. Nothing was recorded by it but where it says `recorded` or `recorded-before`. */
export type RecordingOutcome<Problem> =
  | { readonly outcome: 'recorded' | 'recorded-before'; readonly caseId: string; readonly sequence: Sequence }
  /** Whoever sent it may not record such a fact. */
  | { readonly outcome: 'not-allowed' }
  /** What the form is about is not there any more. */
  | { readonly outcome: 'gone' }
  /** Somebody else recorded something first. @property file the case as it is now */
  | { readonly outcome: 'moved-on'; readonly file: CaseFile }
  /** The case does not take such a fact now. */
  | { readonly outcome: 'not-recordable' }
  /** Such a fact of the same day is on record, and the form does not say that this is another, or there cannot be one. */
  | { readonly outcome: 'recorded-already'; readonly fact: Fact }
  /** The answers are not good by themselves. */
  | { readonly outcome: 'unread'; readonly problems: readonly Problem[] }
  /** The answers are good by themselves, and cannot be so on this case. */
  | { readonly outcome: 'problems'; readonly problems: readonly FactProblem[] }
  /** What recording it would do. */
  | { readonly outcome: 'foreseen'; readonly foreseen: Foreseen }
  | LookAgain

/** The facts that somebody can record on the case now. */
export function recordableBy(actor: Actor, file: CaseFile): readonly FactType[] {
  return recordableFacts(file).filter((type) => mayRecord(actor, type))
}

/** Records what a form says: each form once, and only on the case as whoever filled it in had seen it. */
export async function recordForm<Problem>(
  tools: RecordingTools,
  actor: Actor,
  file: CaseFile,
  { submissionId, version, secondLook, asked, isAnother, asksWhatHappens }: SentForm<Problem>,
): Promise<RecordingOutcome<Problem>> {
  if (asked && !mayRecord(actor, asked.records)) return { outcome: 'not-allowed' }
  const before = await submissionBefore(tools.tables, submissionId)
  if (before) return { outcome: 'recorded-before', ...before }
  if (!asked) return { outcome: 'gone' }
  if (version !== String(file.record.version)) return { outcome: 'moved-on', file }
  if (!recordableFacts(file).includes(asked.records)) return { outcome: 'not-recordable' }
  const reading = asked.read()
  if (!reading.ok) return { outcome: 'unread', problems: reading.problems }
  const { fact, contact } = reading.values
  if (fact.type !== asked.records) {
    throw new Error(`A form that records "${asked.records}" gave a fact of the type "${fact.type}".`)
  }
  const already = recordedAlready(file.subject, fact)
  if (already && !(isAnother && kindOf(fact.type).canHappenAgain)) return { outcome: 'recorded-already', fact: already }
  // Of two of a kind on one day, the other comes after the one on record.
  const placed: NewFact = already ? { ...fact, follows: already.sequence } : fact
  const today = londonDay(tools.clock())
  const problems = [
    ...nothingChanged(asked.corrects, reading.values),
    ...checkFact(file.subject, placed, today),
    ...(contact ? contactProblems(contact, today) : []),
  ]
  if (problems.length > 0) return { outcome: 'problems', problems }
  if (asksWhatHappens) {
    return { outcome: 'foreseen', foreseen: foresee(file, placed, tools.clock(), tools.council.ownTimes) }
  }
  const details = fact.type === 'fact-corrected' ? fact.details.details : fact.details
  const recordedOn = asked.corrects ? londonDay(new Date(asked.corrects.fact.recordedAt)) : today
  const sameCases = contact ? await otherCasesOfDecision(tools.tables, file, contact) : []
  const again = lookAgain(secondLook, { details, recordedOn, sameCases, ...(contact && { contact }) })
  if (again) return again
  return record(tools, file, { submissionId, ...reading.values, fact: placed, recordedBy: actor.id })
}

/** Records the fact on the case as the form knew it. */
async function record(
  { tables, clock, council }: RecordingTools,
  file: CaseFile,
  fact: FactToRecord,
): Promise<RecordingOutcome<never>> {
  let present = file
  for (let attempt = 1; attempt <= RECORDINGS_TRIED; attempt += 1) {
    const result = await recordFact(tables, present, fact, clock(), council.ownTimes)
    if (result !== 'moved-on') {
      const recorded = await submissionBefore(tables, fact.submissionId)
      if (!recorded) throw new Error(`The form ${fact.submissionId} was recorded, but nothing says what it led to.`)
      return { outcome: result, ...recorded }
    }
    present = (await loadCaseFile(tables, file.record.caseId)) ?? file
    // The journey parks its waits anew now and then. That is nothing that a person has to look at.
    const isOvertaken = present.record.version !== file.record.version
    if (isOvertaken || !recordableFacts(present).includes(fact.fact.type)) break
  }
  return { outcome: 'moved-on', file: present }
}

function nothingChanged(
  corrects: AskedFact<unknown>['corrects'],
  { fact, words = {} }: FactInput,
): readonly FactProblem[] {
  const isSame =
    corrects !== undefined &&
    fact.type === 'fact-corrected' &&
    isDeepStrictEqual(fact.details.details, corrects.fact.details) &&
    isDeepStrictEqual(words.place, corrects.words.place)
  return isSame ? [{ field: '', message: 'Nothing is different from what was recorded. Change what is wrong' }] : []
}
