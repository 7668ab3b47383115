import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { CaseRecord } from '../cases/case-file.ts'
import { sequenceOf } from '../cases/fact.ts'
import { firstStage } from '../cases/first-stage.ts'
import type { Wait } from '../cases/stage.ts'
import type { CompleteTask } from './complete-task.ts'
import type { StartStage } from './start-stage.ts'

export interface WakeJourney {
  readonly startStage: StartStage
  readonly completeTask: CompleteTask
  readonly reportFailure: (caseId: string, error: unknown) => void
}

/**
 * Hears from the cases table's stream that a case was opened, and starts its journey; or that a wait was answered, and
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
  if (item.type === 'case' && record.eventName === 'INSERT') {
    const { caseId, placementOnly } = item as CaseRecord & { readonly type: string }
    await startStage(firstStage({ placementOnly }), { caseId, heard: sequenceOf(1), run: '1' })
  }
  if (item.type === 'wait') {
    const wait = item.content as Wait
    if (wait.state === 'answered' && wait.answer) await completeTask(wait.taskToken, wait.answer)
  }
}
