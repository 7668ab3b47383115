import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { mayConfirm, type RetentionList } from '../../cases/retention/retention-list.ts'
import { decideOnList, everyList, loadList, proposeList } from '../../cases/store/retention-list-store.ts'
import { csvOf } from '../../pack/csv.ts'
import type { Actor } from '../../recording/actor.ts'
import { carryOutStep } from '../../retention/carry-out.ts'
import { type DuePage, dueCases } from '../../retention/due-cases.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { pageFrom } from '../page-from.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { forgetFormsAbout } from '../sign-in/kept-forms.ts'
import { namesOf } from '../sign-in/people.ts'
import { CERTIFICATE_COLUMNS, certificateRows, dueView, listsView, listView, rulesView } from './retention-view.ts'

/** So many closed cases one page looks at, and so many can be on one list. */
const LOOKED_AT = 500
const MOST_ON_A_LIST = 100

const FRAME = { section: 'retention' } as const
const BACK = { ...FRAME, back: { href: '/retention', text: 'Retention' } } as const

/** The cases of the lists that are not done with: they are offered for no other. */
function listedNow(lists: readonly RetentionList[]): ReadonlySet<string> {
  const open = lists.filter(({ state }) => state === 'proposed' || state === 'confirmed')
  return new Set(open.flatMap(({ cases }) => cases.map(({ caseId }) => caseId)))
}

/** What is due to be erased, the lists of it, and their certificates. For managers. */
export function retentionRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, council, sessions, clock } = service
  const { retention: policy } = council

  async function readDue(actor: Actor, from: string | undefined): Promise<DuePage | undefined> {
    return pageFrom(from, (position) =>
      dueCases(tables, (record) => mayOpen(actor, record), policy, londonDay(clock()), {
        limit: LOOKED_AT,
        ...(position && { from: position }),
      }),
    )
  }

  async function show(c: Context, actor: Actor, from: string | undefined, problem?: string) {
    const [page, lists] = await Promise.all([readDue(actor, from), everyList(tables)])
    if (!page) {
      noteListed(c, { results: 0, about: [] })
      return answer.message(c, 404, 'There is no such page', ['Start again from the first page.'], {
        href: '/retention',
        text: 'Go to what is due',
      })
    }
    noteListed(c, { results: page.due.length, about: ['due'] })
    const view = {
      submissionId: service.newSubmissionId(),
      rules: rulesView(policy),
      ...dueView(page, listedNow(lists), MOST_ON_A_LIST),
      lists: listsView(lists),
      action: from ? `/retention/lists?${new URLSearchParams({ from })}` : '/retention/lists',
    }
    const errors = problem ? [{ text: problem, href: '#due' }] : []
    const html = { ...view, errors }
    return answer.pageOrJson(c, 'staff/retention/retention.njk', html, view, FRAME, problem ? 422 : 200)
  }

  async function listOfAddress(c: Context): Promise<RetentionList | undefined> {
    return loadList(tables, c.req.param('listId') ?? '')
  }

  function noSuchList(c: Context) {
    noteListed(c, { results: 0, about: [] })
    return answer.message(c, 404, 'There is no such list', ['Look for it on the page of what is due.'], {
      href: '/retention',
      text: 'Go to what is due',
    })
  }

  function refused(c: Context, heading: string, why: string, { id }: RetentionList) {
    noteListed(c, { results: 0, about: [id] })
    const link = { href: `/retention/lists/${id}`, text: 'Look at the list' }
    return answer.message(c, 409, heading, [why, 'Nothing was erased.'], link)
  }

  function hereIs(c: Context, { id }: Pick<RetentionList, 'id'>) {
    return c.redirect(`/retention/lists/${id}`, 303)
  }

  /** Erases some of the cases of a list. Whoever asks goes on until none is left. */
  async function goOn({ id }: RetentionList, actor: Actor): Promise<void> {
    const forgetForms = (caseIds: readonly string[]) => forgetFormsAbout(sessions, caseIds)
    await carryOutStep({ tables, policy, clock, forgetForms }, id, actor.id)
  }

  return {
    page: (c: Context, actor: Actor) => show(c, actor, c.req.query('from')),

    /** Lists the ticked cases for another person to confirm. Of what is not due any more nothing is listed. */
    async propose(c: Context, actor: Actor) {
      const from = c.req.query('from')
      const typed = await typedForm(c)
      const id = submissionIdOf(typed)
      // The same form sent twice is one list.
      if (id && (await loadList(tables, id))) return hereIs(c, { id })
      const page = id && (await readDue(actor, from))
      if (!id || !page) return show(c, actor, undefined, 'The page was too old. Tick the cases again')
      const listed = listedNow(await everyList(tables))
      const ticked = page.due.filter(
        ({ record: { caseId } }) => typed[`case:${caseId}`] === 'yes' && !listed.has(caseId),
      )
      if (ticked.length === 0) return show(c, actor, from, 'Tick the cases to erase')
      if (ticked.length > MOST_ON_A_LIST) return show(c, actor, from, `Tick at most ${MOST_ON_A_LIST} cases`)
      const outcomes = new Set(ticked.map(({ record }) => record.outcome))
      await proposeList(tables, {
        id,
        proposedBy: actor.id,
        proposedAt: clock().toISOString(),
        rules: Object.fromEntries([...outcomes].map((outcome) => [outcome, policy.rules[outcome]])),
        cases: ticked.map(({ record: { caseId, version, outcome } }) => ({ caseId, version, outcome })),
        state: 'proposed',
        results: {},
      })
      return hereIs(c, { id })
    },

    async list(c: Context, actor: Actor) {
      const list = await listOfAddress(c)
      if (!list) return noSuchList(c)
      noteListed(c, { results: list.cases.length, about: [list.id] })
      const { proposedBy, confirmedBy, withdrawnBy } = list
      const people = [proposedBy, confirmedBy, withdrawnBy].flatMap((one) => one ?? [])
      const view = listView(list, await namesOf(tables, people), {
        mayConfirm: mayConfirm(list, actor.id, policy, clock()),
        policy,
      })
      return answer.pageOrJson(c, 'staff/retention/retention-list.njk', view, view, BACK)
    },

    async confirm(c: Context, actor: Actor) {
      const list = await listOfAddress(c)
      if (!list) return noSuchList(c)
      if (list.state !== 'proposed') return hereIs(c, list)
      if (policy.confirmed === 'example-to-confirm') {
        const why = 'The times in the council’s file are an example. Somebody at the council has to confirm them first.'
        return refused(c, 'Nothing can be erased yet', why, list)
      }
      if (!mayConfirm(list, actor.id, policy, clock())) {
        const alone =
          policy.managers === 'one'
            ? 'You proposed this list. You can confirm it 7 days after that, or another person can now.'
            : 'You proposed this list. Another person has to confirm it.'
        return refused(c, 'You cannot confirm this list', alone, list)
      }
      if (await decideOnList(tables, list.id, 'confirmed', actor.id, clock())) await goOn(list, actor)
      return hereIs(c, list)
    },

    async withdraw(c: Context, actor: Actor) {
      const list = await listOfAddress(c)
      if (!list) return noSuchList(c)
      await decideOnList(tables, list.id, 'withdrawn', actor.id, clock())
      return hereIs(c, list)
    },

    async goOn(c: Context, actor: Actor) {
      const list = await listOfAddress(c)
      if (!list) return noSuchList(c)
      await goOn(list, actor)
      return hereIs(c, list)
    },

    async certificate(c: Context) {
      const list = await listOfAddress(c)
      if (!list) return noSuchList(c)
      if (list.state !== 'carried-out') {
        return refused(c, 'There is no certificate yet', 'The list is not carried out.', list)
      }
      noteListed(c, { results: list.cases.length, about: [list.id] })
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="certificate-${list.id}.csv"`)
      return c.body(csvOf(CERTIFICATE_COLUMNS, certificateRows(list)))
    },
  }
}
