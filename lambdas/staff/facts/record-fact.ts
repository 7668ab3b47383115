import type { Context } from 'hono'
import { advisersOf, type NamedAdviser } from '../../cases/advice/adviser.ts'
import { NOT_RECORDED_YET, withFacts } from '../../cases/build-case.ts'
import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { FactType } from '../../cases/fact.ts'
import type { FactInput } from '../../cases/fact-input.ts'
import { londonDay } from '../../cases/london.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Typed } from '../../web/forms/field.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, noSuchCase } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'
import { formOnCasePage, STAFF_FACTS } from './all-facts.ts'
import { partsOf, typedInto } from './parts.ts'
import { type PageOnCase, type PagePart, type RecordingPage, recordingPages } from './recording-pages.ts'
import { recordingEffect } from './recording-words.ts'

/** The form for each fact, and what happens when it is sent in. */
export function recordFactRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service

  /** The page that an address names, on its case; undefined when there is no such case or fact. */
  async function find(c: Context): Promise<PageOnCase | undefined> {
    const asked = formOnCasePage(c.req.param('factType') ?? '')
    const file = asked && (await caseOfAddress(tables, c))
    if (!file) return undefined
    const { type } = asked
    const pageOf = (on: CaseFile, typed: Typed): RecordingPage => ({
      parts: partsOn(on, type, typed),
      takesMore: true,
      address: `/cases/${on.record.caseId}/record/${type}`,
      heading: STAFF_FACTS[type].name,
      effects: recordingEffect(type, on.record.status),
      button: 'Record',
      isWarning: false,
    })
    return { file, pageOf }
  }

  /** Each is asked on the case with those above it, as far as they can be read: so it can be about one of them. */
  function partsOn(file: CaseFile, main: FactType, typed: Typed): RecordingPage['parts'] {
    const today = londonDay(service.clock())
    let subject = file.subject
    const [first, ...others] = partsOf(main, typed).map((part): PagePart => {
      const form = formOf(part.type, subject, today, advisersOf(service.council.providers))
      const reading = readForm(form, typedInto(part, typed))
      if (reading.ok) subject = withFacts(subject, [reading.values.fact], NOT_RECORDED_YET)
      return { ...part, form, beginsWith: () => beginning(file, part.type) }
    })
    if (!first) throw new Error(`The page that records "${main}" records nothing.`)
    return [first, ...others]
  }

  /** What the case knows already, where the fact changes it. */
  async function beginning(file: CaseFile, type: FactType): Promise<Typed> {
    const { caseId } = file.record
    const known = { contact: () => loadContact(tables, caseId), words: () => loadWords(tables, caseId) }
    const { form } = STAFF_FACTS[type]
    return typeof form === 'object' ? form.beginsWith(file, known) : {}
  }

  return recordingPages(service, answer).routes(find, (c) => noSuchCase(c, answer))
}

/** What is asked for a fact. @throws Error when it has no form on the page of a case: ask `formOnCasePage` first */
function formOf(
  type: FactType,
  subject: Case,
  today: CalendarDate,
  advisers: readonly NamedAdviser[],
): Form<FactInput> {
  const asked = formOnCasePage(type)
  if (!asked) throw new Error(`"${type}" has no form on the page of a case.`)
  return asked.asks(subject, today, advisers)
}
