import { join } from 'node:path'
import { type LocalProcess, startLocalProcess } from '../demo/local-process.ts'
import { ServiceClient } from '../demo/service-client.ts'
import type { Story } from '../demo/stories.ts'

const BOOTS = 5
const CASES = 1000
const AT_ONCE = 8

/** Prints how long the service takes from its process's start until it answers, with the app synthesized. */
export async function measureBoot(assemblyDirectory: string, folder: string): Promise<void> {
  const seconds: number[] = []
  for (let boot = 0; boot < BOOTS; boot++) {
    const started = performance.now()
    const service = await start(assemblyDirectory, join(folder, `boot-${boot}`))
    await fetch(`${service.addresses.staff}/sign-in`)
    seconds.push((performance.now() - started) / 1000)
    await service.stop()
  }
  console.log(
    `\nBoot on a fresh data folder, to the first page: ${seconds.map((time) => time.toFixed(2)).join(', ')} s`,
  )
}

/** Prints how fast cases are opened over HTTP, and how long the clock takes to the next date with many open cases. */
export async function measureManyCases(assemblyDirectory: string, folder: string): Promise<void> {
  const service = await start(assemblyDirectory, join(folder, 'cases'))
  try {
    const client = new ServiceClient(service.addresses)
    const started = performance.now()
    const waiting = Array.from({ length: CASES }, (_, index) => caseNumber(index))
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let story = waiting.pop(); story; story = waiting.pop()) await client.openCase(story, { settle: false })
      }),
    )
    const opened = (performance.now() - started) / 1000
    await client.settle()
    const settled = (performance.now() - started) / 1000
    console.log(`\n${CASES} cases opened over HTTP, ${AT_ONCE} at a time: ${(CASES / opened).toFixed(0)} a second`)
    console.log(`  with each family told its rights and each journey waiting: ${(CASES / settled).toFixed(0)} a second`)
    const before = performance.now()
    await client.goToNextDate()
    console.log(`  then to the next date: ${((performance.now() - before) / 1000).toFixed(2)} s`)
  } finally {
    await service.stop()
  }
}

function start(assemblyDirectory: string, dataDirectory: string): Promise<LocalProcess> {
  return startLocalProcess({ assemblyDirectory, dataDirectory, startAt: '2026-02-10T09:00', port: 0 })
}

/** The decisions are of different days, as a council's are, so that not every reminder falls on one day. */
function caseNumber(index: number): Pick<Story, 'opening' | 'family'> {
  const day = `2026-02-${String(1 + (index % 10)).padStart(2, '0')}`
  return {
    family: `case-${index}`,
    opening: {
      on: '2026-02-10',
      decisionKind: 'plan-contents',
      placementOnly: false,
      printedOn: day,
      sentOn: day,
      parent: `Parent ${index}`,
      child: `Child ${index}`,
      email: `parent-${index}@example.com`,
    },
  }
}
