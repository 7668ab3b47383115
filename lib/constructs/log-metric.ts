import { Stack } from 'aws-cdk-lib'
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

export interface LogMetricProps {
  readonly log: ILogGroup
  /** The name of the number in the function's log lines. */
  readonly field: string
  /** Its name in CloudWatch. Two logs can feed one metric. */
  readonly metricName: string
}

/** A number that a function writes into its log, as a metric for an alarm. */
export function logMetric(scope: Construct, id: string, { log, field, metricName }: LogMetricProps): Metric {
  return new MetricFilter(scope, id, {
    logGroup: log,
    // Of this stack alone: in one namespace the numbers of two councils in one account would be added together.
    metricNamespace: Stack.of(scope).stackName,
    metricName,
    // As AWS writes it for a number. With quotes, as FilterPattern.exists has it, it asks for a text.
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
    filterPattern: FilterPattern.literal(`{ $.${field} = * }`),
    metricValue: `$.${field}`,
  }).metric()
}
