import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { loadCouncil } from '../../lib/councils/council-schema.ts'
import { serviceApp } from '../../lib/service-app.ts'

const council = loadCouncil(new URL('../../lib/councils/bath-and-north-east-somerset.json', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'public-address-'))
  // The functions' code has no part in this, so it is not bundled.
  vi.stubEnv('CDK_CONTEXT_JSON', JSON.stringify({ 'aws:cdk:bundling-stacks': [] }))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Where messages lead families, as the template of the messages has it. */
function addressInMessages(publicAddress?: string, { isForThisMachine = false } = {}): unknown {
  const outputDirectory = mkdtempSync(join(folder, 'cdk-'))
  const councilFile = pathToFileURL(join(outputDirectory, 'council.json'))
  writeFileSync(councilFile, JSON.stringify({ ...council, publicAddress }))
  const app = serviceApp({ councilFile, isForThisMachine, outputDirectory })
  const messages = app.node.findChild('SendDisputesMessages')
  if (!Stack.isStack(messages)) throw new Error('There is no stack of messages.')
  const functions = Template.fromStack(messages).findResources('AWS::Lambda::Function')
  const [id = ''] = Object.keys(functions).filter((name) => name.startsWith('TellFamilyFunction'))
  return functions[id]?.Properties.Environment.Variables.PUBLIC_ADDRESS
}

it('messages lead to the address that the council has given the public pages', () => {
  expect(addressInMessages('https://send.example.gov.uk')).toBe('https://send.example.gov.uk')
})

it('messages lead to the address of the API where the council has given none', () => {
  expect(JSON.stringify(addressInMessages())).toMatch(/"Fn::ImportValue":"SendDisputesPublic:\w*Api/)
})

it('messages lead to the address of the API on one machine, whatever the council has given', () => {
  const address = addressInMessages('https://send.example.gov.uk', { isForThisMachine: true })
  expect(JSON.stringify(address)).toMatch(/"Fn::ImportValue":"SendDisputesPublic:\w*Api/)
})
