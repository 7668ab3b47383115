/**
 * How fast executions run, durable on disk: `node local/tests/step-functions/throughput.ts [executions]`.
 * Each has ten states: four Pass, two Choice and four Task states whose function answers at once.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../database.ts'
import { createStepFunctions } from '../../step-functions/step-functions.ts'

const executions = Number(process.argv[2] ?? 1000)
const directory = mkdtempSync(join(tmpdir(), 'step-functions-throughput-'))
const database = openDatabase(directory)
const stepFunctions = createStepFunctions({
  database,
  clock: { now: () => Date.now() },
  invoker: { invoke: async (_name, payload) => ({ ok: true, payload }) },
  sdk: async () => ({}),
  region: 'eu-west-2',
  account: '000000000000',
})

const task = (next: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'echo', Payload: { count: '{% $count %}' } },
  Assign: { count: '{% $states.result.Payload.count + 1 %}' },
  Next: next,
})
const choice = (next: string) => ({
  Type: 'Choice',
  Choices: [{ Condition: "{% $states.input.word = 'never' %}", Next: 'Pass 4' }],
  Default: next,
})
const pass = (next: string) => ({ Type: 'Pass', Output: { word: 'go' }, Next: next })
const stateMachineArn = stepFunctions.putStateMachine({
  name: 'throughput',
  roleArn: 'arn:aws:iam::000000000000:role/throughput',
  definition: JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Pass 1',
    States: {
      'Pass 1': { Type: 'Pass', Assign: { count: 0 }, Next: 'Task 1' },
      'Task 1': task('Pass 2'),
      'Pass 2': pass('Choice 1'),
      'Choice 1': choice('Task 2'),
      'Task 2': task('Pass 3'),
      'Pass 3': pass('Choice 2'),
      'Choice 2': choice('Task 3'),
      'Task 3': task('Task 4'),
      'Task 4': task('Pass 4'),
      'Pass 4': { Type: 'Pass', Output: '{% $count %}', End: true },
    },
  }),
})

try {
  const begun = performance.now()
  for (let number = 0; number < executions; number += 1)
    await stepFunctions.handle('StartExecution', { stateMachineArn, name: `execution-${number}`, input: '{}' })
  await stepFunctions.whenIdle()
  const seconds = (performance.now() - begun) / 1000
  const all = stepFunctions.overview({ limit: executions })
  const wrong = all.filter(({ status, transitions }) => status !== 'SUCCEEDED' || transitions !== 10)
  if (all.length !== executions || wrong.length > 0) throw new Error(`${wrong.length} executions did not end well`)
  console.log(
    `${executions} executions of 10 states in ${seconds.toFixed(2)} s: ` +
      `${Math.round(executions / seconds)} executions, ${Math.round((executions * 10) / seconds)} transitions a second`,
  )
} finally {
  stepFunctions.close()
  database.close()
  rmSync(directory, { recursive: true })
}
