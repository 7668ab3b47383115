import { expect, it } from 'vitest'
import { MADE_UP_DEPLOYMENT } from '../../lib/councils/made-up-deployment.ts'
import { DEPLOYMENT, stacksOf } from './stacks-of.ts'

const deployed = stacksOf(DEPLOYMENT)
const onOneMachine = stacksOf(MADE_UP_DEPLOYMENT)

/** Where messages lead families, as the template of the messages has it. */
function addressInMessages(stacks: typeof deployed): unknown {
  const messages = stacks.find(({ name }) => name.endsWith('-Messages'))
  const tellFamily = Object.entries(messages?.template.Resources ?? {}).find(([id]) =>
    id.startsWith('TellFamilyFunction'),
  )?.[1]
  const { Variables = {} } = (tellFamily?.Properties.Environment ?? {}) as {
    readonly Variables?: Readonly<Record<string, unknown>>
  }
  return Variables.PUBLIC_ADDRESS
}

it('messages lead to the address that the council has given the public pages', () => {
  expect(addressInMessages(deployed)).toBe('https://send.example.gov.uk')
})

it('messages lead to the address of the API on one machine', () => {
  expect(JSON.stringify(addressInMessages(onOneMachine))).toMatch(
    /"Fn::ImportValue":"SendDisputes-example-council-here-Public:\w*Api/,
  )
})
