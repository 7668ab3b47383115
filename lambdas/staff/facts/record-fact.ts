import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import type { FactType } from '../../cases/fact.ts'
import { londonDay } from '../../cases/london.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import type { Typed } from '../../web/forms/field.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, noSuchCase } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'
import { formOnCasePage, STAFF_FACTS } from './all-facts.ts'
import { type PageOnCase, type RecordingPage, recordingPages } from './recording-pages.ts'
import { recordingEffect } from './recording-words.ts'

/** The form for each fact, and what happens when it is sent in. */
export function recordFactRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service

  /** The page that an address names, on its case; undefined when there is no such case or fact. */
  async function find(c: Context): Promise<PageOnCase | undefined> {
    const asked = formOnCasePage(c.req.param('factType') ?? '')
    const file = asked && (await caseOfAddress(tables, c))
    if (!file) return undefined
    const { type, asks } = asked
    const pageOf = ({ record, subject }: CaseFile): RecordingPage => ({
      records: type,
      address: `/cases/${record.caseId}/record/${type}`,
      heading: STAFF_FACTS[type].name,
      effects: recordingEffect(type, record.status),
      button: 'Record',
      isWarning: false,
      form: asks(subject, londonDay(service.clock())),
      beginsWith: () => beginning(file, type),
    })
    return { file, pageOf }
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
