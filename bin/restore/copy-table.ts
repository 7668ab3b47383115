import {
  DescribeContinuousBackupsCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'

/** What cannot be restored so. The message is a sentence for whoever asked for it. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError'
}

export interface CopyAsked {
  /** The table as it is, of which a copy of an earlier moment is wanted. */
  readonly table: string
  readonly moment: Date
  /** How long a restored table may take, in seconds: AWS speaks of minutes to hours. */
  readonly patienceSeconds: number
  /** How long it waits before it asks for the second time, in seconds. It waits longer each time after that. */
  readonly pauseSeconds: number
}

/**
 * Restores a table as it was at a moment, under another name, and waits until it can be read. The table itself stays as it
 * is. The copy has the same key, and neither stream nor protection: nothing hears of it.
 * @returns the name of the copy. Asked again for the same moment, it waits for the same copy.
 * @throws RestoreError when AWS has no such moment.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html
 */
export async function copyTable(
  client: DynamoDBClient,
  { table, moment, patienceSeconds, pauseSeconds }: CopyAsked,
): Promise<string> {
  const { ContinuousBackupsDescription } = await client.send(new DescribeContinuousBackupsCommand({ TableName: table }))
  const { EarliestRestorableDateTime: earliest, LatestRestorableDateTime: latest } =
    ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {}
  if (!earliest || !latest) {
    throw new RestoreError(`${table} cannot be restored to a moment: its point-in-time recovery is off.`)
  }
  if (moment < earliest || moment > latest) {
    throw new RestoreError(
      `${table} can be restored to a moment from ${earliest.toISOString()} to ${latest.toISOString()}, and ${moment.toISOString()} is not between them.`,
    )
  }
  const copy = copyName(table, moment)
  try {
    await client.send(
      new RestoreTableToPointInTimeCommand({ SourceTableName: table, TargetTableName: copy, RestoreDateTime: moment }),
    )
  } catch (error) {
    // It was asked for before, and whoever asked did not wait until the end.
    if (!(error instanceof Error && error.name === 'TableAlreadyExistsException')) throw error
  }
  await waitUntilTableExists(
    { client, maxWaitTime: patienceSeconds, minDelay: pauseSeconds, maxDelay: 6 * pauseSeconds },
    { TableName: copy },
  )
  return copy
}

/** "…-at-20261126T090000Z", cut so that AWS takes it. */
function copyName(table: string, moment: Date): string {
  const suffix = `-at-${moment.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  return `${table.slice(0, 255 - suffix.length)}${suffix}`
}
