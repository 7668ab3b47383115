import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Wait } from '../cases/stage.ts'
import type { CompleteTask } from './complete-task.ts'
import type { StartStage } from './start-stage.ts'

export interface WakeJourney {
  readonly startStage: StartStage
  readonly completeTask: CompleteTask
  readonly reportFailure: (caseId: string, error: unknown) => void
}

/**
 * Hears from the cases table's stream that a stage was begun, and starts its execution; or that a wait was answered, and
 * wakes the journey that waits. Records come in order and at least once; both steps may be done twice.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export async function wakeJourney(
  service: WakeJourney,
  { Records }: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  for (const record of Records) {
    const caseId = record.dynamodb?.Keys?.pk?.S ?? 'unknown'
    try {
      await hear(service, record)
    } catch (error) {
      service.reportFailure(caseId, error)
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

async function hear({ startStage, completeTask }: WakeJourney, record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage
  if (!image) return
  const item = unmarshall(image as Parameters<typeof unmarshall>[0])
  if (item.type !== 'wait') return
  const { stage, state, startedFrom, run, answer, taskToken } = item.content as Wait
  if (state === 'starting') await startStage(stage, { caseId: String(item.pk), heard: startedFrom, run })
  if (state === 'answered' && answer && taskToken) await completeTask(taskToken, answer)
}
