import type { Context } from 'hono'
import { adviserOf, advisersOf } from '../../cases/advice/adviser.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Council } from '../../cases/council.ts'
import { isSettled } from '../../cases/is-settled.ts'
import { londonDay } from '../../cases/london.ts'
import type { LegalHold } from '../../cases/retention/legal-hold.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import { loadHold } from '../../cases/store/hold-store.ts'
import type { Actor } from '../../recording/actor.ts'
import { expectedBy, recordableBy } from '../../recording/record-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, noSuchCase } from '../case-of-address.ts'
import { contactRows, summaryRow } from '../contacts/contact-rows.ts'
import { formatInstant } from '../day.ts'
import { mayUse, ROUTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { namesOf } from '../sign-in/people.ts'
import { actionsWith } from './action-groups.ts'
import { CASE_PARTS, type CasePartName, caseNavigation, notesOf } from './case-parts.ts'
import { type CaseView, caseView, recordedInWords } from './case-view.ts'
import { casesOfChild } from './cases-of-child.ts'

/** For how long the page after a form waits for the journey. Most often it is done by then. */
const PAUSES = { count: 6, milliseconds: 250 } as const
/** How many tasks the first screen shows in full; the others are folded. */
const TASKS_SHOWN = 3

const FRAME = { section: 'cases' } as const

/** A case as its pages show it. */
interface ShownCase extends CaseView {
  readonly owner: string
  /** The mediation adviser that it has, where the council has several. */
  readonly adviser?: string
}

/** The pages of a case: the first, and those that are each a step away from it. */
export function showCaseRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, council } = service

  /** The case as it is when the journey has acted on what was recorded, or when the patience is at its end. */
  async function loadWhenSettled(c: Context): Promise<CaseFile | undefined> {
    let file = await caseOfAddress(tables, c)
    for (let pauses = 0; file && !isSettled(file) && pauses < PAUSES.count; pauses += 1) {
      await service.pause(PAUSES.milliseconds)
      file = await caseOfAddress(tables, c)
    }
    return file
  }

  async function viewOf(
    file: CaseFile,
    actor: Actor,
    loading: ReturnType<typeof loadContact> = loadContact(tables, file.record.caseId),
  ): Promise<ShownCase> {
    const { caseId } = file.record
    const [contact, words, names] = await Promise.all([
      loading,
      loadWords(tables, caseId),
      namesOf(tables, [
        ...file.subject.recorded.map(({ recordedBy }) => recordedBy),
        ...(file.record.owner ? [file.record.owner] : []),
      ]),
    ])
    const may = { recordable: recordableBy(actor, file), expected: expectedBy(actor, file) }
    const view = caseView(file, may, contact, words, names, council, londonDay(service.clock()))
    const { providers } = council
    // One adviser goes without saying.
    const adviser = advisersOf(providers).length > 1 ? adviserOf(file.subject, providers).contact.name : undefined
    return { ...view, owner: ownerInWords(file, names), ...(adviser && { adviser }) }
  }

  return {
    /** The first page of a case: where it stands and what to do. */
    async overview(c: Context, actor: Actor) {
      const recordedSequence = c.req.query('recorded')
      const file = await (recordedSequence ? loadWhenSettled(c) : caseOfAddress(tables, c))
      if (!file) return noSuchCase(c, answer)
      const { caseId } = file.record
      const contact = loadContact(tables, caseId)
      const [view, held, others] = await Promise.all([
        viewOf(file, actor, contact),
        loadHold(tables, caseId),
        contact.then((known) => casesOfChild(tables, actor, file, known)),
      ])
      const together = Number(c.req.query('together') ?? 1) || 1
      const recorded = recordedSequence ? recordedInWords(file, recordedSequence, together) : []
      const page = {
        ...view,
        ...around(view, 'overview', actor, council),
        ...overviewParts(view),
        others,
        recorded,
        ...holdView(held, actor),
      }
      return answer.pageOrJson(c, 'staff/cases/case.njk', page, view, FRAME)
    },

    /** A page of a case that is a step away from the first. */
    part: (name: Exclude<CasePartName, 'overview'>) => async (c: Context, actor: Actor) => {
      const file = await caseOfAddress(tables, c)
      if (!file) return noSuchCase(c, answer)
      const view = await viewOf(file, actor)
      const page = { ...view, ...around(view, name, actor, council), ...partOf[name](view) }
      const json = { caseId: view.caseId, ...CASE_PARTS[name].told(view) }
      return answer.pageOrJson(c, `staff/cases/case-${name}.njk`, page, json, FRAME)
    },

    /** Everything that can be recorded, to find what seldom happens. */
    async record(c: Context, actor: Actor) {
      const file = await caseOfAddress(tables, c)
      if (!file) return noSuchCase(c, answer)
      const view = await viewOf(file, actor)
      const find = c.req.query('find') ?? ''
      const found = { actions: actionsWith(view.actions, find), moreActions: actionsWith(view.moreActions, find) }
      const page = { ...view, ...around(view, undefined, actor, council), ...found, find }
      return answer.pageOrJson(c, 'staff/cases/case-record.njk', page, { caseId: view.caseId, ...found }, FRAME)
    },
  }
}

/** Whose case it is. */
function ownerInWords({ record: { owner } }: CaseFile, names: ReadonlyMap<string, string>): string {
  return owner ? (names.get(owner) ?? 'Council staff') : 'Nobody'
}

/** What stands around each page of a case: whose it is, and the way to the other pages. */
function around(view: CaseView, shown: CasePartName | undefined, { roles }: Actor, council: Council) {
  return {
    heading: shown ? CASE_PARTS[shown].text : 'Something else happened',
    caseNavigation: caseNavigation(view.caseId, shown, roles, council),
    mayGive: mayUse(roles, ROUTES['GET /assign'].isFor),
  }
}

/** That the case is held, and what whoever looks may do about that and with its data. */
function holdView(hold: LegalHold | undefined, { roles }: Actor) {
  return {
    ...(hold?.state === 'held' && { heldInWords: `Held since ${formatInstant(hold.at)}: ${hold.reason}` }),
    mayCopy: mayUse(roles, ROUTES['GET /cases/:caseId/subject-data'].isFor),
    mayHold: mayUse(roles, ROUTES['GET /cases/:caseId/hold'].isFor),
  }
}

function overviewParts({ tasks, next, status, waits, openedInWords }: CaseView) {
  const actsNext = waits
    .flatMap(({ state, wakeAt, wakeInWords }) =>
      state === 'waiting' && wakeAt && wakeInWords ? [{ wakeAt, wakeInWords }] : [],
    )
    .sort((one, other) => (one.wakeAt < other.wakeAt ? -1 : 1))[0]
  const openTasks = tasks.filter(({ state }) => state === 'open')
  return {
    next: next.map((step) => ({
      ...step,
      isOneOfSeveral: next.filter(({ stage }) => stage === step.stage).length > 1,
    })),
    openTasks: openTasks.slice(0, TASKS_SHOWN),
    moreTasks: openTasks.slice(TASKS_SHOWN),
    openedInWords,
    ...(actsNext && status === 'open' && { actsNextInWords: actsNext.wakeInWords }),
  }
}

/** What the template of each page shows besides the view. */
const partOf: Readonly<Record<Exclude<CasePartName, 'overview'>, (view: ShownCase) => object>> = {
  family: ({ contact, adviser }) => ({
    contactRows: [...contactRows(contact), ...(adviser ? [summaryRow('Mediation adviser', adviser)] : [])],
  }),
  dates: ({ dates }) => ({
    datesAhead: dates.filter(({ done }) => !done),
    datesDone: dates.filter(({ done }) => done),
  }),
  timeline: () => ({}),
  messages: ({ timeline }) => ({ messageEntries: timeline.filter(({ kind }) => kind === 'message') }),
  duties: () => ({}),
  routes: () => ({}),
  notes: (view) => ({ notes: notesOf(view) }),
}
