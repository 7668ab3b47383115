import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { cellsOfMonths } from '../../cases/store/outcome-store.ts'
import { intervalChart } from '../../reports/charts/interval-chart.ts'
import {
  ESTIMATED,
  type Estimate,
  type Estimated,
  FEWEST_CASES,
  FEWEST_MONTHS,
  type Forecast,
  firstMonthFor,
  forecastOf,
  RUNS,
} from '../../reports/forecast/forecast.ts'
import { whatCanCome } from '../../reports/forecast/what-can-come.ts'
import { definitionOf, periodInWords } from '../../reports/formats/titles.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'

const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const

/** Of what each can come, as it is counted today. */
const CAN_COME_OF: Readonly<Record<Estimated, string>> = {
  held: 'mediations asked for and not held yet',
  certificate: 'open cases without a certificate',
  appeal: 'open cases without an appeal',
}

/**
 * What is coming. It is made of the figures as they are, month by month and small numbers too, so it is for those who read cases: from
 * two estimates on two days somebody else could learn of one family (`ROUTES`).
 */
export function comingRoute({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context) => {
    const today = londonDay(clock())
    const forecast = forecastOf(await cellsOfMonths(tables, { from: firstMonthFor(today) }), today)
    return answer.pageOrJson(c, 'staff/outcomes/coming.njk', comingView(forecast), asJson(forecast), FRAME)
  }
}

function asJson({ estimates, ...about }: Forecast) {
  const what = 'An estimate: nearest to 8 of 10 simulated futures lie from low to high.'
  return estimates ? { what, ...about, estimates } : { what, ...about, tooEarly: tooEarly(about) }
}

function comingView({ estimates, ...about }: Forecast) {
  const { quarter, quarterBefore, cases, months } = about
  const inWords = { quarter: periodInWords(quarter), before: periodInWords(quarterBefore) }
  if (!estimates) return { inWords, tooEarly: tooEarly(about) }
  const lines = (Object.keys(ESTIMATED) as Estimated[]).map((one) => ({
    name: ESTIMATED[one],
    of: CAN_COME_OF[one],
    ...estimates[one],
  }))
  const words = {
    id: 'coming',
    title: `An estimate for ${inWords.quarter}`,
    description: lines.map((line) => `${line.name}: ${sentenceOf(line)}`).join(' '),
  }
  return {
    inWords,
    chart: { svg: intervalChart(words, lines) },
    lines: lines.map((line) => ({
      name: line.name,
      sentence: sentenceOf(line),
      cells: [line.middle, line.low, line.high, line.before].map(shown),
      open: `${shown(line.openNow)} ${line.of}`,
    })),
    restsOn: { cases: shown(cases), months, runs: shown(RUNS) },
    definition: definitionOf(whatCanCome),
  }
}

/** "About 34. In 8 of 10 quarters like this one, 27 to 42." */
function sentenceOf({ middle, low, high }: Pick<Estimate, 'middle' | 'low' | 'high'>): string {
  return `About ${shown(middle)}. In 8 of 10 quarters like this one, ${low === high ? shown(low) : `${shown(low)} to ${shown(high)}`}.`
}

function tooEarly({ months, cases }: Pick<Forecast, 'months' | 'cases'>): string {
  return `It is too early to say: there are ${cases} ${cases === 1 ? 'case' : 'cases'} and ${months} whole ${months === 1 ? 'month' : 'months'} to learn from. An estimate needs at least ${FEWEST_CASES} cases and ${FEWEST_MONTHS} whole months.`
}

function shown(number: number): string {
  return number.toLocaleString('en-GB')
}
