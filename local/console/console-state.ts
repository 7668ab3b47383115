import type { ExecutionOverview } from '../step-functions/step-functions.ts'
import type { ConsoleSources } from './console-sources.ts'

/** How many executions the console lists; `/console/executions.json` gives all. */
export const EXECUTIONS_LISTED = 500

/** The console as data: what the page shows, with every moment as an ISO 8601 instant. */
export function consoleState(sources: ConsoleSources): Readonly<Record<string, unknown>> {
  return {
    clock: clockState(sources),
    executions: sources.executions(EXECUTIONS_LISTED).map(executionState),
    undeliveredRecords: sources.undelivered().map((record) => ({ ...record, retryAt: instant(record.retryAt) })),
    failedEvents: sources.failedEvents().map((event) => ({ ...event, acceptedAt: instant(event.acceptedAt) })),
    queueMessages: sources.queueMessages().map(({ id, queueArn, attributes, sentAt }) => ({
      id,
      queueArn,
      attributes,
      sentAt: instant(sentAt),
    })),
    functions: sources.functions().map(({ name, figures }) => ({ name, ...figures })),
    schedules: sources.schedules().map((schedule) => ({ ...schedule, dueAt: instant(schedule.dueAt) })),
    messages: sources.messageCount(),
  }
}

/** The clock as data. */
export function clockState({ clock, scheduler }: ConsoleSources): Readonly<Record<string, unknown>> {
  return {
    now: instant(clock.now()),
    offsetInMilliseconds: clock.offsetInMilliseconds(),
    nextTimer: instant(scheduler.nextDue()),
  }
}

/** An execution as data. */
export function executionState(execution: ExecutionOverview): Readonly<Record<string, unknown>> {
  return {
    ...execution,
    startedAt: instant(execution.startedAt),
    stoppedAt: instant(execution.stoppedAt),
    nextTimer: execution.nextTimer && { ...execution.nextTimer, due: instant(execution.nextTimer.due) },
  }
}

function instant(epochMilliseconds: number | undefined): string | undefined {
  return epochMilliseconds === undefined ? undefined : new Date(epochMilliseconds).toISOString()
}
