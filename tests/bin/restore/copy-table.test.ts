import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  TableAlreadyExistsException,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { copyTable, RestoreError } from '../../../bin/restore/copy-table.ts'

const client = new DynamoDBClient({ region: 'eu-west-2' })
const aws = mockClient(client)
const asked = (moment: string, table = 'Cases') =>
  copyTable(client, { table, moment: new Date(moment), patienceSeconds: 60, pauseSeconds: 0.01 })

beforeEach(() => {
  aws.reset()
  aws.on(DescribeContinuousBackupsCommand, { TableName: 'Cases' }).resolves({
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: {
        PointInTimeRecoveryStatus: 'ENABLED',
        EarliestRestorableDateTime: new Date('2026-10-23T09:00:00Z'),
        LatestRestorableDateTime: new Date('2026-11-27T08:55:00Z'),
      },
    },
  })
  aws.on(RestoreTableToPointInTimeCommand).resolves({})
  aws.on(DescribeTableCommand).resolves({ Table: { TableStatus: 'ACTIVE' } })
})

describe('a copy of a table as it was', () => {
  it('is restored under a name of its own, and can be read when that is told', async () => {
    aws
      .on(DescribeTableCommand, { TableName: 'Cases-at-20261126T090000Z' })
      .resolvesOnce({ Table: { TableStatus: 'CREATING' } })
      .resolves({ Table: { TableStatus: 'ACTIVE' } })
    expect(await asked('2026-11-26T09:00:00Z')).toBe('Cases-at-20261126T090000Z')
    expect(aws.commandCalls(RestoreTableToPointInTimeCommand).map(({ args }) => args[0].input)).toEqual([
      {
        SourceTableName: 'Cases',
        TargetTableName: 'Cases-at-20261126T090000Z',
        RestoreDateTime: new Date('2026-11-26T09:00:00Z'),
      },
    ])
    expect(aws.commandCalls(DescribeTableCommand)).toHaveLength(2)
  })

  it('is waited for again when it was asked for before', async () => {
    aws
      .on(RestoreTableToPointInTimeCommand)
      .rejects(new TableAlreadyExistsException({ message: 'there', $metadata: {} }))
    expect(await asked('2026-11-26T09:00:00Z')).toBe('Cases-at-20261126T090000Z')
  })

  it('is refused in a sentence for a moment that AWS does not have', async () => {
    for (const moment of ['2026-10-01T00:00:00Z', '2026-11-27T09:00:00Z']) {
      await expect(asked(moment)).rejects.toThrow(RestoreError)
    }
    await expect(asked('2026-10-01T00:00:00Z')).rejects.toThrow(
      'Cases can be restored to a moment from 2026-10-23T09:00:00.000Z to 2026-11-27T08:55:00.000Z, and 2026-10-01T00:00:00.000Z is not between them.',
    )
    expect(aws.commandCalls(RestoreTableToPointInTimeCommand)).toEqual([])
  })

  it('is refused in a sentence where nothing was kept', async () => {
    aws.on(DescribeContinuousBackupsCommand).resolves({
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    })
    await expect(asked('2026-11-26T09:00:00Z')).rejects.toThrow('its point-in-time recovery is off')
  })

  it('has a name that AWS takes, however long that of the table is', async () => {
    const table = 'x'.repeat(255)
    aws.on(DescribeContinuousBackupsCommand, { TableName: table }).resolves({
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: {
          EarliestRestorableDateTime: new Date(0),
          LatestRestorableDateTime: new Date('2026-11-27T08:55:00Z'),
        },
      },
    })
    expect(await asked('2026-11-26T09:00:00Z', table)).toHaveLength(255)
  })

  it('is not waited for when AWS refuses it', async () => {
    aws.on(RestoreTableToPointInTimeCommand).rejects(new Error('not allowed'))
    await expect(asked('2026-11-26T09:00:00Z')).rejects.toThrow('not allowed')
    expect(aws.commandCalls(DescribeTableCommand)).toEqual([])
  })
})
