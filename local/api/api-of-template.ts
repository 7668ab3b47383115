import { numberProperty, ofType, read, requiredText, textProperty, unsupported } from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'
import { parseRouteKey, type Route } from './routes.ts'

/** The HTTP API of an application. */
export interface ApiDefinition {
  readonly id: string
  readonly routes: readonly (Route & { readonly functionArn: string; readonly timeoutInMilliseconds: number })[]
  readonly stageVariables: Readonly<Record<string, string>> | undefined
}

/**
 * Reads the application's HTTP API; `undefined` when it has none.
 *
 * @throws Error naming stack, logical id, type and property, for what cannot be run here.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html
 */
export function apiOfTemplate(resources: readonly Resource[]): ApiDefinition | undefined {
  const [api, second] = ofType(resources, 'AWS::ApiGatewayV2::Api')
  if (api === undefined) return undefined
  if (second !== undefined)
    throw unsupported(second, 'Name', `one HTTP API is supported, and ${api.logicalId} is there already`)
  if (requiredText(api, 'ProtocolType') !== 'HTTP') throw unsupported(api, 'ProtocolType', 'only HTTP is supported')
  const integrations = new Map(ofType(resources, 'AWS::ApiGatewayV2::Integration').map((item) => [item.name, item]))
  const functions = new Set(ofType(resources, 'AWS::Lambda::Function').map((resource) => resource.arn))
  const stage = ofType(resources, 'AWS::ApiGatewayV2::Stage')[0]
  if (stage !== undefined && stage.name !== '$default') {
    throw unsupported(stage, 'StageName', `only the $default stage is supported, not ${stage.name}`)
  }
  return {
    id: api.name,
    routes: ofType(resources, 'AWS::ApiGatewayV2::Route').map((route) => readRoute(route, integrations, functions)),
    stageVariables: stage && (read(stage.properties, 'StageVariables') as Readonly<Record<string, string>> | undefined),
  }
}

function readRoute(
  route: Resource,
  integrations: ReadonlyMap<string, Resource>,
  functions: ReadonlySet<string>,
): ApiDefinition['routes'][number] {
  const authorization = textProperty(route, 'AuthorizationType') ?? 'NONE'
  if (authorization !== 'NONE')
    throw unsupported(route, 'AuthorizationType', `only NONE is supported, not ${authorization}`)
  const target = requiredText(route, 'Target')
  const integration = integrations.get(target.replace(/^integrations\//, ''))
  if (integration === undefined) throw unsupported(route, 'Target', `${target} is not an integration of the app`)
  const kind = requiredText(integration, 'IntegrationType')
  if (kind !== 'AWS_PROXY')
    throw unsupported(integration, 'IntegrationType', `only AWS_PROXY is supported, not ${kind}`)
  const version = requiredText(integration, 'PayloadFormatVersion')
  if (version !== '2.0') throw unsupported(integration, 'PayloadFormatVersion', `only 2.0 is supported, not ${version}`)
  const uri = requiredText(integration, 'IntegrationUri')
  const functionArn = /functions\/(arn:aws:lambda:.+)\/invocations$/.exec(uri)?.[1] ?? uri
  if (!functions.has(functionArn))
    throw unsupported(integration, 'IntegrationUri', `${uri} is not a function of the app`)
  return {
    ...parseRouteKey(requiredText(route, 'RouteKey')),
    functionArn,
    timeoutInMilliseconds: numberProperty(integration, 30_000, 'TimeoutInMillis'),
  }
}
