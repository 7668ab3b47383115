/**
 * A process to be killed: runs executions whose functions leave their effects in a file, and answers task tokens.
 * `node kill-worker.ts <directory> <executions> <beginning>`. Its clock runs a hundred times as fast as the wall's.
 */
import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../database.ts'
import { createStepFunctions } from '../../step-functions/step-functions.ts'

/** One line of the file of effects. */
export interface Effect {
  readonly execution: string
  readonly step: string
  readonly token?: string
  /** For a token: what it was answered with, written down once Step Functions had acknowledged it. */
  readonly answer?: string
}

const [directory = '', executions = '0', beginning = '0'] = process.argv.slice(2)
const effectsFile = join(directory, 'effects')
const leave = (effect: Effect) => appendFileSync(effectsFile, `${JSON.stringify(effect)}\n`)
const effects = (): Effect[] =>
  existsSync(effectsFile)
    ? readFileSync(effectsFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Effect)
    : []

const database = openDatabase(directory)
const stepFunctions = createStepFunctions({
  database,
  clock: { now: () => Number(beginning) + (Date.now() - Number(beginning)) * 100 },
  invoker: {
    async invoke(_name, payload) {
      const effect = payload as Effect
      const before = effects().filter(({ execution, step }) => execution === effect.execution && step === effect.step)
      await new Promise((resolve) => setTimeout(resolve, 1))
      leave(effect)
      if (effect.step === 'flaky' && before.length === 0)
        return { ok: false, errorType: 'Flaky', errorMessage: 'the first time', trace: [] }
      return { ok: true, payload: effect.step }
    },
  },
  sdk: async () => ({}),
  region: 'eu-west-2',
  account: '000000000000',
})

const does = (step: string, fields: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'effect', Payload: { execution: '{% $states.context.Execution.Name %}', step } },
  Output: '{% $states.result.Payload %}',
  ...('Next' in fields ? {} : { End: true }),
  ...fields,
})
const stateMachineArn = stepFunctions.putStateMachine({
  name: 'killed',
  roleArn: 'arn:aws:iam::000000000000:role/killed',
  definition: JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Begin',
    States: {
      Begin: { Type: 'Pass', Assign: { id: '{% $states.input.id %}' }, Next: 'First' },
      First: does('first', { Assign: { first: '{% $states.result.Payload %}' }, Next: 'Both' }),
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Left', States: { Left: does('left') } },
          {
            StartAt: 'Pause',
            States: { Pause: { Type: 'Wait', Seconds: 3, Next: 'Right' }, Right: does('right') },
          },
        ],
        Assign: { both: '{% $states.result %}' },
        Next: 'Each',
      },
      Each: {
        Type: 'Map',
        Items: ['a', 'b', 'c'],
        MaxConcurrency: 2,
        ItemProcessor: { StartAt: 'Item', States: { Item: does('{% "item-" & $states.input %}') } },
        Assign: { each: '{% $states.result %}' },
        Next: 'Ask',
      },
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: {
          FunctionName: 'effect',
          Payload: { execution: '{% $id %}', step: 'ask', token: '{% $states.context.Task.Token %}' },
        },
        Assign: { answer: '{% $states.result %}' },
        Next: 'Flaky',
      },
      Flaky: does('flaky', { Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 2 }], Next: 'Last' }),
      Last: {
        Type: 'Pass',
        Output: {
          id: '{% $id %}',
          first: '{% $first %}',
          both: '{% $both %}',
          each: '{% $each %}',
          answer: '{% $answer %}',
          last: '{% $states.input %}',
        },
        End: true,
      },
    },
  }),
})

const answered = new Set(effects().map(({ token, answer }) => (answer === undefined ? undefined : token)))

/** Answers every token that was parked and not yet answered, and writes down what was acknowledged. */
async function answerTokens(): Promise<void> {
  for (const { execution, token } of effects()) {
    if (token === undefined || answered.has(token)) continue
    const answer = randomUUID()
    const { status } = await stepFunctions.handle('SendTaskSuccess', {
      taskToken: token,
      output: JSON.stringify(answer),
    })
    answered.add(token)
    if (status === 200) leave({ execution, step: 'answered', token, answer })
  }
}

stepFunctions.resume()
for (let number = 0; number < Number(executions); number += 1) {
  const id = `e-${number}`
  // A second start of a closed execution is refused, which is what is wanted here.
  await stepFunctions.handle('StartExecution', { stateMachineArn, name: id, input: JSON.stringify({ id }) })
}
process.stdout.write('ready\n')
while (stepFunctions.overview({ limit: Number(executions) }).some(({ status }) => status === 'RUNNING')) {
  await stepFunctions.fireDue(Number(beginning) + (Date.now() - Number(beginning)) * 100)
  await answerTokens()
  await new Promise((resolve) => setTimeout(resolve, 2))
}
await stepFunctions.whenIdle()
stepFunctions.close()
database.close()
process.stdout.write('done\n')
