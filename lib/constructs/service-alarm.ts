import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

export interface ServiceAlarmProps {
  readonly metric: Metric
  /** Who is hurt while this lasts, and what to do: the person who is woken reads only this. */
  readonly whomItHurts: string
  readonly whatToDo: string
  readonly topic: ITopic
  /** The alarm sounds above this. Nought when left out. */
  readonly threshold?: number
  /**
   * Whether the metric has a number once a day, on each day on which it is so. The alarm then sounds once and lasts until
   * a day has gone by without one; otherwise it would sound every day.
   */
  readonly isDaily?: boolean
}

/** An alarm as soon as the metric is above its threshold. It cannot be made without saying whom it hurts. */
export function serviceAlarm(
  scope: Construct,
  id: string,
  { metric, whomItHurts, whatToDo, topic, threshold = 0, isDaily = false }: ServiceAlarmProps,
): Alarm {
  const alarm = new Alarm(scope, id, {
    metric: metric.with({ period: isDaily ? Duration.days(1) : Duration.minutes(5), statistic: 'Sum' }),
    threshold,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: isDaily ? 2 : 1,
    ...(isDaily && { datapointsToAlarm: 1 }),
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${whomItHurts} ${whatToDo}`,
  })
  alarm.addAlarmAction(new SnsAction(topic))
  return alarm
}
