/**
 * Attacks what is published: made-up councils, every table, and for each hidden number what could stand behind it, in whole numbers:
 * `npm run prove:disclosure -- --councils 500 --seed 2026`.
 */
import { parseArgs } from 'node:util'
import { proveDisclosure } from '../tests/reports/disclosure/prove-disclosure.ts'
import { randomFrom, seedOf } from './demo/random.ts'

const { values } = parseArgs({
  options: {
    councils: { type: 'string', default: '500' },
    seed: { type: 'string' },
    'hide-up-to': { type: 'string', default: '4' },
    rounded: { type: 'boolean', default: false },
  },
})
const MOST_CASES = 1500
const seed = seedOf(values.seed)
const begun = Date.now()
const rule = { hideUpTo: Number(values['hide-up-to']), roundTo: values.rounded ? 5 : 1 } as const
const proved = await proveDisclosure(
  randomFrom(seed),
  { councils: Number(values.councils), mostCases: MOST_CASES },
  rule,
  (line) => console.log(line),
)
const { councils, cases, tables, hidden, hiddenToProtect, problems, weakened } = proved
for (const problem of problems) console.log(problem)
console.log(
  `${councils} councils, ${cases} cases, ${tables} tables (seed ${seed}): ${hidden} numbers hidden, ${hiddenToProtect} of them to protect another. ${problems.length} can be worked out. Of ${weakened.tried} tables in which one of these was shown again ${weakened.broken} could be broken. ${Math.round((Date.now() - begun) / 1000)} s.`,
)
process.exitCode = problems.length > 0 || weakened.broken < weakened.tried ? 1 : 0
