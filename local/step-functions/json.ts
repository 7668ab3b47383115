/** A value that JSON can carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The largest input, output, task result or single Assign, in bytes of UTF-8 (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). */
export const PAYLOAD_LIMIT = 262_144

/** True when the text is over 256 KiB once written as UTF-8. */
export function isOverPayloadLimit(text: string): boolean {
  if (text.length * 3 <= PAYLOAD_LIMIT) return false
  return Buffer.byteLength(text, 'utf8') > PAYLOAD_LIMIT
}

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What the value becomes when it is written as JSON and read again; a value JSON has no word for becomes null. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value)
  return text === undefined ? null : (JSON.parse(text) as Json)
}
