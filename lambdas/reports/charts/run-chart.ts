import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { type ChartWords, element, picture, text } from './svg.ts'

export interface Point {
  readonly name: string
  readonly value: number
}

const WIDTH = 900
const HEIGHT = 300
const SIDES = { left: 60, right: 20, top: 20, bottom: 50 } as const
/** Between which a number of things that happen by themselves lies in nearly all months: 3 standard deviations of a Poisson count. */
const DEVIATIONS = 3
/** So many names fit below the line. */
const MOST_NAMES = 6

/** The mean of a run of counts, and the limits between which chance alone keeps them. */
export function limitsOf(points: readonly Point[]): {
  readonly mean: number
  readonly low: number
  readonly high: number
} {
  const mean = points.reduce((sum, { value }) => sum + value, 0) / Math.max(1, points.length)
  const spread = DEVIATIONS * Math.sqrt(mean)
  return { mean, low: Math.max(0, mean - spread), high: mean + spread }
}

/** Counts month by month, with their mean and the limits of chance. The lines are told apart by their dashes and their names. */
export function runChart(words: ChartWords, points: readonly Point[]): string {
  const { mean, low, high } = limitsOf(points)
  const across = scalePoint<number>()
    .domain(points.map((_, place) => place))
    .range([SIDES.left, WIDTH - SIDES.right])
  const top = Math.max(1, high, ...points.map(({ value }) => value))
  const up = scaleLinear()
    .domain([0, top])
    .nice()
    .range([HEIGHT - SIDES.bottom, SIDES.top])
  const path = line<Point>()
    .x((_, place) => across(place) ?? 0)
    .y(({ value }) => up(value))
    .digits(1)(points as Point[])
  const level = (value: number, name: string, dashes: string) => [
    element('line', {
      x1: SIDES.left,
      x2: WIDTH - SIDES.right,
      y1: round(up(value)),
      y2: round(up(value)),
      stroke: 'currentColor',
      'stroke-dasharray': dashes,
    }),
    text(name, { x: WIDTH - SIDES.right, y: round(up(value) - 5), 'text-anchor': 'end', 'font-size': 14 }),
  ]
  const every = Math.ceil(points.length / MOST_NAMES)
  const parts = [
    ...up
      .ticks(4)
      .flatMap((tick) => [
        text(String(tick), { x: SIDES.left - 10, y: round(up(tick) + 5), 'text-anchor': 'end', 'font-size': 14 }),
      ]),
    element('line', {
      x1: SIDES.left,
      x2: WIDTH - SIDES.right,
      y1: HEIGHT - SIDES.bottom,
      y2: HEIGHT - SIDES.bottom,
      stroke: 'currentColor',
    }),
    ...level(high, 'Upper limit', '2 4'),
    ...level(mean, 'Mean', '8 4'),
    ...(low > 0 ? level(low, 'Lower limit', '2 4') : []),
    element('path', { d: path ?? '', fill: 'none', stroke: 'currentColor', 'stroke-width': 3 }),
    ...points.map(({ value }, place) =>
      element('circle', { cx: round(across(place) ?? 0), cy: round(up(value)), r: 4, fill: 'currentColor' }),
    ),
    ...points.flatMap(({ name }, place) =>
      place % every === 0
        ? [
            text(name, {
              x: round(across(place) ?? 0),
              y: HEIGHT - SIDES.bottom + 22,
              'text-anchor': 'middle',
              'font-size': 14,
            }),
          ]
        : [],
    ),
  ]
  return picture(words, { width: WIDTH, height: HEIGHT }, parts)
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
