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
import { submissionIdOf } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { answeredForms } from '../answered-forms.ts'
import { frameOf, noSuchCase } from '../case-of-address.ts'
import { formatInstant } from '../day.ts'
import { confirmedIn, showPreview } from '../preview/show-preview.ts'
import { secondLookIn, showSecondLook } from '../second-look.ts'
import type { StaffServiceOptions } from '../service.ts'
import { describeFact, FACTS_IN_ORDER, factTitle, formOnCasePage, STAFF_FACTS } from './all-facts.ts'
import {
  fieldsOn,
  nextPartId,
  PART_LISTS,
  type Part,
  type PartList,
  partId,
  problemsOn,
  typedAnswersTo,
  typedInto,
  withoutPart,
  withPart,
} from './parts.ts'
import { whyNotRecordable } from './recording-words.ts'

/** A page with a form that records facts on a case. */
export interface RecordingPage {
  /** In the order in which they are recorded. One of them has no prefix: the fact that the page is about. */
  readonly parts: readonly [PagePart, ...PagePart[]]
  /** Whether others can be added, which the same letter tells. */
  readonly takesMore: boolean
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
}

/** One of the facts of a page. */
export interface PagePart extends Part {
  readonly form: Form<FactInput>
  /** What the form begins with: what the case knows already, or what was recorded. */
  readonly beginsWith: () => Promise<Typed>
  /** What stands now, where the form corrects it. */
  readonly corrects?: AskedFact<Problem>['corrects']
}

/** Where a page is. */
export interface PageOnCase {
  readonly file: CaseFile
  /**
   * The page on the case as it is at that moment, with what was typed into it; undefined when what it is about is not there,
   * or not any more.
   */
  readonly pageOf: (file: CaseFile, typed: Typed) => RecordingPage | undefined
}

interface SentForm {
  readonly typed: Typed
  readonly submissionId: string
}

/** Shows pages that record facts, records what is sent and says what came of it. */
export function recordingPages(service: StaffServiceOptions, answer: StaffAnswers) {
  const answered = answeredForms(service, answer)

  function showForm(
    c: Context,
    actor: Actor,
    file: CaseFile,
    page: RecordingPage,
    { typed, submissionId }: SentForm,
    problems: readonly Problem[] = [],
  ) {
    const { caseId, version } = file.record
    const { parts, address, heading, standing, effects } = page
    const fieldsOfPart = parts.map((part) =>
      fieldsOn(part, [...part.form.fields, ...askedAnother(part, typed, problems)]),
    )
    const fields = fieldsOfPart.flat()
    const view = {
      caseId,
      submissionId,
      version,
      address,
      heading,
      standing,
      effects,
      errors: formView(fields, typed, problems).errors,
      lists: listsIn(typed),
      parts: parts.map(({ type, prefix }, index) => ({
        id: partId(prefix),
        name: STAFF_FACTS[type].name,
        fields: formView(fieldsOfPart[index] ?? [], typed, problems).fields,
        ...(prefix.startsWith('after') && { remove: prefix }),
      })),
      isMoreOpen: parts.length > 1 || typed[ADD] !== undefined,
      nextPart: nextPartId(typed),
      more: page.takesMore
        ? addable(actor, file, page).map((type) => ({ value: type, text: STAFF_FACTS[type].name }))
        : [],
    }
    const json = {
      caseId,
      type: mainOf(page).type,
      submissionId,
      version,
      fields: describeFields(fields),
      typed: typedAnswersTo(fields, typed),
      problems,
    }
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
    const { parts } = page ?? sentTo
    const fields = parts.flatMap((part) => fieldsOn(part, part.form.fields))
    const added = addedSince(file, typed)
    const recordable = recordableBy(actor, file)
    const refused = parts.find(({ type }) => !recordable.includes(type)) ?? mainOf(sentTo)
    const { type } = mainOf(sentTo)
    const view = {
      caseId,
      submissionId,
      version,
      address: sentTo.address,
      heading: sentTo.heading,
      name: STAFF_FACTS[refused.type].name,
      added,
      recordable: page !== undefined && parts.every((part) => recordable.includes(part.type)),
      whyNot: page ? whyNotRecordable(file) : 'what it is about has been taken back',
      typedInWords: fields.map(
        (field) =>
          `${field.label} ${inputNames(field)
            .map((name) => typed[name] ?? '')
            .join(' ')}`,
      ),
      lists: listsIn(typed),
      ...formView(fields, typed),
    }
    const json = {
      error: 'This case has changed since you opened the form',
      caseId,
      type,
      submissionId,
      version,
      added,
      recordable: view.recordable,
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
          const shown = await answered.show(c, actor, (typed) => send(c, actor, found, typed, gone))
          if (shown) return shown
          const { file, pageOf } = found
          const page = pageOf(file, {})
          if (!page) return gone(c, file)
          const main = mainOf(page)
          if (!recordableBy(actor, file).includes(main.type)) return notAwaited(c, file, main.type)
          const sent = { typed: await main.beginsWith(), submissionId: service.newSubmissionId() }
          return showForm(c, actor, file, page, sent)
        },
        async send(c: Context, actor: Actor) {
          const found = await find(c)
          if (!found) return noSuchCase(c, answer)
          return answered.take(c, actor, c.req.path, (typed) => send(c, actor, found, typed, gone))
        },
      }
    },
  }

  async function send(
    c: Context,
    actor: Actor,
    { file, pageOf }: PageOnCase,
    typed: Typed,
    gone: (c: Context, file: CaseFile) => Promise<Response>,
  ): Promise<Response> {
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
    const page = pageOf(file, typed)
    const sent = { typed, submissionId }
    const { version = '', [ADD]: add, [REMOVE]: remove } = typed
    if (page?.takesMore && (add ?? remove) !== undefined) {
      if (version !== String(file.record.version)) return showMovedOn(c, actor, file, page, page, sent)
      const on = { file, pageOf }
      return remove === undefined ? addPart(c, actor, on, sent) : removePart(c, actor, on, sent, remove)
    }
    const asked = page?.parts.map((part) => ({
      records: part.type,
      read: () => readForm(part.form, typedInto(part, typed)),
      ...(part.corrects && { corrects: part.corrects }),
      isAnother: anotherIn(part, typed) === 'another',
    }))
    const secondLook = secondLookIn(typed)
    const confirmed = confirmedIn(typed)
    const recording = await recordForm(service, actor, file, { submissionId, version, secondLook, confirmed, asked })
    if (recording.outcome === 'recorded' || recording.outcome === 'recorded-before') {
      return c.redirect(addressOfRecorded(recording, page?.parts.length ?? 1), 303)
    }
    if (recording.outcome === 'not-allowed') return answer.notAllowed(c)
    if (recording.outcome === 'gone' || !page) return gone(c, file)
    const comeBack = (problems: readonly Problem[]) => showForm(c, actor, file, page, sent, problems)
    const partAt = (at: number) => page.parts[at] ?? mainOf(page)
    switch (recording.outcome) {
      case 'moved-on':
        // Overtaken in the moment of confirming: what would follow now is shown.
        if (confirmed !== undefined && recording.file !== file) {
          return send(c, actor, { file: recording.file, pageOf }, typed, gone)
        }
        return showMovedOn(c, actor, recording.file, page, pageOf(recording.file, typed), sent)
      case 'not-recordable': {
        const message = `“${STAFF_FACTS[partAt(recording.at).type].name}” cannot be recorded: ${whyNotRecordable(file)}`
        return comeBack([{ field: '', message }])
      }
      case 'recorded-already': {
        const part = partAt(recording.at)
        const correction = correctionOf(file, recording.fact)
        if (anotherIn(part, typed) === 'correction') return c.redirect(correction, 303)
        return comeBack(problemsOn(part, [ANOTHER], [alreadyInWords(recording.fact, correction)]))
      }
      case 'unread':
        return comeBack(
          page.parts.flatMap((part, at) => problemsOn(part, part.form.fields, recording.problems[at] ?? [])),
        )
      case 'unlikely':
        return secondLook === 'no'
          ? comeBack([])
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
        const needed = neededFor(actor, file, page, recording.problems)
        if (needed) return askForBoth(c, actor, { file, pageOf }, sent, needed)
        return comeBack(
          page.parts.flatMap((part, at) => {
            const problems = (recording.problems[at] ?? []).map((problem) => inWords(problem, file))
            return problemsOn(part, part.form.fields, problems)
          }),
        )
      }
    }
  }

  /** The form comes back without one of the facts that were added to it. */
  async function removePart(
    c: Context,
    actor: Actor,
    { file, pageOf }: PageOnCase,
    { typed, submissionId }: SentForm,
    prefix: string,
  ) {
    const without = withoutPart(prefix, typed)
    const page = pageOf(file, without)
    return page ? showForm(c, actor, file, page, { typed: without, submissionId }) : noSuchCase(c, answer)
  }

  /** The form comes back with one more fact, which the same letter tells. */
  async function addPart(c: Context, actor: Actor, { file, pageOf }: PageOnCase, { typed, submissionId }: SentForm) {
    const page = pageOf(file, typed)
    const type = page && addable(actor, file, page).find((one) => one === typed[KIND])
    const more = type && (await withQuestions(pageOf, file, 'after', type, typed))
    if (more) return showForm(c, actor, file, more.page, { typed: more.typed, submissionId })
    const problems = [{ field: '', message: 'Select what else the letter tells', href: `#${KIND}` }]
    return page ? showForm(c, actor, file, page, { typed, submissionId }, problems) : noSuchCase(c, answer)
  }

  /** The form comes back with the questions of a fact that is not on record and has to be: both are recorded together. */
  async function askForBoth(
    c: Context,
    actor: Actor,
    { file, pageOf }: PageOnCase,
    { typed, submissionId }: SentForm,
    { type, message }: Needed,
  ) {
    const both = await withQuestions(pageOf, file, 'before', type, typed)
    if (!both) throw new Error(`The page that "${type}" was added to is not there.`)
    const part = both.page.parts[0]
    const [first] = fieldsOn(part, part.form.fields)
    const told = `${message}. Answer its questions too, and both are recorded together`
    return showForm(c, actor, file, both.page, { typed: both.typed, submissionId }, [
      { field: first?.name ?? '', message: told },
    ])
  }

  /** The page with the questions of one more fact, which begin as those of its own page do. */
  async function withQuestions(
    pageOf: PageOnCase['pageOf'],
    file: CaseFile,
    list: PartList,
    type: FactType,
    typed: Typed,
  ): Promise<{ readonly page: RecordingPage; readonly typed: Typed } | undefined> {
    const blank = withPart(list, type, typed, {})
    const added = pageOf(file, blank)?.parts.at(list === 'before' ? 0 : -1)
    const begun = added && withPart(list, type, typed, await added.beginsWith())
    const page = begun && pageOf(file, begun)
    return page && { page, typed: begun }
  }
}

/** What the buttons and the list beside a form say. */
const ADD = 'add'
const REMOVE = 'remove'
const KIND = 'kind'

/** A fact that is not on record, and without which another cannot be. */
interface Needed {
  readonly type: FactType
  readonly message: string
}

/** What is missing, where whoever sent the form can record it with the rest. */
function neededFor(
  actor: Actor,
  file: CaseFile,
  { takesMore, parts }: RecordingPage,
  problems: readonly (readonly FactProblem[])[],
): Needed | undefined {
  const recordable = recordableBy(actor, file)
  const [needed] = problems.flat().flatMap(({ needs, message }) => {
    const canBeAdded = needs && takesMore && recordable.includes(needs) && formOnCasePage(needs)
    return canBeAdded && parts.every(({ type }) => type !== needs) ? [{ type: needs, message }] : []
  })
  return needed
}

/** What can be added to a page, in the order in which a case comes to it. The contact details change once at most. */
function addable(actor: Actor, file: CaseFile, { parts }: RecordingPage): readonly FactType[] {
  const recordable = recordableBy(actor, file)
  const isThere = (type: FactType) => type === 'contact-details-changed' && parts.some((part) => part.type === type)
  return FACTS_IN_ORDER.filter((type) => recordable.includes(type) && formOnCasePage(type) && !isThere(type))
}

function mainOf({ parts }: RecordingPage): PagePart {
  return parts.find(({ prefix }) => prefix === '') ?? parts[0]
}

/** The other facts of a page, as its form carries them. */
function listsIn(typed: Typed) {
  return PART_LISTS.flatMap((name) => (typed[name] ? [{ name, value: typed[name] }] : []))
}

/** The page of the case, which tells what was recorded: the last fact of a form and how many came with it. */
function addressOfRecorded(
  { caseId, sequence }: { readonly caseId: string; readonly sequence: string },
  facts: number,
) {
  return `/cases/${caseId}?recorded=${sequence}${facts > 1 ? `&together=${facts}` : ''}`
}

/** What is said of a fact beside one of its kind and day. */
function anotherIn({ prefix }: Part, typed: Typed): string | undefined {
  return typed[prefix + ANOTHER.name]
}

/** The question whether it is another one, from the first time on that it has to be asked. */
function askedAnother(part: Part, typed: Typed, problems: readonly Problem[]): readonly Field[] {
  const name = part.prefix + ANOTHER.name
  return anotherIn(part, typed) !== undefined || problems.some(({ field }) => field === name) ? [ANOTHER] : []
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
