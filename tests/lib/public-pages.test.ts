import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { nameOf, ofType } from './templates.ts'

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
