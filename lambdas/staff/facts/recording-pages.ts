import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import type { FactProblem } from '../../cases/check-facts.ts'
import type { Fact, FactType } from '../../cases/fact.ts'
import type { FactInput } from '../../cases/fact-input.ts'
import { kindOf } from '../../cases/facts.ts'
import { dayOf } from '../../cases/order.ts'
import { sequenceOf } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Actor } from '../../recording/actor.ts'
import { type AskedFact, recordableBy, recordForm } from '../../recording/record-form.ts'
import { type Field, inputNames, type Problem, type Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { frameOf, noSuchCase } from '../case-of-address.ts'
import { formatInstant } from '../day.ts'
import { confirmedIn, showPreview } from '../preview/show-preview.ts'
import { secondLookIn, showSecondLook } from '../second-look.ts'
import type { StaffServiceOptions } from '../service.ts'
import { describeFact, factTitle, STAFF_FACTS } from './all-facts.ts'
import { whyNotRecordable } from './recording-words.ts'

/** A page with a form that records a fact on a case. */
export interface RecordingPage {
  /** What it records. */
  readonly records: FactType
  /** Where it is, and where it is sent. */
  readonly address: string
  readonly heading: string
  /** What was recorded before, where this changes it. */
  readonly standing?: { readonly recordedInWords: string; readonly lines: readonly string[] }
  /** What recording sets in motion, each a paragraph. */
  readonly effects: readonly string[]
  readonly button: string
  /** Whether what it does has to be thought over. */
  readonly isWarning: boolean
  readonly form: Form<FactInput>
  /** What the form begins with: what the case knows already, or what was recorded. */
  readonly beginsWith: () => Promise<Typed>
  /** What stands now, where the form corrects it. */
  readonly corrects?: AskedFact<Problem>['corrects']
}

/** Where a page is. */
export interface PageOnCase {
  readonly file: CaseFile
  /** The page on the case as it is at that moment; undefined when what it is about is not there, or not any more. */
  readonly pageOf: (file: CaseFile) => RecordingPage | undefined
}

interface SentForm {
  readonly typed: Typed
  readonly submissionId: string
}

/** Shows pages that record a fact, records what is sent and says what came of it. */
export function recordingPages(service: StaffServiceOptions, answer: StaffAnswers) {
  function showForm(
    c: Context,
    file: CaseFile,
    page: RecordingPage,
    { typed, submissionId }: SentForm,
    problems: readonly Problem[] = [],
  ) {
    const { caseId, version } = file.record
    const { form, records: type, address, heading, standing, effects } = page
    const words = { address, heading, standing, effects }
    const isAsked = typed[ANOTHER.name] !== undefined || problems.some(({ field }) => field === ANOTHER.name)
    const asked = isAsked ? [...form.fields, ANOTHER] : form.fields
    const view = { caseId, submissionId, version, ...words, ...formView(asked, typed, problems) }
    const fields = describeFields(asked)
    const json = { caseId, type, submissionId, version, fields, typed: typedInto(form, typed), problems }
    return answer.pageOrJson(c, 'staff/facts/record-fact.njk', view, json, frameOf(file), statusOf(problems))
  }

  /** Says what somebody else recorded, and gives back what was typed. @param page undefined when it is not there any more */
  function showMovedOn(
    c: Context,
    actor: Actor,
    file: CaseFile,
    sentTo: RecordingPage,
    page: RecordingPage | undefined,
    { typed, submissionId }: SentForm,
  ) {
    const { caseId, version } = file.record
    const { fields } = (page ?? sentTo).form
    const added = addedSince(file, typed)
    const type = sentTo.records
    const recordable = page !== undefined && recordableBy(actor, file).includes(type)
    const view = {
      caseId,
      submissionId,
      version,
      address: sentTo.address,
      heading: sentTo.heading,
      name: STAFF_FACTS[type].name,
      added,
      recordable,
      whyNot: page ? whyNotRecordable(file) : 'what it is about has been taken back',
      typedInWords: fields.map(
        (field) =>
          `${field.label} ${inputNames(field)
            .map((name) => typed[name] ?? '')
            .join(' ')}`,
      ),
      ...formView(fields, typed),
    }
    const json = {
      error: 'This case has changed since you opened the form',
      caseId,
      type,
      submissionId,
      version,
      added,
      recordable,
    }
    return answer.pageOrJson(c, 'staff/facts/moved-on.njk', view, json, frameOf(file), 409)
  }

  function notAwaited(c: Context, file: CaseFile, type: FactType) {
    return answer.message(
      c,
      409,
      `This cannot be recorded now`,
      [`“${STAFF_FACTS[type].name}” cannot be recorded on case ${file.record.caseId}: ${whyNotRecordable(file)}.`],
      toCase(file),
    )
  }

  return {
    notAwaited,

    /**
     * The form, filled in with what is known, and the recording of what was sent.
     *
     * @param find the page that an address names; undefined when there is no such case
     * @param gone the answer when the case has not what the page is about
     */
    routes(
      find: (c: Context) => Promise<PageOnCase | undefined>,
      gone: (c: Context, file: CaseFile) => Promise<Response>,
    ) {
      return {
        async form(c: Context, actor: Actor) {
          const found = await find(c)
          if (!found) return noSuchCase(c, answer)
          const { file, pageOf } = found
          const page = pageOf(file)
          if (!page) return gone(c, file)
          if (!recordableBy(actor, file).includes(page.records)) return notAwaited(c, file, page.records)
          return showForm(c, file, page, { typed: await page.beginsWith(), submissionId: service.newSubmissionId() })
        },
        async send(c: Context, actor: Actor) {
          const found = await find(c)
          return found ? send(c, actor, found, gone) : noSuchCase(c, answer)
        },
      }
    },
  }

  async function send(
    c: Context,
    actor: Actor,
    { file, pageOf }: PageOnCase,
    gone: (c: Context, file: CaseFile) => Promise<Response>,
  ): Promise<Response> {
    const typed = await typedForm(c)
    const submissionId = submissionIdOf(typed)
    if (!submissionId) {
      return answer.message(
        c,
        400,
        'This form is incomplete',
        ['Open it again from the page of the case. Nothing was recorded.'],
        toCase(file),
      )
    }
    const page = pageOf(file)
    const asked = page && { ...page, read: () => readForm(page.form, typed) }
    const secondLook = secondLookIn(typed)
    const { version = '', [ANOTHER.name]: another } = typed
    const confirmed = confirmedIn(typed)
    const form = { submissionId, version, secondLook, confirmed, asked, isAnother: another === 'another' }
    const recording = await recordForm(service, actor, file, form)
    if (recording.outcome === 'recorded' || recording.outcome === 'recorded-before') {
      return c.redirect(`/cases/${recording.caseId}?recorded=${recording.sequence}`, 303)
    }
    if (recording.outcome === 'not-allowed') return answer.notAllowed(c)
    if (recording.outcome === 'gone' || !page) return gone(c, file)
    const sent = { typed, submissionId }
    switch (recording.outcome) {
      case 'moved-on':
        // Overtaken in the moment of confirming: what would follow now is shown.
        if (confirmed !== undefined && recording.file !== file)
          return send(c, actor, { file: recording.file, pageOf }, gone)
        return showMovedOn(c, actor, recording.file, page, pageOf(recording.file), sent)
      case 'not-recordable': {
        const message = `“${STAFF_FACTS[page.records].name}” cannot be recorded: ${whyNotRecordable(file)}`
        return showForm(c, file, page, sent, [{ field: '', message }])
      }
      case 'recorded-already': {
        const correction = correctionOf(file, recording.fact)
        if (another === 'correction') return c.redirect(correction, 303)
        return showForm(c, file, page, sent, [alreadyInWords(recording.fact, correction)])
      }
      case 'unread':
        return showForm(c, file, page, sent, recording.problems)
      case 'unlikely':
        return secondLook === 'no'
          ? showForm(c, file, page, sent)
          : showSecondLook(c, answer, { address: page.address, typed, unlikely: recording.unlikely }, frameOf(file))
      case 'to-confirm': {
        const { preview } = recording
        const { address, heading, button, isWarning } = page
        const caption = `Case ${file.record.caseId}: ${heading}`
        const added = addedSince(file, typed)
        const shown = { caption, address, button, isWarning, typed, file, added, preview, frame: frameOf(file) }
        return showPreview(c, service, answer, shown)
      }
      case 'problems': {
        const problems = recording.problems.map((problem) => inWords(problem, file))
        return showForm(c, file, page, sent, problems)
      }
    }
  }
}

/** What was recorded since a form was filled in, each in words with the moment of recording. */
function addedSince({ subject }: CaseFile, { version = '' }: Typed): readonly string[] {
  const seen = /^\d{1,5}$/.test(version) ? sequenceOf(Number(version)) : ''
  return subject.recorded
    .filter(({ sequence }) => sequence > seen)
    .map((fact) =>
      [`${factTitle(fact)}.`, ...describeFact(fact, subject), `Recorded on ${formatInstant(fact.recordedAt)}.`].join(
        ' ',
      ),
    )
}

/** Asked where a fact of the same kind and day is on record, and there can be another. */
const ANOTHER = {
  kind: 'choice',
  name: 'another',
  label: 'Is this another one, or a correction of that one?',
  options: [
    { value: 'another', text: 'Another one' },
    { value: 'correction', text: 'A correction of that one', hint: 'You go to its form. Nothing is recorded yet.' },
  ],
} as const satisfies Field

function correctionOf({ record }: CaseFile, { sequence }: Fact): string {
  return `/cases/${record.caseId}/correct/${sequence}`
}

/** What is said of a fact that stands on record for the same day. */
function alreadyInWords(fact: Fact, correction: string): Problem {
  const day = dayOf(fact)
  const already = `“${factTitle(fact)}” is recorded already${day ? `, for ${formatDate(day)}` : ''}`
  return kindOf(fact.type).canHappenAgain
    ? { field: ANOTHER.name, message: `${already}. Select whether this is another one, or a correction of that one` }
    : { field: '', message: `${already}. There is only one. If it is wrong, correct it`, href: correction }
}

function toCase({ record }: CaseFile) {
  return { href: `/cases/${record.caseId}`, text: 'Look at the case' }
}

/** What was typed into this form, and nothing else that came with it. */
function typedInto({ fields }: Form<unknown>, typed: Typed): Typed {
  const names = fields.flatMap(inputNames)
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)))
}

/** A problem with something that was recorded later leads to where that can be put right. */
function inWords({ field, message, about }: FactProblem, file: CaseFile): Problem {
  const other = file.subject.facts.find(({ sequence }) => sequence === about)
  if (!other) return { field, message }
  const what = `“${factTitle(other)}”, recorded on ${formatInstant(other.recordedAt)}`
  return {
    field,
    message: `${what}: ${message}. Correct that first, or take it back`,
    href: correctionOf(file, other),
  }
}
