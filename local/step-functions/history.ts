import type { Json } from './json.ts'

/** The most history events one execution can have (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). */
export const HISTORY_LIMIT = 25_000

/** Input or output as history events carry it. */
export function withDetails(field: 'input' | 'output', value: Json): Record<string, unknown> {
  return { [field]: JSON.stringify(value), [`${field}Details`]: { truncated: false } }
}
