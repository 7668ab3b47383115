import { readFileSync } from 'node:fs'
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine, type StateMachineProps } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Stage } from '../../lambdas/cases/stages.ts'

export interface CaseStateMachineProps {
  /** Which file of statemachines/ it is. */
  readonly stage: Stage
  /** What each `${Name}` of the file stands for. The machine may call exactly these functions. */
  readonly functions: Readonly<Record<string, IFunction>>
}

/**
 * One stage of the journey, from its file in statemachines/.
 * @throws Error when a name in the file has no meaning here, or one given here is not in the file.
 */
export class CaseStateMachine extends Construct {
  readonly stateMachine: StateMachine

  constructor(scope: Construct, id: string, { stage, functions }: CaseStateMachineProps) {
    super(scope, id)
    const definition = readFileSync(new URL(`../../statemachines/${stage}.asl.json`, import.meta.url), 'utf8')
    requireSameNames(stage, definition, Object.keys(functions))

    this.stateMachine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(
        Object.entries(functions).map(([name, { functionArn }]) => [name, functionArn]),
      ),
      ...machineSettings(this, 'Log', stage),
    })
    // DefinitionBody.fromString grants nothing by itself.
    for (const callee of Object.values(functions)) callee.grantInvoke(this.stateMachine)
  }
}

/**
 * What every machine of the service is: it stays when its stack goes, and logs errors without what they carry.
 * @param id the id of its log group @param name the end of that one's name
 */
export function machineSettings(
  scope: Construct,
  id: string,
  name: string,
): Pick<StateMachineProps, 'logs' | 'removalPolicy'> {
  const destination = new LogGroup(scope, id, {
    // Step Functions asks for this prefix, so that the log's resource policy stays small.
    logGroupName: `/aws/vendedlogs/states/${Stack.of(scope).stackName}-${name}`,
    retention: RetentionDays.THREE_MONTHS,
    // It has a fixed name: kept, it would stand in the way of the next deployment.
    removalPolicy: RemovalPolicy.DESTROY,
  })
  return {
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    logs: { destination, level: LogLevel.ERROR, includeExecutionData: false },
  }
}

function requireSameNames(stage: string, definition: string, given: readonly string[]): void {
  const used = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))
  const missing = [...used].filter((name) => !given.includes(String(name)))
  const unused = given.filter((name) => !used.has(name))
  if (missing.length > 0 || unused.length > 0) {
    throw new Error(
      `The state machine ${stage}: ${missing.length > 0 ? `its file names ${missing.join(', ')}, which the stack does not give. ` : ''}` +
        `${unused.length > 0 ? `The stack gives ${unused.join(', ')}, which its file does not name.` : ''}`,
    )
  }
}
