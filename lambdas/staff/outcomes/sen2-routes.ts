import type { Context } from 'hono'
import type { ReturnReason } from '../../audit/entry.ts'
import { londonDay } from '../../cases/london.ts'
import { lastComparison } from '../../cases/store/outcome-store.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { csvOf } from '../../pack/csv.ts'
import type { Actor } from '../../recording/actor.ts'
import { countCase } from '../../reports/cells.ts'
import { SEN2_MAPS, type Sen2Map, sen2MapOf, whyNoSen2Map, yearOf } from '../../reports/sen2/maps.ts'
import { sen2File } from '../../reports/sen2/rows.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { askChoice, formOf, optionsOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import { statusOf, wantsJson } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { RETURN_REASON_WORDS } from '../audit/audit-words.ts'
import { giveReason, reasonGiven } from '../audit/reason-given.ts'
import { signedInOf } from '../caller.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { decisionsOfYear, keysOfChildren } from './sen2-decisions.ts'
import { sen2Json, sen2View } from './sen2-view.ts'

const HERE = '/outcomes/sen2'
const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const
const FRAME_OF_YEAR = { section: 'outcomes', back: { href: HERE, text: 'SEN2' } } as const

/** A year that can be looked at, and why somebody does. */
interface Asked {
  readonly map: Sen2Map
  readonly isWhole: boolean
  readonly why: ReturnReason
}

/**
 * The flags that the council gives the Department for Education each January, for managers. Each row is a decision about a child, so
 * whoever looks says why first, and what they read is an entry with that reason before it is shown.
 */
export function sen2Routes({ tables, sessions, clock, council }: StaffServiceOptions, answer: StaffAnswers) {
  const today = () => londonDay(clock())

  function show(c: Context, typed: Typed, problems: readonly Problem[] = []) {
    const { fields } = formFor(today())
    const json = { years: yearsBegun(today()).map(({ year }) => year), fields: describeFields(fields), problems }
    const view = formView(fields, typed, problems)
    return answer.pageOrJson(c, 'staff/outcomes/sen2-reason.njk', view, json, FRAME, statusOf(problems))
  }

  /** The year of an address, or the page that says why it is not shown. */
  async function asked(c: Context): Promise<Asked | Response> {
    const typed = c.req.param('year') ?? ''
    const refused = (status: 404 | 409, heading: string, paragraphs: readonly string[]) =>
      answer.message(c, status, heading, paragraphs, { href: HERE, text: 'Choose a year' })
    if (!/^\d{4}$/.test(typed)) {
      return refused(404, 'That is not a year', ['Write it with four digits, as in 2025. Or choose one.'])
    }
    const year = Number(typed)
    const map = sen2MapOf(year)
    if (!map) return refused(404, `${year} has no map for SEN2`, whyNoSen2Map(year))
    if (yearOf(today()) < year) {
      return refused(404, `${year} has not begun`, ['There are no decisions of that year yet. Choose another year.'])
    }
    const session = signedInOf(c)?.session
    const why = session === undefined ? undefined : await reasonGiven(sessions, session, nameOf(map))
    if (!isReturnReason(why)) {
      const form = `${HERE}?year=${year}`
      return wantsJson(c)
        ? answer.message(c, 403, 'Say first why you look at the decisions of a year', [
            `Open ${form} and give the reason.`,
          ])
        : c.redirect(form, 303)
    }
    // A version that counted otherwise need not have noted of every case when its decision was sent.
    const compared = await lastComparison(tables)
    if (compared?.countedBy !== countCase(council).version) {
      return refused(409, 'The decisions are not all found yet', [
        'Every night the service looks through all cases and notes in which year each decision was sent. It has not done so since it was set up, or since figures or school terms changed.',
        'Come back tomorrow. If this page says the same then, tell whoever looks after the service.',
      ])
    }
    return { map, isWhole: yearOf(today()) > year, why }
  }

  /** The decisions of the year with what joins them to the council's own records, noted as read. */
  async function readDecisions(c: Context, actor: Actor, { map, why }: Asked) {
    const decisions = await decisionsOfYear(tables, actor, map)
    const keys = await keysOfChildren(
      tables,
      decisions.rows.map(({ caseId }) => caseId),
    )
    noteListed(c, { results: decisions.rows.length, about: [String(map.year)], why })
    return { decisions, keys }
  }

  return {
    /** Asks for the year, and why. */
    form: (c: Context) => show(c, { year: c.req.query('year') ?? '' }),

    async send(c: Context) {
      const session = signedInOf(c)?.session
      const typed = await typedForm(c)
      const reading = readForm(formFor(today()), typed)
      if (!reading.ok) return show(c, typed, reading.problems)
      const { year, why } = reading.values
      if (session !== undefined) await giveReason(sessions, session, nameOf({ year: Number(year) }), why, clock())
      return c.redirect(`${HERE}/${year}`, 303)
    },

    /** How often each flag is set, and where the facts show something against one. */
    async page(c: Context, actor: Actor) {
      const of = await asked(c)
      if (of instanceof Response) return of
      const about = { ...of, ...(await readDecisions(c, actor, of)), todayInWords: formatDate(today()) }
      return answer.pageOrJson(c, 'staff/outcomes/sen2.njk', sen2View(about), sen2Json(about), FRAME_OF_YEAR)
    },

    /** Every decision with its flags, its dates and what joins it to the council's own records. */
    async csv(c: Context, actor: Actor) {
      const of = await asked(c)
      if (of instanceof Response) return of
      const { decisions, keys } = await readDecisions(c, actor, of)
      const file = sen2File(decisions.rows, keys)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="sen2-${of.map.year}.csv"`)
      return c.body(csvOf(file.columns, file.rows))
    },
  }
}

/** The years with a map that have begun, the latest first. */
function yearsBegun(today: CalendarDate): readonly Sen2Map[] {
  return SEN2_MAPS.filter(({ year }) => year <= yearOf(today)).reverse()
}

/** There is no room for words of one's own: what somebody types of a family would outlive what is erased. */
function formFor(today: CalendarDate): Form<{ readonly year: string; readonly why: ReturnReason }> {
  const years = yearsBegun(today).map(({ year, censusOn }) => ({
    value: String(year),
    text: String(year),
    hint: `Census on ${formatDate(censusOn)}.${year === yearOf(today) ? ' The year is not over.' : ''}`,
  }))
  return formOf({
    year: askChoice(years, { label: 'In which calendar year were the decisions sent?', error: 'Select a year' }),
    why: askChoice(optionsOf(RETURN_REASON_WORDS), {
      label: 'Why do you look at them?',
      error: 'Select why you look at them',
    }),
  })
}

/** Under which name a session keeps why somebody looks at a year. */
function nameOf({ year }: Pick<Sen2Map, 'year'>): string {
  return `sen2-${year}`
}

function isReturnReason(why: string | undefined): why is ReturnReason {
  return why !== undefined && why in RETURN_REASON_WORDS
}
