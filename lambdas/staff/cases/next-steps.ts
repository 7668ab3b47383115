import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { NextDateKind } from '../../cases/plan/next-date-kind.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { Stage } from '../../cases/stages.ts'
import { isOf, stopped } from '../../cases/stop.ts'
import { isLive, type Wait } from '../../cases/wait.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { OUTCOME_WORDS } from '../closed-words.ts'
import { formatInstant } from '../day.ts'
import {
  describeComplaint,
  describeOmbudsman,
  describeResolution,
  describeUndertaking,
} from '../facts/describe-route.ts'
import type { Tag } from '../tag.ts'
import { nextDateTag } from './case-list-view.ts'
import { NEXT_DATE_WORDS, OUTCOME_EXPLANATIONS, STAGE_WORDS, WAIT_WORDS } from './journey-words.ts'

/** What one stage of a case waits for, or how the case ended. */
export interface NextStep {
  readonly stage?: Stage
  readonly stageInWords?: string
  /** Where the stage stands. Without its full stop. */
  readonly stands?: string
  readonly what: string
  readonly why: string
  /** Which one it is, of those that a case can have several of. */
  readonly about?: string
  readonly date?: CalendarDate
  readonly kind?: NextDateKind
  readonly dateInWords?: string
  readonly dateFor?: string
  readonly tag?: Tag
  /** That it does not go on by itself, and when it will. */
  readonly stopped?: string
}

/** What is next on a case: one step for each stage under way, the earliest date first. At least one. */
export function nextSteps(file: CaseFile, today: CalendarDate): readonly NextStep[] {
  const { record, subject, waits } = file
  if (record.status === 'closed') return [ending(record)]
  const steps = waits
    .filter((wait) => isLive(wait))
    .map((wait) => ({ ...nextStep(wait, subject, today), ...stopOf(wait, file) }))
    .sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1))
  if (steps.length > 0) return steps
  return subject.history ? [NOTHING_UNDER_WAY] : [WORKING]
}

/** A case that was taken over can have nothing left to wait for. It is closed in the night after that. */
const NOTHING_UNDER_WAY: NextStep = {
  what: 'Nothing is under way on this case',
  why: 'Everything that was recorded is over. When the history is complete, the case is closed in the night after.',
}

/** Nothing has come to a wait yet. */
export const WORKING: NextStep = {
  what: 'The service is working on what was recorded last',
  why: 'It writes to the family and works out what comes next. This takes a few seconds.',
}

function ending({ outcome }: CaseFile['record']): NextStep {
  return outcome
    ? { what: `This case is closed: ${OUTCOME_WORDS[outcome]}`, why: OUTCOME_EXPLANATIONS[outcome] }
    : { what: 'This case is closed', why: '' }
}

function nextStep(wait: Wait, subject: Case, today: CalendarDate): NextStep {
  const { stage } = wait
  const about = aboutOf(wait, subject)
  const common = { stage, stageInWords: STAGE_WORDS[stage], ...(about && { about }) }
  if (wait.state === 'starting') {
    return { ...common, what: 'It is being started', why: 'This takes a few seconds.' }
  }
  if (wait.state !== 'waiting') return { ...common, ...WORKING }
  return {
    ...common,
    ...WAIT_WORDS[wait.name],
    date: wait.next.date,
    kind: wait.next.kind,
    dateInWords: formatDate(wait.next.date),
    dateFor: NEXT_DATE_WORDS[wait.next.kind].what,
    ...nextDateTag(wait.next.kind, wait.next.date, today),
  }
}

/** What is recorded meanwhile is not lost: the stage goes on where the facts have led by then. */
function stopOf(wait: Wait, file: CaseFile): Pick<NextStep, 'stopped'> {
  const stop = stopped(file).find((one) => isOf(one, wait))
  return stop
    ? {
        stopped: `This has stopped: something went wrong in the service. It goes on by itself on ${formatInstant(stop.goesOnAt)}. Until then the family gets no message about it. Whoever looks after the service has been told. You can record what happens as always.`,
      }
    : {}
}

function aboutOf(
  { stage, startedFrom }: Wait,
  { undertakings, resolutions, complaints, ombudsmen }: Case,
): string | undefined {
  const started = ({ of }: { readonly of: Sequence }) => of === startedFrom
  switch (stage) {
    case 'duties': {
      const undertaking = undertakings.find(started)
      return undertaking && describeUndertaking(undertaking)
    }
    case 'disagreement-resolution': {
      const resolution = resolutions.find(started)
      return resolution && describeResolution(resolution)
    }
    case 'complaint': {
      const complaint = complaints.find(started)
      return complaint && describeComplaint(complaint)
    }
    case 'ombudsman': {
      const taken = ombudsmen.find(started)
      return taken && describeOmbudsman(taken)
    }
    default:
      return undefined
  }
}
