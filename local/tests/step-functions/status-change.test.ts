import { StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { afterEach, describe, expect, it } from 'vitest'
import type { StatusChangeEvent } from '../../step-functions/status-change.ts'
import { BEGINNING, openWorkbench, type Workbench } from './workbench.ts'

/** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
describe('the event of an execution whose status has changed', () => {
  let bench: Workbench
  afterEach(() => bench.close())

  async function eventsOf(states: object, fields: object = {}, seconds = 0): Promise<StatusChangeEvent[]> {
    const events: StatusChangeEvent[] = []
    bench = await openWorkbench({ putEvent: (event) => events.push(event) })
    await bench.run(states, { caseId: 'A' }, fields)
    await bench.pass(seconds)
    return events
  }
  const wait = { Wait: { Type: 'Wait', Seconds: 3600, End: true } }

  it('comes when it begins and when it fails, with what AWS says of it', async () => {
    const [begun, failed, ...others] = await eventsOf({ No: { Type: 'Fail', Error: 'Refused', Cause: 'it is late' } })
    expect(others).toEqual([])
    expect(begun?.detail).toMatchObject({ status: 'RUNNING', startDate: BEGINNING, stopDate: null, output: null })
    const executionArn = String(failed?.detail.executionArn)
    expect(failed).toEqual({
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      resources: [executionArn],
      detail: {
        executionArn,
        stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:machine-1',
        name: executionArn.split(':').at(-1),
        status: 'FAILED',
        startDate: BEGINNING,
        stopDate: BEGINNING,
        input: '{"caseId":"A"}',
        output: null,
        inputDetails: { included: true },
        outputDetails: null,
        error: 'Refused',
        cause: 'it is late',
        stateMachineVersionArn: null,
        stateMachineAliasArn: null,
        redriveCount: 0,
        redriveDate: null,
        redriveStatus: 'REDRIVABLE',
        redriveStatusReason: null,
      },
    })
  })

  it('comes when it succeeds and when its time is over', async () => {
    const succeeded = await eventsOf({ Yes: { Type: 'Succeed' } })
    expect(succeeded.map(({ detail }) => [detail.status, detail.output, detail.redriveStatus])).toEqual([
      ['RUNNING', null, 'NOT_REDRIVABLE'],
      ['SUCCEEDED', '{"caseId":"A"}', 'NOT_REDRIVABLE'],
    ])
    await bench.close()
    const timedOut = await eventsOf(wait, { TimeoutSeconds: 60 }, 61)
    expect(timedOut.map(({ detail }) => detail.status)).toEqual(['RUNNING', 'TIMED_OUT'])
  })

  it('comes once when a person stops it, and not again for a start that finds it running [Engine 10]', async () => {
    const events: StatusChangeEvent[] = []
    bench = await openWorkbench({ putEvent: (event) => events.push(event) })
    const start = new StartExecutionCommand({ stateMachineArn: bench.put(wait), name: 'one', input: '{}' })
    const { executionArn } = await bench.client.send(start)
    await bench.client.send(start)
    await bench.stepFunctions.whenIdle()
    await bench.client.send(new StopExecutionCommand({ executionArn }))
    await bench.client.send(new StopExecutionCommand({ executionArn }))
    expect(events.map(({ detail }) => detail.status)).toEqual(['RUNNING', 'ABORTED'])
  })
})
