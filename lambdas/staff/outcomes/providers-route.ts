import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { cellsOfMonths } from '../../cases/store/outcome-store.ts'
import { monthAfter, monthOf } from '../../law/month.ts'
import { namesOfProviders } from '../../reports/bill/statement.ts'
import { intervalChart } from '../../reports/charts/interval-chart.ts'
import { definitionOf, periodInWords } from '../../reports/formats/titles.ts'
import { sharesOfWork } from '../../reports/providers/shares-of-work.ts'
import { wilsonInterval } from '../../reports/providers/wilson-interval.ts'
import {
  SHARES_OF_WORK,
  type ShareOfWork,
  type ShareOfWorkId,
  workOfProviders,
} from '../../reports/providers/work-of-providers.ts'
import { statusOf } from '../../web/http/answer.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { periodAsked, periodForm } from './period-form.ts'

const ADDRESS = '/outcomes/providers'
const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const
/** Providers are counted by month. */
const NO_TERMS = [] as const
/** So many months are shown when nothing is asked for: fewer say little. */
const USUAL_MONTHS = 12

/** What came of each provider's work, with how much of it chance alone can make. Never in the order of their shares. */
export function providersRoute({ tables, council, clock }: StaffServiceOptions, answer: StaffAnswers) {
  const names = namesOfProviders(council.providers)
  const nameOf = (provider: string) => names.get(provider) ?? `${provider} (not in the council’s file any more)`

  return async (c: Context) => {
    const today = londonDay(clock())
    const present = monthOf(today)
    const usual = { from: monthAfter(present, -USUAL_MONTHS), to: monthAfter(present, -1) }
    const asked = periodAsked(c.req.query(), usual, today)
    const choosing = periodForm(ADDRESS, asked, NO_TERMS, today)
    const { period, problems } = asked
    if (!period)
      return answer.pageOrJson(c, 'staff/outcomes/providers.njk', choosing, { problems }, FRAME, statusOf(problems))
    const cells = await cellsOfMonths(tables, period)
    const shares = (Object.keys(SHARES_OF_WORK) as ShareOfWorkId[]).map((id) => ({
      id,
      title: SHARES_OF_WORK[id].title,
      providers: sharesOfWork(id, [...names.keys()], cells, period).map((one) => ({
        ...one,
        ...wilsonInterval(one.count, one.among),
      })),
    }))
    const view = {
      ...choosing,
      inWords: periodInWords(period),
      shares: shares.map(({ id, title, providers }) => ({
        title,
        rows: providers.map((one) => [
          nameOf(one.provider),
          `${one.count} of ${one.among}`,
          ...[one.share, one.low, one.high].map(percent),
        ]),
        ...(providers.length > 0 && { chart: { svg: chartOf(id, title, providers) } }),
      })),
      definition: definitionOf(workOfProviders),
    }
    return answer.pageOrJson(c, 'staff/outcomes/providers.njk', view, { period, shares }, FRAME)
  }

  function chartOf(
    id: string,
    title: string,
    providers: readonly (ShareOfWork & { readonly share: number; readonly low: number; readonly high: number })[],
  ): string {
    const description = providers
      .map(
        ({ provider, share, low, high }) =>
          `${nameOf(provider)}: ${percent(share)}, between ${percent(low)} and ${percent(high)}.`,
      )
      .join(' ')
    const intervals = providers.map(({ provider, share, low, high }) => ({
      name: nameOf(provider),
      low: Math.round(low),
      middle: Math.round(share),
      high: Math.round(high),
    }))
    return intervalChart({ id: `providers-${id}`, title: `${title}, percent`, description }, intervals)
  }
}

function percent(share: number): string {
  return `${share.toFixed(0)}%`
}
