import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { DEPLOYMENT, resourcesOf, stacksOf } from './stacks-of.ts'
import { nameOf, ofType } from './templates.ts'

const asUsual = stacksOf(DEPLOYMENT)
const withSome = stacksOf({ ...DEPLOYMENT, publicPagesAtOnce: 5 })

/** Which function each route of the API leads to: "ANY /help" to "PublicFunction". */
function routes(): Record<string, string> {
  const integrations = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      id.split('.')[1] ?? id,
      /(\w+Function)/.exec(nameOf(Properties.IntegrationUri))?.[1] ?? 'nothing',
    ]),
  )
  return Object.fromEntries(
    ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const { Ref = '' } = (Properties.Target as { 'Fn::Join': [string, [string, { Ref: string }]] })['Fn::Join'][1][1]
      return [String(Properties.RouteKey), integrations.get(Ref) ?? 'nothing']
    }),
  )
}

/** The code of a function as it is deployed. */
function codeOf(name: string): string {
  const [, found] = ofType('AWS::Lambda::Function').find(([id]) => id.includes(`.${name}Function`)) ?? []
  const { S3Key = '' } = (found?.Properties.Code ?? {}) as { readonly S3Key?: string }
  const folder = join(inject('assembly'), `asset.${S3Key.replace('.zip', '')}`)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

describe('the public pages', () => {
  it('are the routes of a function of their own, and everything else is for staff', () => {
    expect(routes()).toEqual({
      'ANY /help': 'PublicFunction',
      'ANY /help/{proxy+}': 'PublicFunction',
      'ANY /dates': 'PublicFunction',
      'ANY /dates/{proxy+}': 'PublicFunction',
      'ANY /assets/public/{proxy+}': 'PublicFunction',
      'ANY /.well-known/security.txt': 'PublicFunction',
      $default: 'StaffFunction',
    })
  })

  it('are without the means to reach a table: their code holds no client of AWS', () => {
    expect(codeOf('Staff')).toMatch(/DynamoDB/)
    expect(codeOf('Public')).not.toMatch(/DynamoDB|amazonaws|@aws-sdk|smithy/)
  })

  it('hold their own templates only, and those for staff do too', () => {
    expect(codeOf('Public')).toContain('"public/help/page.njk"')
    expect(codeOf('Public')).not.toMatch(/"staff\/[a-z/-]+\.njk"/)
    expect(codeOf('Staff')).toContain('"staff/cases/case.njk"')
    expect(codeOf('Staff')).not.toMatch(/"public\/[a-z/-]+\.njk"/)
  })
})

describe('how much the pages can be asked for', () => {
  const stage = () => ofType('AWS::ApiGatewayV2::Stage')[0]?.[1]

  it('is limited on every route, and on each public one by itself', () => {
    const { RouteSettings = {}, DefaultRouteSettings } = (stage()?.Properties ?? {}) as {
      readonly RouteSettings?: Readonly<Record<string, object>>
      readonly DefaultRouteSettings?: object
    }
    const limit = { ThrottlingRateLimit: expect.any(Number), ThrottlingBurstLimit: expect.any(Number) }
    expect(DefaultRouteSettings).toEqual(limit)
    // Requests for the public pages take nothing of the limit of the staff pages.
    const publicRoutes = Object.keys(routes()).filter((route) => route !== '$default')
    expect(Object.keys(RouteSettings).sort()).toEqual(publicRoutes.sort())
    for (const settings of Object.values(RouteSettings)) expect(settings).toEqual(limit)
  })

  it('is set after the routes are there: AWS refuses settings for a route that is not', () => {
    const after = stage()?.DependsOn ?? []
    const publicRoutes = ofType('AWS::ApiGatewayV2::Route').filter(([id]) => id.startsWith('SendDisputesPublic.'))
    expect(publicRoutes).toHaveLength(6)
    for (const [id] of publicRoutes) expect(after).toContain(id.split('.')[1])
  })

  it('takes functions from what else runs in the account only as far as the council says', () => {
    const reserved = (stacks: typeof asUsual) =>
      resourcesOf(stacks, 'AWS::Lambda::Function').flatMap(
        ({ Properties }) => Properties.ReservedConcurrentExecutions ?? [],
      )
    // A new account has 10 in all, and AWS refuses to set any of them aside.
    expect(reserved(asUsual)).toEqual([])
    expect(reserved(withSome)).toEqual([5])
  })
})

it('notes of a request no path, no query and nothing of who asked', () => {
  const { AccessLogSettings } = (ofType('AWS::ApiGatewayV2::Stage')[0]?.[1].Properties ?? {}) as {
    readonly AccessLogSettings?: { readonly Format: string }
  }
  const noted = JSON.parse(AccessLogSettings?.Format ?? '{}') as Readonly<Record<string, string>>
  expect(Object.values(noted).sort()).toEqual([
    '$context.error.responseType',
    '$context.requestId',
    '$context.requestTime',
    '$context.responseLatency',
    '$context.responseLength',
    '$context.routeKey',
    '$context.status',
  ])
})
