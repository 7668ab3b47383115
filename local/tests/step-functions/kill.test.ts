import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../database.ts'
import { createStepFunctions } from '../../step-functions/step-functions.ts'
import type { Effect } from './kill-worker.ts'

const EXECUTIONS = 40
const KILLS = 6
const STEPS = ['first', 'left', 'right', 'item-a', 'item-b', 'item-c', 'ask', 'flaky']
const STATES = [
  'Ask',
  'Begin',
  'Both',
  'Each',
  'First',
  'Flaky',
  'Item',
  'Item',
  'Item',
  'Last',
  'Left',
  'Pause',
  'Right',
]

let directory: string
const workers: ChildProcess[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'step-functions-kill-'))
})
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

/** Starts the worker, and resolves once it says it is ready. */
async function startWorker(beginning: number): Promise<{ worker: ChildProcess; said: () => string }> {
  const script = join(import.meta.dirname, 'kill-worker.ts')
  const worker = spawn(process.execPath, [script, directory, String(EXECUTIONS), String(beginning)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.push(worker)
  let text = ''
  await new Promise<void>((resolve, reject) => {
    worker.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('ready')) resolve()
    })
    worker.on('exit', (code) => reject(new Error(`The worker ended with ${code} before it was ready`)))
  })
  return { worker, said: () => text }
}

/** Runs the worker that kills itself at a moment, and tells what it said and how it ended. */
async function die(moment: string): Promise<{ signal: string | null; said: string }> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'death-worker.ts'), directory, moment], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.push(worker)
  let said = ''
  worker.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [, signal] = await once(worker, 'close')
  return { signal, said }
}

describe('A process killed at the worst moment', () => {
  it('keeps a start and an answer that were acknowledged, and a token whose function was being called [Engine 4] [Engine 5]', async () => {
    expect((await die('started')).signal).toBe('SIGKILL')
    // The start was kept, so its function is called; dying there, the call is made again with a token that still works.
    expect((await die('called')).signal).toBe('SIGKILL')
    expect((await die('answered')).signal).toBe('SIGKILL')
    expect(await die('never')).toEqual({
      signal: null,
      said: JSON.stringify({ output: '"kept"', calledAgain: false }),
    })
  })
})

describe('A process killed at any moment', () => {
  it('loses nothing: every execution ends as if nothing had happened, with every effect and every acknowledged answer [Engine 4] [Engine 6]', async () => {
    const beginning = Date.now()
    let killedAtWork = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { worker, said } = await startWorker(beginning)
      const exited = once(worker, 'exit')
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 60))
      worker.kill('SIGKILL')
      await exited
      if (!said().includes('done')) killedAtWork += 1
    }
    expect(killedAtWork).toBeGreaterThanOrEqual(3)

    const { worker, said } = await startWorker(beginning)
    await once(worker, 'close')
    expect(said()).toContain('done')

    // A kill can cut the last line short only if the write itself is cut; appends this small are whole.
    const effects = readFileSync(join(directory, 'effects'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Effect)
    const database = openDatabase(directory)
    const stepFunctions = createStepFunctions({
      database,
      clock: { now: () => Date.now() },
      invoker: { invoke: () => Promise.reject(new Error('nothing is left to run')) },
      sdk: () => Promise.reject(new Error('nothing is left to call')),
      region: 'eu-west-2',
      account: '000000000000',
    })
    try {
      expect(stepFunctions.nextDue()).toBeUndefined()
      const all = stepFunctions.overview({ limit: 1000 })
      expect(all).toHaveLength(EXECUTIONS)
      for (const { executionArn, name, transitions } of all) {
        const { body } = await stepFunctions.handle('DescribeExecution', { executionArn })
        const { status, output } = body as { status: string; output: string }
        expect([name, status]).toEqual([name, 'SUCCEEDED'])
        const ended = JSON.parse(output)
        expect(ended).toEqual({
          id: name,
          first: 'first',
          both: ['left', 'right'],
          each: ['item-a', 'item-b', 'item-c'],
          answer: expect.any(String),
          last: 'flaky',
        })
        const mine = effects.filter(({ execution }) => execution === name)
        expect(STEPS.filter((step) => !mine.some((effect) => effect.step === step))).toEqual([])
        // What was acknowledged is what the execution went on with.
        for (const { answer } of mine.filter((effect) => effect.answer !== undefined)) expect(answer).toBe(ended.answer)
        // However often a call was made again, each state was entered once.
        const history = await stepFunctions.handle('GetExecutionHistory', { executionArn, maxResults: 1000 })
        const { events } = history.body as { events: { id: number; stateEnteredEventDetails?: { name: string } }[] }
        expect(events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []).sort()).toEqual(
          STATES,
        )
        expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
        // The flaky step is tried again once, or not at all when its failure was lost with the process.
        expect([STATES.length, STATES.length + 1]).toContain(transitions)
      }
    } finally {
      stepFunctions.close()
      database.close()
    }
  }, 60_000)
})
