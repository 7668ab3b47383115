import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ListStateMachinesCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { COUNCIL } from '../../lambdas/cases/message.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { heldRow } from '../../lambdas/cases/store/held-message-store.ts'
import { claimMessage, settleMessage } from '../../lambdas/cases/store/message-store.ts'
import { keys, outcomeKeys } from '../../lambdas/cases/store/tables.ts'
import { STORED_SHAPE } from '../../lambdas/cases/stored-shape.ts'
import { coverage } from '../../lambdas/law/bank-holidays.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../lambdas/law/month.ts'
import { IMPORTS } from '../../lambdas/staff/sign-in/session-tables.ts'
import { ALARMS, type AlarmName } from '../../lib/alarms.ts'
import { localName } from '../lib/templates.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { stepFunctionsOf } from './step-functions-of.ts'

/**
 * Every alarm of the service sounds because of what its functions do: they write the line, fail, or fall silent, and the
 * local service counts it as CloudWatch does. No number is put in by hand.
 */

/** A Monday before the table of bank holidays ends, so that the alarm about that sounds. */
const MONTH = `${coverage.publishedTo}-12`
const at = (day: number, time = '12:00') => Date.parse(`${MONTH}-${String(day).padStart(2, '0')}T${time}:00Z`)
const FIVE_MINUTES = 5 * 60_000

let house: ServiceForTests
let cases: FactRecorder
let stepFunctions: SFNClient
beforeAll(async () => {
  house = await serviceForTests(`${MONTH}-06`)
  cases = await factRecorder(house.service)
  stepFunctions = stepFunctionsOf(house.service)
})
afterAll(async () => {
  stepFunctions.destroy()
  await house.close()
})

function sounding(service = house.service): AlarmName[] {
  return service
    .alarms()
    .filter(({ state }) => state === 'ALARM')
    .map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, '') as AlarmName)
}

/** Everything that has sounded up to now. */
const heard = new Set<AlarmName>()

/** Goes on to an instant, looking every five minutes. @returns what sounds that had not sounded before */
async function listenUntil(instant: number): Promise<AlarmName[]> {
  const before = new Set(heard)
  for (let now = house.service.clock.now(); now < instant; now = house.service.clock.now()) {
    for (const name of sounding()) heard.add(name)
    await house.service.clock.advanceTo(Math.min(now + FIVE_MINUTES, instant))
  }
  for (const name of sounding()) heard.add(name)
  return [...heard].filter((name) => !before.has(name)).sort()
}

/** Gives a function an event: and waits for it, as a machine does, or not, as EventBridge does not. */
async function call(id: string, event: unknown, type: 'RequestResponse' | 'Event'): Promise<void> {
  const name = localName('AWS::Lambda::Function', `${id}Function`)
  const response = await fetch(`${house.service.endpointUrl}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    headers: { 'x-amz-invocation-type': type },
    body: JSON.stringify(event),
  })
  expect(response.status, await response.text()).toBe(type === 'Event' ? 202 : 200)
}

async function arnOfMachine(id: string): Promise<string> {
  const { stateMachines = [] } = await stepFunctions.send(new ListStateMachinesCommand({}))
  const name = localName('AWS::StepFunctions::StateMachine', id)
  return stateMachines.find((machine) => machine.name === name)?.stateMachineArn ?? expect.fail(`There is no ${name}.`)
}

async function startMachine(id: string, input: unknown): Promise<void> {
  const stateMachineArn = await arnOfMachine(id)
  await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }))
}

/** A row that says what it is and cannot be read: as one that was written by hand, or by another version. */
async function putUnreadable(pk: string, sk: string, type: string, more: Record<string, unknown> = {}): Promise<void> {
  const { client, casesTable } = cases.tables
  const Item = { pk, sk, type, shape: STORED_SHAPE, content: { state: 'nobody knows' }, ...more }
  await client.send(new PutCommand({ TableName: casesTable, Item }))
}

it('sounds on silence in a service that has never run, so that somebody sees that alarms arrive', () => {
  const onSilence = Object.entries(ALARMS).filter(([, { sounds }]) => sounds.when === 'silent')
  expect(onSilence.length).toBeGreaterThan(5)
  expect(sounding().sort()).toEqual(onSilence.map(([name]) => name).sort())
})

it('is quiet while all is well, but for the table of bank holidays, which ends this month', async () => {
  await cases.open('WELL', `${MONTH}-06`)
  await house.service.clock.advanceTo(at(7))
  heard.clear()
  expect(await listenUntil(at(7, '13:00'))).toEqual(['HolidayTableEnds'])
})

it('sounds for what stops, fails at once, or is found in the night', { timeout: 120_000 }, async () => {
  const { client, casesTable } = cases.tables
  await cases.open('STOPPED', `${MONTH}-07`)
  await cases.open('GHOST', `${MONTH}-07`)
  // An execution that nobody heard the end of, whose time was over long ago.
  await client.send(
    new UpdateCommand({
      TableName: casesTable,
      Key: keys.wait('GHOST', 'mediation-advice'),
      UpdateExpression: 'SET content.execution = :nobody, content.wakeAt = :longAgo, content.parkedAt = :longAgo',
      ExpressionAttributeValues: { ':nobody': 'arn:nobody', ':longAgo': `${MONTH}-06T09:00:00.000Z` },
    }),
  )
  // A figure of the outcomes that no case stands behind.
  await client.send(
    new UpdateCommand({
      TableName: casesTable,
      Key: outcomeKeys.period(parseMonth(MONTH)),
      UpdateExpression: 'ADD #cell :one',
      ExpressionAttributeNames: { '#cell': 'cases-listed/cases/open' },
      ExpressionAttributeValues: { ':one': 1 },
    }),
  )
  // A message that SES took and says nothing of.
  const dayBefore = new Date(at(6))
  const claim = { now: dayBefore, leaseSeconds: 30 }
  const toFamily = { kind: 'choose', about: sequenceOf(1), key: 'choose_00001', subject: 'Choose', hash: 'h' } as const
  await claimMessage(cases.tables, 'WELL', toFamily, claim)
  await settleMessage(cases.tables, 'WELL', toFamily.key, 'ses-1', dayBefore)
  // A digest that bounces.
  const about = parseCalendarDate(`${MONTH}-07`)
  const digest = { kind: 'adviser-digest', about, told: [], key: `adviser-digest_${about}`, subject: 'Cases' } as const
  await claimMessage(cases.tables, COUNCIL, digest, claim)
  await call(
    'RecordEmailEvent',
    {
      detail: {
        eventType: 'Bounce',
        mail: {
          messageId: 'ses-2',
          timestamp: dayBefore.toISOString(),
          tags: { case: [COUNCIL], message: [digest.key] },
        },
        bounce: { bounceType: 'Permanent' },
      },
    },
    'Event',
  )
  const [execution = ''] = Object.keys(await cases.executions('STOPPED'))
  const machine = await arnOfMachine('MediationAdviceStateMachine')
  const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:STOPPED-${execution}`
  await stepFunctions.send(new StopExecutionCommand({ executionArn }))
  // A stage of a case that is not there fails, and whoever hears of it does not know it.
  await startMachine('MediationAdviceStateMachine', { caseId: 'NOBODY' })
  await startMachine('Restart', {
    caseId: 'NOBODY',
    stage: 'mediation',
    startedFrom: '00001',
    goesOnAt: new Date(at(7)).toISOString(),
  })
  for (const id of ['TellFamily', 'ParkJourney', 'CloseCase']) await call(id, {}, 'RequestResponse')
  // An event that cannot be noted.
  await call('RecordEmailEvent', {}, 'Event')

  expect(await listenUntil(at(8))).toEqual(
    [
      'CloseCaseFails',
      'CouncilIsNotReached',
      'EmailEventsAreLost',
      'JourneyHasStopped',
      'JourneyWasMissing',
      'MessagesAreUnheardOf',
      'OutcomesDiffered',
      'ParkJourneyFails',
      'RestartJourneyFails',
      'RestartsFail',
      'StoppedJourneyIsUnheard',
      'TellFamilyFails',
      'WaitIsOverdue',
    ].sort(),
  )
})

it('sounds for a case that cannot be read, and for news that cannot be heard', { timeout: 120_000 }, async () => {
  await cases.open('BROKEN', `${MONTH}-08`)
  await putUnreadable('BROKEN', 'FACT#00009', 'fact')
  expect((await house.client.fetch(`/cases/BROKEN`)).status).toBe(404)
  expect((await house.client.fetch(`/cases`)).status).toBe(200)
  const { client, casesTable } = cases.tables
  const heldAt = new Date(at(8, '09:00')).toISOString()
  const message = { kind: 'choose', about: sequenceOf(1) } as const
  const held = heldRow('BROKEN', { key: 'choose_00001', message, heldAt, state: 'ready', releasedAt: heldAt })
  await client.send(new PutCommand({ TableName: casesTable, Item: held }))
  await putUnreadable('NOBODY', 'WAIT#mediation', 'wait', { content: { state: 'starting' } })
  await putUnreadable('NOBODY', 'TASK#one', 'task')
  await client.send(
    new PutCommand({
      TableName: cases.tables.auditTable,
      Item: { pk: 'ROOTS', sk: `${MONTH}-07`, root: 'nobody knows' },
    }),
  )

  expect(await listenUntil(at(9))).toEqual(
    [
      'CountingIsSilent',
      'CountsDiffered',
      'DigestLeavesCasesOut',
      'DueTodayIsLate',
      'DueTodayIsUntold',
      'HeldMessagesAreLate',
      'HeldMessagesAreStuck',
      'HeldMessagesAreUnsent',
      'NewsIsLate',
      'NewsIsLost',
      'RepairFails',
      // With the repair the sign of life stays away.
      'RepairIsSilent',
      'RootsAreSilent',
      'RootsFail',
      'SendingHeldIsSilent',
      'TellingAtOnceIsSilent',
      'WakingIsSilent',
    ].sort(),
  )
})

it('sounds for lists that cannot be read at all, which ends the digests, the release and a page', {
  timeout: 120_000,
}, async () => {
  await putUnreadable('LISTED', 'CASE', 'case', { status: 'open', nextDate: `${MONTH}-10` })
  await putUnreadable('LISTED', 'HELD#one', 'held', { status: 'held-message', nextDate: `${MONTH}-10` })
  expect((await house.client.fetch(`/cases`)).status).toBe(500)
  expect(await listenUntil(at(10))).toEqual(
    [
      'DigestsAreSilent',
      'DigestsFail',
      'PagesFail',
      'RecountFails',
      'RecountIsSilent',
      'RecountOfOutcomesFails',
      'RecountOfOutcomesIsSilent',
      'ReleaseFails',
      'ReleaseIsSilent',
      'WorkIsCountedLate',
      'WorkIsUncounted',
    ].sort(),
  )
})

it('sounds when the directory fails, and not when somebody gives up', { timeout: 60_000 }, async () => {
  const answer = async (error: string) => {
    const start = await fetch(`${house.service.apiUrl}/sign-in/start`, { redirect: 'manual' })
    const request = new URL(start.headers.get('location') ?? '')
    const query = new URLSearchParams({
      error,
      state: request.searchParams.get('state') ?? '',
      iss: request.origin,
    })
    const cookie = start.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return (await fetch(`${house.service.apiUrl}/sign-in/callback?${query}`, { headers: { cookie } })).status
  }
  expect(await answer('access_denied')).toBe(403)
  expect(await listenUntil(house.service.clock.now() + 3 * FIVE_MINUTES)).toEqual([])
  expect(await answer('server_error')).toBe(503)
  expect(await listenUntil(house.service.clock.now() + 3 * FIVE_MINUTES)).toEqual(['SignInFails'])
})

it('sounds when an import cannot go on', { timeout: 60_000 }, async () => {
  const { client } = cases.tables
  const Item = { pk: IMPORTS, sk: 'spoilt', content: { phase: 'nobody knows' } }
  await client.send(new PutCommand({ TableName: localName('AWS::DynamoDB::Table', 'Sessions'), Item }))
  await startMachine('Import', { importId: 'spoilt' })
  expect(await listenUntil(house.service.clock.now() + 4 * FIVE_MINUTES)).toEqual(['ImportFails', 'ImportRowsFails'])
})

it('sounds when SES refuses what is for the council', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paused-'))
  const assembly = join(folder, 'cdk.out')
  pauseSending(inject('assembly'), assembly)
  const paused = await serviceForTests(`${MONTH}-06`, assembly)
  try {
    // The family gets a letter instead, so there is something for the officer to do.
    await paused.open('paused')
    await paused.service.clock.advanceTo(at(7, '07:31'))
    expect(sounding(paused.service)).toContain('CouncilIsNotWrittenTo')
    heard.add('CouncilIsNotWrittenTo')
  } finally {
    await paused.close()
    rmSync(folder, { recursive: true })
  }
})

it('has let every alarm sound', () => {
  expect([...heard].sort()).toEqual(Object.keys(ALARMS).sort())
})

/** A copy of the synthesized app for an account that may not send. */
function pauseSending(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => path === from || !path.includes('asset.') })
  for (const name of readdirSync(from)) if (name.startsWith('asset.')) symlinkSync(join(from, name), join(to, name))
  const file = join(to, 'SendDisputesMessages.template.json')
  const template = JSON.parse(readFileSync(file, 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>
  }
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type === 'AWS::SES::ConfigurationSet') Properties.SendingOptions = { SendingEnabled: false }
  }
  writeFileSync(file, JSON.stringify(template))
}
