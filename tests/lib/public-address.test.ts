import { expect, it } from 'vitest'
import { MADE_UP_DEPLOYMENT } from '../../lib/councils/made-up-deployment.ts'
import { DEPLOYMENT, stacksOf } from './stacks-of.ts'

/** Where messages lead families, as the template of the messages has it. */
function addressInMessages(deployment: typeof MADE_UP_DEPLOYMENT): unknown {
  const messages = stacksOf(deployment).find(({ name }) => name.endsWith('-Messages'))
  const tellFamily = Object.entries(messages?.template.Resources ?? {}).find(([id]) =>
    id.startsWith('TellFamilyFunction'),
  )?.[1]
  const { Variables = {} } = (tellFamily?.Properties.Environment ?? {}) as {
    readonly Variables?: Readonly<Record<string, unknown>>
  }
  return Variables.PUBLIC_ADDRESS
}

it('messages lead to the address that the council has given the public pages', () => {
  expect(addressInMessages(DEPLOYMENT)).toBe('https://send.example.gov.uk')
})

it('messages lead to the address of the API on one machine', () => {
  expect(JSON.stringify(addressInMessages(MADE_UP_DEPLOYMENT))).toMatch(
    /"Fn::ImportValue":"SendDisputes-example-council-here-Public:\w*Api/,
  )
})
