import { listProperty, ofType, read, requiredText, unsupported } from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'
import type { PutMetric } from './metrics.ts'

/** A number in the log lines of a function that is a metric. */
export interface MetricFilter {
  readonly logGroup: string
  /** The field that a line has to have. */
  readonly field: string
  /** Whether a text has to stand in it: `"*"` asks for one, and `*` takes a number too. */
  readonly isText: boolean
  readonly namespace: string
  readonly metricName: string
  /** The field that the number stands in, or the number itself. */
  readonly value: { readonly field: string } | number
}

/**
 * Reads the metric filters of an application: those that look for a field of a line of JSON.
 * @throws Error naming stack, logical id, type and property, for any other.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 */
export function metricFiltersOfTemplate(resources: readonly Resource[]): readonly MetricFilter[] {
  return ofType(resources, 'AWS::Logs::MetricFilter').flatMap((resource) => {
    const pattern = requiredText(resource, 'FilterPattern')
    const [, field, wildcard] = /^\{ *\$\.(\w+) *= *("?\*"?) *\}$/.exec(pattern) ?? []
    if (field === undefined) {
      throw unsupported(
        resource,
        'FilterPattern',
        `${pattern} is not "{ $.field = * }", which is all that is read here`,
      )
    }
    return listProperty(resource, 'MetricTransformations').map((transformation) => ({
      logGroup: requiredText(resource, 'LogGroupName'),
      field,
      isText: wildcard !== '*',
      namespace: String(read(transformation, 'MetricNamespace')),
      metricName: String(read(transformation, 'MetricName')),
      value: numberIn(resource, String(read(transformation, 'MetricValue'))),
    }))
  })
}

function numberIn(resource: Resource, text: string): MetricFilter['value'] {
  const [, field] = /^\$\.(\w+)$/.exec(text) ?? []
  if (field !== undefined) return { field }
  const number = Number(text)
  if (Number.isNaN(number)) {
    throw unsupported(resource, 'MetricTransformations.MetricValue', `${text} is neither a number nor "$.field"`)
  }
  return number
}

/** Puts the numbers of one line of a log that filters look for. A line that is no JSON has none. */
export function putMetricsOfLine(filters: readonly MetricFilter[], line: string, put: PutMetric): void {
  if (filters.length === 0 || !line.startsWith('{')) return
  const fields = parse(line)
  for (const { field, isText, namespace, metricName, value } of filters) {
    const found = fields[field]
    if (found === undefined || (isText && typeof found !== 'string')) continue
    const number = Number(typeof value === 'number' ? value : fields[value.field])
    if (!Number.isNaN(number)) put({ namespace, name: metricName, dimensions: {} }, number)
  }
}

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
