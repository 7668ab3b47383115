import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import { isSettled } from '../../cases/is-settled.ts'
import { londonDay } from '../../cases/london.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import type { Actor } from '../../recording/actor.ts'
import { expectedBy, recordableBy } from '../../recording/record-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, noSuchCase } from '../case-of-address.ts'
import { contactRows, summaryRow } from '../contacts/contact-rows.ts'
import { mayUse, ROUTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { namesOf } from '../sign-in/people.ts'
import { type CaseView, caseView, recordedInWords } from './case-view.ts'

/** For how long the page after a form waits for the journey. Most often it is done by then. */
const PAUSES = { count: 6, milliseconds: 250 } as const

/** The page of a case. */
export function showCaseRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service

  /** The case as it is when the journey has acted on what was recorded, or when the patience is at its end. */
  async function loadWhenSettled(c: Context): Promise<CaseFile | undefined> {
    let file = await caseOfAddress(tables, c)
    for (let pauses = 0; file && !isSettled(file) && pauses < PAUSES.count; pauses += 1) {
      await service.pause(PAUSES.milliseconds)
      file = await caseOfAddress(tables, c)
    }
    return file
  }

  return async (c: Context, actor: Actor) => {
    const recordedSequence = c.req.query('recorded')
    const file = await (recordedSequence ? loadWhenSettled(c) : caseOfAddress(tables, c))
    if (!file) return noSuchCase(c, answer)
    const { caseId } = file.record
    const [contact, words, names] = await Promise.all([
      loadContact(tables, caseId),
      loadWords(tables, caseId),
      namesOf(
        tables,
        file.subject.recorded.map(({ recordedBy }) => recordedBy),
      ),
    ])
    const today = londonDay(service.clock())
    const view = caseView(
      file,
      { recordable: recordableBy(actor, file), expected: expectedBy(actor, file) },
      contact,
      words,
      names,
      service.council,
      today,
    )
    const together = Number(c.req.query('together') ?? 1) || 1
    const recorded = recordedSequence ? recordedInWords(file, recordedSequence, together) : []
    const page = {
      ...view,
      ...pageParts(view),
      recorded,
      isRestricted: file.record.restrictedTo !== undefined,
      mayRestrict: mayUse(actor.roles, ROUTES['GET /cases/:caseId/restriction'].isFor),
    }
    const frame = { section: 'cases', back: { href: '/cases', text: 'All cases' } } as const
    return answer.pageOrJson(c, 'staff/cases/case.njk', page, view, frame)
  }
}

function pageParts({ contact, dates, tasks, status, waits, openedInWords }: CaseView) {
  const row = summaryRow
  const actsNext = waits
    .flatMap(({ state, wakeAt, wakeInWords }) =>
      state === 'waiting' && wakeAt && wakeInWords ? [{ wakeAt, wakeInWords }] : [],
    )
    .sort((one, other) => (one.wakeAt < other.wakeAt ? -1 : 1))[0]
  return {
    datesAhead: dates.filter(({ done }) => !done),
    datesDone: dates.filter(({ done }) => done),
    openTasks: tasks.filter(({ state }) => state === 'open'),
    contactRows: contactRows(contact),
    serviceRows: [
      row('Status', status === 'open' ? 'Open' : 'Closed'),
      row('Opened', openedInWords),
      ...(actsNext && status === 'open' ? [row('Acts next', actsNext.wakeInWords)] : []),
    ],
  }
}
