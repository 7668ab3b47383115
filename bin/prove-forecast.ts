/**
 * Holds the estimates of what is coming against what comes, on made-up councils: `npm run prove:forecast -- --councils 2000 --seed 2026`.
 * Between 76 and 84 of 100 have to lie within the bounds, of each kind; with bounds as if the rates were known, fewer than 76.
 */
import { parseArgs } from 'node:util'
import { ESTIMATED, type Estimated } from '../lambdas/reports/forecast/forecast.ts'
import { inWords, proveForecast, shareInside } from '../tests/reports/forecast/prove-forecast.ts'
import { randomFrom, seedOf } from './demo/random.ts'

const { values } = parseArgs({
  options: {
    councils: { type: 'string', default: '2000' },
    fewest: { type: 'string', default: '5' },
    most: { type: 'string', default: '1500' },
    seed: { type: 'string' },
  },
})
const [LEAST, MOST] = [0.76, 0.84]
const seed = seedOf(values.seed)
const begun = Date.now()
const size = { councils: Number(values.councils), fewest: Number(values.fewest), most: Number(values.most) }
const proved = proveForecast(randomFrom(seed), size, (line) => console.log(line))
for (const kind of Object.keys(ESTIMATED) as Estimated[]) console.log(`${ESTIMATED[kind]}: ${inWords(proved.of[kind])}`)
for (const [least, held] of proved.bySize) {
  if (held.estimates > 0) console.log(`${least} cases a year and more: ${inWords(held)}`)
}
console.log(`The larger ones with bounds as if the rates were known: ${inWords(proved.ratesKnown)}`)
console.log(
  `${proved.councils} councils, ${proved.cases} cases (seed ${seed}), of ${proved.tooEarly} too early to say. All: ${inWords(proved.all)}. ${Math.round((Date.now() - begun) / 1000)} s.`,
)
const isCalibrated = Object.values(proved.of).every((held) => shareInside(held) >= LEAST && shareInside(held) <= MOST)
process.exitCode = isCalibrated && shareInside(proved.ratesKnown) < LEAST ? 0 : 1
