import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BY_NEXT_DATE } from '../../lambdas/cases/store/tables.ts'

export type TableAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem'

/**
 * Lets a role do exactly these things to a table (a transaction needs the same permissions as its parts), and use the
 * table's key as far as that takes.
 * @param list whether it may also read the index that lists cases by their next date.
 */
export function grantTable(role: IRole, table: Table, actions: readonly TableAction[], { list = false } = {}): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
    }),
  )
  if (list) {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${BY_NEXT_DATE}`] }),
    )
  }
  const writes = actions.includes('PutItem') || actions.includes('UpdateItem')
  if (writes) table.encryptionKey?.grantEncryptDecrypt(role)
  else table.encryptionKey?.grantDecrypt(role)
}
