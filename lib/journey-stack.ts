import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { eachStage, type Stage } from '../lambdas/cases/stages.ts'
import { BY_NEXT_DATE } from '../lambdas/cases/store/tables.ts'
import { caseEnvironment, forEachArn, stageEnvironment } from '../lambdas/journey/environment.ts'
import { CaseStateMachine } from './constructs/case-state-machine.ts'
import { grantTable } from './constructs/grant-table.ts'
import { logMetric } from './constructs/log-metric.ts'
import { serviceAlarm } from './constructs/service-alarm.ts'
import { ServiceFunction } from './constructs/service-function.ts'
import type { DataStack } from './data-stack.ts'

export interface JourneyStackProps extends StackProps {
  readonly data: DataStack
  /** The path of the council's file. */
  readonly councilFile: string
  /** The function that tells the family what is due: the state machines call it. */
  readonly tellFamily: IFunction
}

/** The journey of a case: one state machine a stage, and what starts, wakes and repairs them. */
export class JourneyStack extends Stack {
  readonly stateMachines: Readonly<Record<Stage, StateMachine>>

  constructor(scope: Construct, id: string, { data, councilFile, tellFamily, ...props }: JourneyStackProps) {
    super(scope, id, props)

    const parkJourney = new ServiceFunction(this, 'ParkJourney', {
      handler: 'journey/park-journey',
      description: 'Notes on the case what its journey waits for, or ends the wait at once',
      schema: caseEnvironment,
      environment: { CASES_TABLE: data.cases.tableName },
      councilFile,
      timeout: Duration.seconds(15),
    })
    grantTable(parkJourney.role, data.cases, ['Query', 'PutItem', 'UpdateItem'])

    const closeCase = new ServiceFunction(this, 'CloseCase', {
      handler: 'journey/close-case',
      description: 'Ends a stage of a case, and closes the case when no stage is under way',
      schema: caseEnvironment,
      environment: { CASES_TABLE: data.cases.tableName },
      councilFile,
      timeout: Duration.seconds(15),
    })
    grantTable(closeCase.role, data.cases, ['Query', 'PutItem', 'UpdateItem'])

    const functions = {
      TellFamily: tellFamily,
      ParkJourney: parkJourney.function,
      CloseCase: closeCase.function,
    }
    // The ids stay as they are: a machine of another id would be another machine, with none of the cases in flight.
    this.stateMachines = eachStage(
      (stage) => new CaseStateMachine(this, pascalCase(stage), { stage, functions }).stateMachine,
    )

    const environment = {
      CASES_TABLE: data.cases.tableName,
      ...forEachArn((stage) => this.stateMachines[stage].stateMachineArn),
    }
    const wakeJourney = new ServiceFunction(this, 'WakeJourney', {
      handler: 'journey/wake-journey',
      description: 'Starts the stages that were begun, and wakes a journey when what it waits for has been recorded',
      schema: stageEnvironment,
      environment,
      timeout: Duration.seconds(30),
    })
    this.#wakeOnNews(data, wakeJourney)

    const repairJourneys = new ServiceFunction(this, 'RepairJourneys', {
      handler: 'journey/repair-journeys',
      description: 'Once a day, compares every open case with its running executions and starts again what is missing',
      schema: stageEnvironment,
      environment,
      councilFile,
      timeout: Duration.minutes(15),
    })
    grantTable(repairJourneys.role, data.cases, ['Query', 'PutItem', 'UpdateItem'], { index: BY_NEXT_DATE })
    this.#alarmOnRepairs(data, repairJourneys)
    new Rule(this, 'DailyRepair', {
      description: 'Every night, before families are written to',
      schedule: Schedule.cron({ minute: '30', hour: '3' }),
      targets: [new LambdaTarget(repairJourneys.function, { retryAttempts: 2 })],
    })

    // A policy of its own: as part of the function's role it would make the function wait for machines that call it.
    this.#allow('CompleteTasks', ['states:SendTaskSuccess'], [parkJourney, wakeJourney, repairJourneys])
    this.#allow('StartStages', ['states:StartExecution'], [wakeJourney, repairJourneys])
    this.#allow('ListExecutions', ['states:ListExecutions'], [repairJourneys])
    this.#alarms(data, parkJourney, wakeJourney, repairJourneys)
  }

  #allow(id: string, actions: string[], functions: readonly ServiceFunction<never>[]): void {
    new Policy(this, id, {
      roles: functions.map(({ role }) => role),
      statements: [
        new PolicyStatement({
          actions,
          resources: Object.values(this.stateMachines).map(({ stateMachineArn }) => stateMachineArn),
        }),
      ],
    })
  }

  /** The table's stream tells of stages that were begun and of answered waits only. */
  #wakeOnNews(data: DataStack, wakeJourney: ServiceFunction<typeof stageEnvironment>): void {
    const lostNews = new Queue(this, 'LostNews', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    wakeJourney.function.addEventSource(
      new DynamoEventSource(data.cases, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        // One record that always fails must not hold up every other case for a day. The daily repair heals its case.
        retryAttempts: 20,
        onFailure: new SqsDlq(lostNews),
        filters: ['starting', 'answered'].map((state) =>
          FilterCriteria.filter({
            dynamodb: {
              NewImage: {
                type: { S: FilterRule.isEqual('wait') },
                content: { M: { state: { S: FilterRule.isEqual(state) } } },
              },
            },
          }),
        ),
      }),
    )
    serviceAlarm(this, 'NewsIsLost', {
      metric: lostNews.metricApproximateNumberOfMessagesVisible(),
      topic: data.alarms,
      whomItHurts: 'A family waits for an email that nothing will send before the next daily repair.',
      whatToDo: 'Read the queue LostNews, look at those cases, and run the function RepairJourneys.',
    })
  }

  /** What the daily repair finds is in its log line; the alarms read it there. */
  #alarmOnRepairs(data: DataStack, repairJourneys: ServiceFunction<typeof stageEnvironment>): void {
    const found = (metricName: string, field: string) =>
      logMetric(this, metricName, { log: repairJourneys.log, field, metricName })
    serviceAlarm(this, 'WaitIsOverdue', {
      metric: found('MostOverdueHours', 'mostOverdueHours'),
      threshold: 2,
      topic: data.alarms,
      whomItHurts: 'A family should have had an email hours ago and has not.',
      whatToDo: 'Look at the log of TellFamily and ParkJourney: something keeps failing for that case.',
    })
    serviceAlarm(this, 'JourneyWasRestarted', {
      metric: found('RestartedCases', 'restartedCases'),
      topic: data.alarms,
      whomItHurts:
        'The journey of a case had stopped. The repair has started it again, so a message may have come late.',
      whatToDo: 'The log of RepairJourneys names the case. Find out why its execution ended.',
    })
    serviceAlarm(this, 'HolidayTableEnds', {
      metric: found('BankHolidaysRunOut', 'bankHolidaysRunOut'),
      isDaily: true,
      topic: data.alarms,
      whomItHurts:
        'The table of bank holidays ends. The days after its end that families, staff and advisers are told can be wrong.',
      whatToDo:
        'Add the next year and deploy, as docs/runbooks/bank-holidays.md says. The log of RepairJourneys has the day.',
    })
  }

  #alarms(data: DataStack, ...functions: readonly ServiceFunction<never>[]): void {
    for (const [stage, machine] of Object.entries(this.stateMachines)) {
      for (const [what, metric] of [
        ['Fails', machine.metricFailed()],
        ['TimesOut', machine.metricTimedOut()],
      ] as const) {
        serviceAlarm(this, `${stage}-${what}`, {
          metric,
          topic: data.alarms,
          whomItHurts: 'The journey of a case has stopped, so its family would miss reminders.',
          whatToDo: 'Find the execution in the Step Functions console. The daily repair starts the stage again.',
        })
      }
    }
    for (const { function: callee } of functions) {
      serviceAlarm(this, `${callee.node.path.split('/').at(-2)}Fails`, {
        metric: callee.metricErrors(),
        topic: data.alarms,
        whomItHurts: 'Cases stand still while this lasts.',
        whatToDo: "Look at the function's log. What failed is tried again by itself.",
      })
    }
  }
}

/** "mediation-advice" becomes "MediationAdvice". */
function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
