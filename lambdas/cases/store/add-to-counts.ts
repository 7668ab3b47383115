import { STORED_SHAPE } from '../stored-shape.ts'
import type { RowType } from './rows.ts'

/** Numbers by their names. */
export type Counts = Readonly<Record<string, number>>

/** By how much each number is more in the second than in the first; those that are the same are left out. */
export function differences(was: Counts, is: Counts): Counts {
  const names = new Set([...Object.keys(was), ...Object.keys(is)])
  return Object.fromEntries(
    [...names].map((name) => [name, (is[name] ?? 0) - (was[name] ?? 0)] as const).filter(([, change]) => change !== 0),
  )
}

/** The write that changes the counts of a row by so much, whatever they are and whether the row is there. */
export function addTo(TableName: string, Key: Readonly<Record<string, string>>, type: RowType, changes: Counts) {
  const names = Object.keys(changes)
  return {
    TableName,
    Key,
    UpdateExpression: `SET #type = :type, #shape = :shape ADD ${names.map((_, index) => `#n${index} :n${index}`)}`,
    ExpressionAttributeNames: {
      '#type': 'type',
      '#shape': 'shape',
      ...Object.fromEntries(names.map((name, index) => [`#n${index}`, name])),
    },
    ExpressionAttributeValues: {
      ':type': type,
      ':shape': STORED_SHAPE,
      ...Object.fromEntries(names.map((name, index) => [`:n${index}`, changes[name]])),
    },
  }
}
