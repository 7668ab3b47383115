import {
  listProperty,
  numberProperty,
  ofType,
  read,
  requiredText,
  textProperty,
  unsupported,
} from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'
import type { MetricIdentity } from './metrics.ts'

const STATISTICS = ['Sum', 'Maximum', 'Minimum', 'Average', 'SampleCount'] as const
const COMPARISONS = [
  'GreaterThanThreshold',
  'GreaterThanOrEqualToThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const
const MISSING_DATA = ['breaching', 'notBreaching', 'ignore', 'missing'] as const

/** An alarm as its template describes it. */
export interface AlarmDefinition {
  readonly name: string
  readonly logicalId: string
  readonly description: string
  readonly metric: MetricIdentity
  readonly statistic: (typeof STATISTICS)[number]
  readonly periodInSeconds: number
  readonly evaluationPeriods: number
  readonly datapointsToAlarm: number
  readonly threshold: number
  readonly comparison: (typeof COMPARISONS)[number]
  readonly missingData: (typeof MISSING_DATA)[number]
}

/**
 * Reads the alarms of an application.
 * @throws Error naming stack, logical id, type and property, for what cannot be told here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
 */
export function alarmsOfTemplate(resources: readonly Resource[]): readonly AlarmDefinition[] {
  return ofType(resources, 'AWS::CloudWatch::Alarm').map((resource) => {
    const evaluationPeriods = numberProperty(resource, 1, 'EvaluationPeriods')
    return {
      name: resource.name,
      logicalId: resource.logicalId,
      description: textProperty(resource, 'AlarmDescription') ?? '',
      metric: {
        namespace: requiredText(resource, 'Namespace'),
        name: requiredText(resource, 'MetricName'),
        dimensions: Object.fromEntries(
          listProperty(resource, 'Dimensions').map((one) => [String(read(one, 'Name')), String(read(one, 'Value'))]),
        ),
      },
      statistic: oneOf(resource, 'Statistic', STATISTICS, 'Average'),
      periodInSeconds: numberProperty(resource, 300, 'Period'),
      evaluationPeriods,
      datapointsToAlarm: numberProperty(resource, evaluationPeriods, 'DatapointsToAlarm'),
      threshold: Number(requiredText(resource, 'Threshold')),
      comparison: oneOf(resource, 'ComparisonOperator', COMPARISONS),
      missingData: oneOf(resource, 'TreatMissingData', MISSING_DATA, 'missing'),
    }
  })
}

function oneOf<Word extends string>(
  resource: Resource,
  property: string,
  words: readonly Word[],
  otherwise?: Word,
): Word {
  const given = textProperty(resource, property) ?? otherwise
  const word = words.find((one) => one === given)
  if (word === undefined) throw unsupported(resource, property, `${given} is none of ${words.join(', ')}`)
  return word
}
