import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { CaseFile } from '../../cases/case-file.ts'
import { messageKey } from '../../cases/message.ts'
import { requireCaseFile } from '../../cases/store/load-case-file.ts'
import { hearRecords, type StreamReporter } from '../../cases/store/table-stream.ts'
import { isDue } from '../../cases/telling/held-message.ts'
import type { Delivery } from '../deliver-message.ts'
import type { Leaving } from './what-leaves.ts'

export interface SendHeldMessages extends Delivery, StreamReporter {}

/**
 * Hears from the cases table's stream of each message that is ready to leave, and sends what its case has to tell by then:
 * what is of use, in one message where it is several.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export function sendHeldMessages(
  service: SendHeldMessages,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  return hearRecords(event, ({ pk }) => sendHeldOf(service, pk), service)
}

/**
 * Sends what is ready to leave on a case. What goes out is noted before it goes, and that it went after that, so that
 * whatever happens between goes on from there: nothing is lost, and nothing goes out in two messages.
 * @throws MessageInDoubtError when it is not yet known whether a message went out. Any error may be tried again.
 */
export async function sendHeldOf(service: Delivery, caseId: string): Promise<void> {
  const { tables, now } = service
  // All words come with the second. They are loaded while the table is read, and not when the function starts.
  const [file, { letLeave }] = await Promise.all([requireCaseFile(tables, caseId), import('./let-leave.ts')])
  const { held } = file
  const ready = held.filter((one) => one.state === 'ready' || isDue(one, now()))
  const onTheirWay = onTheirWayOf(held)
  if (ready.length === 0 && onTheirWay.length === 0) return
  await letLeave(service, file, { ready, onTheirWay })
}

/** What was noted as leaving, and has not all been noted as gone: each with everything that it goes out for. */
function onTheirWayOf(held: CaseFile['held']): readonly Leaving[] {
  const decided = held.flatMap((one) => (one.state === 'leaving' || one.state === 'left' ? [one] : []))
  return [...Map.groupBy(decided, ({ as }) => messageKey(as)).values()].flatMap((group) => {
    const first = group.find(({ state }) => state === 'leaving')
    return first ? [{ as: first.as, held: group }] : []
  })
}
