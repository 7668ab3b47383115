import { Duration, type Stack } from 'aws-cdk-lib'
import { Schedule } from 'aws-cdk-lib/aws-events'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import { FilterRule } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { ROOTS } from '../lambdas/audit/audit-tables.ts'
import { BY_NEXT_DATE, PEOPLE } from '../lambdas/cases/store/tables.ts'
import type { Environment } from '../lambdas/environment.ts'
import { councilMailEnvironment, digestEnvironment } from '../lambdas/messages/environment.ts'
import { soundAlarm } from './alarms.ts'
import { callOnRule } from './constructs/call-on-rule.ts'
import { grantTable } from './constructs/grant-table.ts'
import { hearStream } from './constructs/hear-stream.ts'
import { logMetric } from './constructs/log-metric.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { DataStack } from './data-stack.ts'

export interface CouncilMessagesProps {
  readonly data: DataStack
  readonly environment: Environment<typeof councilMailEnvironment>
  /** The path of the council's file. */
  readonly councilFile: string
  readonly maySend: (role: IRole) => void
  /** The log of the function that hears what SES says of a message. */
  readonly emailEvents: ILogGroup
}

/** What the officer and the mediation adviser are told: one digest each working day, and at once what came up since. */
export function councilMessages(
  stack: Stack,
  { data, environment, councilFile, maySend, emailEvents }: CouncilMessagesProps,
): void {
  const sendDigests = new ServiceFunction(stack, 'SendDigests', {
    handler: 'messages/digest/send-digests',
    description: 'Tells the officer and the mediation adviser each working day what is late, due and coming up',
    schema: digestEnvironment,
    environment: { ...environment, AUDIT_TABLE: data.audit.tableName },
    councilFile,
    // Shorter than the claim on a digest lasts (send-digests.handler.ts).
    timeout: Duration.seconds(110),
  })
  grantTable(sendDigests.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'], { indexes: [BY_NEXT_DATE] })
  // Where the owners of cases are written to, and no family.
  grantTable(sendDigests.role, data.contacts, ['Query', 'GetItem'], { rowsOf: [PEOPLE] })
  // The roots of the entries, and no entry.
  grantTable(sendDigests.role, data.audit, ['Query'], { rowsOf: [ROOTS] })
  maySend(sendDigests.role)
  callOnRule(stack, 'MorningDigests', {
    // Rules know UTC only. The function leaves alone the time that is an hour off, and the days on which nobody works
    // (digest-of-day.ts): it is called on every day, so that its silence is heard within one.
    description: 'Half past seven in England, in winter and in summer',
    schedule: Schedule.cron({ minute: '30', hour: '6,7' }),
    calls: sendDigests,
    lost: 'LostDigests',
    heardBy: { alarm: 'DigestsFail', topic: data.alarms },
  })

  const tellAtOnce = new ServiceFunction(stack, 'TellAtOnce', {
    handler: 'messages/digest/tell-at-once',
    description: 'Tells the officer or the mediation adviser at once what came up after the digest and is due today',
    schema: councilMailEnvironment,
    environment,
    councilFile,
    // Shorter than the claim on a message lasts (tell-at-once.handler.ts).
    timeout: Duration.seconds(25),
  })
  grantTable(tellAtOnce.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
  grantTable(tellAtOnce.role, data.contacts, ['Query', 'GetItem'], { rowsOf: [PEOPLE] })
  maySend(tellAtOnce.role)
  hearStream(stack, {
    data,
    calls: tellAtOnce,
    // Each record can be an email, and all of them have to go out before the time is over.
    batchSize: 10,
    filters: ['task', 'fact'].map((type) => ({
      eventName: FilterRule.isEqual('INSERT'),
      dynamodb: { NewImage: { type: { S: FilterRule.isEqual(type) } } },
    })),
    lost: 'UntoldToday',
    alarms: { lost: 'DueTodayIsUntold', late: 'DueTodayIsLate', silent: 'TellingAtOnceIsSilent' },
  })

  const found = (id: string, log: ILogGroup, field: string, metricName = id) =>
    logMetric(stack, id, { log, field, metricName })
  soundAlarm(stack, 'DigestsAreSilent', found('DigestsHaveRun', sendDigests.log, 'digestsHaveRun'), data.alarms)
  soundAlarm(stack, 'DigestLeavesCasesOut', found('UnreadCases', sendDigests.log, 'unreadCases'), data.alarms)
  found('UnsentAtOnce', tellAtOnce.log, 'unsentToCouncil', 'UnsentToCouncil')
  soundAlarm(
    stack,
    'CouncilIsNotWrittenTo',
    found('UnsentDigests', sendDigests.log, 'unsentToCouncil', 'UnsentToCouncil'),
    data.alarms,
  )
  soundAlarm(
    stack,
    'CouncilIsNotReached',
    found('UndeliveredToCouncil', emailEvents, 'undeliveredToCouncil'),
    data.alarms,
  )
}
