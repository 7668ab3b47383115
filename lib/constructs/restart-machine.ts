import { readFileSync } from 'node:fs'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { machineSettings } from './case-state-machine.ts'

/** The machine in which stages wait that have stopped. */
export function restartMachine(scope: Construct, id: string, restartJourney: IFunction): StateMachine {
  const definition = readFileSync(new URL('restart.asl.json', import.meta.url), 'utf8')
  const machine = new StateMachine(scope, id, {
    definitionBody: DefinitionBody.fromString(definition),
    definitionSubstitutions: { RestartJourney: restartJourney.functionArn },
    ...machineSettings(scope, `${id}Log`, 'restart'),
  })
  restartJourney.grantInvoke(machine)
  return machine
}
