import { readFileSync } from 'node:fs'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { machineSettings } from './case-state-machine.ts'

/** The machine that takes a file of cases some rows at a time. */
export function importMachine(scope: Construct, id: string, importRows: IFunction): StateMachine {
  const definition = readFileSync(new URL('import.asl.json', import.meta.url), 'utf8')
  const machine = new StateMachine(scope, id, {
    definitionBody: DefinitionBody.fromString(definition),
    definitionSubstitutions: { ImportRows: importRows.functionArn },
    ...machineSettings(scope, `${id}Log`, 'import'),
  })
  importRows.grantInvoke(machine)
  return machine
}
