import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, type Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Environment, EnvironmentSchema } from '../../lambdas/environment.ts'
import { type LoadedLater, placeLoadedLater } from './loaded-later.ts'
import { REQUIRE_IN_MODULES } from './require-in-modules.ts'

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
  /** Large packages that few requests need: `LETTER_PACKAGES`. */
  readonly loadedLater?: LoadedLater
}

const LAMBDAS = new URL('../../lambdas/', import.meta.url).pathname
const ROOT = new URL('../../', import.meta.url).pathname

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
    const { loadedLater, councilFile } = props
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
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
    this.function = new NodejsFunction(this, 'Function', {
      entry: `${LAMBDAS}${props.handler}.handler.ts`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role: this.role,
      logGroup: this.log,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes ?? 512,
      environment: props.environment,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      bundling: {
        // The SDK travels with the function, so that what was tested is what runs.
        externalModules: [...(loadedLater?.packages ?? [])],
        format: OutputFormat.ESM,
        mainFields: ['module', 'main'],
        target: 'node24',
        minify: true,
        sourceMap: false,
        logLevel: LogLevel.ERROR,
        banner: REQUIRE_IN_MODULES,
        // Of a JSON file that is imported by name, esbuild keeps the parts that are named.
        ...(councilFile && { esbuildArgs: { '--alias': `#council=${councilFile}` } }),
        ...(loadedLater && { commandHooks: placeLoadedLater(loadedLater) }),
      },
    })
  }
}
