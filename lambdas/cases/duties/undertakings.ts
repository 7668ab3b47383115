import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Duty, DutySource } from '../../law/compliance-deadlines.ts'
import { boardArranges, type Case, type Undertaking } from '../case.ts'
import type { FactWith } from '../fact-kind.ts'
import type { Stage } from '../stages.ts'

/** What a fact may say that the council is bound to do. */
interface MayBind {
  readonly duties?: readonly Duty[]
  readonly agreedDate?: CalendarDate
  readonly agreedDateFor?: readonly Duty[]
  readonly orderedDate?: CalendarDate
  readonly orderedDateFor?: readonly Duty[]
  readonly requestReceivedOn?: CalendarDate
}

/** The case with what an agreement, an order or a concession asks of the council. */
export function undertaken(
  before: Case,
  { sequence, details }: Pick<FactWith<MayBind>, 'sequence' | 'details'>,
  source: DutySource,
  on: CalendarDate,
): Case {
  const { duties = [], agreedDate, agreedDateFor, orderedDate, orderedDateFor, requestReceivedOn } = details
  if (duties.length === 0) return before
  const isBoards = source === 'agreement' && boardArranges(before)
  const undertaking: Undertaking = {
    of: sequence,
    source,
    on,
    duties,
    done: [],
    days: [],
    excused: [],
    ...(agreedDate && { agreedDate }),
    ...(agreedDate && agreedDateFor && { agreedDateFor }),
    ...(orderedDate && { orderedDate }),
    ...(orderedDate && orderedDateFor && { orderedDateFor }),
    ...(requestReceivedOn && { requestReceivedOn }),
    ...(isBoards && { byBoard: true }),
  }
  return { ...before, undertakings: [...before.undertakings, undertaking] }
}

/** The stage of the duties, where there is something to be done. */
export function dutiesStage({ duties = [] }: MayBind): readonly Stage[] {
  return duties.length > 0 ? ['duties'] : []
}
