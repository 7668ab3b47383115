import type { Case, Undertaking } from '../../cases/case.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Citation } from '../../law/deadline.ts'
import type { PeriodId } from '../../law/periods.ts'
import { describeDuty, describeUndertaking } from '../facts/describe-route.ts'

/** What the council has to do after one agreement, order or concession. */
export interface UndertakingView {
  readonly of: Sequence
  readonly title: string
  readonly duties: readonly DutyView[]
}

/** `only-without-plan`: binding only if the assessment leads to no plan. `not-needed`: the other of two was done. */
type DutyStanding = 'done' | 'to-do' | 'overdue' | 'only-without-plan' | 'not-needed'

export interface DutyView {
  readonly rule: PeriodId
  readonly what: string
  readonly aimDate: CalendarDate
  readonly aimInWords: string
  readonly lawDate: CalendarDate
  readonly lawInWords: string
  readonly standing: DutyStanding
  readonly tag: { readonly text: string; readonly colour: 'green' | 'yellow' | 'red' | 'grey' | 'blue' }
  readonly doneInWords?: string
  readonly working: readonly string[]
  readonly judgements: readonly string[]
  readonly sources: readonly Citation[]
}

/** Every undertaking of the case, in the order in which they began. @param today the day in England */
export function undertakingViews({ undertakings }: Case, today: CalendarDate): readonly UndertakingView[] {
  return undertakings.map((undertaking: Undertaking) => ({
    of: undertaking.of,
    title: describeUndertaking(undertaking),
    duties: dutyDates(undertaking).map((duty) => dutyView(duty, today)),
  }))
}

function dutyView(duty: DutyDate, today: CalendarDate): DutyView {
  const { rule, deadline, doneOn } = duty
  const { aimDate, lawDate, working, judgements, sources } = deadline
  const standing = standingOf(duty, today)
  return {
    rule,
    what: describeDuty(duty),
    aimDate,
    aimInWords: formatDate(aimDate),
    lawDate,
    lawInWords: formatDate(lawDate),
    standing,
    tag: doneOn && doneOn > lawDate ? { text: 'Done late', colour: 'yellow' } : TAGS[standing],
    ...(doneOn && { doneInWords: formatDate(doneOn) }),
    working,
    judgements: judgements.map(({ id, reason }) => `${id}: ${reason}`),
    sources,
  }
}

function standingOf({ doneOn, fellAway, onlyWithoutPlan, deadline }: DutyDate, today: CalendarDate): DutyStanding {
  if (doneOn) return 'done'
  if (fellAway) return 'not-needed'
  if (onlyWithoutPlan) return 'only-without-plan'
  return deadline.lawDate < today ? 'overdue' : 'to-do'
}

const TAGS: Readonly<Record<DutyStanding, DutyView['tag']>> = {
  done: { text: 'Done', colour: 'green' },
  'to-do': { text: 'To do', colour: 'blue' },
  overdue: { text: 'Overdue', colour: 'red' },
  'only-without-plan': { text: 'Only if there is no plan', colour: 'grey' },
  'not-needed': { text: 'Not needed any more', colour: 'grey' },
}
