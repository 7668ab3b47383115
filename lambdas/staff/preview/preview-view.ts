import type { Case } from '../../cases/case.ts'
import type { CaseDates } from '../../cases/case-dates.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Council } from '../../cases/council.ts'
import { type DeliveryTo, deliveriesOf, type Way } from '../../cases/deliveries.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { TaskDue } from '../../cases/task.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { composeFor, type Writer, wordsAbout } from '../../messages/compose-for.ts'
import { forLetter } from '../../messages/content.ts'
import { renderText } from '../../messages/render/render-text.ts'
import { tellingForeseen } from '../../messages/telling/telling-foreseen.ts'
import type { Preview } from '../../recording/preview.ts'
import { complaintViews } from '../cases/complaint-views.ts'
import { dateCards } from '../cases/date-cards.ts'
import { undertakingViews } from '../cases/duties-view.ts'
import { formatInstant } from '../day.ts'
import { describeFact, factTitle } from '../facts/all-facts.ts'
import { wordsInLines } from '../facts/case-words.ts'
import { describeNotice } from '../facts/describe-route.ts'
import { LETTER_REASON_WORDS } from '../letters/letter-words.ts'
import { STAFF_TASKS } from '../tasks/all-tasks.ts'

/** What a preview is written for. */
export interface PreviewFor {
  /** The case as it is; undefined before it is opened. */
  readonly before: Case | undefined
  readonly preview: Preview
  /** The private words that are stored for the facts of the case. */
  readonly stored: ReadonlyMap<Sequence, PrivateWords>
  readonly writer: Writer
  readonly ownTimes: Council['ownTimes']
  readonly today: CalendarDate
}

/** What a form will do, in words: what it records, the dates that move, the messages that go out, and the tasks. */
export function previewView({ before, preview, stored, writer, ownTimes, today }: PreviewFor) {
  const { foreseen, file, contact, words, now } = preview
  const { after, dates, tasks } = foreseen
  const known = new Map([...stored, ...words])
  const told = tellingForeseen({ file, contact, words: known, writer, today }, foreseen, now)
  const messages = told.flatMap(({ leavesAt, waitsForParty, ...toWrite }) => {
    const { message } = toWrite
    const written = { ...toWrite, subject: after, contact, words: wordsAbout(message, after, known), today }
    return deliveriesOf(message, contact, file).map((delivery) => ({
      ...messageView(writer, written, delivery),
      ...(leavesAt && !waitsForParty && { leaves: formatInstant(leavesAt) }),
      waitsForParty,
    }))
  })
  return {
    records: after.recorded.slice(before?.version ?? 0).map((fact) => ({
      title: factTitle(fact),
      lines: [...describeFact(fact, after), ...privateLines(words.get(fact.sequence))],
    })),
    dates: movedDays(
      before && dates.before ? shownDays(before, dates.before, ownTimes, today) : [],
      shownDays(after, dates.after, ownTimes, today),
    ),
    messages,
    /** What the letter had to say with which the case begins. */
    ...(!before && { notice: describeNotice(after.decision.decisionKind) }),
    begin: tasks.begin.map(taskInWords),
    end: tasks.end.map(taskInWords),
  }
}

export type PreviewView = ReturnType<typeof previewView>

function privateLines(words: PrivateWords = {}): readonly string[] {
  return [...wordsInLines(words), ...(words.note ? [words.note] : [])]
}

/** A day that staff see on the page of a case. */
interface ShownDay {
  readonly key: string
  readonly title: string
  readonly day: string
  readonly why: readonly string[]
}

function shownDays(
  subject: Case,
  dates: CaseDates,
  { complaintTimes }: Council['ownTimes'],
  today: CalendarDate,
): readonly ShownDay[] {
  return [
    ...dateCards(dates, subject, today).map(({ kind, title, lawInWords, working }) => ({
      key: kind,
      title,
      day: lawInWords,
      why: working,
    })),
    ...undertakingViews(subject, today).flatMap(({ of, title, duties }) =>
      duties
        .filter(({ standing }) => standing !== 'not-needed')
        .map(({ rule, what, lawInWords, working }) => ({
          key: `${of} ${rule}`,
          title: `${what} (${title})`,
          day: lawInWords,
          why: working,
        })),
    ),
    ...complaintViews(subject, complaintTimes, today).flatMap(({ of, title, acknowledgement, answer, ombudsman }) => [
      { key: `${of} acknowledgement`, title: `Acknowledgement (${title})`, ...step(acknowledgement) },
      { key: `${of} answer`, title: `Answer (${title})`, ...step(answer) },
      ...(ombudsman
        ? [{ key: `${of} ombudsman`, title: ombudsman.title, day: ombudsman.lawInWords, why: ombudsman.working }]
        : []),
    ]),
  ]
}

function step({ byInWords, from }: { readonly byInWords: string; readonly from: string }) {
  return { day: byInWords, why: [`${from}.`] }
}

/** What differs. A date that did not apply has no day before; one that does not apply any more has none then. */
function movedDays(before: readonly ShownDay[], after: readonly ShownDay[]) {
  const was = new Map(before.map((one) => [one.key, one]))
  const is = new Map(after.map((one) => [one.key, one]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)]
    const shown = now ?? old
    if (!shown || old?.day === now?.day) return []
    return [
      {
        title: shown.title,
        was: old?.day ?? 'Does not apply',
        is: now?.day ?? 'Does not apply any more',
        why: now?.why ?? [],
      },
    ]
  })
}

function messageView(writer: Writer, message: Parameters<typeof composeFor>[1], delivery: DeliveryTo) {
  const { recipient, way } = delivery
  const { subject, text, content, calendarFile } = composeFor(writer, message, delivery)
  return {
    how: HOW[way.by],
    to: recipient.name,
    way: wayInWords(way),
    subject,
    text: way.by === 'letter' ? renderText(forLetter(content)) : text,
    hasCalendarFile: way.by === 'email' && calendarFile !== undefined,
  }
}

const HOW: Readonly<Record<Way['by'], string>> = { email: 'Email', letter: 'Letter', task: 'Task' }

function wayInWords(way: Way): string {
  switch (way.by) {
    case 'email':
      return `By email to ${way.address}.`
    case 'letter':
      return `By letter, which somebody prints and posts. ${LETTER_REASON_WORDS[way.why]}.`
    case 'task':
      return 'Nothing is sent, for safety. You get a task to tell them in the way that was agreed.'
  }
}

function taskInWords({ kind, dueOn }: TaskDue): string {
  return `${STAFF_TASKS[kind].name}: from ${formatDate(dueOn)}`
}
