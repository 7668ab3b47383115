import type { AlarmDefinition } from './alarms-of-template.ts'
import type { Datum } from './metrics.ts'

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/**
 * Whether an alarm sounds: as many of its last periods as it asks for are on the wrong side of its threshold. A period
 * ends now, and not at the full minute as on AWS.
 *
 * @param data the metric's numbers, at least those of all periods that the alarm looks at
 * @param now epoch milliseconds
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function alarmState(alarm: AlarmDefinition, data: readonly Datum[], now: number): AlarmState {
  const { evaluationPeriods, datapointsToAlarm, missingData } = alarm
  const period = alarm.periodInSeconds * 1000
  const found = Array.from({ length: evaluationPeriods }, (_, index) => {
    const end = now - index * period
    const values = data.filter(({ at }) => at > end - period && at <= end).map(({ value }) => value)
    if (values.length > 0) return isBreaching(alarm, statisticOf(alarm.statistic, values))
    return missingData === 'breaching' ? true : missingData === 'notBreaching' ? false : undefined
  })
  if (found.filter((one) => one === true).length >= datapointsToAlarm) return 'ALARM'
  return found.every((one) => one === undefined) ? 'INSUFFICIENT_DATA' : 'OK'
}

/** From when on an alarm's data is looked at, in epoch milliseconds. */
export function lookBack({ periodInSeconds, evaluationPeriods }: AlarmDefinition, now: number): number {
  return now - periodInSeconds * evaluationPeriods * 1000
}

function statisticOf(statistic: AlarmDefinition['statistic'], values: readonly number[]): number {
  const sum = values.reduce((one, other) => one + other, 0)
  switch (statistic) {
    case 'Sum':
      return sum
    case 'Maximum':
      return Math.max(...values)
    case 'Minimum':
      return Math.min(...values)
    case 'Average':
      return sum / values.length
    case 'SampleCount':
      return values.length
  }
}

function isBreaching({ comparison, threshold }: AlarmDefinition, value: number): boolean {
  switch (comparison) {
    case 'GreaterThanThreshold':
      return value > threshold
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold
    case 'LessThanThreshold':
      return value < threshold
    case 'LessThanOrEqualToThreshold':
      return value <= threshold
  }
}
