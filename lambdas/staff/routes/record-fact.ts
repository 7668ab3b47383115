import type { Context } from 'hono'
import { plannedMeeting } from '../../cases/case.ts'
import { type CaseFile, loadCaseFile } from '../../cases/case-file.ts'
import { checkFact } from '../../cases/check-fact.ts'
import { loadContact, loadWords } from '../../cases/contact-store.ts'
import { sequenceOf } from '../../cases/fact.ts'
import { londonDay } from '../../cases/london.ts'
import { submissionBefore } from '../../cases/open-case.ts'
import { type FactToRecord, recordableFacts, recordFact } from '../../cases/record-fact.ts'
import { typedContact } from '../forms/contact-fields.ts'
import { FACT_FORMS, isRecordedType, type RecordedType } from '../forms/fact-form.ts'
import { inputNames, type Problem, type Typed } from '../forms/field.ts'
import { typedFurtherContact } from '../forms/further-contact-fields.ts'
import { readForm } from '../forms/read-form.ts'
import type { Answers } from '../http/answer.ts'
import { isCaseId } from '../http/request-log.ts'
import { submissionIdOf, typedForm } from '../http/typed-form.ts'
import { RECORDED_BY, type StaffServiceOptions } from '../service.ts'
import { describeFields, formView } from '../views/form-view.ts'
import { formatInstant } from '../words/day.ts'
import { describeFact, FACT_NAMES, factTitle } from '../words/fact-words.ts'
import { recordingEffect, whyNotRecordable } from '../words/recording-words.ts'
import { noSuchCase } from './show-case.ts'

/** How often recording is tried again when the journey, and nobody else, touched the case in the same moment. */
const RECORDINGS_TRIED = 3

interface SentForm {
  readonly type: RecordedType
  readonly typed: Typed
  readonly submissionId: string
}

/** The form for each fact, and what happens when it is sent in. */
export function recordFactRoutes(service: StaffServiceOptions, answer: Answers) {
  const { tables } = service

  function frameOf(file: CaseFile) {
    return {
      section: 'cases',
      back: { href: `/cases/${file.record.caseId}`, text: `Case ${file.record.caseId}` },
    } as const
  }

  function showForm(
    c: Context,
    file: CaseFile,
    { type, typed, submissionId }: SentForm,
    problems: readonly Problem[] = [],
  ) {
    const { caseId, version } = file.record
    const { fields } = FACT_FORMS[type](file.subject)
    const effect = recordingEffect(type, file.record.status)
    const view = {
      caseId,
      type,
      submissionId,
      version,
      heading: FACT_NAMES[type],
      effect,
      ...formView(fields, typed, problems),
    }
    const json = { caseId, type, submissionId, version, fields: describeFields(fields), problems }
    return answer.pageOrJson(c, 'record-fact', view, json, frameOf(file), problems.length > 0 ? 422 : 200)
  }

  /** Says what somebody else recorded, and gives back what was typed. */
  function showMovedOn(c: Context, file: CaseFile, { type, typed, submissionId }: SentForm) {
    const { caseId, version } = file.record
    const { fields } = FACT_FORMS[type](file.subject)
    const seen = /^\d{1,5}$/.test(typed.version ?? '') ? sequenceOf(Number(typed.version)) : ''
    const added = file.subject.facts
      .filter(({ sequence }) => sequence > seen)
      .map((fact) =>
        [`${factTitle(fact.type)}.`, ...describeFact(fact), `Recorded on ${formatInstant(fact.recordedAt)}.`].join(' '),
      )
    const recordable = recordableFacts(file).includes(type)
    const view = {
      caseId,
      type,
      submissionId,
      version,
      heading: FACT_NAMES[type],
      added,
      recordable,
      whyNot: whyNotRecordable(file),
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
    return answer.pageOrJson(c, 'moved-on', view, json, frameOf(file), 409)
  }

  function notAwaited(c: Context, file: CaseFile, type: RecordedType) {
    return answer.message(
      c,
      409,
      `This cannot be recorded now`,
      [`“${FACT_NAMES[type]}” cannot be recorded on case ${file.record.caseId}: ${whyNotRecordable(file)}.`],
      {
        href: `/cases/${file.record.caseId}`,
        text: 'Look at the case',
      },
    )
  }

  /** The case and the kind of fact that an address names; undefined when there is no such case or fact. */
  async function named(c: Context): Promise<{ file: CaseFile; type: RecordedType } | undefined> {
    const caseId = c.req.param('caseId') ?? ''
    const type = c.req.param('factType') ?? ''
    if (!isCaseId(caseId) || !isRecordedType(type)) return undefined
    const file = await loadCaseFile(tables, caseId)
    return file && { file, type }
  }

  /** What the form begins with: what the case knows already, where the fact changes it. */
  async function beginning({ record, subject }: CaseFile, type: RecordedType): Promise<Typed> {
    if (type === 'contact-details-changed') {
      const contact = await loadContact(tables, record.caseId)
      return { ...typedContact(contact), ...typedFurtherContact(contact) }
    }
    const meeting = plannedMeeting(subject)
    if (type !== 'meeting-moved' || !meeting) return {}
    const words = await loadWords(tables, record.caseId)
    return { startsAt: meeting.startsAt, format: meeting.format, place: words.get(meeting.lastChangedBy)?.place ?? '' }
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
    async form(c: Context) {
      const found = await named(c)
      if (!found) return noSuchCase(c, answer)
      const { file, type } = found
      if (!recordableFacts(file).includes(type)) return notAwaited(c, file, type)
      return showForm(c, file, { type, typed: await beginning(file, type), submissionId: service.newSubmissionId() })
    },

    async send(c: Context) {
      const found = await named(c)
      if (!found) return noSuchCase(c, answer)
      const { file, type } = found
      const typed = await typedForm(c)
      const submissionId = submissionIdOf(typed)
      if (!submissionId) {
        return answer.message(
          c,
          400,
          'This form is incomplete',
          ['Open it again from the page of the case. Nothing was recorded.'],
          {
            href: `/cases/${file.record.caseId}`,
            text: 'Look at the case',
          },
        )
      }
      const before = await sameFormBefore(c, submissionId)
      if (before) return before

      const sent = { type, typed, submissionId }
      if (typed.version !== String(file.record.version)) return showMovedOn(c, file, sent)
      if (!recordableFacts(file).includes(type)) {
        const message = `“${FACT_NAMES[type]}” cannot be recorded: ${whyNotRecordable(file)}`
        return showForm(c, file, sent, [{ field: '', message }])
      }
      const reading = readForm(FACT_FORMS[type](file.subject), typed)
      if (!reading.ok) return showForm(c, file, sent, reading.problems)
      const { fact, ...rest } = reading.values
      const problems = checkFact(file.subject, fact, londonDay(service.clock()))
      if (problems.length > 0) return showForm(c, file, sent, problems)

      const recorded = await record(c, file, { submissionId, fact, ...rest, recordedBy: RECORDED_BY })
      if (recorded) return recorded
      const now = await loadCaseFile(tables, file.record.caseId)
      return showMovedOn(c, now ?? file, sent)
    },
  }
}
