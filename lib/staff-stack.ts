import { ArnFormat, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { BY_DAY, BY_PERSON } from '../lambdas/audit/audit-tables.ts'
import type { CouncilRetention } from '../lambdas/cases/council.ts'
import { BY_CHILD_KEY, BY_NEXT_DATE, BY_SEARCH_KEY } from '../lambdas/cases/store/tables.ts'
import { LETTER_FILES, SHAPER_FILES } from '../lambdas/messages/letter/letter-fonts.ts'
import { importEnvironment, staffEnvironment } from '../lambdas/staff/environment.ts'
import { NO_SIGN_IN, type SignInSettings } from '../lambdas/staff/sign-in/settings.ts'
import { soundAlarm } from './alarms.ts'
import { auditRoots } from './audit-roots.ts'
import { grantTable } from './constructs/grant-table.ts'
import { importMachine } from './constructs/import-machine.ts'
import { logMetric } from './constructs/log-metric.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { CouncilAudit } from './councils/audit-schema.ts'
import type { DataStack } from './data-stack.ts'

export interface StaffStackProps extends StackProps {
  readonly data: DataStack
  /** The path of the council's file. */
  readonly councilFile: string
  /** The API of the public pages. What it has no route for goes to staff. */
  readonly api: IHttpApi
  /** Where families reach the public pages, without a slash at the end. */
  readonly publicAddress: string
  /** How staff sign in; undefined where the council's file does not say it. */
  readonly signIn: SignInSettings | undefined
  /** How long closed cases are kept, and who erases them. */
  readonly retention: CouncilRetention
  /** How long it is kept who did and who read what. */
  readonly audit: CouncilAudit
}

/**
 * The pages on which council staff open and record cases. Where the council's file does not say how staff sign in, they refuse
 * everybody.
 */
export class StaffStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { data, councilFile, api, publicAddress, signIn, retention, audit, ...props }: StaffStackProps,
  ) {
    super(scope, id, props)
    const importing = this.#importing(data, councilFile)
    const staff = new ServiceFunction(this, 'Staff', {
      handler: 'staff/staff',
      description: 'The pages for council staff',
      schema: staffEnvironment,
      environment: {
        CASES_TABLE: data.cases.tableName,
        CONTACTS_TABLE: data.contacts.tableName,
        PUBLIC_ADDRESS: publicAddress,
        CHILD_HASH_KEY: data.childHashKey.secretArn,
        AUDIT_TABLE: data.audit.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
        RETENTION: JSON.stringify(retention),
        IMPORT_ARN: importing.stateMachineArn,
        SIGN_IN: signIn ? JSON.stringify(signIn) : NO_SIGN_IN,
      },
      councilFile,
      timeout: Duration.seconds(15),
      memoryMegabytes: 1024,
      files: LETTER_FILES,
      filesBesideTheCode: SHAPER_FILES,
    })
    grantTable(staff.role, data.cases, ['Query', 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'], {
      indexes: [BY_NEXT_DATE],
    })
    grantTable(staff.role, data.contacts, ['Query', 'GetItem', 'BatchGetItem', 'PutItem'], {
      indexes: [BY_CHILD_KEY, BY_SEARCH_KEY],
    })
    // What a legal hold and an erasure hang on, and the erasure itself.
    for (const table of [data.cases, data.contacts]) grantTable(staff.role, table, ['ConditionCheckItem', 'DeleteItem'])
    // Entries are added, and none is changed or removed: a function that could would not be told on by them.
    grantTable(staff.role, data.audit, ['Query', 'PutItem'], { indexes: [BY_PERSON, BY_DAY] })
    grantTable(staff.role, data.sessions, ['Query', 'Scan', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
    staff.role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        // It is encrypted under the key of the contacts table, which the role may use already.
        resources: [data.childHashKey.secretArn],
      }),
    )
    staff.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [importing.stateMachineArn] }),
    )
    if (signIn) {
      staff.role.addToPrincipalPolicy(
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          // Secrets Manager puts a hyphen and six characters after the name.
          resources: [
            this.formatArn({
              service: 'secretsmanager',
              resource: 'secret',
              resourceName: `${signIn.clientSecretName}-??????`,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        }),
      )
    }
    const failures = logMetric(this, 'SignInFailures', {
      log: staff.log,
      field: 'signInFailures',
      metricName: 'signInFailures',
    })
    soundAlarm(this, 'SignInFails', failures, data.alarms)

    auditRoots(this, data, audit)

    new HttpRoute(this, 'StaffRoute', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('StaffIntegration', staff.function),
    })
    new CfnOutput(this, 'StaffServiceAddress', { value: api.apiEndpoint, description: 'Where staff open the service' })
  }
  /** What takes a file of cases some rows at a time. A step that fails for good is heard, and its page offers to go on. */
  #importing(data: DataStack, councilFile: string): StateMachine {
    const importRows = new ServiceFunction(this, 'ImportRows', {
      handler: 'staff/import/import-rows',
      description: 'Takes the next rows of a file of cases: looks through them, or imports them',
      schema: importEnvironment,
      environment: {
        CASES_TABLE: data.cases.tableName,
        CONTACTS_TABLE: data.contacts.tableName,
        CHILD_HASH_KEY: data.childHashKey.secretArn,
        AUDIT_TABLE: data.audit.tableName,
        SESSIONS_TABLE: data.sessions.tableName,
      },
      councilFile,
      timeout: Duration.minutes(2),
      memoryMegabytes: 1024,
      files: LETTER_FILES,
      filesBesideTheCode: SHAPER_FILES,
    })
    grantTable(importRows.role, data.cases, ['Query', 'GetItem', 'BatchGetItem', 'PutItem'])
    grantTable(importRows.role, data.contacts, ['Query', 'PutItem'], { indexes: [BY_CHILD_KEY] })
    grantTable(importRows.role, data.audit, ['Query', 'PutItem'])
    grantTable(importRows.role, data.sessions, ['GetItem', 'PutItem', 'UpdateItem'])
    importRows.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [data.childHashKey.secretArn] }),
    )
    const machine = importMachine(this, 'Import', importRows.function)
    // The machine calls it and waits, so an error of it is kept by no queue.
    soundAlarm(this, 'ImportRowsFails', importRows.function.metricErrors(), data.alarms)
    soundAlarm(this, 'ImportFails', machine.metricFailed(), data.alarms)
    return machine
  }
}
