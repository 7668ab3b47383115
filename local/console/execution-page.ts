import type { ConsoleSources } from './console-sources.ts'
import { html } from './html.ts'
import { inLondon } from './london-time.ts'
import { page, table } from './page.ts'

interface HistoryEvent {
  readonly id: number
  readonly type: string
  /** Epoch seconds. */
  readonly timestamp: number
  readonly [details: string]: unknown
}

interface Execution {
  readonly name: string
  readonly status: string
  readonly stateMachineArn: string
  readonly startDate: number
  readonly stopDate?: number
  readonly input?: string
  readonly output?: string
  readonly error?: string
  readonly cause?: string
}

/** An execution with its whole history; `undefined` when there is none of that ARN. */
export async function executionPage(executionArn: string, sources: ConsoleSources): Promise<string | undefined> {
  const described = await sources.stepFunctions('DescribeExecution', { executionArn })
  if (described.status !== 200) return undefined
  const execution = described.body as Execution
  const events = await history(executionArn, sources)
  return page(
    execution.name,
    html`<dl>
<dt>Machine</dt><dd>${execution.stateMachineArn.split(':').at(-1)}</dd>
<dt>Status</dt><dd>${execution.status}</dd>
<dt>Started</dt><dd>${inLondon(execution.startDate * 1000)}</dd>
<dt>Ended</dt><dd>${execution.stopDate === undefined ? 'not yet' : inLondon(execution.stopDate * 1000)}</dd>
<dt>Input</dt><dd>${execution.input}</dd>
<dt>Output</dt><dd>${execution.output ?? 'none'}</dd>
${execution.error === undefined ? undefined : html`<dt>Error</dt><dd>${execution.error}: ${execution.cause}</dd>`}
</dl>
<h2>History</h2>
${table(
  `${events.length} events`,
  ['Event', 'Type', 'Time', 'State or details'],
  events.map((event) => [event.id, event.type, inLondon(event.timestamp * 1000), detailsOf(event)]),
  'There is no history.',
)}`,
    sources,
  )
}

async function history(executionArn: string, sources: ConsoleSources): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = []
  let nextToken: string | undefined
  do {
    const response = await sources.stepFunctions('GetExecutionHistory', {
      executionArn,
      maxResults: 1000,
      ...(nextToken === undefined ? {} : { nextToken }),
    })
    const body = response.body as { readonly events: readonly HistoryEvent[]; readonly nextToken?: string }
    events.push(...body.events)
    nextToken = body.nextToken ?? undefined
  } while (nextToken !== undefined)
  return events
}

/** The state's name, or the details themselves; task tokens are keys and are left out. */
function detailsOf(event: HistoryEvent): string {
  const details = Object.entries(event).find(([name]) => name.endsWith('EventDetails'))?.[1]
  if (details === null || typeof details !== 'object') return ''
  const { name, error, cause, resource } = details as Readonly<Record<string, unknown>>
  if (typeof name === 'string') return name
  return [error, cause, resource].filter((part) => part !== undefined).join(': ')
}
