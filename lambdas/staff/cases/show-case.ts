import type { Context } from 'hono'
import { type CaseFile, loadCaseFile } from '../../cases/case-file.ts'
import { isCaseId } from '../../cases/case-id.ts'
import { loadContact, loadWords } from '../../cases/contact-store.ts'
import { londonDay } from '../../cases/london.ts'
import { isSettled } from '../../cases/recordable-facts.ts'
import { finishTask } from '../../cases/task-store.ts'
import type { StaffAnswers } from '../answer.ts'
import { contactRows, summaryRow } from '../contacts/contact-rows.ts'
import type { StaffServiceOptions } from '../service.ts'
import { type CaseView, caseView, recordedInWords } from './case-view.ts'

/** For how long the page after a form waits for the journey. Most often it is done by then. */
const PAUSES = { count: 6, milliseconds: 250 } as const

/** The page of a case, and its tasks. */
export function showCaseRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service

  /** The case as it is when the journey has acted on what was recorded, or when the patience is at its end. */
  async function loadWhenSettled(caseId: string): Promise<CaseFile | undefined> {
    let file = await loadCaseFile(tables, caseId)
    for (let pauses = 0; file && !isSettled(file) && pauses < PAUSES.count; pauses += 1) {
      await service.pause(PAUSES.milliseconds)
      file = await loadCaseFile(tables, caseId)
    }
    return file
  }

  return {
    async page(c: Context) {
      const caseId = c.req.param('caseId') ?? ''
      const recordedSequence = c.req.query('recorded')
      const file = isCaseId(caseId)
        ? await (recordedSequence ? loadWhenSettled(caseId) : loadCaseFile(tables, caseId))
        : undefined
      if (!file) return noSuchCase(c, answer)
      const [contact, words] = await Promise.all([loadContact(tables, caseId), loadWords(tables, caseId)])
      const view = caseView(file, contact, words, service.council, londonDay(service.clock()))
      const recorded = recordedSequence && recordedInWords(file, recordedSequence)
      const page = { ...view, ...pageParts(view), ...(recorded && { recorded }) }
      return answer.pageOrJson(c, 'staff/cases/case.njk', page, view, {
        section: 'cases',
        back: { href: '/cases', text: 'All cases' },
      })
    },

    async finishTask(c: Context) {
      const caseId = c.req.param('caseId') ?? ''
      const taskId = c.req.param('taskId') ?? ''
      const found = isCaseId(caseId) && (await finishTask(tables, caseId, taskId, service.clock()))
      if (!found) {
        return answer.message(c, 404, 'There is no such task', ['Check the address, or look for the task on its case.'])
      }
      return c.redirect(`/cases/${caseId}`, 303)
    },
  }
}

/** The same answer for a reference that is mistyped and one that was never given out. */
export function noSuchCase(c: Context, answer: StaffAnswers) {
  return answer.message(c, 404, 'There is no case with that reference', [
    'Check the reference. It has eight letters and digits, like 7K2M-4QXP, and never the letters I, L, O or U.',
  ])
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
