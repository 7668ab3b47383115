import { isDeepStrictEqual } from 'node:util'
import { NOT_RECORDED_YET, withFacts } from '../cases/build-case.ts'
import type { Case } from '../cases/case.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { checkFacts, contactProblems, type FactProblem } from '../cases/check-facts.ts'
import type { PrivateWords } from '../cases/contact.ts'
import type { Fact, FactType } from '../cases/fact.ts'
import type { FactInput } from '../cases/fact-input.ts'
import { kindOf } from '../cases/facts.ts'
import { whoJoins } from '../cases/joining.ts'
import { londonDay } from '../cases/london.ts'
import { expectedFacts, firstNotRecordable, recordableFacts } from '../cases/recordable-facts.ts'
import { correctedBesideAnother, recordedAlready } from '../cases/recorded-already.ts'
import type { Sequence } from '../cases/sequence.ts'
import { loadContact } from '../cases/store/contact-store.ts'
import { submissionBefore } from '../cases/store/open-case.ts'
import { type FactsToRecord, recordFacts } from '../cases/store/record-facts.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type Actor, mayRecord } from './actor.ts'
import { loadCaseFor } from './load-case-for.ts'
import { type LookAgain, lookAgain, type SecondLook } from './look-again.ts'
import { previewOfFacts, type ToConfirm } from './preview.ts'
import type { RecordingTools } from './recording-tools.ts'
import { otherCasesOfDecision } from './same-decision.ts'
import type { LookedAt } from './unlikely-things.ts'

/** How often recording is tried again when the journey, and nobody else, touched the case in the same moment. */
const RECORDINGS_TRIED = 3

/** A form with facts for a case, as it was sent. */
export interface SentForm<Problem> {
  /** The id that the form carried: the same form sent twice is recorded once. */
  readonly submissionId: string
  /** The version of the case that the form was filled in on, as the form carried it. */
  readonly version: string
  /** Undefined while nobody asked. */
  readonly secondLook: SecondLook | undefined
  /** The confirmation of what was shown to follow from it; undefined while nothing was shown. */
  readonly confirmed: string | undefined
  /** What the form asks, on the case as it is, in its order; undefined when what it is about is not there any more. */
  readonly asked: readonly AskedFact<Problem>[] | undefined
}

/** One of the facts that a form asks to record. */
export interface AskedFact<Problem> {
  readonly records: FactType
  /** Reads the answers. They give a fact of this type. */
  read():
    | { readonly ok: true; readonly values: FactInput }
    | { readonly ok: false; readonly problems: readonly Problem[] }
  /** What stands now, where the fact corrects it. */
  readonly corrects?: { readonly fact: Fact; readonly words: PrivateWords }
  /** Whether it says that this is another fact, beside one of its kind on the same day. */
  readonly isAnother: boolean
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
  /** The case does not take one of the facts now. @property at its place on the form, from 0 */
  | { readonly outcome: 'not-recordable'; readonly at: number }
  /** Such a fact of the same day is on record, and the form does not say that this is another, or there cannot be one. */
  | { readonly outcome: 'recorded-already'; readonly at: number; readonly fact: Fact }
  /** Some answers are not good by themselves. @property problems those of each fact */
  | { readonly outcome: 'unread'; readonly problems: readonly (readonly Problem[])[] }
  /** The answers are good by themselves, and cannot be so on this case. @property problems those of each fact */
  | { readonly outcome: 'problems'; readonly problems: readonly (readonly FactProblem[])[] }
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
  if (asked?.some(({ records }) => !mayRecord(actor, records))) return { outcome: 'not-allowed' }
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
  { submissionId, secondLook, confirmed }: SentForm<Problem>,
  asked: readonly AskedFact<Problem>[],
): Promise<RecordingOutcome<Problem>> {
  const [first] = asked
  if (first && !recordableFacts(file).includes(first.records)) return { outcome: 'not-recordable', at: 0 }
  const read = readAll(asked)
  if ('problems' in read) return { outcome: 'unread', problems: read.problems }
  const answered = await Promise.all(read.answered.map((one) => withWhoJoins(tools, file, one)))
  const placing = placed(file.subject, answered)
  if ('outcome' in placing) return placing
  const { facts } = placing
  const newFacts = facts.map(({ fact }) => fact)
  const refused = firstNotRecordable(file, newFacts)
  if (refused) return { outcome: 'not-recordable', at: newFacts.indexOf(refused) }
  const today = londonDay(tools.clock())
  const impossible = checkFacts(file.subject, newFacts, today)
  const problems = answered.map(({ corrects, values }, at) => [
    ...nothingChanged(corrects, values),
    ...(impossible[at] ?? []),
    ...(values.contact ? contactProblems(values.contact, today) : []),
  ])
  if (problems.some((list) => list.length > 0)) return { outcome: 'problems', problems }
  const looked = await Promise.all(answered.map((one) => lookedAt(tools, actor, file, one, today)))
  const unlikely = looked.flatMap((one) => lookAgain(secondLook, one) ?? [])
  if (unlikely.length > 0) return { outcome: 'unlikely', unlikely: unlikely.flatMap((one) => one.unlikely) }
  return recordConfirmed(tools, actor, file, { submissionId, facts, recordedBy: actor.id }, confirmed)
}

/** One of the facts of a form with what was read of it. */
interface Answered extends Pick<AskedFact<unknown>, 'corrects' | 'isAnother'> {
  readonly values: FactInput
}

/** What was read of each fact; where some cannot be read, the problems of each. */
function readAll<Problem>(
  asked: readonly AskedFact<Problem>[],
): { readonly answered: readonly Answered[] } | { readonly problems: readonly (readonly Problem[])[] } {
  const readings = asked.map((one) => ({ one, reading: one.read() }))
  if (readings.some(({ reading }) => !reading.ok)) {
    return { problems: readings.map(({ reading }) => (reading.ok ? [] : reading.problems)) }
  }
  const answered = readings.flatMap(({ one: { records, corrects, isAnother }, reading }) => {
    if (!reading.ok) return []
    const { values } = reading
    if (values.fact.type !== records) {
      throw new Error(`A form that records "${records}" gave a fact of the type "${values.fact.type}".`)
    }
    return [{ values, isAnother, ...(corrects && { corrects }) }]
  })
  return { answered }
}

/** A change of contact details says who is new on the case, which follows from the details that it replaces. */
async function withWhoJoins({ tables }: RecordingTools, file: CaseFile, answered: Answered): Promise<Answered> {
  const { fact, contact } = answered.values
  if (fact.type !== 'contact-details-changed' || !contact) return answered
  const joins = whoJoins(await loadContact(tables, file.record.caseId), contact)
  return { ...answered, values: { ...answered.values, fact: { ...fact, details: { ...fact.details, ...joins } } } }
}

/** Each fact beside those of its kind and day: on record, where it has to say that it is another, or on the same form. */
function placed(
  subject: Case,
  answered: readonly Answered[],
):
  | { readonly facts: readonly FactInput[] }
  | Extract<RecordingOutcome<never>, { outcome: 'recorded-already' | 'problems' }> {
  const facts: FactInput[] = []
  for (const [at, { values, isAnother }] of answered.entries()) {
    const { fact } = values
    const others = facts.map((one) => one.fact)
    const already = recordedAlready(withFacts(subject, others, NOT_RECORDED_YET), fact)
    const isOnForm = already !== undefined && subject.recorded.every(({ sequence }) => sequence !== already.sequence)
    const canBe = kindOf(fact.type).canHappenAgain && (isAnother || isOnForm)
    if (already && !canBe) {
      if (!isOnForm) return { outcome: 'recorded-already', at, fact: already }
      return { outcome: 'problems', problems: answered.map((_, index) => (index === at ? TWICE : [])) }
    }
    // Of two of a kind on one day, the other comes after the first.
    facts.push(already ? { ...values, fact: { ...fact, follows: already.sequence } } : values)
  }
  return { facts }
}

const TWICE: readonly FactProblem[] = [
  { field: '', message: 'This page has it twice for the same day. There is only one: take one of them off the page' },
]

async function lookedAt(
  { tables, whyNotPrinted }: RecordingTools,
  actor: Actor,
  file: CaseFile,
  { values: { fact, contact, words }, corrects }: Answered,
  today: CalendarDate,
): Promise<LookedAt> {
  const besideAnotherOn = correctedBesideAnother(file.subject, fact)
  return {
    details: fact.type === 'fact-corrected' ? fact.details.details : fact.details,
    recordedOn: corrects ? londonDay(new Date(corrects.fact.recordedAt)) : today,
    ...(besideAnotherOn && { besideAnotherOn }),
    sameCases: contact ? await otherCasesOfDecision(tables, actor, file, contact) : [],
    notPrinted: await whyNotPrinted({ ...(contact && { contact }), ...(words?.place && { place: words.place }) }),
    ...(contact && { contact }),
  }
}

/** Records the facts on the case as the form knew it, if they still lead to what was confirmed. */
async function recordConfirmed(
  tools: RecordingTools,
  actor: Actor,
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
    const reread = await loadCaseFor(tables, actor, file.record.caseId)
    if (!reread) return { outcome: 'gone' }
    present = reread
    // The journey parks its waits anew now and then. That is nothing that a person has to look at.
    const isOvertaken = present.record.version !== file.record.version
    const newFacts = form.facts.map(({ fact }) => fact)
    if (isOvertaken || firstNotRecordable(present, newFacts)) break
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
