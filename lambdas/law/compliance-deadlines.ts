import type { CalendarDate } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { dutyDeadline } from './duty-deadline.ts'
import { NoTimeInLawError } from './law-errors.ts'
import type { PeriodId } from './periods.ts'

/** What the council must do. `not-appealable`: something agreed at mediation that could not have been appealed. */
export const DUTIES = [
  'assess',
  'make-plan',
  'reconsider',
  'amend-contents',
  'amend-placement',
  'continue',
  'continue-and-amend',
  'cease',
  'not-appealable',
] as const
export type Duty = (typeof DUTIES)[number]

/** What the duty follows from: regulation 42, 44 or 45. */
export type DutySource = 'agreement' | 'order' | 'concession'

const AFTER_ORDER: Readonly<Partial<Record<Duty, readonly PeriodId[]>>> = {
  assess: ['D14', 'D15', 'D16'],
  'make-plan': ['D17', 'D18'],
  reconsider: ['D24'],
  'amend-contents': ['D19'],
  'amend-placement': ['D20'],
  continue: ['D25'],
  'continue-and-amend': ['D25', 'D19'],
  cease: ['D23'],
}

const PERIODS_OF: Readonly<Record<DutySource, Readonly<Partial<Record<Duty, readonly PeriodId[]>>>>> = {
  order: AFTER_ORDER,
  agreement: { ...AFTER_ORDER, 'not-appealable': ['D12'] },
  concession: {
    assess: ['D26', 'D27', 'D28'],
    'make-plan': ['D29', 'D30'],
    'amend-contents': ['D31'],
    'amend-placement': ['D32'],
  },
}

/** The duties for which the regulation gives a time after an agreement (42), an order (44) or a concession (45). */
export function dutiesAfter(source: DutySource): readonly Duty[] {
  return DUTIES.filter((duty) => PERIODS_OF[source][duty] !== undefined)
}

/**
 * Every date by which the council must do what the Tribunal ordered (regulation 44), what was agreed at mediation
 * (regulation 42(2): "as if the mediation agreement were an order"; 42(3)), or what it conceded (regulation 45). Whole
 * weeks after the day of the order, the agreement or the council's notice to the Tribunal (`on`); they never move (J11).
 * After `assess` come three: the notice of it, and then either the refusal of a plan or the final plan.
 *
 * After an agreement, a date that the parties agreed in writing (`agreedDate`) replaces each of them (42(5)).
 *
 * @throws NoTimeInLawError when the regulation gives no time for that duty
 * @throws DateOrderError when `agreedDate` is before `on`
 * @throws RuleNotInForceError when `on` is before the rule was the law
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function complianceDeadlines(facts: {
  readonly source: DutySource
  readonly on: CalendarDate
  readonly duty: Duty
  readonly agreedDate?: CalendarDate
}): readonly Deadline[] {
  const { source, on, duty, agreedDate } = facts
  const ids = PERIODS_OF[source][duty]
  if (ids === undefined) {
    throw new NoTimeInLawError(
      `The rules give no time for "${duty}" after an ${source === 'concession' ? 'appeal is conceded' : source}. ` +
        'Choose another duty, or keep to the date in the order.',
    )
  }
  return ids.map((id) => dutyDeadline(id, on, source === 'agreement' ? agreedDate : undefined))
}
