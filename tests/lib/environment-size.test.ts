import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { ofType, type Resource, resources } from './templates.ts'

/** What Lambda takes: all variables of a function as one JSON object, in bytes. It cannot be raised. */
const MOST_BYTES = 4096

/** The longest value that AWS, or the council, can give to what stands in an environment, by type and attribute. */
const LONGEST: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table Ref': 'x'.repeat(255),
  'AWS::SES::ConfigurationSet Ref': 'x'.repeat(64),
  'AWS::StepFunctions::StateMachine Ref': `arn:aws:states:eu-west-2:123456789012:stateMachine:${'x'.repeat(80)}`,
  // The longest name that a secret can have, and what AWS puts after it.
  'AWS::SecretsManager::Secret Ref': `arn:aws:secretsmanager:eu-west-2:123456789012:secret:${'x'.repeat(512)}-abcdef`,
  // In its place a council may have a host name of its own.
  'AWS::ApiGatewayV2::Api ApiEndpoint': `https://${'x'.repeat(253)}`,
}

/** What each stack gives to others, by the name under which they import it: the stack, and the value there. */
function exported(): ReadonlyMap<string, readonly [stack: string, value: unknown]> {
  const assembly = inject('assembly')
  return new Map(
    readdirSync(assembly)
      .filter((file) => file.endsWith('.template.json'))
      .flatMap((file) => {
        const { Outputs = {} } = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
          Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>
        }
        const stack = file.replace('.template.json', '')
        return Object.values(Outputs).map(({ Value, Export }) => [Export?.Name ?? '', [stack, Value]] as const)
      }),
  )
}

function longest(value: unknown, stack: string): string {
  if (typeof value === 'string') return value
  const { Ref, ...intrinsic } = value as Readonly<Record<string, unknown>>
  const [from, imported] = exported().get(String(intrinsic['Fn::ImportValue'])) ?? []
  if (from) return longest(imported, from)
  const [id, attribute] = Ref ? [Ref, 'Ref'] : ((intrinsic['Fn::GetAtt'] ?? []) as readonly string[])
  const what = `${resources().get(`${stack}.${id}`)?.Type} ${attribute}`
  return LONGEST[what] ?? expect.fail(`Say in LONGEST how long ${what} can be: ${JSON.stringify(value)}`)
}

function longestEnvironment([id, { Properties }]: [string, Resource]): readonly [string, number] {
  const { Variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> }
  const [stack = ''] = id.split('.')
  const environment = Object.entries(Variables).map(([name, value]) => [name, longest(value, stack)] as const)
  return [id, Buffer.byteLength(JSON.stringify(Object.fromEntries(environment)))]
}

it('takes less environment for each function than Lambda has, however long the names are that AWS gives', () => {
  const sizes = ofType('AWS::Lambda::Function').map(longestEnvironment)
  expect(sizes.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([])
  // A table's name alone is 255 characters, so the values have been read. The public pages are told no name that AWS gives.
  const told = sizes.filter(([id]) => !id.startsWith('SendDisputesPublic.'))
  expect(Math.min(...told.map(([, bytes]) => bytes))).toBeGreaterThan(255)
})
