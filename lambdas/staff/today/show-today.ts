import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { rowsByCase } from '../../cases/store/rows-by-case.ts'
import { contactKeys } from '../../cases/store/tables.ts'
import { type ListedWork, pageOfWork, workOfPeople } from '../../cases/store/work-store.ts'
import { coveredBy } from '../../cases/work/cover.ts'
import { isTeamId } from '../../cases/work/team.ts'
import type { Actor } from '../../recording/actor.ts'
import type { StaffAnswers } from '../answer.ts'
import { pageFrom } from '../page-from.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { namesOf } from '../sign-in/people.ts'
import { daysOf, filtersOf } from './today-filters.ts'
import { todayView } from './today-view.ts'

/** So many things are on a page of a list, and on the first page; the families' own last days come before them. */
const ON_A_PAGE = 25
const ON_THE_FIRST = 40
const LAST_DAYS = 10

/**
 * The first page of those who work on cases. However many cases there are, it reads the counts of everybody, one page of the
 * families' last days, one page of work, and who the rows shown are about.
 */
export function showTodayRoute({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context, actor: Actor) => {
    const today = londonDay(clock())
    const filters = filtersOf((name) => c.req.query(name))
    const { whose, when, kind } = filters
    const isFiltered = when !== undefined || kind !== undefined
    const near = { since: today, ...untilOf(daysOf('soon', today)) }
    // Who is in a team stands beside the counts, so these are read first where a team's work is asked for.
    const people = workOfPeople(tables)
    const team = isTeamId(whose) ? (await people).teams.find(({ teamId }) => teamId === whose) : undefined
    if (isTeamId(whose) && !team) {
      return answer.message(c, 404, 'There is no such team', ['Somebody may have removed it.'])
    }
    const of = { whose: whose === 'mine' ? actor.id : team ? 'all' : whose, ...(team && { ownedBy: team.members }) }
    const read = (from: string | undefined) =>
      pageOfWork(tables, {
        ...of,
        ...(kind && { kind }),
        ...(when ? daysOf(when, today) : !isFiltered && untilOf(daysOf('soon', today))),
        limit: isFiltered ? ON_A_PAGE : ON_THE_FIRST,
        ...(from && { from }),
      })
    const from = c.req.query('from')
    const [{ counts, covers, teams }, lastDays, page] = await Promise.all([
      people,
      isFiltered ? undefined : pageOfWork(tables, { ...of, kind: 'family', ...near, limit: LAST_DAYS }),
      pageFrom(from, read),
    ])
    if (!page) {
      return answer.message(c, 404, 'There is no such page of work', ['Start again from the first page.'])
    }
    const seen = (work: readonly ListedWork[]) => work.filter((one) => mayOpen(actor, one))
    const shown = { lastDays: seen(lastDays?.work ?? []), work: seen(page.work) }
    const all = [...shown.lastDays, ...shown.work]
    const caseIds = [...new Set(all.map(({ caseId }) => caseId))]
    const coversFor = coveredBy(covers, actor.id, today)
    const [contacts, names] = await Promise.all([
      rowsByCase({ client: tables.client, table: tables.contactsTable }, 'contact', caseIds.map(contactKeys.contact)),
      namesOf(tables, [...all.flatMap(({ item }) => item.owner ?? []), ...coversFor, whose]),
    ])
    noteListed(c, { results: caseIds.length, about: ['today', whose, when ?? 'any-day', kind ?? 'anything'] })
    const view = todayView({
      filters,
      personId: actor.id,
      coversFor,
      today,
      counts,
      teams,
      ...shown,
      contacts,
      names,
      next: page.next,
      isFirstPage: from === undefined,
    })
    const given = Number(c.req.query('given')) || 0
    const refused = Number(c.req.query('refused')) || 0
    return answer.pageOrJson(c, 'staff/today/today.njk', { ...view, given, refused }, view, { section: 'today' })
  }
}

function untilOf({ until }: ReturnType<typeof daysOf>) {
  return until ? { until } : undefined
}
