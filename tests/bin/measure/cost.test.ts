import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import {
  fixedAmounts,
  publicRequestsASecond,
  resourcesOf,
  scheduledFunctions,
} from '../../../bin/measure/cost/of-templates.ts'
import { costOf, PRICES_READ_ON, totalOf } from '../../../bin/measure/cost/price-list.ts'
import prices from '../../../bin/measure/prices.json' with { type: 'json' }

const filter = (MetricName: string) => ({
  Type: 'AWS::Logs::MetricFilter',
  Properties: { MetricTransformations: [{ MetricNamespace: 'Messages', MetricName }] },
})
const rule = (function_: string) => ({
  Type: 'AWS::Events::Rule',
  Properties: { ScheduleExpression: 'cron(30 3 * * ? *)', Targets: [{ Arn: { 'Fn::GetAtt': [function_, 'Arn'] } }] },
})

/** An app of two templates. */
function assembly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cost-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (name: string, Resources: object) =>
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify({ Resources }))
  write('Data', {
    One: { Type: 'AWS::KMS::Key' },
    Two: { Type: 'AWS::KMS::Key' },
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Loud: { Type: 'AWS::CloudWatch::Alarm', Properties: {} },
  })
  write('Messages', {
    Digests: filter('Unsent'),
    AtOnce: filter('Unsent'),
    Stuck: filter('Stuck'),
    Nightly: rule('RepairFunction'),
    OnEvent: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: { 'Fn::GetAtt': ['Record', 'Arn'] } }] } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        RouteSettings: { 'ANY /help': { ThrottlingRateLimit: 10 }, 'ANY /dates': { ThrottlingRateLimit: 5 } },
      },
    },
  })
  return folder
}

it('counts what is paid for each month in the templates of an app', () => {
  const resources = resourcesOf(assembly())
  // Two logs feed one metric.
  expect(fixedAmounts(resources)).toEqual({ kmsKey: 2, secret: 1, alarm: 1, metric: 2 })
  expect([...scheduledFunctions(resources)]).toEqual(['RepairFunction'])
  expect(publicRequestsASecond(resources)).toBe(15)
})

it('takes what an account has free from what is paid, and never more', () => {
  const amounts = { kmsKey: 2, alarm: 12, metric: 3 }
  expect(totalOf(costOf(amounts, { free: false }))).toBeCloseTo(2 + 1.2 + 0.9, 10)
  expect(costOf(amounts, { free: true }).map(({ item, cost }) => [item, Number(cost.toFixed(6))])).toEqual([
    ['kmsKey', 2],
    ['alarm', 0.2],
    ['metric', 0],
  ])
})

it('says of each price where and when it was read', () => {
  expect(PRICES_READ_ON).toMatch(/^\d{4}-\d\d-\d\d$/)
  for (const [item, { source, place }] of Object.entries(prices.prices)) {
    expect([item, source]).toEqual([item, expect.stringMatching(/^https:\/\/aws\.amazon\.com\//)])
    expect([item, place]).toEqual([item, expect.stringMatching(/\w/)])
  }
})
