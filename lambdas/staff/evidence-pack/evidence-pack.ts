import type { AuditEntry } from '../../audit/entry.ts'
import { caseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { forLetter } from '../../messages/content.ts'
import type { KeptMessage } from '../../messages/kept-message-store.ts'
import { renderText } from '../../messages/render/render-text.ts'
import { csvOf } from '../../pack/csv.ts'
import { jsonFile, type PackFile, textFile } from '../../pack/manifest.ts'
import { type PackPart, zipPack } from '../../pack/zip.ts'
import type { Render } from '../../web/pages/render.ts'
import { complaintViews } from '../cases/complaint-views.ts'
import { dateCards } from '../cases/date-cards.ts'
import { undertakingViews } from '../cases/duties-view.ts'
import { followingDays } from '../cases/following-days.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { formatInstant } from '../day.ts'
import { describeFact, factTitle } from '../facts/all-facts.ts'
import { describeDecision, describeNotice } from '../facts/describe-route.ts'
import { LETTER_REASON_WORDS, LETTER_STATE_WORDS } from '../letters/letter-words.ts'
import { isAsSent, type ReadEmail } from '../messages/message-view.ts'
import { messageLines, messageTag } from '../messages/message-words.ts'
import type { StaffServiceOptions } from '../service.ts'
import { NOBODY_IN_PARTICULAR } from '../sign-in/people.ts'

/** What an evidence pack is made from. */
export interface EvidenceSituation {
  readonly file: CaseFile
  /** Every message as it was kept when it went out. */
  readonly kept: readonly KeptMessage[]
  /** The names of those who recorded the facts, by their ids. */
  readonly names: ReadonlyMap<string, string>
  /** Who changed and who read the case, up to this moment. */
  readonly audit: readonly AuditEntry[]
  readonly council: Pick<StaffServiceOptions['council'], 'name' | 'ownTimes'>
  /** The day in England: the dates are worked out as on it. */
  readonly today: CalendarDate
}

interface Tools {
  readonly render: Render
  readonly readEmail: ReadEmail
  /** How large a part may be, in bytes, where it is not what a function of Lambda can answer with. */
  readonly largest?: number
}

/** The script that checks a pack. It is a template without a gap, so that it goes where the pages go. */
export const VERIFY = 'staff/evidence-pack/verify.mjs.njk'

/**
 * Everything that shows what the council decided, told and did on a case, as one zip or several. It holds this case alone,
 * no note of staff, and no link: an address in a message is text, and a message as it was sent is its source as text. The
 * same case gives the same bytes on the same day.
 */
export async function evidencePack(situation: EvidenceSituation, tools: Tools): Promise<readonly PackPart[]> {
  const { file, council, today } = situation
  const { caseId } = file.record
  const evidence = await evidenceOf(situation, tools.readEmail)
  const title = `Evidence pack of case ${caseId}`
  const index = await tools.render('staff/evidence-pack/index.html.njk', {
    ...evidence,
    title,
    caseId,
    council: council.name,
    asOfInWords: formatDate(today),
  })
  return zipPack(
    title,
    [textFile('verify.mjs', await tools.render(VERIFY, {}))],
    [
      textFile('index.html', index),
      jsonFile('case.json', { caseId, council: council.name, asOf: today, ...caseJson(evidence) }),
      jsonFile('messages.json', evidence.messages.map(withoutText)),
      jsonFile('audit.json', situation.audit),
      ...evidence.messages.flatMap(({ kept }) => kept.flatMap(({ files }) => files)),
      ...tables(evidence),
    ],
    tools.largest,
  )
}

type Evidence = Awaited<ReturnType<typeof evidenceOf>>

async function evidenceOf({ file, kept, names, audit, council, today }: EvidenceSituation, readEmail: ReadEmail) {
  const { record, subject, messages, letters } = file
  const { decision } = subject
  return {
    status: record.status,
    notice: {
      decision: describeDecision(decision),
      printedOnInWords: formatDate(decision.printedOn),
      sentOnInWords: formatDate(decision.sentOn),
      hasToSay: describeNotice(decision.decisionKind),
      details: decision,
    },
    followingDays: followingDays(subject).map(({ key, value }) => ({ what: key.text, says: value.text })),
    facts: subject.recorded.map((fact) => ({
      sequence: fact.sequence,
      type: fact.type,
      title: factTitle(fact),
      lines: describeFact(fact, subject),
      recordedAt: fact.recordedAt,
      recordedInWords: formatInstant(fact.recordedAt),
      recordedBy: names.get(fact.recordedBy) ?? NOBODY_IN_PARTICULAR,
      stands: subject.facts.some(({ sequence }) => sequence === fact.sequence),
      details: fact.details,
    })),
    dates: dateCards(caseDates(subject, today), subject, today),
    undertakings: undertakingViews(subject, today),
    complaints: complaintViews(subject, council.ownTimes.complaintTimes, today),
    messages: await Promise.all(
      messages
        .toSorted((one, other) => compare([one.claimedAt, one.key], [other.claimedAt, other.key]))
        .map(async (message) => ({
          ...message,
          recipient: message.recipient ?? 'family',
          to: RECIPIENT_WORDS[message.recipient ?? 'family'],
          sentInWords: message.sentAt ? formatInstant(message.sentAt) : '',
          becameOfIt: [`${messageTag(message).text}.`, ...messageLines(message)].join(' '),
          kept: await Promise.all(
            kept.filter(({ key }) => key === message.key).map((copy) => keptFiles(message, copy, readEmail)),
          ),
        })),
    ),
    audit: audit.map((entry) => ({
      ...entry,
      atInWords: formatInstant(entry.at),
      whoInWords: names.get(entry.who) ?? entry.who,
      about: entry.about ?? [],
    })),
    letters: letters
      .toSorted((one, other) => compare([one.wantedAt, one.key], [other.wantedAt, other.key]))
      .map((letter) => ({
        ...letter,
        to: RECIPIENT_WORDS[letter.recipient],
        whyInWords: LETTER_REASON_WORDS[letter.why],
        stateInWords: LETTER_STATE_WORDS[letter.state],
        wantedInWords: formatDate(letter.wantedOn),
        doneInWords: letter.doneOn ? formatDate(letter.doneOn) : '',
      })),
  }
}

/**
 * A message as it went out on one attempt: its source, byte for byte, under a name that opens as plain text, and what it
 * says.
 */
async function keptFiles(message: CaseFile['messages'][number], copy: KeptMessage, readEmail: ReadEmail) {
  const { key, attempt, keptAt, to, email, content, original, hash } = copy
  const name = `messages/${key}-${attempt}`
  const source: PackFile = { name: `${name}.${email ? 'eml' : 'json'}.txt`, bytes: original }
  const text = (email && (await readEmail(email)).text) ?? renderText(forLetter(content))
  return {
    attempt,
    keptAt,
    keptInWords: formatInstant(keptAt),
    to,
    where: [to.name, ...(to.email ? [to.email] : (to.postalAddress ?? []))].join(', '),
    isEmail: email !== undefined,
    file: source.name,
    readable: `${name}.txt`,
    sha256: hash,
    isUnaltered: isAsSent(message, copy),
    text,
    files: [source, textFile(`${name}.txt`, text)],
  }
}

function withoutText(message: Evidence['messages'][number]) {
  return { ...message, kept: message.kept.map(({ files: _files, text: _text, ...copy }) => copy) }
}

function caseJson({ messages: _messages, audit: _audit, ...rest }: Evidence) {
  return rest
}

/** The same for a spreadsheet. */
function tables({ facts, dates, messages, letters, audit }: Evidence): readonly PackFile[] {
  return [
    textFile(
      'facts.csv',
      csvOf(
        ['number', 'what', 'says', 'recorded', 'recorded by', 'stands'],
        facts.map(({ sequence, title, lines, recordedAt, recordedBy, stands }) => [
          sequence,
          title,
          lines.join(' '),
          recordedAt,
          recordedBy,
          stands ? 'yes' : 'no',
        ]),
      ),
    ),
    textFile(
      'dates.csv',
      csvOf(
        ['what', 'who must act', 'aim for', 'law’s last day', 'rule', 'bank holidays', 'working', 'sources'],
        dates.map(({ title, whoMustAct, aimDate, lawDate, rule, holidayTable, working, sources }) => [
          title,
          whoMustAct,
          aimDate,
          lawDate,
          rule,
          holidayTable,
          working.join(' '),
          sources.map((source) => `${source.title} (${source.url})`).join('; '),
        ]),
      ),
    ),
    textFile(
      'messages.csv',
      csvOf(
        ['key', 'subject', 'to', 'state', 'sent', 'what became of it', 'SES ids', 'SHA-256 of each attempt'],
        messages.map(({ key, subject, to, state, sentAt = '', becameOfIt, sesMessageIds, hashes = [] }) => [
          key,
          subject,
          to,
          state,
          sentAt,
          becameOfIt,
          sesMessageIds.join(' '),
          hashes.join(' '),
        ]),
      ),
    ),
    textFile(
      'letters.csv',
      csvOf(
        ['message', 'to', 'why a letter', 'wanted since', 'what became of it', 'on', 'recorded'],
        letters.map(({ key, to, whyInWords, wantedOn, stateInWords, doneOn = '', recordedAt = '' }) => [
          key,
          to,
          whyInWords,
          wantedOn,
          stateInWords,
          doneOn,
          recordedAt,
        ]),
      ),
    ),
    textFile(
      'audit.csv',
      csvOf(
        ['number', 'when', 'who', 'what', 'about', 'why', 'hash'],
        audit.map(({ number, at, whoInWords, what, about, why = '', hash }) => [
          String(number),
          at,
          whoInWords,
          what,
          about.join(' '),
          why,
          hash,
        ]),
      ),
    ),
  ]
}

function compare(one: readonly string[], other: readonly string[]): number {
  return one.join('\n') < other.join('\n') ? -1 : 1
}
