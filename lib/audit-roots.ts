import { Duration, type Stack } from 'aws-cdk-lib'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { BY_DAY } from '../lambdas/audit/audit-tables.ts'
import { rootsEnvironment } from '../lambdas/audit/environment.ts'
import { soundAlarm } from './alarms.ts'
import { callOnRule } from './constructs/call-on-rule.ts'
import { grantTable } from './constructs/grant-table.ts'
import { logMetric } from './constructs/log-metric.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { CouncilAudit } from './councils/audit-schema.ts'
import type { DataStack } from './data-stack.ts'

/** Once a night, a root over the entries of who did and who read what, so that nobody can alter them unseen. */
export function auditRoots(stack: Stack, data: DataStack, { keepYears }: CouncilAudit): void {
  const makeRoots = new ServiceFunction(stack, 'MakeRoots', {
    handler: 'audit/make-roots',
    description:
      'Once a night, makes the root over the entries of who did and who read what on the day before, and removes chains whose time is over',
    schema: rootsEnvironment,
    environment: { AUDIT_TABLE: data.audit.tableName, KEEP_YEARS: String(keepYears) },
    timeout: Duration.minutes(10),
  })
  // It alone removes entries: whole chains whose time is over.
  grantTable(makeRoots.role, data.audit, ['Query', 'PutItem', 'DeleteItem'], { indexes: [BY_DAY] })
  callOnRule(stack, 'NightlyRoots', {
    // The day of an entry is one of UTC. By then what was written before midnight has reached the index.
    description: 'Every night, when the day of UTC is over',
    schedule: Schedule.cron({ minute: '15', hour: '2' }),
    calls: makeRoots,
    lost: 'LostRoots',
    heardBy: { alarm: 'RootsFail', topic: data.alarms },
  })
  const made = logMetric(stack, 'RootsMade', { log: makeRoots.log, field: 'rootsMade', metricName: 'RootsMade' })
  soundAlarm(stack, 'RootsAreSilent', made, data.alarms)
}
