import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { contentOf } from '../cases/store/rows.ts'
import { hearRecords, type StreamItem, type StreamReporter } from '../cases/store/table-stream.ts'
import type { CompleteTask } from './complete-task.ts'
import type { StartStage } from './start-stage.ts'

export interface WakeJourney extends StreamReporter {
  readonly startStage: StartStage
  readonly completeTask: CompleteTask
}

/**
 * Hears from the cases table's stream that a stage was begun, and starts its execution; or that a wait was answered, and
 * wakes the journey that waits. Records come in order and at least once; both steps may be done twice.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export function wakeJourney(service: WakeJourney, event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return hearRecords(event, (item) => hear(service, item), service)
}

async function hear({ startStage, completeTask }: WakeJourney, item: StreamItem): Promise<void> {
  if (item.type !== 'wait') return
  const wait = contentOf('wait', item)
  if (wait.state === 'starting') {
    const { stage, startedFrom, name, heard, run } = wait
    await startStage(stage, { caseId: item.pk, startedFrom, wait: name, heard, run })
  }
  if (wait.state === 'answered') await completeTask(wait.taskToken, wait.answer)
}
