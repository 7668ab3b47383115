import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import {
  keepTypedMonths,
  MOST_MONTHS_AT_ONCE,
  type TypedMonth,
  typedMonths,
} from '../../cases/store/typed-figure-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { formatMonth, isMonth, type Month, monthAfter, monthOf } from '../../law/month.ts'
import { csvOf } from '../../pack/csv.ts'
import type { Actor } from '../../recording/actor.ts'
import { type ChangedMonth, monthWith, type WantedNumber } from '../../reports/typed-in/month-with.ts'
import { numberAsTyped, readNumber } from '../../reports/typed-in/numbers.ts'
import {
  isTypedTable,
  LONGEST_SOURCE,
  partsThatAreMore,
  placesOf,
  TYPED_TABLE_IDS,
  type TypedPlace,
  type TypedTableId,
  typedTable,
  whyNotOfMonth,
} from '../../reports/typed-in/typed-tables.ts'
import { InputError } from '../../spreadsheet/input-error.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { formatInstant } from '../day.ts'
import { LARGEST_FILE_IN_BYTES, mayUse, ROUTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { FILE_COLUMNS, type MonthOfFile, readTypedFile, rowsOfFile } from './figures-file.ts'

const ADDRESS = '/outcomes/figures'
const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const
const FRAME_OF_MONTH = { section: 'outcomes', back: { href: ADDRESS, text: 'Figures that are typed in' } } as const
/** So many months can be chosen from a list, and stand in the file that is filled in. */
const MONTHS_LISTED = 15

/** What the service cannot know, as a manager types it in or sends it as a file: each number with where it comes from. */
export function figuresRoutes({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  const isForTyping = ({ roles }: Actor) => mayUse(roles, ROUTES['POST /outcomes/figures/file'].isFor)

  async function showAll(c: Context, actor: Actor, problems: readonly string[] = []) {
    const today = londonDay(clock())
    const months = monthsToChoose(today)
    const typed = await typedMonths(tables, { from: months.at(-1) ?? monthOf(today), to: monthOf(today) })
    const view = {
      problems,
      mayType: isForTyping(actor),
      saved: c.req.query('saved'),
      figures: TYPED_TABLE_IDS.map((id) => aboutTable(id)),
      months: months.map((month) => ({
        inWords: formatMonth(month),
        cells: TYPED_TABLE_IDS.map((id) => ({
          ...standingOf(id, month, typed, today),
          href: `${ADDRESS}/${id}/${month}`,
        })),
      })),
    }
    const json = { problems, typed }
    return answer.pageOrJson(c, 'staff/outcomes/figures.njk', view, json, FRAME, problems.length > 0 ? 422 : 200)
  }

  /** The month of a table that an address names. @returns a page instead, where there is none */
  async function asked(c: Context): Promise<{ id: TypedTableId; month: Month; before?: TypedMonth } | Response> {
    const [id = '', month = ''] = [c.req.param('figures'), c.req.param('month')]
    const no = (why: string) =>
      answer.message(c, 404, 'There are no such figures', [why], {
        href: ADDRESS,
        text: 'Go to the figures that are typed in',
      })
    if (!isTypedTable(id) || !isMonth(month)) return no('Choose figures and a month from the list.')
    const notYet = whyNotOfMonth(id, month, londonDay(clock()))
    if (notYet) return no(`${notYet}.`)
    const before = (await typedMonths(tables, { from: month, to: month })).find((one) => one.table === id)
    return { id, month, ...(before && { before }) }
  }

  async function showMonth(
    c: Context,
    actor: Actor,
    { id, month, before }: Exclude<Awaited<ReturnType<typeof asked>>, Response>,
    typed?: Typed,
    problems: readonly Problem[] = [],
  ) {
    const { unit } = typedTable(id)
    const known = new Map(before?.numbers.map((one) => [inputOf(one), one]))
    const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message
    const shownIn = (name: string) => {
      const found = known.get(name)
      return typed?.[name] ?? (found ? numberAsTyped(unit, found.number) : '')
    }
    const { rows, figures } = typedTable(id)
    const view = {
      ...aboutTable(id),
      inWords: formatMonth(month),
      address: `${ADDRESS}/${id}/${month}`,
      mayType: isForTyping(actor),
      unit,
      revision: before?.revision ?? 0,
      isOne: Object.keys(figures).length === 1,
      rows: Object.entries(rows).map(([row, name]) => ({
        name,
        inputs: Object.entries(figures).map(([figure, { label }]) => {
          const input = inputOf({ figure, row })
          const found = known.get(input)
          const recorded =
            found && `${found.source}. Typed in by ${found.recordedBy}, ${formatInstant(found.recordedAt)}.`
          return { input, label, value: shownIn(input), error: errorOf(input), recorded }
        }),
      })),
      source: typed?.source ?? sourcesOf(before),
      sourceError: errorOf('source'),
      errors: problems.map(({ field, message }) => ({ text: message, href: `#${field}` })),
    }
    const json = { table: id, month, numbers: before?.numbers ?? [], problems }
    return answer.pageOrJson(
      c,
      'staff/outcomes/figures-of-month.njk',
      view,
      json,
      FRAME_OF_MONTH,
      problems.length > 0 ? 422 : 200,
    )
  }

  const changedMeanwhile = (c: Context, href: string) =>
    answer.message(
      c,
      409,
      'Somebody else has changed these figures meanwhile',
      ['Nothing of yours was saved. Look at what stands there now, and type in what is still to be changed.'],
      { href, text: 'Go to these figures' },
    )

  return {
    /** What is typed in of the last months, and what is missing. */
    list: (c: Context, actor: Actor) => showAll(c, actor),

    async show(c: Context, actor: Actor) {
      const found = await asked(c)
      return found instanceof Response ? found : showMonth(c, actor, found)
    },

    /** Keeps what was typed in of one month. */
    async type(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const found = await asked(c)
      if (found instanceof Response) return found
      const { id, month, before } = found
      const { wanted, problems } = readMonth(id, typed)
      if (problems.length > 0) return showMonth(c, actor, found, typed, problems)
      if (typed.revision !== String(before?.revision ?? 0)) return changedMeanwhile(c, `${ADDRESS}/${id}/${month}`)
      const now = clock()
      const changed = monthWith(before, { table: id, month }, wanted, { who: actor.id, now })
      const more = partsThatAreMore(id, changed?.after.numbers ?? [])
      if (more.length > 0) {
        return showMonth(
          c,
          actor,
          found,
          typed,
          more.map(({ why, ...place }) => ({ field: inputOf(place), message: why })),
        )
      }
      if (changed && !(await keepTypedMonths(tables, [changed.after], howOf([changed]), actor.id, now)))
        return changedMeanwhile(c, `${ADDRESS}/${id}/${month}`)
      return c.redirect(`${ADDRESS}?saved=${changed ? 1 : 0}`, 303)
    },

    /** The last months as a file, to be filled in and sent back. */
    async csv(c: Context) {
      const months = monthsToChoose(londonDay(clock())).toReversed()
      const [from, to] = [months[0], months.at(-1)]
      const typed = from && to ? await typedMonths(tables, { from, to }) : []
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="figures.csv"')
      return c.body(csvOf(FILE_COLUMNS, rowsOfFile(months, typed)))
    },

    /** Keeps what a file says, all of it or nothing. */
    async file(c: Context, actor: Actor) {
      const { file } = await c.req.parseBody()
      if (!(file instanceof File) || file.size === 0) return showAll(c, actor, ['Choose a file that is not empty.'])
      if (file.size > LARGEST_FILE_IN_BYTES) return answer.fileTooLarge(c)
      const now = clock()
      try {
        const read = await readTypedFile(new Uint8Array(await file.arrayBuffer()), londonDay(now))
        if ('problems' in read) return showAll(c, actor, read.problems)
        const changed = await changedBy(read.months, actor, now)
        const more = changed.flatMap(({ after: { table, month, numbers } }) =>
          isTypedTable(table)
            ? partsThatAreMore(table, numbers).map(({ why }) => `${formatMonth(month)}, ${why}.`)
            : [],
        )
        if (more.length > 0) return showAll(c, actor, more)
        if (changed.length > MOST_MONTHS_AT_ONCE) {
          return showAll(c, actor, [
            `The file changes ${changed.length} months of figures, and ${MOST_MONTHS_AT_ONCE} can be saved together. Send it in parts.`,
          ])
        }
        if (changed.length > 0) {
          const all = changed.map(({ after }) => after)
          if (!(await keepTypedMonths(tables, all, howOf(changed), actor.id, now))) return changedMeanwhile(c, ADDRESS)
        }
        return c.redirect(`${ADDRESS}?saved=${changed.length}`, 303)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        return showAll(c, actor, [error.message])
      }
    },
  }

  async function changedBy(
    months: readonly MonthOfFile[],
    { id: who }: Actor,
    now: Date,
  ): Promise<readonly ChangedMonth[]> {
    const all = months.map(({ month }) => month).sort()
    const [from, to] = [all[0], all.at(-1)]
    const typed = from && to ? await typedMonths(tables, { from, to }) : []
    return months.flatMap(({ table, month, wanted }) => {
      const before = typed.find((one) => one.table === table && one.month === month)
      return monthWith(before, { table, month }, wanted, { who, now }) ?? []
    })
  }
}

/** The name of the input of a place. */
function inputOf({ figure, row }: TypedPlace): string {
  return `${figure}-of-${row}`
}

/** What was typed of a month: a place that was left empty is not known. */
function readMonth(
  id: TypedTableId,
  typed: Typed,
): { readonly wanted: readonly WantedNumber[]; readonly problems: readonly Problem[] } {
  const source = (typed.source ?? '').trim()
  const problems: Problem[] = []
  const wanted = placesOf(id).flatMap((place): WantedNumber[] => {
    const text = (typed[inputOf(place)] ?? '').trim()
    if (text === '') return [{ ...place, number: undefined, source }]
    const read = readNumber(typedTable(id).unit, text)
    if ('number' in read) return [{ ...place, number: read.number, source }]
    problems.push({ field: inputOf(place), message: `${typedTable(id).rows[place.row]}: ${read.why}` })
    return []
  })
  if (wanted.some(({ number }) => number !== undefined)) {
    if (source === '') problems.push({ field: 'source', message: 'Enter where these numbers come from' })
    else if (source.length > LONGEST_SOURCE)
      problems.push({ field: 'source', message: `Where they come from must be ${LONGEST_SOURCE} characters or fewer` })
  }
  return { wanted, problems }
}

function sourcesOf(before: TypedMonth | undefined): string {
  return [...new Set(before?.numbers.map(({ source }) => source))].join('; ')
}

function howOf(changed: readonly ChangedMonth[]): 'figures-typed' | 'figures-typed-again' {
  return changed.some(({ isAgain }) => isAgain) ? 'figures-typed-again' : 'figures-typed'
}

/** The last months, the latest first. */
function monthsToChoose(today: CalendarDate): readonly Month[] {
  return Array.from({ length: MONTHS_LISTED }, (_, back) => monthAfter(monthOf(today), -back))
}

function aboutTable(id: TypedTableId) {
  const { title, is, where, neededFor } = typedTable(id)
  return { id, title, is, where, neededFor }
}

function standingOf(id: TypedTableId, month: Month, typed: readonly TypedMonth[], today: CalendarDate) {
  if (whyNotOfMonth(id, month, today)) return { title: typedTable(id).title, standing: 'Not over', isOpen: false }
  const known = typed.find((one) => one.table === id && one.month === month)?.numbers.length ?? 0
  const standing = known === 0 ? 'Not typed in' : known < placesOf(id).length ? 'In part' : 'Typed in'
  return { title: typedTable(id).title, standing, isOpen: true }
}
