import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { FilterRule, type IFunction } from 'aws-cdk-lib/aws-lambda'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { eachStage, type Stage } from '../lambdas/cases/stages.ts'
import {
  BY_NEXT_DATE,
  COVER_ROW,
  MESSAGE_ROW,
  PEOPLE,
  ROWS_WITH_OUTCOME,
  ROWS_WITH_WORK,
} from '../lambdas/cases/store/tables.ts'
import {
  caseEnvironment,
  closeEnvironment,
  forEachArn,
  recountEnvironment,
  repairEnvironment,
  stageEnvironment,
  stopEnvironment,
} from '../lambdas/journey/environment.ts'
import { soundAlarm } from './alarms.ts'
import { callOnRule } from './constructs/call-on-rule.ts'
import { CaseStateMachine } from './constructs/case-state-machine.ts'
import { grantTable } from './constructs/grant-table.ts'
import { hearStream } from './constructs/hear-stream.ts'
import { logMetric } from './constructs/log-metric.ts'
import { restartMachine } from './constructs/restart-machine.ts'
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
      schema: closeEnvironment,
      environment: { CASES_TABLE: data.cases.tableName, AUDIT_TABLE: data.audit.tableName },
      councilFile,
      timeout: Duration.seconds(15),
    })
    grantTable(closeCase.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'])
    grantTable(closeCase.role, data.audit, ['Query', 'PutItem'])

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

    const restartJourney = new ServiceFunction(this, 'RestartJourney', {
      handler: 'journey/restart-journey',
      description: 'Has a stage go on that had stopped, by day',
      schema: stageEnvironment,
      environment,
      councilFile,
      timeout: Duration.seconds(15),
    })
    grantTable(restartJourney.role, data.cases, ['Query', 'PutItem'])
    const restart = restartMachine(this, 'Restart', restartJourney.function)

    const hearStoppedJourney = new ServiceFunction(this, 'HearStoppedJourney', {
      handler: 'journey/hear-stopped-journey',
      description: 'Hears that the execution of a stage has failed, and has the stage go on after a pause',
      schema: stopEnvironment,
      environment: { CASES_TABLE: data.cases.tableName, RESTART_ARN: restart.stateMachineArn },
      timeout: Duration.seconds(15),
    })
    grantTable(hearStoppedJourney.role, data.cases, ['Query', 'PutItem'])
    this.#hearStops(data, hearStoppedJourney)

    const repairJourneys = new ServiceFunction(this, 'RepairJourneys', {
      handler: 'journey/repair-journeys',
      description: 'Once a day, compares every open case with its running executions and finds what is missing',
      schema: repairEnvironment,
      environment: {
        ...environment,
        RESTART_ARN: restart.stateMachineArn,
        AUDIT_TABLE: data.audit.tableName,
      },
      timeout: Duration.minutes(15),
    })
    grantTable(repairJourneys.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem'], {
      indexes: [BY_NEXT_DATE],
    })
    grantTable(repairJourneys.role, data.audit, ['Query', 'PutItem'])
    this.#alarmOnRepairs(data, repairJourneys)
    callOnRule(this, 'DailyRepair', {
      description: 'Every night, before families are written to',
      schedule: Schedule.cron({ minute: '30', hour: '3' }),
      calls: repairJourneys,
      lost: 'LostRepairs',
      heardBy: { alarm: 'RepairFails', topic: data.alarms },
    })

    this.#keepWork(data, councilFile)

    // Policies of their own: as part of a function's role they would make it wait for machines that call it.
    const stages = Object.values(this.stateMachines)
    this.#allow('CompleteTasks', ['states:SendTaskSuccess'], stages, [parkJourney, wakeJourney, restartJourney])
    this.#allow('StartStages', ['states:StartExecution'], stages, [wakeJourney, restartJourney])
    this.#allow('ListExecutions', ['states:ListExecutions'], stages, [repairJourneys])
    this.#allow('WaitToRestart', ['states:StartExecution'], [restart], [hearStoppedJourney, repairJourneys])
    // Machines call these and wait, so an error of theirs is kept by no queue.
    soundAlarm(this, 'ParkJourneyFails', parkJourney.function.metricErrors(), data.alarms)
    soundAlarm(this, 'CloseCaseFails', closeCase.function.metricErrors(), data.alarms)
    soundAlarm(this, 'RestartJourneyFails', restartJourney.function.metricErrors(), data.alarms)
    soundAlarm(this, 'RestartsFail', restart.metricFailed(), data.alarms)
  }

  /** What there is to look after, for lists and counts: kept from the table's stream, and recounted every night. */
  #keepWork(data: DataStack, councilFile: string): void {
    const keepWork = new ServiceFunction(this, 'KeepWork', {
      handler: 'journey/keep-work-of-cases',
      description: 'Keeps what there is to look after on a case where the lists and counts of staff find it',
      schema: caseEnvironment,
      environment: { CASES_TABLE: data.cases.tableName },
      councilFile,
      timeout: Duration.seconds(60),
    })
    grantTable(keepWork.role, data.cases, ['Query', 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
    hearStream(this, {
      data,
      calls: keepWork,
      batchSize: 25,
      // One pattern for most: an event source can have five by default.
      // https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
      filters: [
        {
          dynamodb: {
            NewImage: { type: { S: FilterRule.or(...new Set([...ROWS_WITH_WORK, ...ROWS_WITH_OUTCOME, COVER_ROW])) } },
          },
        },
        // A message that is only claimed is counted nowhere.
        {
          dynamodb: {
            NewImage: {
              type: { S: FilterRule.isEqual(MESSAGE_ROW) },
              content: { M: { state: { S: FilterRule.notEquals('claimed') } } },
            },
          },
        },
      ],
      lost: 'UncountedWork',
      alarms: { lost: 'WorkIsUncounted', late: 'WorkIsCountedLate', silent: 'CountingIsSilent' },
    })

    const recountWork = new ServiceFunction(this, 'RecountWork', {
      handler: 'journey/recount-work',
      description: 'Once a day, compares the counts of work with the cases, and takes cases from people who have left',
      schema: recountEnvironment,
      environment: {
        CASES_TABLE: data.cases.tableName,
        CONTACTS_TABLE: data.contacts.tableName,
        AUDIT_TABLE: data.audit.tableName,
      },
      councilFile,
      timeout: Duration.minutes(15),
    })
    grantTable(recountWork.role, data.cases, ['Query', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], {
      indexes: [BY_NEXT_DATE],
    })
    // The people who sign in, and no family.
    grantTable(recountWork.role, data.contacts, ['Query'], { rowsOf: [PEOPLE] })
    grantTable(recountWork.role, data.audit, ['Query', 'PutItem'])
    callOnRule(this, 'DailyRecount', {
      description: 'Every night, after the repair and before staff come',
      schedule: Schedule.cron({ minute: '15', hour: '4' }),
      calls: recountWork,
      lost: 'LostRecounts',
      heardBy: { alarm: 'RecountFails', topic: data.alarms },
    })
    const found = (metricName: string, field: string) =>
      logMetric(this, metricName, { log: recountWork.log, field, metricName })
    soundAlarm(this, 'CountsDiffered', found('CountsThatDiffered', 'countsThatDiffered'), data.alarms)
    soundAlarm(this, 'RecountIsSilent', found('RecountHasRun', 'openCases'), data.alarms)
    this.#recountOutcomes(data, councilFile)
  }

  /** The outcomes are counted from the same stream, by the function that keeps the work; this compares them every night. */
  #recountOutcomes(data: DataStack, councilFile: string): void {
    const recount = new ServiceFunction(this, 'RecountOutcomes', {
      handler: 'journey/recount-outcomes',
      description: 'Once a day, compares what the outcomes count with every case there was',
      schema: caseEnvironment,
      environment: { CASES_TABLE: data.cases.tableName },
      councilFile,
      timeout: Duration.minutes(15),
      memoryMegabytes: 1024,
    })
    grantTable(recount.role, data.cases, ['Query', 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'], {
      indexes: [BY_NEXT_DATE],
    })
    callOnRule(this, 'DailyRecountOfOutcomes', {
      description: 'Every night, after the recount of work',
      schedule: Schedule.cron({ minute: '45', hour: '4' }),
      calls: recount,
      lost: 'LostRecountsOfOutcomes',
      heardBy: { alarm: 'RecountOfOutcomesFails', topic: data.alarms },
    })
    const found = (metricName: string, field: string) =>
      logMetric(this, metricName, { log: recount.log, field, metricName })
    soundAlarm(this, 'OutcomesDiffered', found('OutcomesThatDiffered', 'outcomesThatDiffered'), data.alarms)
    soundAlarm(this, 'RecountOfOutcomesIsSilent', found('OutcomesWereCompared', 'casesCompared'), data.alarms)
  }

  #allow(
    id: string,
    actions: string[],
    machines: readonly StateMachine[],
    functions: readonly ServiceFunction<never>[],
  ): void {
    new Policy(this, id, {
      roles: functions.map(({ role }) => role),
      statements: [new PolicyStatement({ actions, resources: machines.map(({ stateMachineArn }) => stateMachineArn) })],
    })
  }

  /** An execution of a stage that ends otherwise than by its own end is heard at once. */
  #hearStops(data: DataStack, hearStoppedJourney: ServiceFunction<typeof stopEnvironment>): void {
    callOnRule(this, 'StoppedJourneys', {
      description: 'An execution of a stage has failed, has timed out or was stopped',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: Object.values(this.stateMachines).map(({ stateMachineArn }) => stateMachineArn),
        },
      },
      calls: hearStoppedJourney,
      lost: 'UnheardStops',
      heardBy: { alarm: 'StoppedJourneyIsUnheard', topic: data.alarms },
    })
    const stopped = logMetric(this, 'StoppedJourneysHeard', {
      log: hearStoppedJourney.log,
      field: 'stoppedJourneys',
      metricName: 'StoppedJourneys',
    })
    soundAlarm(this, 'JourneyHasStopped', stopped, data.alarms)
  }

  /** The table's stream tells of stages that were begun and of answered waits only. The daily repair heals what is lost. */
  #wakeOnNews(data: DataStack, wakeJourney: ServiceFunction<typeof stageEnvironment>): void {
    hearStream(this, {
      data,
      calls: wakeJourney,
      batchSize: 25,
      filters: ['starting', 'answered'].map((state) => ({
        dynamodb: {
          NewImage: {
            type: { S: FilterRule.isEqual('wait') },
            content: { M: { state: { S: FilterRule.isEqual(state) } } },
          },
        },
      })),
      lost: 'LostNews',
      alarms: { lost: 'NewsIsLost', late: 'NewsIsLate', silent: 'WakingIsSilent' },
    })
  }

  /** What the daily repair finds is in its log line; the alarms read it there. */
  #alarmOnRepairs(data: DataStack, { log }: ServiceFunction<typeof repairEnvironment>): void {
    const found = (metricName: string, field: string) => logMetric(this, metricName, { log, field, metricName })
    soundAlarm(this, 'WaitIsOverdue', found('MostOverdueHours', 'mostOverdueHours'), data.alarms)
    soundAlarm(this, 'JourneyWasMissing', found('MissingJourneys', 'missingJourneys'), data.alarms)
    soundAlarm(this, 'MessagesAreUnheardOf', found('UnheardMessages', 'unheardMessages'), data.alarms)
    soundAlarm(this, 'HolidayTableEnds', found('BankHolidaysRunOut', 'bankHolidaysRunOut'), data.alarms)
    soundAlarm(this, 'RepairIsSilent', found('RepairHasRun', 'openCases'), data.alarms)
  }
}

/** "mediation-advice" becomes "MediationAdvice". */
function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
