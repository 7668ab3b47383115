import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALARMS, type AlarmName, runbookOf } from '../../lib/alarms.ts'
import { ofType, type Resource } from './templates.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The resource of the same stack that a value refers to, by "Stack.LogicalId". */
function referred(owner: string, value: unknown): string {
  const [, id] = /"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/.exec(JSON.stringify(value) ?? '') ?? []
  return `${owner.split('.')[0]}.${id}`
}

interface AlarmOfStack {
  readonly name: AlarmName
  readonly metric: string
  /** What it is a number of: a queue, a function, an API, a machine, or the log of a function. */
  readonly of: readonly string[]
  readonly properties: Resource['Properties']
}

/** Which logs feed a metric of ours. */
function logsOf(metricName: unknown): string[] {
  return ofType('AWS::Logs::MetricFilter').flatMap(([id, { Properties }]) =>
    (Properties.MetricTransformations as { MetricName: string }[]).some(({ MetricName }) => MetricName === metricName)
      ? [referred(id, Properties.LogGroupName)]
      : [],
  )
}

function alarms(): AlarmOfStack[] {
  return ofType('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => ({
    name: id.replace(/^\w+\./, '').replace(/[0-9A-F]{8}$/, '') as AlarmName,
    metric: `${String(Properties.Namespace)} ${String(Properties.MetricName)}`,
    of: Properties.Dimensions
      ? (Properties.Dimensions as { Value: unknown }[]).map(({ Value }) => referred(id, Value))
      : logsOf(Properties.MetricName),
    properties: Properties,
  }))
}

const hears = (metric: string, resource: string) =>
  alarms().some((alarm) => alarm.metric === metric && alarm.of.includes(resource))
const isSilence = ({ properties }: AlarmOfStack) => properties.TreatMissingData === 'breaching'
const VISIBLE = 'AWS/SQS ApproximateNumberOfMessagesVisible'

const functions = () => ofType('AWS::Lambda::Function')
const rules = () =>
  ofType('AWS::Events::Rule').map(([id, { Properties }]) => {
    const [target, ...others] = Properties.Targets as { Arn: unknown; DeadLetterConfig: unknown }[]
    expect(others, id).toEqual([])
    return {
      id,
      isScheduled: 'ScheduleExpression' in Properties,
      calls: referred(id, target?.Arn),
      deadLetters: referred(id, target?.DeadLetterConfig),
    }
  })

/** Where what a function could not handle goes, by function: by its own asynchronous invocations, or by its stream. */
function destinations(type: 'AWS::Lambda::EventInvokeConfig' | 'AWS::Lambda::EventSourceMapping') {
  return new Map(
    ofType(type).map(([id, { Properties }]) => [
      referred(id, Properties.FunctionName),
      referred(id, (Properties.DestinationConfig as { OnFailure: unknown }).OnFailure),
    ]),
  )
}

/** The functions that machines call and wait for, and those that the API does. */
const calledBy = (type: string, property: string) =>
  new Set(
    ofType(type).flatMap(([, { Properties }]) =>
      [...(JSON.stringify(Properties[property]) ?? '').matchAll(/\b(\w+Function[0-9A-F]{8})/g)].map(
        ([, id]) => id ?? '',
      ),
    ),
  )

describe('what rules and streams call', () => {
  it('has a failure destination of its own, and what could not be handed over comes there too', () => {
    const kept = destinations('AWS::Lambda::EventInvokeConfig')
    expect(rules().length).toBeGreaterThan(4)
    for (const { id, calls, deadLetters } of rules()) {
      expect(kept.get(calls), id).toBe(deadLetters)
    }
    const queues = [...kept.values(), ...destinations('AWS::Lambda::EventSourceMapping').values()]
    expect(new Set(queues).size).toBe(queues.length)
  })

  it('is missed within a day when it falls silent, where a clock calls it', () => {
    const logOf = (id: string) =>
      referred(id, (functions().find(([one]) => one === id)?.[1].Properties.LoggingConfig as object) ?? {})
    for (const { id, isScheduled, calls } of rules()) {
      const silences = alarms().filter((alarm) => isSilence(alarm) && alarm.of.includes(logOf(calls)))
      expect(silences.length, id).toBe(isScheduled ? 1 : 0)
    }
    for (const calls of destinations('AWS::Lambda::EventSourceMapping').keys()) {
      expect(
        alarms().filter((alarm) => isSilence(alarm) && alarm.of.includes(logOf(calls))),
        calls,
      ).toHaveLength(1)
    }
  })
})

describe('an alarm hears', () => {
  it('of each message in each queue', () => {
    const queues = ofType('AWS::SQS::Queue').map(([id]) => id)
    expect(queues.length).toBeGreaterThan(7)
    expect(queues.filter((id) => !hears(VISIBLE, id))).toEqual([])
  })

  it('of each function that fails, by what its failing shows in', () => {
    const byRule = destinations('AWS::Lambda::EventInvokeConfig')
    const byStream = destinations('AWS::Lambda::EventSourceMapping')
    const byMachine = new Set([
      ...calledBy('AWS::StepFunctions::StateMachine', 'DefinitionSubstitutions'),
      ...calledBy('AWS::StepFunctions::StateMachine', 'DefinitionString'),
    ])
    const byApi = calledBy('AWS::ApiGatewayV2::Integration', 'IntegrationUri')
    const heardBy = (id: string): string => {
      const own = id.split('.')[1] ?? ''
      if (byRule.has(id)) return hears(VISIBLE, byRule.get(id) ?? '') ? 'its queue' : 'nobody'
      if (byStream.has(id)) return hears('AWS/Lambda IteratorAge', id) ? 'the age of its records' : 'nobody'
      if ([...byMachine].some((called) => called.endsWith(own)))
        return hears('AWS/Lambda Errors', id) ? 'its errors' : 'nobody'
      const api = ofType('AWS::ApiGatewayV2::Api').map(([one]) => one)
      if ([...byApi].some((called) => called.endsWith(own)))
        return api.every((one) => hears('AWS/ApiGateway 5xx', one)) ? 'the answers of the API' : 'nobody'
      return 'nobody'
    }
    const heard = Object.fromEntries(
      functions().map(([id]) => [/\.(\w+?)Function[0-9A-F]{8}$/.exec(id)?.[1] ?? id, heardBy(id)]),
    )
    expect(heard).toEqual({
      TellFamily: 'its errors',
      ParkJourney: 'its errors',
      CloseCase: 'its errors',
      RestartJourney: 'its errors',
      ImportRows: 'its errors',
      WakeJourney: 'the age of its records',
      TellAtOnce: 'the age of its records',
      SendHeldMessages: 'the age of its records',
      KeepWork: 'the age of its records',
      RecountOutcomes: 'its queue',
      RecountWork: 'its queue',
      RecordEmailEvent: 'its queue',
      HearStoppedJourney: 'its queue',
      RepairJourneys: 'its queue',
      MakeRoots: 'its queue',
      ReleaseHeldMessages: 'its queue',
      SendDigests: 'its queue',
      Public: 'the answers of the API',
      Staff: 'the answers of the API',
    })
  })

  it('of each machine that fails: those of the stages by their event, the one that waits by its number', () => {
    const [, rule] = ofType('AWS::Events::Rule').find(([id]) => id.includes('StoppedJourneys')) ?? []
    const pattern = rule?.Properties.EventPattern as { detail: { status: string[]; stateMachineArn: unknown[] } }
    expect(pattern.detail.status).toEqual(['FAILED', 'TIMED_OUT', 'ABORTED'])
    const machines = ofType('AWS::StepFunctions::StateMachine').map(([id]) => id)
    const byEvent = pattern.detail.stateMachineArn.map((arn) => referred('SendDisputesJourney.x', arn))
    expect(machines.filter((id) => !byEvent.includes(id) && !hears('AWS/States ExecutionsFailed', id))).toEqual([])
    // No machine has a time limit, so a number of those that ran out of time would never be there.
    expect(alarms().filter(({ metric }) => metric.includes('ExecutionsTimedOut'))).toEqual([])
  })
})

describe('the alarms', () => {
  it('are those of the table, each once, and each listens to something', () => {
    expect(
      alarms()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(ALARMS).sort())
    for (const { name, of } of alarms()) expect(of, name).not.toEqual([])
  })

  it('sound as the table says', () => {
    for (const { name, properties } of alarms()) {
      const { sounds } = ALARMS[name]
      const isOnSilence = sounds.when === 'silent'
      expect(properties.TreatMissingData, name).toBe(isOnSilence ? 'breaching' : 'notBreaching')
      expect(properties.ComparisonOperator, name).toBe(isOnSilence ? 'LessThanThreshold' : 'GreaterThanThreshold')
      expect(properties.Statistic, name).toBe(isOnSilence ? 'SampleCount' : sounds.when === 'above' ? 'Maximum' : 'Sum')
      // AWS takes no longer look back: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
      const seconds = Number(properties.Period) * Number(properties.EvaluationPeriods)
      expect(seconds, name).toBeLessThanOrEqual(Number(properties.Period) >= 3600 ? 604_800 : 86_400)
    }
  })

  it('tell whom it hurts, what to do and where the rest stands, and tell somebody', () => {
    for (const { name, properties } of alarms()) {
      const { whomItHurts, whatToDo } = ALARMS[name]
      expect(properties.AlarmDescription, name).toBe(`${whomItHurts} ${whatToDo} ${runbookOf(name)}`)
      expect(String(properties.AlarmDescription).length, name).toBeLessThanOrEqual(1024)
      expect(properties.AlarmActions, name).toHaveLength(1)
    }
  })

  it('have each a part of its own in the runbooks, and no part is of none', () => {
    const parts = globSync('docs/runbooks/*.md', { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^## ([A-Z][A-Za-z]+)$/gm)].map(
        ([, heading]) => `${basename(file, '.md')} ${heading}`,
      ),
    )
    const wanted = Object.entries(ALARMS).map(([name, { runbook }]) => `${runbook} ${name}`)
    expect(parts.sort()).toEqual(wanted.sort())
  })

  it('name only functions, queues and rules that are there', () => {
    const named = Object.values(ALARMS).flatMap(({ whatToDo }) => [...whatToDo.matchAll(/\b(?:[A-Z][a-z]+){2,}\b/g)])
    const known = ['AWS::Lambda::Function', 'AWS::SQS::Queue', 'AWS::Events::Rule'].flatMap((type) =>
      ofType(type).map(([id]) => id.split('.')[1] ?? ''),
    )
    const isKnown = (name: string) => known.some((id) => new RegExp(`^${name}(?:Function)?[0-9A-F]{8}$`).test(id))
    expect(named.map(([name]) => name).filter((name) => !isKnown(name))).toEqual([])
    expect(named.length).toBeGreaterThan(20)
  })
})
