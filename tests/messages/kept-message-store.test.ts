import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAs, UnreadableRowError } from '../../lambdas/cases/store/rows.ts'
import { contactKeys } from '../../lambdas/cases/store/tables.ts'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import { messageContent } from '../../lambdas/messages/content-schema.ts'
import { ANN, type DeliveryForTests, deliveryForTests, mailbox } from './delivery-for-tests.ts'
import { EVERY_SITUATION } from './every-situation.ts'
import { ACCENTED_WHOLE, ARABIC_HELP } from './languages/fixture-languages.ts'

describe('the content of a message', () => {
  it('is read as it was written, of every message and in every language', () => {
    for (const situation of Object.values(EVERY_SITUATION)) {
      for (const language of [undefined, ACCENTED_WHOLE, ARABIC_HELP]) {
        const { content } = composeMessage(situation, language && { language })
        const stored: unknown = JSON.parse(JSON.stringify(content))
        expect(readAs(messageContent, stored, 'the content')).toEqual(stored)
      }
    }
  })

  it('that is none is an error that says where, and nothing of it', () => {
    const read = () =>
      readAs(messageContent, { subject: 'Zuleika Quorn', blocks: [{ type: 'picture' }] }, 'the content')
    expect(read).toThrow(UnreadableRowError)
    expect(read).toThrow(/^(?!.*Zuleika)the content cannot be read: .*blocks\.0\.type/)
  })
})

describe('a copy of what went out', () => {
  let house: DeliveryForTests
  beforeAll(async () => {
    house = await deliveryForTests()
  })
  afterAll(() => house.close())

  async function keptAnd(change: string, value: unknown): Promise<string> {
    const caseId = await house.open(ANN)
    await house.deliver(caseId, mailbox().sendEmail)
    await house.tables.client.send(
      new UpdateCommand({
        TableName: house.tables.contactsTable,
        Key: contactKeys.sent(caseId, 'rights_00001', 1),
        UpdateExpression: `SET ${change} = :value`,
        ExpressionAttributeValues: { ':value': value },
      }),
    )
    return caseId
  }

  it.each([
    ['has another shape', 'shape', 1, 'has the shape 1'],
    ['has an attempt that is no number', 'content.attempt', 'first', 'attempt must be'],
    ['has words that are not compressed', 'content.words', 'Dear Ann', 'words must be'],
  ])('that %s is an error that names the case and the row', async (_, change, value, says) => {
    const caseId = await keptAnd(change, value)
    const reading = house.keptOf(caseId)
    await expect(reading).rejects.toThrow(UnreadableRowError)
    await expect(reading).rejects.toThrow(`the row SENT#rights_00001#001 of the case ${caseId}`)
    await expect(reading).rejects.toThrow(says)
  })
})
