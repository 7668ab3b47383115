import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { type CountCase, keepOutcome } from '../cases/store/outcome-store.ts'
import { contentOf } from '../cases/store/rows.ts'
import { hearRecords, type StreamItem, type StreamReporter } from '../cases/store/table-stream.ts'
import { COVER_ROW, MESSAGE_ROW, ROWS_WITH_OUTCOME, ROWS_WITH_WORK } from '../cases/store/tables.ts'
import { type KeepWork, keepWork, pageOfWork } from '../cases/store/work-store.ts'

/** What is kept of each case: what there is to look after, and how it is counted. */
export interface KeepWorkOfCases extends KeepWork, StreamReporter {
  readonly count: CountCase
}

/**
 * Hears from the cases table's stream that something of a case has changed, and keeps what there is to look after on it, and what
 * the outcomes count of it. What a record says is not looked at: the case is, as it is now.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export function keepWorkOfCases(service: KeepWorkOfCases, event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const hear = async (item: StreamItem) => {
    const { pk, type } = item
    if (type === COVER_ROW) await keepWorkOfOwner(service, contentOf('cover', item).owner)
    const keeping = [
      ...(ROWS_WITH_WORK.some((one) => one === type) ? [keepWork(service, pk)] : []),
      ...([...ROWS_WITH_OUTCOME, MESSAGE_ROW].some((one) => one === type)
        ? [keepOutcome(service.tables, pk, service.count, service.now())]
        : []),
    ]
    // Each is done, and a failure of one is heard after the other.
    await Promise.allSettled(keeping)
    await Promise.all(keeping)
  }
  return hearRecords(event, hear, service)
}

/** Somebody else covers for an owner from now on, or not any more: all that is theirs moves into other lists. */
async function keepWorkOfOwner(service: KeepWork, owner: string): Promise<void> {
  let from: string | undefined
  do {
    const { work, next } = await pageOfWork(service.tables, { whose: owner, limit: 100, ...(from && { from }) })
    for (const caseId of new Set(work.map((one) => one.caseId))) await keepWork(service, caseId)
    from = next
  } while (from)
}
