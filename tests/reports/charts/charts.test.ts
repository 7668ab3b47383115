import { describe, expect, it } from 'vitest'
import { barChart } from '../../../lambdas/reports/charts/bar-chart.ts'
import { intervalChart } from '../../../lambdas/reports/charts/interval-chart.ts'
import { limitsOf, runChart } from '../../../lambdas/reports/charts/run-chart.ts'

const words = { id: 'one', title: 'How <far>', description: 'Spoke: 5. Held: not shown.' }
const bars = [
  { name: 'Spoke & asked', value: 5 },
  { name: 'Held', value: undefined },
  { name: 'Arranged', value: 0 },
]
const points = Array.from({ length: 24 }, (_, month) => ({ name: `Month ${month}`, value: (month * 7) % 5 }))
const KILOBYTES = 1024

/** The numbers of an attribute, in the order in which they stand. */
const numbers = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map(([, number]) => Number(number))

describe('a picture', () => {
  it.each([
    ['of bars', barChart(words, bars, 'c')],
    ['of a run', runChart(words, points)],
  ])('%s has a title and a description, and no script, style or colour of its own', (_, svg) => {
    expect(svg).toContain('role="img" aria-labelledby="one-title one-description"')
    expect(svg).toContain('<title id="one-title">How &lt;far&gt;</title>')
    expect(svg).toContain('<desc id="one-description">Spoke: 5. Held: not shown.</desc>')
    expect(svg).not.toMatch(/<script|<style|style=|on[a-z]+=|#[0-9a-f]{3}/i)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('has bars as long as their numbers, with each number at its end, and none where it is not shown', () => {
    const svg = barChart(words, bars, 'c')
    const [spoke = 0, held, arranged] = numbers(svg, /<rect[^>]* width="([\d.]+)"/g)
    expect([spoke > 0, held, arranged]).toEqual([true, 0, 0])
    const double = barChart(words, [...bars, { name: 'Twice', value: 10 }], 'c')
    expect(numbers(double, /<rect[^>]* width="([\d.]+)"/g)[0]).toBeCloseTo(spoke / 2, 0)
    expect(svg).toMatch(/>5<\/text>[\s\S]*>c<\/text>[\s\S]*>0<\/text>/)
    expect(svg).toContain('Spoke &amp; asked')
  })

  it('of a run has a point for each month, its mean and the limits of chance', () => {
    const svg = runChart(words, points)
    expect(numbers(svg, /<circle cx="([\d.]+)"/g)).toHaveLength(24)
    expect(svg).toContain('>Mean</text>')
    expect(svg).toContain('>Upper limit</text>')
    expect(limitsOf([4, 4, 4, 4].map((value) => ({ name: '', value })))).toEqual({ mean: 4, low: 0, high: 10 })
    expect(limitsOf([{ name: '', value: 25 }])).toEqual({ mean: 25, low: 10, high: 40 })
    expect(runChart(words, [])).not.toMatch(/NaN/)
  })

  it('of numbers that are not known has a bar from the least to the most, and cuts a name that is too long', () => {
    const name = 'A provider with a name that is longer than its place'
    const svg = intervalChart(words, [{ name, low: 2, middle: 5, high: 10 }])
    expect(numbers(svg, /<circle cx="([\d.]+)"/g)).toHaveLength(1)
    expect(svg).toContain('>A provider with a name that is lo…<')
    expect(svg).toContain('>5</text>')
    expect(intervalChart(words, [])).not.toMatch(/NaN|Infinity/)
  })

  it('is small, and made at once', () => {
    const begun = performance.now()
    for (let time = 0; time < 50; time += 1) runChart(words, points)
    // 5 milliseconds are asked for; this machine may be busy.
    expect((performance.now() - begun) / 50).toBeLessThan(5)
    expect(runChart(words, points).length + barChart(words, bars, 'c').length).toBeLessThan(12 * KILOBYTES)
  })
})
