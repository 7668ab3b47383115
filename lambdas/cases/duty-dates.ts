import type { CalendarDate } from '../law/calendar-date.ts'
import type { Deed, DutyDeadline } from '../law/compliance-deadlines.ts'
import { periodOf } from '../law/periods.ts'
import { whichDates } from '../law/which-dates.ts'
import type { Undertaking } from './case.ts'
import { dateFactsOfUndertaking } from './date-facts-of.ts'
import type { ReasonToBeLate } from './duties/closed-words.ts'

/** Something that the council has to do after an agreement, an order or a concession. */
export interface DutyDate {
  /** The row of the rules, by which what is stored names one thing of an undertaking: "D14". */
  readonly rule: DutyDeadline['ruleId']
  readonly deed: Deed
  readonly deadline: DutyDeadline
  readonly doneOn?: CalendarDate
  /** What was done has made it pointless, so this is not to be done any more. */
  readonly fellAway: boolean
  /** Whether it can be recorded that it was done: what is pointless by now can have been done before. */
  readonly canHaveBeenDone: boolean
  /** Why the law lets its day pass. It is still to be done, and is not late. */
  readonly excused?: ReasonToBeLate
  /** It binds the council only if there will be no plan, so it is never overdue by itself. */
  readonly onlyWithoutPlan: boolean
}

/** After an assessment the council either says that there will be no plan, or sends one: doing one ends the other. */
const OTHER_WAY: Readonly<Partial<Record<Deed, Deed>>> = {
  'tell-of-no-plan': 'send-plan-after-assessment',
  'send-plan-after-assessment': 'tell-of-no-plan',
}

/** Once one of these is done nobody needs the other any more: the news of an assessment that is over, the draft of a final plan. */
const POINTLESS_AFTER: Readonly<Partial<Record<Deed, readonly Deed[]>>> = {
  'tell-of-assessment': ['tell-of-no-plan', 'send-plan-after-assessment'],
  'send-draft-plan': ['send-final-plan'],
}

/**
 * Every duty of an undertaking with its date, in the order of the dates (SEND Regulations 2014, regulations 42, 44, 45),
 * and what is done of it.
 */
export function dutyDates(undertaking: Undertaking): readonly DutyDate[] {
  const { duties } = whichDates(dateFactsOfUndertaking(undertaking))
  const doneOn = (rule: string | undefined) => undertaking.done.find((one) => one.rule === rule)?.doneOn
  return duties.map((deadline): DutyDate => {
    const { ruleId: rule, deed } = deadline
    const isDone = (other: Deed | undefined) => doneOn(duties.find((one) => one.deed === other)?.ruleId) !== undefined
    const day = doneOn(rule)
    const otherWayIsDone = isDone(OTHER_WAY[deed])
    const excused = undertaking.excused.find((one) => one.rule === rule)?.reason
    return {
      rule,
      deed,
      deadline,
      ...(day && { doneOn: day }),
      fellAway: !day && (undertaking.setAside === true || otherWayIsDone || (POINTLESS_AFTER[deed] ?? []).some(isDone)),
      canHaveBeenDone: !day && !otherWayIsDone && !undertaking.setAside,
      ...(excused && { excused }),
      onlyWithoutPlan: deed === 'tell-of-no-plan',
    }
  })
}

/** The duties that are still to be done. */
export function openDuties(undertaking: Undertaking): readonly DutyDate[] {
  return dutyDates(undertaking).filter(({ doneOn, fellAway }) => !doneOn && !fellAway)
}

/** Whether the parties or the Tribunal can set another day for it. Regulation 45 knows no other day than its own. */
export function hasADayOfItsOwn({ source }: Undertaking): boolean {
  return source !== 'concession'
}

/** Whether the law lets its day pass for a reason: it says so of some times alone. */
export function canBeExcused({ deadline }: Pick<DutyDate, 'deadline'>): boolean {
  return periodOf(deadline)?.exceptions !== undefined
}
