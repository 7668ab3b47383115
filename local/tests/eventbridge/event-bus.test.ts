import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../database.ts'
import { matchesEventPattern } from '../../event-pattern.ts'
import { EventBus } from '../../eventbridge/event-bus.ts'
import type { RuleDefinition } from '../../eventbridge/rules-of-template.ts'

const target = { id: 'T', functionArn: 'arn:f', input: undefined, inputPath: undefined, inputTransformer: undefined }
const rule = (name: string, more: Partial<RuleDefinition>): RuleDefinition => ({
  name,
  arn: `arn:aws:events:eu-west-2:000000000000:rule/${name}`,
  isEnabled: true,
  pattern: undefined,
  schedule: undefined,
  targets: [target],
  ...more,
})

function busWith(
  rules: readonly RuleDefinition[],
  database = openDatabase(':memory:'),
  start = '2026-03-02T09:00:00Z',
  deliver?: (functionArn: string) => void,
) {
  const delivered: { source: string; payload: unknown }[] = []
  const clock = { time: Date.parse(start), now: () => clock.time }
  let ids = 0
  const bus = new EventBus({
    database,
    clock,
    rules,
    region: 'eu-west-2',
    accountId: '000000000000',
    newId: () => `id-${++ids}`,
    matches: matchesEventPattern,
    deliver: deliver ?? ((_, payload, source) => delivered.push({ source, payload })),
    onAccepted: () => {},
  })
  return { bus, delivered, clock, database }
}

const entry = { Source: 'my.app', DetailType: 'Done', Detail: '{"n":1}' }

describe('the default event bus', () => {
  it('gives an event to each rule that matches', () => {
    const { bus, delivered } = busWith([
      rule('matching', { pattern: { source: ['my.app'], detail: { n: [1] } } }),
      rule('other', { pattern: { source: ['other'] } }),
      rule('disabled', { pattern: { source: ['my.app'] }, isEnabled: false }),
    ])
    const { body } = bus.handle('PutEvents', { Entries: [entry] })
    expect(body).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: 'id-1' }] })
    expect(delivered).toEqual([
      {
        source: 'rule matching',
        payload: {
          version: '0',
          id: 'id-1',
          'detail-type': 'Done',
          source: 'my.app',
          account: '000000000000',
          time: '2026-03-02T09:00:00Z',
          region: 'eu-west-2',
          resources: [],
          detail: { n: 1 },
        },
      },
    ])
  })

  it('gives all events of a request to all their targets, or none to any [Event bus 1]', () => {
    const database = openDatabase(':memory:')
    database.exec('CREATE TABLE given (target TEXT)')
    const targets = ['arn:one', 'arn:two'].map((functionArn) => ({ ...target, functionArn }))
    const deliver = (functionArn: string) => {
      if (database.prepare('SELECT * FROM given').all().length === 3) throw new Error('the power has gone')
      database.prepare('INSERT INTO given VALUES (?)').run(functionArn)
    }
    const { bus } = busWith([rule('r', { pattern: { source: ['my.app'] }, targets })], database, undefined, deliver)
    expect(() => bus.handle('PutEvents', { Entries: [entry, entry] })).toThrow('the power has gone')
    expect(database.prepare('SELECT * FROM given').all()).toEqual([])
    bus.handle('PutEvents', { Entries: [entry] })
    expect(database.prepare('SELECT * FROM given').all()).toEqual([{ target: 'arn:one' }, { target: 'arn:two' }])
  })

  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
  it.each([
    [{ ...entry, Detail: 'no JSON' }, 'MalformedDetail'],
    [{ ...entry, Detail: '[1]' }, 'MalformedDetail'],
    [{ Source: 'my.app', Detail: '{}' }, 'InvalidArgument'],
    // localstack/localstack, tests/aws/services/events/test_put_event_without_detail.
    [{ Source: 'my.app', DetailType: 'Done' }, 'InvalidArgument'],
    [{ ...entry, Source: 'aws.ses' }, 'NotAuthorizedForSourceException'],
  ])('refuses %j as %s, and takes the others of the request', (bad, code) => {
    const { bus } = busWith([])
    const { body } = bus.handle('PutEvents', { Entries: [bad, entry] })
    expect(body).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode: code }, { EventId: 'id-1' }] })
  })

  it('takes 1 to 10 entries', () => {
    const { bus } = busWith([])
    expect(bus.handle('PutEvents', { Entries: [] }).body).toMatchObject({ __type: 'ValidationException' })
    expect(bus.handle('PutEvents', { Entries: Array(11).fill(entry) }).body).toMatchObject({
      __type: 'ValidationException',
    })
  })

  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
  it.each([
    [{ input: '{"constant":true}' }, { constant: true }],
    [{ inputPath: '$.detail.n' }, 1],
    [
      {
        inputTransformer: {
          paths: { n: '$.detail.n', kind: '$.detail-type' },
          template: '{"n":<n>,"kind":<kind>,"text":"it is <n> <kind>"}',
        },
      },
      { n: 1, kind: 'Done', text: 'it is 1 Done' },
    ],
  ])('makes the input of a target with %j', (more, payload) => {
    const { bus, delivered } = busWith([
      rule('r', { pattern: { source: ['my.app'] }, targets: [{ ...target, ...more }] }),
    ])
    bus.handle('PutEvents', { Entries: [entry] })
    expect(delivered.map((item) => item.payload)).toEqual([payload])
  })

  it('fires a schedule at its time, with that time, and goes on to the next [Event bus 2]', async () => {
    const { bus, delivered, clock } = busWith([rule('daily', { schedule: 'cron(30 5 * * ? *)' })])
    expect(bus.nextDue()).toBe(Date.parse('2026-03-03T05:30:00Z'))
    clock.time = Date.parse('2026-03-03T05:30:00Z')
    await bus.fireDue(clock.time)
    expect(delivered).toMatchObject([
      { payload: { 'detail-type': 'Scheduled Event', source: 'aws.events', time: '2026-03-03T05:30:00Z', detail: {} } },
    ])
    expect(bus.nextDue()).toBe(Date.parse('2026-03-04T05:30:00Z'))
  })

  it('keeps the next time of a schedule over a restart, and starts afresh when the schedule changes [Event bus 2]', () => {
    const { database } = busWith([rule('r', { schedule: 'rate(10 minutes)' })])
    const due = Date.parse('2026-03-02T09:10:00Z')
    expect(busWith([rule('r', { schedule: 'rate(10 minutes)' })], database, '2026-03-02T09:05:00Z').bus.nextDue()).toBe(
      due,
    )
    expect(busWith([rule('r', { schedule: 'rate(1 hour)' })], database, '2026-03-02T09:05:00Z').bus.nextDue()).toBe(
      Date.parse('2026-03-02T10:05:00Z'),
    )
    expect(busWith([], database).bus.nextDue()).toBeUndefined()
  })
})
