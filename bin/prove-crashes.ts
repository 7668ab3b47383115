/**
 * Kills the local service again and again while the demo's stories are told, and checks that every case ends as the law
 * says, no fact and no message is lost, and a message that was sent again is shown as such. `npm run prove:crashes`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomFrom, seedOf } from './demo/random.ts'
import { crashesFrom, tellWithCrashes } from './demo/tell-with-crashes.ts'
import { synthesize } from './synthesize.ts'

const HELP = `Proves that no crash loses anything.

  npm run prove:crashes [-- options]

  --kills N    how often to kill the service in all (50)
  --seed N     tell the same story of crashes again (a number; random unless given)
  --help       these words
`
const KILLS_IN_A_ROUND = 4

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else await prove(wholeNumber('--kills', values.kills), seedOf(values.seed))

async function prove(wanted: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'send-prove-'))
  const assemblyDirectory = synthesize(join(folder, 'cdk.out'))
  console.log(`Killing the service ${wanted} times. Seed ${seed}.`)
  let kills = 0
  let cases = 0
  let sentAgain = 0
  try {
    for (let round = 1; kills < wanted; round++) {
      const roundSeed = seed + round
      const crashes = crashesFrom(randomFrom(roundSeed), Math.min(KILLS_IN_A_ROUND, wanted - kills))
      const dataDirectory = join(folder, `round-${round}`)
      const told = await tellWithCrashes({ assemblyDirectory, dataDirectory }, crashes)
      rmSync(dataDirectory, { recursive: true, force: true })
      const problems = told.checked.flatMap(({ story, problems }) => problems.map((one) => `[${story.family}] ${one}`))
      const again = told.checked.flatMap((one) => one.sentAgain)
      const tooMany = again.reduce((total, { times }) => total + times - 1, 0) - told.kills
      if (tooMany > 0) problems.push(`${tooMany} more messages were sent again than there were crashes.`)
      kills += told.kills
      cases += told.checked.length
      sentAgain += again.length
      console.log(
        `Round ${round} (seed ${roundSeed}): ${told.kills} kills, ${told.checked.length} cases as the law says, ` +
          `${again.length} messages sent again under their key${again.length > 0 ? `: ${again.map(({ key }) => key)}` : ''}`,
      )
      if (problems.length > 0) {
        console.error(`\nNot as it must be:\n  ${problems.join('\n  ')}`)
        console.error(`\nTo see it again: npm run prove:crashes -- --seed ${roundSeed - 1} --kills ${told.kills}`)
        process.exitCode = 1
        return
      }
      if (told.kills === 0) throw new Error('The stories ended before the first kill, so nothing was proved.')
    }
    console.log(
      `\n${kills} kills, ${cases} cases, none lost, none ended otherwise. ${sentAgain} messages were sent again.`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function wholeNumber(flag: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new Error(`${flag} is "${text}"; it has to be a whole number.`)
  return number
}
