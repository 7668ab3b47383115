import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts'

/**
 * Whether the AWS credentials are for the account that the council's file names. CDK asks the same, but only when it begins,
 * and everything that is looked at before would be looked at in the wrong account.
 * @returns a sentence that names both accounts, or undefined when they are the same one. @throws what AWS answers.
 */
export async function accountProblem(sts: STSClient, account: string): Promise<string | undefined> {
  const { Account } = await sts.send(new GetCallerIdentityCommand({}))
  if (Account === account) return
  return `Nothing was deployed: your AWS credentials are for the account ${Account}, and the council's file names ${account}.`
}
