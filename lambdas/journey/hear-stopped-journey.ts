import type { EventBridgeEvent } from 'aws-lambda'
import * as v from 'valibot'
import { parseSequence } from '../cases/sequence.ts'
import { STAGES, type Stage } from '../cases/stages.ts'
import { executionName, stageKey } from '../cases/start-stages.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { isLive } from '../cases/wait.ts'
import { type NoteStops, noteStopped } from './note-stop.ts'

/** The part of an event of Step Functions that is read. https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
export interface ExecutionStatusChange {
  readonly name: string
  readonly status: string
  /** The execution's input as JSON, or null where it is too long for an event: ours never is. */
  readonly input: string | null
  /** The error's name. */
  readonly error?: string | null
}

export interface HearStoppedJourney extends NoteStops {
  /** Is told of a stage that has stopped and will go on. The error's name is never an address or a text. */
  readonly reportStopped: (caseId: string, stage: Stage, errorName: string) => void
}

const CLOSED_WORD = /^[A-Za-z.]{1,80}$/

const input = v.object({ caseId: v.string(), startedFrom: v.string(), run: v.string() })

/**
 * Hears that the execution of a stage has failed, has timed out or was stopped, and has the stage go on. The event may come
 * twice, and late: a stage that has another run by now, or is over, is left alone.
 * @throws Error when the event is of no execution of ours, so that somebody looks at it
 */
export async function hearStoppedJourney(
  service: HearStoppedJourney,
  { detail }: EventBridgeEvent<string, ExecutionStatusChange>,
): Promise<void> {
  const { caseId, run, ...started } = v.parse(input, JSON.parse(detail.input ?? '{}'))
  const startedFrom = parseSequence(started.startedFrom)
  const stage = STAGES.find((one) => executionName(one, { caseId, startedFrom, run }) === detail.name)
  if (!stage) throw new Error(`The execution ${detail.name} is of no stage that this version knows.`)
  const file = await requireCaseFile(service.tables, caseId)
  const wait = file.waits.find((one) => stageKey(one) === stageKey({ stage, startedFrom }))
  if (!wait || !isLive(wait) || wait.run !== run || wait.startedFrom !== startedFrom) return
  if (await noteStopped(service, file, { stage, startedFrom, run, why: 'execution-ended' })) {
    // Whoever stops an execution by hand can write what they like there.
    const errorName = CLOSED_WORD.test(detail.error ?? '') ? detail.error : undefined
    service.reportStopped(caseId, stage, errorName ?? detail.status)
  }
}
