import { scaleBand, scaleLinear } from 'd3-scale'
import { type ChartWords, element, picture, text } from './svg.ts'

export interface Bar {
  readonly name: string
  /** Undefined: it is not shown. */
  readonly value: number | undefined
}

const WIDTH = 900
const OF_NAMES = 340
const OF_NUMBERS = 70
const BAR = 34

/**
 * Bars that lie, one for each name, with its number at its end: read in black and white as well as in colour.
 * @param hidden what stands in the place of a number that is not shown
 */
export function barChart(words: ChartWords, bars: readonly Bar[], hidden: string): string {
  const height = bars.length * BAR + 8
  const down = scaleBand<number>()
    .domain(bars.map((_, place) => place))
    .range([4, height - 4])
    .paddingInner(0.35)
  const most = Math.max(1, ...bars.map(({ value = 0 }) => value))
  const across = scaleLinear()
    .domain([0, most])
    .range([0, WIDTH - OF_NAMES - OF_NUMBERS])
  const parts = bars.flatMap(({ name, value }, place) => {
    const [y, thick] = [down(place) ?? 0, down.bandwidth()]
    const middle = round(y + thick / 2 + 5)
    const long = round(across(value ?? 0))
    return [
      text(name, { x: OF_NAMES - 12, y: middle, 'text-anchor': 'end' }),
      element('rect', {
        x: OF_NAMES,
        y: round(y),
        width: long,
        height: round(thick),
        fill: 'currentColor',
        'fill-opacity': 0.6,
        stroke: 'currentColor',
      }),
      text(value === undefined ? hidden : value.toLocaleString('en-GB'), { x: OF_NAMES + long + 8, y: middle }),
    ]
  })
  const axis = element('line', { x1: OF_NAMES, x2: OF_NAMES, y1: 0, y2: height, stroke: 'currentColor' })
  return picture(words, { width: WIDTH, height }, [...parts, axis])
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
