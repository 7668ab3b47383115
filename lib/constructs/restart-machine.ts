import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { machineSettings } from './case-state-machine.ts'

const WAIT = 'Wait until the stage goes on'
const GO_ON = 'Have it go on'
const IS_FOR_LATER = 'Is it for later?'

/** Its tries take a quarter of an hour, so that what the stage then sends still leaves by day (lambdas/cases/stop.ts). */
const definition = (restartJourney: IFunction) => ({
  Comment: 'A stage that has stopped waits here until it is to go on.',
  QueryLanguage: 'JSONata',
  StartAt: WAIT,
  States: {
    [WAIT]: { Type: 'Wait', Timestamp: '{% $states.input.goesOnAt %}', Next: GO_ON },
    [GO_ON]: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: restartJourney.functionArn, Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      Retry: [
        {
          ErrorEquals: ['States.TaskFailed'],
          IntervalSeconds: 10,
          BackoffRate: 2,
          MaxAttempts: 6,
          JitterStrategy: 'FULL',
        },
      ],
      Next: IS_FOR_LATER,
    },
    [IS_FOR_LATER]: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.isForLater %}', Next: WAIT }],
      Default: 'It has gone on',
    },
    'It has gone on': { Type: 'Succeed' },
  },
})

/** The machine in which stages wait that have stopped. The pause itself costs nothing there, however long it is. */
export function restartMachine(scope: Construct, id: string, restartJourney: IFunction): StateMachine {
  const machine = new StateMachine(scope, id, {
    definitionBody: DefinitionBody.fromString(JSON.stringify(definition(restartJourney), undefined, 2)),
    ...machineSettings(scope, `${id}Log`, 'restart'),
  })
  restartJourney.grantInvoke(machine)
  return machine
}
