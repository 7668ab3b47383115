import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'

export type TableAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem'

/**
 * Lets a role do exactly these things to a table (a transaction needs the same permissions as its parts), and use the
 * table's key as far as that takes.
 * @param index the index of the table that it may query too.
 */
export function grantTable(
  role: IRole,
  table: Table,
  actions: readonly TableAction[],
  { index }: { readonly index?: string } = {},
): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
    }),
  )
  if (index) {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${index}`] }),
    )
  }
  const writes = actions.some((action) => action !== 'GetItem' && action !== 'Query')
  if (writes) table.encryptionKey?.grantEncryptDecrypt(role)
  else table.encryptionKey?.grantDecrypt(role)
}
