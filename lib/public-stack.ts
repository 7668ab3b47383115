import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type CfnStage,
  HttpApi,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
  type ThrottleSettings,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { publicEnvironment } from '../lambdas/public/environment.ts'
import { soundAlarm } from './alarms.ts'
import { ServiceFunction } from './constructs/service-function.ts'

export interface PublicStackProps extends StackProps {
  /** The path of the council's file. */
  readonly councilFile: string
  /** Where alarms are told. */
  readonly alarms: ITopic
  /** Where somebody tells of a weakness. */
  readonly securityContact: string
  /** How many requests for the public pages are answered at once, or undefined: as many as the account has left. */
  readonly atOnce: number | undefined
}

/** Where the public pages and their stylesheet are. Everything else is for the stacks that need a sign-in. */
const PUBLIC_PATHS = [
  '/help',
  '/help/{proxy+}',
  '/dates',
  '/dates/{proxy+}',
  '/assets/public/{proxy+}',
  '/.well-known/security.txt',
]

/**
 * How many requests API Gateway lets through to each public route: in a second, and at once after a quiet time. It answers
 * the others with 429 (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html). A large
 * council's families need far fewer, and docs/attacks.md says what these cost when somebody uses them all.
 */
const EACH_PUBLIC_ROUTE: ThrottleSettings = { rateLimit: 10, burstLimit: 40 }

/** The same for the one route of the staff pages, and for whatever is added and has no row of its own. */
const EVERY_OTHER_ROUTE: ThrottleSettings = { rateLimit: 20, burstLimit: 40 }

/**
 * What is noted of a request. Never its path or query, which hold the dates that a family typed, and never where it came
 * from: the route is the pattern, "ANY /dates/{proxy+}".
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.responseType',
}

/**
 * The public pages, which are help for families and the date calculator, and the API at whose address all pages are. Their
 * function has no table, no key and no permission but to write its log (docs/decisions/0009).
 */
export class PublicStack extends Stack {
  /** The staff stack adds its own routes to it. */
  readonly api: HttpApi

  constructor(
    scope: Construct,
    id: string,
    { councilFile, alarms, securityContact, atOnce, ...props }: PublicStackProps,
  ) {
    super(scope, id, props)
    const pages = new ServiceFunction(this, 'Public', {
      handler: 'public/public',
      description: 'The pages for everybody: help, and the date calculator',
      schema: publicEnvironment,
      environment: { SECURITY_CONTACT: securityContact },
      councilFile,
      timeout: Duration.seconds(15),
      memoryMegabytes: 1024,
      ...(atOnce && { reservedConcurrency: atOnce }),
    })

    this.api = new HttpApi(this, 'Api', {
      apiName: this.stackName,
      description: 'The pages for families and for council staff',
      createDefaultStage: false,
    })
    const integration = new HttpLambdaIntegration('PublicIntegration', pages.function)
    this.#stage(PUBLIC_PATHS.flatMap((path) => this.api.addRoutes({ path, integration })))
    new CfnOutput(this, 'PublicPagesAddress', { value: this.api.apiEndpoint, description: 'Where the pages are' })

    // The functions answer a fault of theirs as a page, so Lambda sees no error of it. The API counts what it answered.
    soundAlarm(this, 'PagesFail', this.api.metricServerError(), alarms)
  }
  /** The stage that answers, with a limit for each route and a log that says nothing of who asked for what. */
  #stage(publicRoutes: readonly HttpRoute[]): void {
    const log = new LogGroup(this, 'AccessLog', {
      // API Gateway asks for this prefix, as Step Functions does.
      logGroupName: `/aws/vendedlogs/apigateway/${this.stackName}`,
      retention: RetentionDays.THREE_MONTHS,
      // It has a fixed name: kept, it would stand in the way of the next deployment.
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: EVERY_OTHER_ROUTE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    })
    // AWS refuses the settings of a route that is not there yet.
    stage.node.addDependency(...publicRoutes)
    const resource = stage.node.defaultChild as CfnStage
    resource.routeSettings = Object.fromEntries(
      PUBLIC_PATHS.map((path) => [
        `ANY ${path}`,
        { ThrottlingRateLimit: EACH_PUBLIC_ROUTE.rateLimit, ThrottlingBurstLimit: EACH_PUBLIC_ROUTE.burstLimit },
      ]),
    )
  }
}
