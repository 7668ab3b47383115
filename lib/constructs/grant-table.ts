import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'ConditionCheckItem'
  | 'Query'
  | 'Scan'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'

/**
 * Lets a role do exactly these things to a table (a transaction needs the same permissions as its parts), and use the
 * table's key as far as that takes.
 * @param indexes the indexes of the table that it may query too.
 * @param rowsOf the partition keys of the only rows that it may reach. Absent: it may reach all.
 */
export function grantTable(
  role: IRole,
  table: Table,
  actions: readonly TableAction[],
  { indexes = [], rowsOf }: { readonly indexes?: readonly string[]; readonly rowsOf?: readonly string[] } = {},
): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
      ...(rowsOf && { conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': rowsOf } } }),
    }),
  )
  if (indexes.length > 0) {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: indexes.map((index) => `${table.tableArn}/index/${index}`),
      }),
    )
  }
  const writes = actions.some((action) => !['GetItem', 'BatchGetItem', 'Query', 'Scan'].includes(action))
  if (writes) table.encryptionKey?.grantEncryptDecrypt(role)
  else table.encryptionKey?.grantDecrypt(role)
}
