import type { Context } from 'hono'
import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import { londonDay } from '../../cases/london.ts'
import { WHO_READS } from '../../cases/role.ts'
import { type Invoice, invoicesOf, keepInvoice } from '../../cases/store/invoice-store.ts'
import { cellsOfMonths } from '../../cases/store/outcome-store.ts'
import { allReleases } from '../../cases/store/release-store.ts'
import { typedMonths } from '../../cases/store/typed-figure-store.ts'
import { formatMonth, type Month, monthAfter, monthOf, monthsBetween } from '../../law/month.ts'
import { csvOf } from '../../pack/csv.ts'
import type { Actor } from '../../recording/actor.ts'
import { costOfMediation, noAppealCounted, noAppealReleased, tribunalCosts } from '../../reports/bill/costs.ts'
import { namesOfProviders, poundsOf, providersIn, type Statement, statementOf } from '../../reports/bill/statement.ts'
import { UNIT_WORDS, units } from '../../reports/bill/units.ts'
import { definitionOf, periodInWords } from '../../reports/formats/titles.ts'
import type { Period } from '../../reports/periods.ts'
import { tablesOf } from '../../reports/releases.ts'
import { FEWEST_BEHIND_A_FIGURE } from '../../reports/report-table.ts'
import { penceOf } from '../../reports/typed-in/numbers.ts'
import { typedCells } from '../../reports/typed-in/typed-cells.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askChoice, askLine, askMonth, formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { mayUse, ROUTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { notOfThesePeriods, periodAsked, periodForm } from './period-form.ts'

const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const
/** Prices and invoices are by month. */
const NO_TERMS = [] as const

/** The bill: what each provider did, what that comes to by its contract, and what it sent invoices for. */
export function billRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, council } = service

  /** The names of the providers, by their ids. */
  const names = namesOfProviders(council.providers)
  const nameOf = (provider: string) =>
    names.get(provider) ?? `A provider that is not in the council’s file any more (${provider})`

  async function statementsOf(period: Period): Promise<readonly Statement[]> {
    return statementsBy(await cellsOfMonths(tables, period), period)
  }

  async function statementsBy(cells: CellsByPeriod, period: Period): Promise<readonly Statement[]> {
    const invoices = await invoicesOf(tables, period)
    const providers = new Set([
      ...names.keys(),
      ...providersIn(cells, period),
      ...invoices.map(({ provider }) => provider),
    ])
    return [...providers]
      .map((provider) => statementOf(provider, period, { cells, contracts: council.contracts, invoices }))
      .filter(({ lines, invoiced, provider }) => lines.length > 0 || invoiced !== undefined || isPaid(provider))
  }

  const isPaid = (provider: string) => council.contracts.some((one) => one.provider === provider)

  const invoiceForm = () =>
    formOf<{ month: Month; provider: string; amount: string; source: string }>({
      month: askMonth({ label: 'For which month is the invoice?', what: 'the month of the invoice' }),
      provider: askChoice(
        [...names].map(([value, text]) => ({ value, text })),
        { label: 'Whose invoice is it?', error: 'Select whose invoice it is' },
      ),
      amount: askLine({
        label: 'What does it come to, in pounds?',
        what: 'the amount',
        hint: 'For example, 1,234.50.',
      }),
      source: askLine({
        label: 'What is its number, or where does the amount come from?',
        what: 'the number of the invoice',
      }),
    })

  async function show(c: Context, { roles }: Actor, typedInvoice: Typed = {}, wrong: readonly Problem[] = []) {
    const today = londonDay(service.clock())
    const asked = periodAsked(c.req.query(), lastMonthOver(today), today)
    const choosing = periodForm('/outcomes/T9', asked, NO_TERMS, today)
    const mayType = mayUse(roles, ROUTES['POST /outcomes/bill'].isFor)
    const form = invoiceForm()
    const invoice = mayType ? { invoice: formView(form.fields, typedInvoice, wrong) } : {}
    const errors = [
      ...choosing.errors,
      ...(mayType && wrong.length > 0 ? formView(form.fields, typedInvoice, wrong).errors : []),
    ]
    const { period } = asked
    const status = statusOf([...asked.problems, ...wrong])
    const around = { ...choosing, ...invoice, errors, typed: c.req.query('typed') === 'yes' }
    if (!period)
      return answer.pageOrJson(c, 'staff/outcomes/bill.njk', around, { problems: asked.problems }, FRAME, status)
    const cells = await cellsOfMonths(tables, period)
    const [statements, costs] = await Promise.all([statementsBy(cells, period), costsOf(cells, period, roles)])
    const view = {
      inWords: periodInWords(period),
      statements: statements.map(statementView),
      costs: costsView(costs, costOfMediation(statements)),
      hasContracts: council.contracts.length > 0,
      definition: definitionOf(units),
      file: `/outcomes/bill.csv?from=${period.from}&to=${period.to}`,
    }
    const json = { period, statements, ...costs, problems: wrong }
    return answer.pageOrJson(c, 'staff/outcomes/bill.njk', { ...around, report: view }, json, FRAME, status)
  }

  function statementView({ provider, lines, ...statement }: Statement) {
    const { amount, invoiced, difference, monthsWithoutInvoice, unitsWithoutPrice, forEachHeld } = statement
    const inPounds = (pence: number | undefined) => (pence === undefined ? 'Not known' : poundsOf(pence))
    return {
      name: nameOf(provider),
      lines: lines.map((line) => [
        UNIT_WORDS[line.kind],
        String(line.quantity),
        line.price === undefined ? 'No price' : poundsOf(line.price),
        line.amount === undefined ? 'Not known' : poundsOf(line.amount),
      ]),
      sums: [
        ['What that comes to', poundsOf(amount)],
        ['Invoiced', inPounds(invoiced)],
        ['Invoiced more than that comes to', inPounds(difference)],
        [
          'For each mediation held, with all other work',
          forEachHeld === undefined ? 'None was held' : poundsOf(forEachHeld),
        ],
      ],
      missing: [
        ...(unitsWithoutPrice > 0
          ? [
              `${unitsWithoutPrice} units have no price in a contract of these months, so what it comes to is not whole.`,
            ]
          : []),
        ...(monthsWithoutInvoice.length > 0
          ? [`No invoice is typed in for ${monthsWithoutInvoice.map(formatMonth).join(', ')}.`]
          : []),
      ],
    }
  }

  /** From exact numbers of months of one's own choice a single family could be worked out: others see those of a release alone. */
  async function costsOf(cells: CellsByPeriod, period: Period, roles: Actor['roles']) {
    const tribunal = tribunalCosts(typedCells(await typedMonths(tables, period)), period)
    if (mayUse(roles, WHO_READS)) return { tribunal, noAppeal: noAppealCounted(cells, period) }
    const release = (await allReleases(tables)).find(({ from, to }) => from === period.from && to === period.to)
    return { tribunal, noAppeal: noAppealReleased(release && tablesOf(release)) }
  }

  function costsView({ tribunal, noAppeal }: Awaited<ReturnType<typeof costsOf>>, mediation: number) {
    const forEach =
      noAppeal === 'not-shown'
        ? `Not shown: for that there has to be a release of just these months, with at least ${FEWEST_BEHIND_A_FIGURE} such mediations in it.`
        : noAppeal.number === 0
          ? 'There was none.'
          : `${poundsOf(Math.round(mediation / noAppeal.number))}, with all other work of the providers: ${poundsOf(mediation)} for ${noAppeal.number} mediations.`
    const tooEarly =
      noAppeal !== 'not-shown' && noAppeal.tooEarly > 0
        ? ` Of ${noAppeal.tooEarly} it is too early to say, so that this is too high.`
        : ''
    const lines = [...tribunal.lines, { name: 'All', pence: tribunal.all }]
    return {
      noAppeal: `${forEach}${tooEarly}`,
      tribunal: lines.map(({ name, pence }) => [name, pence === undefined ? 'Not known' : poundsOf(pence)]),
      missing: tribunal.missing,
    }
  }

  return {
    show: (c: Context, actor: Actor) => show(c, actor),

    /** Keeps what a manager typed in of an invoice. */
    async type(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const reading = readForm(invoiceForm(), typed)
      if (!reading.ok) return show(c, actor, typed, reading.problems)
      const { month, provider, amount, source } = reading.values
      const pence = penceOf(amount)
      const now = service.clock()
      const problems: readonly Problem[] = [
        ...(pence === undefined ? [{ field: 'amount', message: 'Enter the amount in pounds, like 1,234.50' }] : []),
        ...(month > monthOf(londonDay(now))
          ? [
              {
                field: 'month',
                message: `${formatMonth(month)} has not begun. Enter the month for which the invoice is`,
              },
            ]
          : []),
      ]
      if (pence === undefined || problems.length > 0) return show(c, actor, typed, problems)
      const invoice: Invoice = { month, provider, pence, source, recordedBy: actor.id, recordedAt: now.toISOString() }
      await keepInvoice(tables, invoice, now)
      return c.redirect(`/outcomes/T9?from=${month}&to=${month}&typed=yes`, 303)
    },

    /** The same for whoever pays, month by month. */
    async csv(c: Context) {
      const today = londonDay(service.clock())
      const { period, problems } = periodAsked(c.req.query(), lastMonthOver(today), today)
      if (!period) return notOfThesePeriods(c, answer, problems)
      const months = monthsBetween(period.from, period.to)
      const all = await Promise.all(
        months.map(async (month) => ({ month, statements: await statementsOf({ from: month, to: month }) })),
      )
      const money = (pence: number | undefined) => (pence === undefined ? '' : (pence / 100).toFixed(2))
      const rows = all.flatMap(({ month, statements }) =>
        statements.flatMap(({ provider, lines, amount, invoiced, difference }) => [
          ...lines.map((line) => [
            month,
            nameOf(provider),
            UNIT_WORDS[line.kind],
            String(line.quantity),
            money(line.price),
            money(line.amount),
            '',
            '',
          ]),
          [month, nameOf(provider), 'All', '', '', money(amount), money(invoiced), money(difference)],
        ]),
      )
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="bill-${period.from}-${period.to}.csv"`)
      return c.body(csvOf(['month', 'provider', 'unit', 'quantity', 'price', 'amount', 'invoiced', 'difference'], rows))
    },
  }
}

/** What is shown when nothing is asked for: the last month that is over. */
function lastMonthOver(today: Parameters<typeof monthOf>[0]): Period {
  const month = monthAfter(monthOf(today), -1)
  return { from: month, to: month }
}
