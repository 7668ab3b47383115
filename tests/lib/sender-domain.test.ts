import { describe, expect, it } from 'vitest'
import { DEPLOYMENT, resourcesOf, type SynthesizedStack, stacksOf } from './stacks-of.ts'

const made = stacksOf(DEPLOYMENT)
const there = stacksOf({ ...DEPLOYMENT, senderDomain: { isInSesAlready: true } })

/** To which identities the functions may send from. */
const sendersIn = (stacks: readonly SynthesizedStack[]) =>
  [...JSON.stringify(resourcesOf(stacks, 'AWS::IAM::Policy')).matchAll(/:ses:[^"]*:identity\/[^"]*/g)].length

describe('the domain that messages come from', () => {
  it('is made in SES, and stays there when the stack goes', () => {
    const [identity] = resourcesOf(made, 'AWS::SES::EmailIdentity')
    expect(identity).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' })
  })

  it('is told with the records to publish: DKIM, and SPF of the domain for bounces', () => {
    const outputs = made.flatMap(({ template }) => Object.entries(template.Outputs ?? {}))
    const value = (id: string) => outputs.find(([name]) => name === id)?.[1].Value
    expect(value('SenderMailFrom')).toBe('bounces.example.gov.uk MX 10 feedback-smtp.eu-west-2.amazonses.com')
    expect(value('SenderSpf')).toBe('bounces.example.gov.uk TXT "v=spf1 include:amazonses.com ~all"')
    for (const number of [1, 2, 3]) expect(JSON.stringify(value(`SenderDkim${number}`))).toContain(' CNAME ')
  })

  it('is left as it is where the account has it already, and functions may send from it all the same', () => {
    expect(resourcesOf(there, 'AWS::SES::EmailIdentity')).toEqual([])
    expect(sendersIn(there)).toBe(sendersIn(made))
    expect(sendersIn(there)).toBeGreaterThan(3)
  })
})
