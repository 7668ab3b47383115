import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Amounts } from './price-list.ts'

export interface TemplateResource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
}

/** Every resource of the templates of a synthesized app, by its logical id. */
export function resourcesOf(assemblyDirectory: string): ReadonlyMap<string, TemplateResource> {
  const templates = readdirSync(assemblyDirectory).filter((name) => name.endsWith('.template.json'))
  return new Map(
    templates.flatMap((file) => {
      const { Resources } = JSON.parse(readFileSync(join(assemblyDirectory, file), 'utf8')) as {
        readonly Resources: Readonly<Record<string, TemplateResource>>
      }
      return Object.entries(Resources)
    }),
  )
}

/** What is paid for each month, whether there is a case or not. */
export function fixedAmounts(resources: ReadonlyMap<string, TemplateResource>): Amounts {
  const ofType = (type: string) => [...resources.values()].filter(({ Type }) => Type === type)
  const metrics = ofType('AWS::Logs::MetricFilter').flatMap(({ Properties = {} }) =>
    (Properties.MetricTransformations as { MetricNamespace: string; MetricName: string }[]).map(
      ({ MetricNamespace, MetricName }) => `${MetricNamespace} ${MetricName}`,
    ),
  )
  return {
    kmsKey: ofType('AWS::KMS::Key').length,
    secret: ofType('AWS::SecretsManager::Secret').length,
    alarm: ofType('AWS::CloudWatch::Alarm').length,
    // Two logs can feed one metric.
    metric: new Set(metrics).size,
  }
}

/** The functions that a schedule calls, whether there is a case or not, by logical id. */
export function scheduledFunctions(resources: ReadonlyMap<string, TemplateResource>): ReadonlySet<string> {
  const rules = [...resources.values()].filter(({ Properties }) => Properties?.ScheduleExpression !== undefined)
  const targets = rules.flatMap(({ Properties }) => [
    ...JSON.stringify(Properties?.Targets).matchAll(/"Fn::GetAtt":\["(\w+)","Arn"\]/g),
  ])
  return new Set(targets.map(([, id = '']) => id))
}

/** How many requests a second API Gateway lets through to the public pages, in all. */
export function publicRequestsASecond(resources: ReadonlyMap<string, TemplateResource>): number {
  const settings = [...resources.values()].flatMap(({ Type, Properties }) =>
    Type === 'AWS::ApiGatewayV2::Stage'
      ? Object.values((Properties?.RouteSettings ?? {}) as Readonly<Record<string, { ThrottlingRateLimit: number }>>)
      : [],
  )
  return settings.reduce((total, { ThrottlingRateLimit }) => total + ThrottlingRateLimit, 0)
}
