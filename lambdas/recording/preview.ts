import { createHash } from 'node:crypto'
import type { CaseFile } from '../cases/case-file.ts'
import type { Contact, PrivateWords } from '../cases/contact.ts'
import { deliveriesOf } from '../cases/deliveries.ts'
import type { FactInput } from '../cases/fact-input.ts'
import { type Foreseen, foresee, foreseeOpening } from '../cases/foresee.ts'
import { londonDay } from '../cases/london.ts'
import { type NewCase, newCase } from '../cases/new-case.ts'
import { type Sequence, sequenceOf } from '../cases/sequence.ts'
import { loadContact } from '../cases/store/contact-store.ts'
import type { RecordingTools } from './recording-tools.ts'

/** What a form will do, which is shown before it is saved. */
export interface Preview {
  readonly foreseen: Foreseen
  /** The case as it will be. */
  readonly file: CaseFile
  /** The moment at which it would be recorded. */
  readonly now: Date
  /** The family as it is then. */
  readonly contact: Contact
  /** The private words that come with the form, by the fact that they belong to. */
  readonly words: ReadonlyMap<Sequence, PrivateWords>
  /** Stands for all that is shown, on this case as it is and on this day. A form that carries it has been looked at. */
  readonly confirmation: string
}

/** A form that is good and has not been confirmed, or was confirmed when something else would have followed. */
export interface ToConfirm {
  readonly outcome: 'to-confirm'
  readonly preview: Preview
}

/** Stands in a message where its case has no reference yet. */
const NO_REFERENCE_YET = 'given when the case is opened'

/** What recording facts on a case will do. */
export async function previewOfFacts(
  { tables, council }: Pick<RecordingTools, 'tables' | 'council'>,
  file: CaseFile,
  inputs: readonly FactInput[],
  now: Date,
): Promise<Preview> {
  const facts = inputs.map(({ fact }) => fact)
  const foreseen = foresee(file, facts, now, council.ownTimes)
  const changed = inputs.findLast(({ contact }) => contact)?.contact
  const contact = changed ?? (await loadContact(tables, file.record.caseId))
  const words = inputs.flatMap((input, index) =>
    input.words ? [[sequenceOf(file.subject.version + 1 + index), input.words] as const] : [],
  )
  return previewOf({ ...file, subject: foreseen.after }, foreseen, contact, new Map(words), now, inputs)
}

/** What opening a case will do. */
export function previewOfOpening(
  { council }: Pick<RecordingTools, 'council'>,
  opening: Pick<NewCase, 'decision' | 'contact' | 'history'>,
  now: Date,
): Preview {
  const opened = newCase({ ...opening, caseId: NO_REFERENCE_YET, recordedBy: '' }, now)
  return previewOf(opened, foreseeOpening(opened, now, council.ownTimes), opening.contact, new Map(), now, opening)
}

/** @param file the case as it will be @param asked what the form says */
function previewOf(
  file: CaseFile,
  foreseen: Foreseen,
  contact: Contact,
  words: Preview['words'],
  now: Date,
  asked: unknown,
): Preview {
  const { dates, tasks, messages, held } = foreseen
  const told = [...messages, ...held.map(({ message, state }) => ({ message, state }))].map((one) => ({
    one,
    to: deliveriesOf('message' in one ? one.message : one, contact, file),
  }))
  const shown = [file.record.version, londonDay(now), asked, dates, told, tasks]
  const confirmation = createHash('sha256').update(JSON.stringify(shown)).digest('base64url')
  return { foreseen, file, now, contact, words, confirmation }
}
