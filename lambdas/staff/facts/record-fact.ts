import type { Context } from 'hono'
import { plannedMeeting } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Typed } from '../../web/forms/field.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, noSuchCase } from '../case-of-address.ts'
import { typedContact } from '../contacts/contact-fields.ts'
import { typedFurtherContact } from '../contacts/further-contact-fields.ts'
import type { StaffServiceOptions } from '../service.ts'
import { FACT_FORMS, isRecordedType, type RecordedType } from './fact-form.ts'
import { FACT_NAMES } from './fact-names.ts'
import { type RecordingPage, recordingPages } from './recording-pages.ts'
import { recordingEffect } from './recording-words.ts'

/** The form for each fact, and what happens when it is sent in. */
export function recordFactRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service
  const pages = recordingPages(service, answer)

  /** The case and the kind of fact that an address names; undefined when there is no such case or fact. */
  async function named(c: Context): Promise<{ file: CaseFile; type: RecordedType } | undefined> {
    const type = c.req.param('factType') ?? ''
    if (!isRecordedType(type)) return undefined
    const file = await caseOfAddress(tables, c)
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

  return {
    async form(c: Context, actor: Actor) {
      const found = await named(c)
      if (!found) return noSuchCase(c, answer)
      const { file, type } = found
      return pages.show(c, actor, file, pageOf(file, type), await beginning(file, type))
    },

    async send(c: Context, actor: Actor) {
      const found = await named(c)
      if (!found) return noSuchCase(c, answer)
      const { file, type } = found
      return pages.send(
        c,
        actor,
        file,
        (now) => pageOf(now, type),
        () => noSuchCase(c, answer),
      )
    },
  }
}

function pageOf({ record, subject }: CaseFile, type: RecordedType): RecordingPage {
  const effect = recordingEffect(type, record.status)
  return {
    records: type,
    address: `/cases/${record.caseId}/record/${type}`,
    heading: FACT_NAMES[type],
    effects: effect ? [effect] : [],
    button: 'Record',
    form: FACT_FORMS[type](subject),
  }
}
