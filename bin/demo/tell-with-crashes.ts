import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CheckedCase, checkStories } from './check-stories.ts'
import { type LocalProcess, startLocalProcess } from './local-process.ts'
import { ServiceClient } from './service-client.ts'
import { STORIES, type Story } from './stories.ts'
import { type ToldCase, tellStories } from './tell-stories.ts'

/** When to kill the service: so many requests after the last kill, and then so many milliseconds later. */
export interface Crash {
  readonly afterRequests: number
  readonly afterMilliseconds: number
}

export interface CrashedTelling {
  readonly told: readonly ToldCase[]
  readonly checked: readonly CheckedCase[]
  /** How often the service was killed. */
  readonly kills: number
}

/** About how many requests a story takes with no crash, for spreading crashes over them. */
const REQUESTS_OF_A_STORY = 26

/**
 * Chooses when to kill, the same for the same numbers.
 * @param random numbers from 0 up to 1.
 * @param stories how many stories are told
 */
export function crashesFrom(random: () => number, count: number, stories = STORIES.length): readonly Crash[] {
  return Array.from({ length: count }, () => ({
    afterRequests: 1 + Math.floor((random() * 2 * REQUESTS_OF_A_STORY * stories) / (count + 1)),
    afterMilliseconds: Math.floor(random() * 60),
  }))
}

/** What is told, and on what. */
export interface CrashOptions {
  /** The synthesized app. */
  readonly assemblyDirectory: string
  /** An empty folder. */
  readonly dataDirectory: string
  /** All of the demo's, unless given. */
  readonly stories?: readonly Story[]
}

/** Tells stories on a service that is killed (`kill -9`) and started again on the same data while they are told. */
export async function tellWithCrashes(
  { assemblyDirectory, dataDirectory, stories = STORIES }: CrashOptions,
  crashes: readonly Crash[],
  say: (line: string) => void = () => {},
): Promise<CrashedTelling> {
  const port = await freePortPair()
  const [firstDay] = stories.map(({ opening }) => opening.on).sort()
  const start = () => startLocalProcess({ assemblyDirectory, dataDirectory, startAt: `${firstDay}T09:00`, port })
  let service = await start()
  let requests = 0
  const client = new ServiceClient(service.addresses, () => {
    requests++
  })
  let isTelling = true
  let kills = 0

  const killer = async () => {
    for (const { afterRequests, afterMilliseconds } of crashes) {
      const killAt = requests + afterRequests
      while (isTelling && requests < killAt) await sleep(2)
      await sleep(afterMilliseconds)
      if (!isTelling) return
      await killHard(service)
      kills++
      say(`  killed after request ${requests}`)
      service = await start()
    }
  }
  const killing = killer()
  try {
    const told = await tellStories(client, stories, say)
    isTelling = false
    await killing
    return { told, checked: await checkStories(client, told, told.length), kills }
  } finally {
    isTelling = false
    await killing.catch(() => {})
    await service.stop()
  }
}

async function killHard({ process }: LocalProcess): Promise<void> {
  const ended = once(process, 'exit')
  process.kill('SIGKILL')
  await ended
}

/** Below the ports that outgoing connections are given, so that none of them takes it while the service is down. */
const LOWEST_PORT = 20_000
const HIGHEST_PORT = 32_000

/** A free port with the next one free too: the service starts again on the same two. */
async function freePortPair(): Promise<number> {
  for (;;) {
    const port = LOWEST_PORT + Math.floor(Math.random() * (HIGHEST_PORT - LOWEST_PORT))
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  // `once` rejects when the server tells of an error instead.
  const isListening = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  if (isListening) {
    server.close()
    await once(server, 'close')
  }
  return isListening
}
