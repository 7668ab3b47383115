/**
 * What always holds here. Tests name each number that they prove.
 *
 * Event bus 1. The events of one request reach all targets of all rules that match, or none of them does.
 * Event bus 2. A schedule fires once for each time at which it falls due, over restarts too.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Clock, EndpointResponse, TimedService } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import type { RuleDefinition } from './rules-of-template.ts'
import { nextOccurrence } from './schedule-expression.ts'
import { type BusEvent, targetInput } from './target-input.ts'

/** What the default bus needs of the rest of the service. */
export interface EventBusOptions {
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly rules: readonly RuleDefinition[]
  readonly region: string
  readonly accountId: string
  readonly newId: () => string
  /** Whether an event matches a pattern (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html). */
  readonly matches: (pattern: Readonly<Record<string, unknown>>, event: unknown) => boolean
  /** Puts an event into a function's queue, in the transaction that is open. */
  readonly deliver: (functionArn: string, payload: unknown, source: string) => void
  /** Told after events were accepted, when something may have become due. */
  readonly onAccepted: () => void
}

interface PutEventsEntry {
  readonly Source?: string
  readonly DetailType?: string
  readonly Detail?: string
  readonly Resources?: readonly string[]
  readonly Time?: number | string
  readonly EventBusName?: string
}

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const MOST_ENTRIES = 10
const LARGEST_ENTRIES_IN_BYTES = 1024 * 1024

/**
 * The default event bus and its rules. An accepted event is in the queue of every matching target's function before
 * the caller hears of it, in the same transaction, so none is lost and none half delivered.
 */
export class EventBus implements TimedService {
  readonly #options: EventBusOptions
  readonly #earliest: StatementSync

  constructor(options: EventBusOptions) {
    this.#options = options
    options.database.exec(
      'CREATE TABLE IF NOT EXISTS eventbridge_schedule (rule_name TEXT PRIMARY KEY, expression TEXT NOT NULL, due_at INTEGER)',
    )
    this.#earliest = options.database.prepare(
      'SELECT min(due_at) AS due_at FROM eventbridge_schedule WHERE due_at IS NOT NULL',
    )
    inTransaction(options.database, () => this.#keepSchedules())
  }

  /** Puts one event on the bus, in the transaction that is open: it goes to every target of every rule that matches. */
  put(
    event: Pick<BusEvent, 'source' | 'detail-type' | 'detail' | 'resources'>,
    at = this.#options.clock.now(),
  ): string {
    const { region, accountId, newId } = this.#options
    const whole: BusEvent = {
      version: '0',
      id: newId(),
      'detail-type': event['detail-type'],
      source: event.source,
      account: accountId,
      time: inSeconds(at),
      region,
      resources: event.resources,
      detail: event.detail,
    }
    for (const rule of this.#options.rules) {
      if (rule.isEnabled && rule.pattern !== undefined && this.#options.matches(rule.pattern, whole))
        this.#fire(rule, whole)
    }
    return whole.id
  }

  /** Answers a call of EventBridge's API on the endpoint. */
  handle(operation: string, input: unknown): EndpointResponse {
    if (operation !== 'PutEvents') {
      return error('UnknownOperationException', `The local service does not support AWSEvents.${operation}.`)
    }
    const entries = (input as { Entries?: readonly PutEventsEntry[] }).Entries ?? []
    if (entries.length === 0 || entries.length > MOST_ENTRIES) {
      return error('ValidationException', `Entries has ${entries.length} members; it takes 1 to ${MOST_ENTRIES}.`)
    }
    if (Buffer.byteLength(JSON.stringify(entries)) > LARGEST_ENTRIES_IN_BYTES) {
      return error('ValidationException', 'Total size of the entries in the request is over the limit.')
    }
    const results = inTransaction(this.#options.database, () => entries.map((entry) => this.#putEntry(entry)))
    this.#options.onAccepted()
    return {
      status: 200,
      body: { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results },
    }
  }

  nextDue(): number | undefined {
    const row = this.#earliest.get()
    return row?.due_at === null || row === undefined ? undefined : Number(row.due_at)
  }

  async fireDue(now: number): Promise<void> {
    const { database, rules, newId, region, accountId } = this.#options
    inTransaction(database, () => {
      const due = database
        .prepare('SELECT rule_name, due_at FROM eventbridge_schedule WHERE due_at <= ? ORDER BY due_at')
        .all(Math.ceil(now))
      for (const row of due) {
        const rule = rules.find(({ name }) => name === row.rule_name)
        if (rule?.schedule === undefined) continue
        this.#fire(rule, {
          version: '0',
          id: newId(),
          'detail-type': 'Scheduled Event',
          source: 'aws.events',
          account: accountId,
          time: inSeconds(Number(row.due_at)),
          region,
          resources: [rule.arn],
          detail: {},
        })
        database
          .prepare('UPDATE eventbridge_schedule SET due_at = ? WHERE rule_name = ?')
          .run(nextAfter(rule.schedule, Number(row.due_at), now), rule.name)
      }
    })
    this.#options.onAccepted()
  }

  /** True always: an event is with its functions as soon as it is accepted. */
  isIdle(): boolean {
    return true
  }

  /** The rules that run by the clock, with their next time (epoch milliseconds). */
  schedules(): readonly { readonly rule: string; readonly expression: string; readonly dueAt: number | undefined }[] {
    return this.#options.database
      .prepare('SELECT rule_name, expression, due_at FROM eventbridge_schedule ORDER BY due_at')
      .all()
      .map((row) => ({
        rule: String(row.rule_name),
        expression: String(row.expression),
        dueAt: row.due_at === null ? undefined : Number(row.due_at),
      }))
  }

  #fire(rule: RuleDefinition, event: BusEvent): void {
    for (const target of rule.targets) {
      this.#options.deliver(target.functionArn, targetInput(target, event, rule.arn), `rule ${rule.name}`)
    }
  }

  #putEntry(entry: PutEventsEntry): Readonly<Record<string, string>> {
    if (entry.EventBusName !== undefined && !/(^|event-bus\/)default$/.test(entry.EventBusName)) {
      return {
        ErrorCode: 'InternalException',
        ErrorMessage: `The local service has no event bus ${entry.EventBusName}.`,
      }
    }
    const { Source: source, DetailType: detailType } = entry
    if (!source) return missingArgument('Source')
    if (!detailType) return missingArgument('DetailType')
    if (!entry.Detail) return missingArgument('Detail')
    if (source.startsWith('aws.')) {
      return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' }
    }
    const detail = parseDetail(entry.Detail)
    if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
    const at =
      typeof entry.Time === 'number' ? entry.Time * 1000 : entry.Time === undefined ? undefined : Date.parse(entry.Time)
    return {
      EventId: this.put({ source, 'detail-type': detailType, detail, resources: entry.Resources ?? [] }, at),
    }
  }

  /** Rules that are new or have another schedule start afresh; those that are gone are forgotten. */
  #keepSchedules(): void {
    const { database, rules, clock } = this.#options
    const wanted = new Map<string, string>()
    for (const rule of rules) if (rule.isEnabled && rule.schedule !== undefined) wanted.set(rule.name, rule.schedule)
    for (const row of database.prepare('SELECT rule_name, expression FROM eventbridge_schedule').all()) {
      if (wanted.get(String(row.rule_name)) === row.expression) wanted.delete(String(row.rule_name))
      else database.prepare('DELETE FROM eventbridge_schedule WHERE rule_name = ?').run(String(row.rule_name))
    }
    for (const [name, expression] of wanted) {
      database
        .prepare('INSERT INTO eventbridge_schedule (rule_name, expression, due_at) VALUES (?, ?, ?)')
        .run(name, expression, nextOccurrence(expression, Math.round(clock.now())) ?? null)
    }
  }
}

/** A schedule that was missed while nothing ran fires once for it, then goes on from now. */
function nextAfter(schedule: string, due: number, now: number): number | null {
  const next = nextOccurrence(schedule, due)
  if (next === undefined) return null
  return next > now ? next : (nextOccurrence(schedule, now) ?? null)
}

function missingArgument(name: string): Readonly<Record<string, string>> {
  return {
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  }
}

function parseDetail(detail: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(detail)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

function inSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function error(type: string, message: string): EndpointResponse {
  return { status: 400, body: { __type: type, message } }
}
