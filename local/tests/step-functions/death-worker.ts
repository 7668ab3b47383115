/**
 * A process that kills itself at one exact moment: `node death-worker.ts <directory> <moment>`, where the moment is
 * `started` (a start has just been acknowledged), `called` (a function has just been called), `answered` (a task token has
 * just been acknowledged), or `never`, which takes up what is there and prints the output.
 */
import { openDatabase } from '../../database.ts'
import { createStepFunctions } from '../../step-functions/step-functions.ts'

const [directory = '', moment = 'never'] = process.argv.slice(2)
const die = () => process.kill(process.pid, 'SIGKILL')

let token: string | undefined
const stepFunctions = createStepFunctions({
  database: openDatabase(directory),
  clock: { now: () => Date.now() },
  invoker: {
    async invoke(_name, payload) {
      token = (payload as { token: string }).token
      if (moment === 'called') die()
      return { ok: true, payload: null }
    },
  },
  sdk: async () => ({}),
  region: 'eu-west-2',
  account: '000000000000',
})

if (moment === 'started') {
  const stateMachineArn = stepFunctions.putStateMachine({
    name: 'dying',
    roleArn: 'arn:aws:iam::000000000000:role/dying',
    definition: JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'park', Payload: { token: '{% $states.context.Task.Token %}' } },
          End: true,
        },
      },
    }),
  })
  const { status } = await stepFunctions.handle('StartExecution', { stateMachineArn, name: 'one', input: '{}' })
  if (status === 200) die()
}
stepFunctions.resume()
await stepFunctions.whenIdle()
if (moment === 'answered') {
  const { status } = await stepFunctions.handle('SendTaskSuccess', { taskToken: token, output: '"kept"' })
  if (status === 200) die()
}
const [execution] = stepFunctions.overview()
const { body } = await stepFunctions.handle('DescribeExecution', { executionArn: execution?.executionArn })
process.stdout.write(JSON.stringify({ output: (body as { output?: string }).output, calledAgain: token !== undefined }))
