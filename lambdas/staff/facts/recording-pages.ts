import type { Context } from 'hono'
import { type CaseFile, loadCaseFile } from '../../cases/case-file.ts'
import { checkFact, type FactProblem } from '../../cases/check-fact.ts'
import { type FactType, sequenceOf } from '../../cases/fact.ts'
import { londonDay } from '../../cases/london.ts'
import { submissionBefore } from '../../cases/open-case.ts'
import { type FactToRecord, recordFact } from '../../cases/record-fact.ts'
import { recordableFacts } from '../../cases/recordable-facts.ts'
import { inputNames, type Problem, type Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { formatInstant } from '../day.ts'
import { RECORDED_BY, type StaffServiceOptions } from '../service.ts'
import { describeFact } from './describe-fact.ts'
import type { FactInput } from './fact-input.ts'
import { FACT_NAMES, factTitle } from './fact-names.ts'
import { whyNotRecordable } from './recording-words.ts'

/** How often recording is tried again when the journey, and nobody else, touched the case in the same moment. */
const RECORDINGS_TRIED = 3

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
  readonly isWarning?: boolean
  readonly form: Form<FactInput>
  /** What is wrong with answers that are good by themselves. */
  readonly check?: (input: FactInput) => readonly Problem[]
}

interface SentForm {
  readonly typed: Typed
  readonly submissionId: string
}

/**
 * Shows pages that record a fact, and records what is sent: each form once, and only on the case as whoever filled it in
 * had seen it.
 */
export function recording(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service

  function frameOf({ record }: CaseFile) {
    return {
      section: 'cases',
      back: { href: `/cases/${record.caseId}`, text: `Case ${record.caseId}` },
    } as const
  }

  function showForm(
    c: Context,
    file: CaseFile,
    page: RecordingPage,
    { typed, submissionId }: SentForm,
    problems: readonly Problem[] = [],
  ) {
    const { caseId, version } = file.record
    const { form, records: type, address, heading, standing, effects, button, isWarning } = page
    const words = { address, heading, standing, effects, button, isWarning }
    const view = { caseId, submissionId, version, ...words, ...formView(form.fields, typed, problems) }
    const fields = describeFields(form.fields)
    const json = { caseId, type, submissionId, version, fields, typed: typedInto(form, typed), problems }
    return answer.pageOrJson(
      c,
      'staff/facts/record-fact.njk',
      view,
      json,
      frameOf(file),
      problems.length > 0 ? 422 : 200,
    )
  }

  /** Says what somebody else recorded, and gives back what was typed. @param page undefined when it is not there any more */
  function showMovedOn(
    c: Context,
    file: CaseFile,
    sentTo: RecordingPage,
    page: RecordingPage | undefined,
    { typed, submissionId }: SentForm,
  ) {
    const { caseId, version } = file.record
    const { fields } = (page ?? sentTo).form
    const seen = /^\d{1,5}$/.test(typed.version ?? '') ? sequenceOf(Number(typed.version)) : ''
    const added = file.subject.recorded
      .filter(({ sequence }) => sequence > seen)
      .map((fact) =>
        [
          `${factTitle(fact.type)}.`,
          ...describeFact(fact, file.subject),
          `Recorded on ${formatInstant(fact.recordedAt)}.`,
        ].join(' '),
      )
    const type = sentTo.records
    const recordable = page !== undefined && recordableFacts(file).includes(type)
    const view = {
      caseId,
      submissionId,
      version,
      address: sentTo.address,
      heading: sentTo.heading,
      name: FACT_NAMES[type],
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
      [`“${FACT_NAMES[type]}” cannot be recorded on case ${file.record.caseId}: ${whyNotRecordable(file)}.`],
      toCase(file),
    )
  }

  async function sameFormBefore(c: Context, submissionId: string): Promise<Response | undefined> {
    const before = await submissionBefore(tables, submissionId)
    return before && c.redirect(`/cases/${before.caseId}?recorded=${before.sequence}`, 303)
  }

  /** Records the fact on the case as the form knew it. @returns where to go; undefined when somebody else came first */
  async function record(c: Context, file: CaseFile, fact: FactToRecord): Promise<Response | undefined> {
    let present: CaseFile | undefined = file
    for (let attempt = 1; present && attempt <= RECORDINGS_TRIED; attempt += 1) {
      const result = await recordFact(tables, present, fact, service.clock())
      if (result !== 'moved-on') return sameFormBefore(c, fact.submissionId)
      present = await loadCaseFile(tables, file.record.caseId)
      // The journey parks its waits anew now and then. That is nothing that a person has to look at.
      if (present?.record.version !== file.record.version || !recordableFacts(present).includes(fact.fact.type)) break
    }
    return undefined
  }

  return {
    frameOf,
    notAwaited,

    /** The form, filled in with what is known. */
    show(c: Context, file: CaseFile, page: RecordingPage, typed: Typed = {}) {
      if (!recordableFacts(file).includes(page.records)) return notAwaited(c, file, page.records)
      return showForm(c, file, page, { typed, submissionId: service.newSubmissionId() })
    },

    /**
     * Records what was sent.
     *
     * @param pageOf the page on a case as it is at that moment; undefined when what it is about is not there any more
     * @param gone the answer when it was not there from the start
     */
    async send(
      c: Context,
      file: CaseFile,
      pageOf: (file: CaseFile) => RecordingPage | undefined,
      gone: () => Promise<Response>,
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
      const before = await sameFormBefore(c, submissionId)
      if (before) return before
      const page = pageOf(file)
      if (!page) return gone()

      const sent = { typed, submissionId }
      if (typed.version !== String(file.record.version)) return showMovedOn(c, file, page, page, sent)
      if (!recordableFacts(file).includes(page.records)) {
        const message = `“${FACT_NAMES[page.records]}” cannot be recorded: ${whyNotRecordable(file)}`
        return showForm(c, file, page, sent, [{ field: '', message }])
      }
      const reading = readForm(page.form, typed)
      if (!reading.ok) return showForm(c, file, page, sent, reading.problems)
      const { fact, ...rest } = reading.values
      const today = londonDay(service.clock())
      const problems = [
        ...(page.check?.(reading.values) ?? []),
        ...checkFact(file.subject, fact, today).map((problem) => inWords(problem, file)),
      ]
      if (problems.length > 0) return showForm(c, file, page, sent, problems)

      const recorded = await record(c, file, { submissionId, fact, ...rest, recordedBy: RECORDED_BY })
      if (recorded) return recorded
      const now = (await loadCaseFile(tables, file.record.caseId)) ?? file
      return showMovedOn(c, now, page, pageOf(now), sent)
    },
  }
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
function inWords({ field, message, about }: FactProblem, { record, subject }: CaseFile): Problem {
  const other = subject.facts.find(({ sequence }) => sequence === about)
  if (!other) return { field, message }
  const what = `“${factTitle(other.type)}”, recorded on ${formatInstant(other.recordedAt)}`
  return {
    field,
    message: `${what}: ${message}. Correct that first, or take it back`,
    href: `/cases/${record.caseId}/correct/${other.sequence}`,
  }
}
