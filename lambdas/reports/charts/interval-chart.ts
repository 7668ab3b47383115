import { scaleBand, scaleLinear } from 'd3-scale'
import { type ChartWords, element, picture, text } from './svg.ts'

/** A number that is not known, and between which it most likely lies. */
export interface Interval {
  readonly name: string
  readonly low: number
  readonly middle: number
  readonly high: number
}

const WIDTH = 900
const OF_NAMES = 340
const OF_NUMBERS = 50
/** As many letters have room beside a line, wide ones too. */
const LONGEST_NAME = 34
const LINE = 56
const OF_AXIS = 30
const TICKS = 6
/** How far the bar of an end goes up and down, and how large the mark of the middle is. */
const [END, MARK] = [9, 6]

/**
 * Numbers that are not known, one line each: a bar from the least to the most, and a mark in the middle with its number above. The bar
 * and the mark are told apart by their shape.
 */
export function intervalChart(words: ChartWords, intervals: readonly Interval[]): string {
  const bottom = intervals.length * LINE
  const down = scaleBand<number>()
    .domain(intervals.map((_, place) => place))
    .range([0, bottom])
  const across = scaleLinear()
    .domain([0, Math.max(1, ...intervals.map(({ high }) => high))])
    .nice()
    .range([OF_NAMES, WIDTH - OF_NUMBERS])
  const x = (value: number) => round(across(value))
  const line = (x1: number, y1: number, x2: number, y2: number, width = 1) =>
    element('line', { x1, y1, x2, y2, stroke: 'currentColor', 'stroke-width': width })
  const small = { 'font-size': 14, 'text-anchor': 'middle' } as const
  const ticks = across.ticks(TICKS).filter(Number.isInteger)
  const parts = [
    ...intervals.flatMap(({ name, low, middle, high }, place) => {
      const y = round((down(place) ?? 0) + LINE * 0.62)
      return [
        text(shortened(name), { x: OF_NAMES - 16, y: y + 5, 'text-anchor': 'end' }),
        line(x(low), y, x(high), y, 3),
        line(x(low), y - END, x(low), y + END, 3),
        line(x(high), y - END, x(high), y + END, 3),
        element('circle', { cx: x(middle), cy: y, r: MARK, fill: 'currentColor' }),
        text(middle.toLocaleString('en-GB'), { ...small, x: x(middle), y: y - 14 }),
      ]
    }),
    line(OF_NAMES, bottom, WIDTH - OF_NUMBERS, bottom),
    line(OF_NAMES, 0, OF_NAMES, bottom),
    ...ticks.flatMap((tick) => [
      line(x(tick), bottom, x(tick), bottom + 5),
      text(tick.toLocaleString('en-GB'), { ...small, x: x(tick), y: bottom + 22 }),
    ]),
  ]
  return picture(words, { width: WIDTH, height: bottom + OF_AXIS }, parts)
}

/** A name that is too long for its place is cut: whole it stands in the table beside the picture. */
function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
