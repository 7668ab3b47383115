import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalService, startLocalService } from 'aws-on-one-machine'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'

/**
 * The machines change while cases are in flight. Cases that began on the first version's definitions, which are kept in
 * tests/statemachines/first-version with the payloads that they pass, finish on them: with today's functions and tables.
 */

const FIRST = new URL('../statemachines/first-version/', import.meta.url)
const day = parseCalendarDate

let folder: string
let service: LocalService
let cases: FactRecorder

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-version-'))
  await start(withFirstDefinitions(inject('assembly'), join(folder, 'cdk.out')))
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(assemblyDirectory: string): Promise<void> {
  service = await startLocalService({
    assemblyDirectory,
    dataDirectory: join(folder, 'data'),
    apiPort: 0,
    endpointPort: 0,
    startAt: Date.parse('2026-02-10T09:00:00Z'),
  })
  cases = await factRecorder(service)
}

/** The synthesized app with the first version's definitions in place of today's. */
function withFirstDefinitions(assembly: string, copy: string): string {
  cpSync(assembly, copy, { recursive: true })
  const file = join(copy, 'SendDisputesJourney.template.json')
  const template = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>
  }
  const machineOf = (id: string) =>
    Object.keys(template.Resources).find(
      (key) => template.Resources[key]?.Type === 'AWS::StepFunctions::StateMachine' && key.startsWith(id),
    ) ?? ''
  const ids = { 'mediation-advice': 'MediationAdvice', mediation: 'MediationState', 'appeal-window': 'AppealWindow' }
  for (const name of readdirSync(FIRST)) {
    const stage = name.replace('.asl.json', '') as keyof typeof ids
    const machine = template.Resources[machineOf(ids[stage])]
    if (!machine) throw new Error(`The template has no machine for the stage ${stage}.`)
    machine.Properties.DefinitionString = readFileSync(new URL(name, FIRST), 'utf8')
    machine.Properties.DefinitionSubstitutions = {
      ...(machine.Properties.DefinitionSubstitutions as object),
      Mediation: { Ref: machineOf(ids.mediation) },
      AppealWindow: { Ref: machineOf(ids['appeal-window']) },
    }
  }
  writeFileSync(file, JSON.stringify(template))
  return copy
}

describe('cases that began on the first version', { timeout: 120_000 }, () => {
  it('are in the middle of it when the machines are replaced', async () => {
    for (const name of ['declines', 'mediates', 'silent', 'corrected']) await cases.open(name, '2026-02-10')
    await cases.record('declines', '2026-02-16', {
      type: 'mediation-declined',
      details: { declinedOn: day('2026-02-16'), contactedOn: day('2026-02-16') },
    })
    await cases.record('mediates', '2026-02-17', {
      type: 'mediation-chosen',
      details: { councilToldOn: day('2026-02-17'), contactedOn: day('2026-02-16') },
    })
    await cases.record('mediates', '2026-02-18', {
      type: 'meeting-arranged',
      details: { meetingOn: day('2026-03-12'), startsAt: '10:30', format: 'online' },
    })
    await service.close()
    await start(inject('assembly'))
    expect(await cases.executions('declines')).toEqual({ 'mediation-advice-00001-1': 'RUNNING' })
    expect(await cases.executions('mediates')).toEqual({
      'mediation-advice-00001-1': 'SUCCEEDED',
      'mediation-00002-1': 'RUNNING',
    })
  })

  it('finish on the definitions that they began with, and go over to today’s at the next stage', async () => {
    await cases.record('declines', '2026-02-19', {
      type: 'certificate-issued',
      details: { issuedOn: day('2026-02-19') },
    })
    await cases.record('mediates', '2026-03-12', {
      type: 'mediation-not-agreed',
      details: { concludedOn: day('2026-03-12') },
    })
    await cases.record('mediates', '2026-03-16', {
      type: 'certificate-issued',
      details: { issuedOn: day('2026-03-16') },
    })
    await cases.goTo('2026-04-18')
    expect(await cases.executions('declines')).toEqual({
      'mediation-advice-00001-1': 'SUCCEEDED',
      'appeal-window-00003-1': 'SUCCEEDED',
    })
    expect(await cases.executions('mediates')).toEqual({
      'mediation-advice-00001-1': 'SUCCEEDED',
      'mediation-00002-1': 'SUCCEEDED',
      'appeal-window-00005-1': 'SUCCEEDED',
    })
    for (const caseId of ['declines', 'mediates']) {
      expect((await cases.read(caseId)).record).toMatchObject({
        status: 'closed',
        outcome: 'appeal-time-passed',
      })
    }
    expect(await cases.messages('declines')).toEqual([
      '2026-02-10 rights',
      '2026-02-16 certificate-due',
      '2026-02-19 certificate-issued',
      '2026-03-27 appeal-closing-14-days',
      '2026-04-01 appeal-closing-5-working-days',
      '2026-04-11 appeal-time-passed',
    ])
    expect(await cases.messages('mediates')).toEqual([
      '2026-02-10 rights',
      '2026-02-17 mediation-requested',
      '2026-02-18 meeting-arranged',
      '2026-03-12 mediation-ended',
      '2026-03-16 certificate-issued',
      '2026-04-02 appeal-closing-14-days',
      '2026-04-09 appeal-closing-5-working-days',
      '2026-04-17 appeal-time-passed',
    ])
  })

  it('hear of a correction, which the first version did not know', async () => {
    await cases.record('corrected', '2026-04-18', {
      type: 'fact-corrected',
      details: {
        corrects: '00001',
        details: {
          decisionKind: 'plan-contents',
          placementOnly: false,
          printedOn: day('2026-02-05'),
          sentOn: day('2026-02-10'),
        },
      },
    })
    expect(await cases.messages('corrected')).toContain('2026-04-18 dates-corrected')
    expect(await cases.executions('corrected')).toEqual({ 'mediation-advice-00001-1': 'RUNNING' })
  })

  it('close with no news as they would have', async () => {
    await cases.goTo('2026-10-12')
    for (const caseId of ['silent', 'corrected']) {
      expect((await cases.read(caseId)).record).toMatchObject({ status: 'closed', outcome: 'no-news' })
      expect(await cases.executions(caseId)).toEqual({ 'mediation-advice-00001-1': 'SUCCEEDED' })
    }
  })
})
