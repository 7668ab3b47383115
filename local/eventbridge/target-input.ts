import { read } from '../assembly/property.ts'
import type { RuleTarget } from './rules-of-template.ts'

/** An event as EventBridge gives it to a target. */
export interface BusEvent {
  readonly version: '0'
  readonly id: string
  readonly 'detail-type': string
  readonly source: string
  readonly account: string
  /** ISO 8601, whole seconds, UTC. */
  readonly time: string
  readonly region: string
  readonly resources: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * What a target is given for an event: the event, a part of it, a constant, or a text made of parts of it.
 *
 * @param ruleArn fills `<aws.events.rule-arn>` in an input template.
 * @throws Error when an input template does not give JSON.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function targetInput(target: RuleTarget, event: BusEvent, ruleArn: string): unknown {
  if (target.input !== undefined) return JSON.parse(target.input)
  if (target.inputPath !== undefined) return atPath(event, target.inputPath)
  if (target.inputTransformer === undefined) return event
  const { paths, template } = target.inputTransformer
  const values: Record<string, unknown> = {
    'aws.events.rule-arn': ruleArn,
    'aws.events.rule-name': ruleArn.split('/').at(-1),
    'aws.events.event.ingestion-time': event.time,
    'aws.events.event': event,
    'aws.events.event.json': event,
  }
  for (const [name, path] of Object.entries(paths)) values[name] = atPath(event, path)
  const filled = template.replaceAll(
    /("[^"]*")|<([^<>]+)>/g,
    (_, quoted: string | undefined, name: string | undefined) =>
      quoted === undefined
        ? JSON.stringify(values[String(name)] ?? '')
        : quoted.replaceAll(/<([^<>]+)>/g, (__, inner: string) => inText(values[inner])),
  )
  try {
    return JSON.parse(filled)
  } catch {
    throw new Error(`The input template of target ${target.id} gives text that is not JSON: ${shortened(filled)}`)
  }
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text
}

function inText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return JSON.stringify(text).slice(1, -1)
}

function atPath(event: BusEvent, path: string): unknown {
  if (path === '$') return event
  return read(event, ...path.replace(/^\$\./, '').split('.'))
}
