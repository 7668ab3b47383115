import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { soundAlarm } from './alarms.ts'
import { ServiceFunction } from './constructs/service-function.ts'

export interface PublicStackProps extends StackProps {
  /** The path of the council's file. */
  readonly councilFile: string
  /** Where alarms are told. */
  readonly alarms: ITopic
}

/** Where the public pages and their stylesheet are. Everything else is for the stacks that need a sign-in. */
const PUBLIC_PATHS = ['/help', '/help/{proxy+}', '/dates', '/dates/{proxy+}', '/assets/public/{proxy+}']

/**
 * The public pages, which are help for families and the date calculator, and the API at whose address all pages are. Their
 * function has no table, no key and no permission but to write its log (docs/decisions/0009).
 */
export class PublicStack extends Stack {
  /** The staff stack adds its own routes to it. */
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { councilFile, alarms, ...props }: PublicStackProps) {
    super(scope, id, props)
    const pages = new ServiceFunction(this, 'Public', {
      handler: 'public/public',
      description: 'The pages for everybody: help, and the date calculator',
      schema: {},
      environment: {},
      councilFile,
      timeout: Duration.seconds(15),
      memoryMegabytes: 1024,
    })

    this.api = new HttpApi(this, 'Api', { description: 'The pages for families and for council staff' })
    const integration = new HttpLambdaIntegration('PublicIntegration', pages.function)
    for (const path of PUBLIC_PATHS) this.api.addRoutes({ path, integration })
    new CfnOutput(this, 'PublicPagesAddress', { value: this.api.apiEndpoint, description: 'Where the pages are' })

    // The functions answer a fault of theirs as a page, so Lambda sees no error of it. The API counts what it answered.
    soundAlarm(this, 'PagesFail', this.api.metricServerError(), alarms)
  }
}
