import { describe, expect, it } from 'vitest'
import type { Deployment } from '../../lib/councils/deployment-schema.ts'
import { MADE_UP_DEPLOYMENT } from '../../lib/councils/made-up-deployment.ts'
import { DEPLOYMENT, type SynthesizedStack, stacksOf } from './stacks-of.ts'

/** What one council's file can say of one deployment: everything in it that can make the stacks differ. */
const SETTINGS: Readonly<Record<string, Deployment>> = {
  'an address of its own': DEPLOYMENT,
  'another address': { ...DEPLOYMENT, publicAddress: 'https://disputes.example.gov.uk' },
  'the address of the API': { ...MADE_UP_DEPLOYMENT, account: DEPLOYMENT.account, stage: DEPLOYMENT.stage },
  'a domain that SES has already': { ...DEPLOYMENT, senderDomain: { isInSesAlready: true } },
  'functions set aside for the public pages': { ...DEPLOYMENT, publicPagesAtOnce: 5 },
  'another who hears alarms': { ...DEPLOYMENT, alarmEmails: ['another@example.gov.uk'] },
}

/** What CloudFormation has of a stack after a deployment, as far as other stacks are concerned. */
interface Deployed {
  readonly exports: ReadonlyMap<string, string>
  readonly imports: ReadonlySet<string>
}

function deployed({ template }: Pick<SynthesizedStack, 'template'>): Deployed {
  const imports = [...JSON.stringify(template.Resources).matchAll(/"Fn::ImportValue":"([^"]+)"/g)]
  const outputs = JSON.stringify(template.Outputs ?? {}).matchAll(/"Fn::ImportValue":"([^"]+)"/g)
  return {
    exports: new Map(
      Object.values(template.Outputs ?? {}).flatMap(({ Value, Export }) =>
        Export ? [[Export.Name, JSON.stringify(Value)] as const] : [],
      ),
    ),
    imports: new Set([...imports, ...outputs].map(([, name = '']) => name)),
  }
}

/**
 * Deploys stacks one after another over those that are there, by CloudFormation's rules: an export that another stack
 * imports can neither go nor change, and what is imported has to be there.
 * @returns what it refuses. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
function refusedBy(
  there: readonly Pick<SynthesizedStack, 'name' | 'template'>[],
  stacks: readonly Pick<SynthesizedStack, 'name' | 'template'>[],
): readonly string[] {
  const account = new Map(there.map((stack) => [stack.name, deployed(stack)]))
  const problems: string[] = []
  for (const stack of stacks) {
    const now = deployed(stack)
    const others = [...account].filter(([name]) => name !== stack.name)
    for (const [name, value] of account.get(stack.name)?.exports ?? []) {
      if (now.exports.get(name) === value) continue
      const users = others.filter(([, { imports }]) => imports.has(name)).map(([user]) => user)
      if (users.length > 0) problems.push(`${stack.name}: the export ${name} is in use by ${users.join(', ')}`)
    }
    for (const name of now.imports) {
      if (!others.some(([, { exports }]) => exports.has(name)))
        problems.push(`${stack.name}: there is no export ${name}`)
    }
    account.set(stack.name, now)
  }
  return problems
}

const synthesized = new Map(Object.entries(SETTINGS).map(([name, deployment]) => [name, stacksOf(deployment)]))
const stacksWith = (setting: string) => synthesized.get(setting) ?? expect.fail(`There is no setting "${setting}".`)

describe.each(Object.keys(SETTINGS))('from nothing, and from %s', (from) => {
  it('the first deployment can be made', () => {
    expect(refusedBy([], stacksWith(from))).toEqual([])
  })

  it.each(Object.keys(SETTINGS).filter((to) => to !== from))('to %s in one deployment', (to) => {
    expect(refusedBy(stacksWith(from), stacksWith(to))).toEqual([])
  })
})

it('goes on from a deployment that stopped after any of its stacks', () => {
  const [before, after] = [stacksWith('an address of its own'), stacksWith('the address of the API')]
  for (const stoppedAfter of after.keys()) {
    const there = before.map((stack, index) => (index < stoppedAfter ? (after[index] ?? stack) : stack))
    expect([stoppedAfter, refusedBy(there, after)]).toEqual([stoppedAfter, []])
    expect([stoppedAfter, refusedBy(there, before)]).toEqual([stoppedAfter, []])
  }
})

it('sees that an export in use cannot go, and cannot change', () => {
  const output = (Value: string) => ({ Table: { Value, Export: { Name: 'Data:Table' } } })
  const user = {
    name: 'Staff',
    template: {
      Resources: { Staff: { Type: 'AWS::Lambda::Function', Properties: { T: { 'Fn::ImportValue': 'Data:Table' } } } },
    },
  }
  const data = (Outputs = {}) => ({ name: 'Data', template: { Resources: {}, Outputs } })
  const withTable = [data(output('one')), user]
  expect(refusedBy([], withTable)).toEqual([])
  expect(refusedBy(withTable, [data(), user])).toEqual([
    'Data: the export Data:Table is in use by Staff',
    'Staff: there is no export Data:Table',
  ])
  expect(refusedBy(withTable, [data(output('two')), user])).toEqual(['Data: the export Data:Table is in use by Staff'])
  expect(refusedBy([], [user])).toEqual(['Staff: there is no export Data:Table'])
})

it('is synthesized without a warning', () => {
  expect(stacksWith('an address of its own').flatMap(({ warnings }) => warnings)).toEqual([])
})
