import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Environment, EnvironmentSchema } from '../../lambdas/environment.ts'
import { functionCode } from './function-code.ts'

export interface ServiceFunctionProps<Schema extends EnvironmentSchema> {
  /** The handler's file below lambdas/, without its ending: "journey/park-journey". */
  readonly handler: string
  /** What the function does, for whoever reads the list of functions in the console. */
  readonly description: string
  /** The same schema that the handler reads its environment by: the compiler asks for each variable. */
  readonly schema: Schema
  readonly environment: Environment<NoInfer<Schema>>
  /** The path of the council's file, for a handler that imports parts of it from "#council". */
  readonly councilFile?: string
  readonly timeout: Duration
  readonly memoryMegabytes?: number
  /** How many of it run at once, at most and always. Without it, as many as the account has left. */
  readonly reservedConcurrency?: number
  /** Files of packages that it reads as they are: `LETTER_FILES`. */
  readonly files?: readonly string[]
  /** Files that a bundled package looks for beside its own code: `SHAPER_FILES`. */
  readonly filesBesideTheCode?: readonly string[]
}

const LAMBDAS = new URL('../../lambdas/', import.meta.url).pathname

/**
 * A function of this service: Node 24 on arm64, everything bundled, its own role and its own log group, and no permission
 * but to write to that log group. What else it may do is granted where the tables and machines are.
 */
export class ServiceFunction<Schema extends EnvironmentSchema> extends Construct {
  readonly function: LambdaFunction
  readonly role: Role
  readonly log: LogGroup

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Schema>) {
    super(scope, id)
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.handler} may do`,
    })
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.log.logGroupArn],
      }),
    )
    this.function = new LambdaFunction(this, 'Function', {
      // The SDK travels with the function, so that what was tested is what runs.
      code: functionCode(`${LAMBDAS}${props.handler}.handler.ts`, props),
      handler: 'index.handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role: this.role,
      logGroup: this.log,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes ?? 512,
      ...(props.reservedConcurrency && { reservedConcurrentExecutions: props.reservedConcurrency }),
      environment: props.environment,
    })
  }
}
