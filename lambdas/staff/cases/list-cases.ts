import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { WHO_RECORDS } from '../../cases/role.ts'
import { listCases } from '../../cases/store/list-cases.ts'
import { rowsByCase } from '../../cases/store/rows-by-case.ts'
import { contactKeys } from '../../cases/store/tables.ts'
import type { Actor } from '../../recording/actor.ts'
import type { StaffAnswers } from '../answer.ts'
import { pageFrom } from '../page-from.ts'
import { noteListed } from '../reading.ts'
import { mayUse } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { caseListView } from './case-list-view.ts'

const CASES_ON_A_PAGE = 25

/** The list of open or closed cases, by next date. */
export function listCasesRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context, actor: Actor) => {
    const status = c.req.query('status') === 'closed' ? 'closed' : 'open'
    const from = c.req.query('from')
    const page = await pageFrom(from, (position) =>
      listCases(service.tables, (record) => mayOpen(actor, record), status, {
        limit: CASES_ON_A_PAGE,
        ...(position && { from: position }),
      }),
    )
    if (!page) {
      return answer.message(c, 404, 'There is no such page of cases', ['Start again from the first page.'])
    }
    // Those who work on cases see names: a parent on the phone gives no reference.
    const contacts = mayUse(actor.roles, WHO_RECORDS)
      ? await rowsByCase(
          { client: service.tables.client, table: service.tables.contactsTable },
          'contact',
          page.cases.map(({ caseId }) => contactKeys.contact(caseId)),
        )
      : undefined
    noteListed(c, { results: page.cases.length, about: [status] })
    const view = caseListView(status, page, londonDay(service.clock()), from === undefined, contacts)
    return answer.pageOrJson(c, 'staff/cases/case-list.njk', view, view, { section: 'cases' })
  }
}
