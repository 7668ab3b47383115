import type { ConsoleSources } from './console-sources.ts'
import { EXECUTIONS_LISTED } from './console-state.ts'
import { type Html, html } from './html.ts'
import { asFieldValue, inLondon } from './london-time.ts'
import { page, table } from './page.ts'

/**
 * The console's page.
 * @param problem a sentence about what the person asked for and could not have.
 */
export function consolePage(sources: ConsoleSources, problem?: string): string {
  return page(
    'Console',
    html`${problem === undefined ? undefined : html`<p class="error" role="alert">${problem}</p>`}
${clockSection(sources)}
${alarmsSection(sources)}
${executionsSection(sources)}
${undeliveredSection(sources)}
${failedEventsSection(sources)}
${functionsSection(sources)}
${schedulesSection(sources)}
<h2 id="without-effect">What the templates have that does nothing here</h2>
${table(
  'Resources without effect on one machine',
  ['Resource', 'Type', 'Stack', 'Why'],
  sources.withoutEffect.map(({ stack, logicalId, type, why }) => [logicalId, type, stack, why]),
  'Nothing.',
)}`,
    sources,
  )
}

function clockSection({ clock, scheduler, messageCount }: ConsoleSources): Html {
  const now = clock.now()
  const next = scheduler.nextDue()
  const move = (name: string, value: string, words: string): Html =>
    html`<form method="post" action="/console/clock"><button name="${name}" value="${value}">${words}</button></form>`
  return html`<section aria-labelledby="clock">
<h2 id="clock">The clock</h2>
<p class="clock">${inLondon(now)}</p>
<p>${next === undefined ? 'Nothing is waiting for a time.' : `The next timer is at ${inLondon(next)}.`} The clock only goes forward; everything due on the way happens in order. ${messageCount()} messages are in the <a href="/mailbox">mailbox</a>.</p>
${move('by', 'P1D', 'Forward by 1 day')}
${move('by', 'P1W', 'Forward by a week')}
${move('next', 'true', 'To the next timer')}
<form method="post" action="/console/clock">
<label for="to">To a date and time (United Kingdom)</label>
<input id="to" name="to" type="datetime-local" required min="${asFieldValue(now)}" value="${asFieldValue(now + 86_400_000)}">
<button>Go there</button>
</form>
</section>`
}

function alarmsSection({ alarms }: ConsoleSources): Html {
  return html`<h2 id="alarms">Alarms that sound</h2>
${table(
  'Alarms that sound now',
  ['Alarm', 'What it says'],
  alarms()
    .filter(({ state }) => state === 'ALARM')
    .map(({ logicalId, description }) => [logicalId, description]),
  'No alarm sounds.',
)}`
}

function executionsSection({ executions }: ConsoleSources): Html {
  const listed = executions(EXECUTIONS_LISTED)
  return html`<h2 id="executions">Executions</h2>
${table(
  `The newest ${EXECUTIONS_LISTED} executions`,
  ['Execution', 'Machine', 'Status', 'Present state', 'Started', 'Next timer', 'Transitions'],
  listed.map((execution) => [
    html`<a href="/console/executions/${encodeURIComponent(execution.executionArn)}">${execution.name}</a>`,
    execution.stateMachineName,
    execution.status,
    execution.presentStates.join(', ') || 'none',
    inLondon(execution.startedAt),
    execution.nextTimer === undefined ? 'none' : inLondon(execution.nextTimer.due),
    execution.transitions,
  ]),
  'No execution has been started yet.',
)}`
}

function undeliveredSection({ undelivered }: ConsoleSources): Html {
  return html`<h2 id="undelivered">Stream records that are not delivered</h2>
${table(
  'Undelivered stream records',
  ['Record', 'Table', 'Function', 'Keys', 'State', 'Attempts', 'Last error', 'Next attempt'],
  undelivered().map((record) => [
    `${record.eventName} ${record.sequenceNumber}`,
    record.tableName,
    record.functionName,
    JSON.stringify(record.keys),
    record.state,
    record.attempts,
    record.lastError ?? 'none',
    record.retryAt === undefined ? 'none' : inLondon(record.retryAt),
  ]),
  'Every record has been delivered.',
)}`
}

function failedEventsSection({ failedEvents, queueMessages }: ConsoleSources): Html {
  return html`<h2 id="failed-events">Events that functions could not handle</h2>
${table(
  'Failed asynchronous events',
  ['Event', 'Function', 'From', 'Accepted', 'Attempts', 'Error'],
  failedEvents().map((event) => [
    event.id,
    event.functionName,
    event.source,
    inLondon(event.acceptedAt),
    event.attempts,
    event.error,
  ]),
  'Every event has been handled, or is still being tried.',
)}
${table(
  'Messages in queues',
  ['Message', 'Queue', 'Sent'],
  queueMessages().map(({ id, queueArn, sentAt }) => [id, queueArn.split(':').at(-1), inLondon(sentAt)]),
  'The queues are empty.',
)}`
}

function functionsSection({ functions }: ConsoleSources): Html {
  return html`<h2 id="functions">Functions</h2>
${table(
  'Functions since the service started',
  ['Function', 'Invocations', 'Errors', 'Average in ms', 'Longest in ms', 'Last error'],
  functions().map(({ name, figures }) => [
    name,
    figures.invocations,
    figures.errors,
    figures.invocations === 0 ? 'none' : (figures.totalMilliseconds / figures.invocations).toFixed(1),
    figures.invocations === 0 ? 'none' : figures.longestMilliseconds.toFixed(1),
    figures.lastError ?? 'none',
  ]),
  'The application has no functions.',
)}`
}

function schedulesSection({ schedules }: ConsoleSources): Html {
  return html`<h2 id="schedules">Rules that run by the clock</h2>
${table(
  'Schedules',
  ['Rule', 'Schedule (UTC)', 'Next time'],
  schedules().map(({ rule, expression, dueAt }) => [rule, expression, dueAt === undefined ? 'never' : inLondon(dueAt)]),
  'The application has none.',
)}`
}
