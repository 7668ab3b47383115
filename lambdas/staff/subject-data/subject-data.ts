import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact, OtherPerson } from '../../cases/contact.ts'
import type { Council } from '../../cases/council.ts'
import { particularsInWords } from '../../cases/particulars.ts'
import type { RecipientRole } from '../../cases/recipient.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { forLetter } from '../../messages/content.ts'
import type { KeptMessage } from '../../messages/kept-message-store.ts'
import { renderText } from '../../messages/render/render-text.ts'
import { jsonFile, textFile } from '../../pack/manifest.ts'
import { type PackPart, zipPack } from '../../pack/zip.ts'
import type { Render } from '../../web/pages/render.ts'
import { OUTCOME_EXPLANATIONS } from '../cases/journey-words.ts'
import { formatInstant } from '../day.ts'
import { VERIFY } from '../evidence-pack/evidence-pack.ts'
import { describeFact, factTitle } from '../facts/all-facts.ts'
import { type CaseWords, wordsOf } from '../facts/case-words.ts'
import { describeDispute } from '../facts/describe-route.ts'
import { messageTag } from '../messages/message-words.ts'

/** Whose data is asked for. The child is a person of its own where we write to a parent. */
export const SUBJECTS = ['family', 'child', 'second', 'representative'] as const
export type SubjectOfData = (typeof SUBJECTS)[number]

export interface SubjectSituation {
  readonly file: CaseFile
  readonly contact: Contact
  readonly words: CaseWords
  readonly kept: readonly KeptMessage[]
  readonly council: Pick<Council, 'name' | 'particulars'>
  readonly today: CalendarDate
}

/** Who there is on a case whose data can be asked for, with their names. */
export function subjectsOf(contact: Contact): readonly { readonly subject: SubjectOfData; readonly name: string }[] {
  const { name, childName, relationship, second, representative } = contact
  return [
    { subject: 'family', name },
    ...(relationship === 'parent' ? [{ subject: 'child', name: childName } as const] : []),
    ...(second ? [{ subject: 'second', name: second.name } as const] : []),
    ...(representative ? [{ subject: 'representative', name: representative.name } as const] : []),
  ]
}

/** What stands in the place of how to reach somebody else. */
export const SOMEBODY_ELSE = '[how to reach somebody else: left out]'

/**
 * What is kept of one person on a case, for somebody who asks for a copy (UK GDPR, article 15): a zip with a page to read and
 * the same as JSON. How to reach other people is left out of it (article 15(4)); a person still has to read it before it is
 * sent.
 */
export async function subjectPack(
  situation: SubjectSituation,
  subject: SubjectOfData,
  render: Render,
): Promise<readonly PackPart[]> {
  const data = subjectData(situation, subject)
  const title = `Data about ${data.name} on case ${data.caseId}`
  return zipPack(
    title,
    [textFile('verify.mjs', await render(VERIFY, {}))],
    [
      textFile('index.html', await render('staff/subject-data/index.html.njk', { ...data, title })),
      jsonFile('data.json', data),
    ],
  )
}

/** The same as one object. */
export function subjectData(situation: SubjectSituation, subject: SubjectOfData) {
  const { file, contact, council, today } = situation
  const { record, subject: subjectOfCase } = file
  const hidden = hiding(situation, subject)
  const ownsCase = subject === 'family' || subject === 'child'
  return {
    caseId: record.caseId,
    council: council.name,
    madeOnInWords: formatDate(today),
    name: subjectsOf(contact).find((one) => one.subject === subject)?.name ?? '',
    details: detailsOf(contact, subject),
    ...(ownsCase && {
      decision: describeDispute(subjectOfCase),
      ...(record.outcome && { outcome: OUTCOME_EXPLANATIONS[record.outcome] }),
      ...(file.particulars && { particulars: particularsInWords(file.particulars, council.particulars) }),
      facts: subjectOfCase.facts.map((fact) => {
        const { place, note, issues, healthProvision, otherCouncil } = wordsOf(fact, subjectOfCase, situation.words)
        return {
          recordedInWords: formatInstant(fact.recordedAt),
          what: factTitle(fact),
          says: describeFact(fact, subjectOfCase).map(hidden),
          ...(place && { place: hidden(place) }),
          ...(note && { note: hidden(note) }),
          ...(issues && { issues: hidden(issues) }),
          ...(healthProvision && { healthProvision: hidden(healthProvision) }),
          ...(otherCouncil && { otherCouncil: hidden(otherCouncil) }),
        }
      }),
    }),
    messages: messagesTo(situation, subject, hidden),
    letters: file.letters
      .filter(({ recipient }) => recipient === roleOf(subject))
      .map(({ key, state, wantedOn, doneOn }) => ({
        message: key,
        wantedInWords: formatDate(wantedOn),
        state,
        ...(doneOn && { doneInWords: formatDate(doneOn) }),
      })),
  }
}

/** Whose messages are somebody's: what was told to the family is about the child too. */
function roleOf(subject: SubjectOfData): RecipientRole {
  return subject === 'child' ? 'family' : subject
}

function messagesTo({ file, kept }: SubjectSituation, subject: SubjectOfData, hidden: (text: string) => string) {
  return file.messages
    .filter(({ recipient = 'family' }) => recipient === roleOf(subject))
    .toSorted((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1))
    .map((message) => {
      const copy = kept.findLast(({ key }) => key === message.key)
      return {
        subject: message.subject,
        ...(message.sentAt && { sentInWords: formatInstant(message.sentAt) }),
        becameOfIt: messageTag(message).text,
        ...(copy && { text: hidden(renderText(forLetter(copy.content))) }),
      }
    })
}

/** Who the person is and how they are reached, as a list of what and what it says. */
function detailsOf(contact: Contact, subject: SubjectOfData): readonly (readonly [what: string, says: string])[] {
  const { childName, bornOn, childReference, caseReference, uniquePupilNumber, relationship } = contact
  const child: [string, string | undefined][] = [
    ['Name of the child or young person', childName],
    ['Date of birth', bornOn && formatDate(bornOn)],
    ['Council’s reference for the child', childReference],
    ['Council’s reference for the case', caseReference],
    ['Unique pupil number', uniquePupilNumber],
  ]
  const person = (other: Partial<OtherPerson>): [string, string | undefined][] => [
    ['Name', other.name],
    ['Email', other.email],
    ['Postal address', other.postalAddress?.join(', ')],
  ]
  const family: [string, string | undefined][] = [
    ...person({ name: contact.name, email: contact.email, postalAddress: contact.postalAddress }),
    ['Phone', contact.phone],
    ['Print of letters', contact.print],
    ['Other format', contact.otherFormat],
    ['Language', contact.language],
    ...(relationship === 'young-person' ? child.slice(1) : child.slice(0, 1)),
  ]
  const rows = {
    family,
    child,
    second: person(contact.second ?? {}),
    representative: person(contact.representative ?? {}),
  }[subject]
  return rows.flatMap(([what, says]) => (says ? [[what, says] as const] : []))
}

/**
 * Takes how to reach other people out of a text: their email addresses, phone numbers, and those lines of their postal
 * addresses that have a number in them, as they are now and as they were when something was sent. What is the person's own
 * stays, also where somebody shares it.
 */
function hiding({ contact, kept }: SubjectSituation, subject: SubjectOfData): (text: string) => string {
  const reaches = (person: Partial<Pick<Contact, 'email' | 'phone' | 'postalAddress'>> | undefined) =>
    [person?.email, person?.phone, ...(person?.postalAddress ?? []).filter((line) => /\d/.test(line))].flatMap(
      (one) => one ?? [],
    )
  const everybody = {
    family: reaches(contact),
    child: [],
    second: reaches(contact.second),
    representative: reaches(contact.representative),
  } satisfies Record<SubjectOfData, readonly string[]>
  const was = kept.map(({ to }) => ({ role: to.role, reached: reaches(to) }))
  const own = new Set([
    ...everybody[subject],
    ...was.filter(({ role }) => role === subject).flatMap(({ reached }) => reached),
  ])
  const others = [...Object.values(everybody).flat(), ...was.flatMap(({ reached }) => reached)].filter(
    (one) => !own.has(one) && one.length > 3,
  )
  // The longest first: one can be a part of another.
  const patterns = [...new Set(others)].sort((one, other) => other.length - one.length).map(patternOf)
  return (text) => patterns.reduce((left, pattern) => left.replaceAll(pattern, SOMEBODY_ELSE), text)
}

/** The same letters and digits in either case, with any blanks between the words. */
function patternOf(text: string): RegExp {
  const words = text.trim().split(/\s+/)
  return new RegExp(
    words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s*`),
    'giu',
  )
}
