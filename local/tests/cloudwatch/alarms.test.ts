import { describe, expect, it } from 'vitest'
import { alarmState } from '../../cloudwatch/alarm-state.ts'
import type { AlarmDefinition } from '../../cloudwatch/alarms-of-template.ts'
import { type MetricFilter, putMetricsOfLine } from '../../cloudwatch/metric-filters.ts'
import { Metrics } from '../../cloudwatch/metrics.ts'
import { openDatabase } from '../../database.ts'

const NOW = Date.parse('2026-03-02T12:00:00Z')
const minutesAgo = (minutes: number, value = 1) => ({ at: NOW - minutes * 60_000, value })

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html */
describe('an alarm', () => {
  const alarm: AlarmDefinition = {
    name: 'stack-Alarm',
    logicalId: 'Alarm',
    description: '',
    metric: { namespace: 'N', name: 'M', dimensions: {} },
    statistic: 'Sum',
    periodInSeconds: 300,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    threshold: 0,
    comparison: 'GreaterThanThreshold',
    missingData: 'missing',
  }
  const stateOf = (changes: Partial<AlarmDefinition>, ...data: readonly { at: number; value: number }[]) =>
    alarmState({ ...alarm, ...changes }, data, NOW)

  it('sounds while a number of its last period is on the wrong side', () => {
    expect(stateOf({}, minutesAgo(4))).toBe('ALARM')
    expect(stateOf({}, minutesAgo(4, 0))).toBe('OK')
    expect(stateOf({ threshold: 1 }, minutesAgo(4))).toBe('OK')
    expect(stateOf({ threshold: 1 }, minutesAgo(4), minutesAgo(2))).toBe('ALARM')
    expect(stateOf({ comparison: 'LessThanThreshold', threshold: 2 }, minutesAgo(1))).toBe('ALARM')
  })

  it.each([
    ['Sum', 9],
    ['Maximum', 6],
    ['Minimum', 1],
    ['Average', 3],
    ['SampleCount', 3],
  ] as const)('reads the %s of a period', (statistic, value) => {
    const data = [minutesAgo(1, 1), minutesAgo(2, 2), minutesAgo(3, 6)]
    const atLeast = (threshold: number) =>
      stateOf({ statistic, threshold, comparison: 'GreaterThanOrEqualToThreshold' }, ...data)
    expect([atLeast(value), atLeast(value + 0.5)]).toEqual(['ALARM', 'OK'])
  })

  it('takes what is missing as it is told to', () => {
    expect(stateOf({ missingData: 'breaching' }, minutesAgo(6))).toBe('ALARM')
    expect(stateOf({ missingData: 'notBreaching' }, minutesAgo(6))).toBe('OK')
    expect(stateOf({ missingData: 'missing' }, minutesAgo(6))).toBe('INSUFFICIENT_DATA')
  })

  it('asks for as many of its periods as it says', () => {
    const silence = {
      statistic: 'SampleCount',
      comparison: 'LessThanThreshold',
      threshold: 1,
      missingData: 'breaching',
      evaluationPeriods: 3,
      datapointsToAlarm: 3,
    } as const
    expect(stateOf(silence, minutesAgo(14))).toBe('OK')
    expect(stateOf(silence, minutesAgo(16))).toBe('ALARM')
    // A number that is nought has been heard too.
    expect(stateOf(silence, minutesAgo(14, 0))).toBe('OK')
    expect(stateOf({ evaluationPeriods: 2, missingData: 'notBreaching' }, minutesAgo(8))).toBe('ALARM')
  })
})

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html */
describe('a metric filter', () => {
  const filter: MetricFilter = {
    logGroup: 'log',
    field: 'late',
    isText: false,
    namespace: 'N',
    metricName: 'Late',
    value: { field: 'late' },
  }
  function numbersIn(line: string, ...filters: readonly MetricFilter[]): number[] {
    const numbers: number[] = []
    putMetricsOfLine(filters, line, (_, value) => numbers.push(value))
    return numbers
  }

  it('finds a number under its name in a line of JSON, nought too', () => {
    expect(numbersIn('{"late":3,"other":4}', filter)).toEqual([3])
    expect(numbersIn('{"late":0}', filter)).toEqual([0])
    expect(numbersIn('{"late":3}', { ...filter, value: 1 })).toEqual([1])
  })

  it('finds nothing in a line that has none, is no JSON, or has words before it', () => {
    for (const line of ['{"other":4}', '{"late":"soon"}', 'late 3', '{ broken', 'INFO {"late":3}']) {
      expect(numbersIn(line, filter), line).toEqual([])
    }
  })

  it('with its wildcard in quotes asks for a text, and finds no number', () => {
    expect(numbersIn('{"late":3}', { ...filter, isText: true })).toEqual([])
    expect(numbersIn('{"late":"3"}', { ...filter, isText: true })).toEqual([3])
  })
})

describe('the metrics', () => {
  it('keep what an alarm looks at, by namespace, name and dimensions, and forget what is older than a week', () => {
    const database = openDatabase(':memory:')
    let now = NOW
    const metric = { namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'f', Resource: 'r' } }
    const metrics = new Metrics(database, { now: () => now }, [metric])
    metrics.put({ ...metric, dimensions: { Resource: 'r', FunctionName: 'f' } }, 1)
    metrics.put({ ...metric, dimensions: { FunctionName: 'g' } }, 1)
    metrics.put({ ...metric, name: 'Invocations' }, 1)
    expect(metrics.since(metric, NOW - 1)).toEqual([{ at: NOW, value: 1 }])
    expect(metrics.since({ ...metric, name: 'Invocations' }, NOW - 1)).toEqual([])
    now += 8 * 24 * 3_600_000
    metrics.put(metric, 2)
    expect(metrics.since(metric, 0)).toEqual([{ at: now, value: 2 }])
    database.close()
  })
})
