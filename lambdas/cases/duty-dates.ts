import type { CalendarDate } from '../law/calendar-date.ts'
import { complianceDeadlines } from '../law/compliance-deadlines.ts'
import type { Deadline } from '../law/deadline.ts'
import { agreementToldDeadline } from '../law/health-board-deadlines.ts'
import type { PeriodId } from '../law/periods.ts'
import type { Undertaking } from './case.ts'

/** Something that the council has to do after an agreement, an order or a concession. */
export interface DutyDate {
  /** The row of the rules, which tells the duties of one undertaking apart: "D14". */
  readonly rule: PeriodId
  readonly deadline: Deadline
  readonly doneOn?: CalendarDate
  /** The assessment led to the other one of a plan and no plan, so this is not to be done any more. */
  readonly fellAway: boolean
  /** It binds the council only if there will be no plan, so it is never overdue by itself. */
  readonly onlyWithoutPlan: boolean
}

/** After an assessment the council either says that there will be no plan (first), or sends one: doing one ends the other. */
const EITHER_OR: readonly (readonly [PeriodId, PeriodId])[] = [
  ['D15', 'D16'],
  ['D27', 'D28'],
]

/**
 * Every duty of an undertaking with its date, in the order of the dates (SEND Regulations 2014, regulations 42, 44, 45).
 * A day that the parties set in writing replaces the times in law, for what they set it for (regulation 42(5)). An
 * agreement that the integrated care board made alone is told to the council too (regulation 42(4)).
 */
export function dutyDates({
  source,
  on,
  duties,
  agreedDate,
  agreedDateFor = duties,
  byBoard,
  done,
}: Undertaking): readonly DutyDate[] {
  const deadlines = [
    ...(byBoard ? [agreementToldDeadline({ agreedOn: on })] : []),
    ...duties.flatMap((duty) =>
      complianceDeadlines({ source, on, duty, ...(agreedDate && agreedDateFor.includes(duty) && { agreedDate }) }),
    ),
  ]
  const byRule = new Map(deadlines.map((deadline) => [deadline.ruleId as PeriodId, deadline]))
  const doneOn = (rule: PeriodId) => done.find((one) => one.rule === rule)?.doneOn
  return [...byRule]
    .map(([rule, deadline]): DutyDate => {
      const other = EITHER_OR.find((pair) => pair.includes(rule))?.find((one) => one !== rule)
      const day = doneOn(rule)
      return {
        rule,
        deadline,
        ...(day && { doneOn: day }),
        fellAway: !day && other !== undefined && doneOn(other) !== undefined,
        onlyWithoutPlan: EITHER_OR.some(([withoutPlan]) => withoutPlan === rule),
      }
    })
    .sort((one, other) => (one.deadline.lawDate < other.deadline.lawDate ? -1 : 1))
}

/** The duties that are still to be done. */
export function openDuties(undertaking: Undertaking): readonly DutyDate[] {
  return dutyDates(undertaking).filter(({ doneOn, fellAway }) => !doneOn && !fellAway)
}
