import { isDeepStrictEqual } from 'node:util'
import type { CaseFile } from '../cases/case-file.ts'
import { checkFacts, contactProblems, type FactProblem } from '../cases/check-facts.ts'
import type { PrivateWords } from '../cases/contact.ts'
import type { Fact, FactType, NewFact } from '../cases/fact.ts'
import type { FactInput } from '../cases/fact-input.ts'
import { kindOf } from '../cases/facts.ts'
import { londonDay } from '../cases/london.ts'
import { expectedFacts, recordableFacts } from '../cases/recordable-facts.ts'
import { recordedAlready } from '../cases/recorded-already.ts'
import type { Sequence } from '../cases/sequence.ts'
import { loadCaseFile } from '../cases/store/load-case-file.ts'
import { submissionBefore } from '../cases/store/open-case.ts'
import { type FactsToRecord, recordFacts } from '../cases/store/record-facts.ts'
import { type Actor, mayRecord } from './actor.ts'
import { type LookAgain, lookAgain, type SecondLook } from './look-again.ts'
import { previewOfFacts, type ToConfirm } from './preview.ts'
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
  /** The confirmation of what was shown to follow from it; undefined while nothing was shown. */
  readonly confirmed: string | undefined
  /** What the form asks, on the case as it is; undefined when what it is about is not there any more. */
  readonly asked: AskedFact<Problem> | undefined
  /** Whether it says that this is another fact, beside one of its kind on the same day. */
  readonly isAnother: boolean
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
  | MovedOn
  /** The case does not take such a fact now. */
  | { readonly outcome: 'not-recordable' }
  /** Such a fact of the same day is on record, and the form does not say that this is another, or there cannot be one. */
  | { readonly outcome: 'recorded-already'; readonly fact: Fact }
  /** The answers are not good by themselves. */
  | { readonly outcome: 'unread'; readonly problems: readonly Problem[] }
  /** The answers are good by themselves, and cannot be so on this case. */
  | { readonly outcome: 'problems'; readonly problems: readonly FactProblem[] }
  | LookAgain
  | ToConfirm

interface MovedOn {
  readonly outcome: 'moved-on'
  readonly file: CaseFile
}

/** The facts that are likely now, and that somebody can record. */
export function expectedBy(actor: Actor, file: CaseFile): readonly FactType[] {
  return expectedFacts(file).filter((type) => mayRecord(actor, type))
}

/** The facts that somebody can record on the case now. */
export function recordableBy(actor: Actor, file: CaseFile): readonly FactType[] {
  return recordableFacts(file).filter((type) => mayRecord(actor, type))
}

/**
 * Records what a form says: each form once, only on the case as whoever filled it in had seen it, and only when what follows
 * is what was shown and confirmed.
 */
export async function recordForm<Problem>(
  tools: RecordingTools,
  actor: Actor,
  file: CaseFile,
  form: SentForm<Problem>,
): Promise<RecordingOutcome<Problem>> {
  const { submissionId, version, confirmed, asked } = form
  if (asked && !mayRecord(actor, asked.records)) return { outcome: 'not-allowed' }
  const before = await submissionBefore(tools.tables, submissionId)
  if (before) return { outcome: 'recorded-before', ...before }
  if (!asked) return { outcome: 'gone' }
  const hasMovedOn = version !== String(file.record.version)
  if (hasMovedOn && confirmed === undefined) return { outcome: 'moved-on', file }
  const outcome = await recordAsked(tools, actor, file, form, asked)
  // What was confirmed on another version of the case is shown anew where it still stands.
  return hasMovedOn && outcome.outcome !== 'to-confirm' ? { outcome: 'moved-on', file } : outcome
}

async function recordAsked<Problem>(
  tools: RecordingTools,
  actor: Actor,
  file: CaseFile,
  { submissionId, secondLook, confirmed, isAnother }: SentForm<Problem>,
  asked: AskedFact<Problem>,
): Promise<RecordingOutcome<Problem>> {
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
    ...checkFacts(file.subject, [placed], today).flat(),
    ...(contact ? contactProblems(contact, today) : []),
  ]
  if (problems.length > 0) return { outcome: 'problems', problems }
  const details = fact.type === 'fact-corrected' ? fact.details.details : fact.details
  const recordedOn = asked.corrects ? londonDay(new Date(asked.corrects.fact.recordedAt)) : today
  const sameCases = contact ? await otherCasesOfDecision(tools.tables, file, contact) : []
  const again = lookAgain(secondLook, { details, recordedOn, sameCases, ...(contact && { contact }) })
  if (again) return again
  const facts = [{ ...reading.values, fact: placed }]
  return recordConfirmed(tools, file, { submissionId, facts, recordedBy: actor.id }, confirmed)
}

/** Records the facts on the case as the form knew it, if they still lead to what was confirmed. */
async function recordConfirmed(
  tools: RecordingTools,
  file: CaseFile,
  form: FactsToRecord,
  confirmed: string | undefined,
): Promise<RecordingOutcome<never>> {
  const { tables, clock, council } = tools
  let present = file
  for (let attempt = 1; attempt <= RECORDINGS_TRIED; attempt += 1) {
    const now = clock()
    const preview = await previewOfFacts(tools, present, form.facts, now)
    if (preview.confirmation !== confirmed) return { outcome: 'to-confirm', preview }
    const result = await recordFacts(tables, present, form, now, council.ownTimes)
    if (result !== 'moved-on') {
      const recorded = await submissionBefore(tables, form.submissionId)
      if (!recorded) throw new Error(`The form ${form.submissionId} was recorded, but nothing says what it led to.`)
      return { outcome: result, ...recorded }
    }
    present = (await loadCaseFile(tables, file.record.caseId)) ?? file
    // The journey parks its waits anew now and then. That is nothing that a person has to look at.
    const isOvertaken = present.record.version !== file.record.version
    const recordable = recordableFacts(present)
    if (isOvertaken || form.facts.some(({ fact }) => !recordable.includes(fact.type))) break
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
