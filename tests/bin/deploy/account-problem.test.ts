import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, it } from 'vitest'
import { accountProblem } from '../../../bin/deploy/account-problem.ts'

const sts = new STSClient({ region: 'eu-west-2' })

it("refuses credentials for another account than the file's, and names both", async () => {
  mockClient(sts).on(GetCallerIdentityCommand).resolves({ Account: '444455556666' })
  expect(await accountProblem(sts, '111122223333')).toBe(
    "Nothing was deployed: your AWS credentials are for the account 444455556666, and the council's file names 111122223333.",
  )
  expect(await accountProblem(sts, '444455556666')).toBeUndefined()
})
