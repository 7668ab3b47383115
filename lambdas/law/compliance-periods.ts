import { parseCalendarDate } from './calendar-date.ts'
import { PART_3_IN_FORCE, sendRegulation } from './citations.ts'
import type { Period, PeriodId } from './period.ts'

/** What an agreement, an order or a concession leaves to be done, and by when. One row of the tables below. */
interface Duty {
  readonly id: PeriodId
  readonly name: string
  /** In weeks; absent for "immediately". */
  readonly weeks?: number
  /** The part of regulation 44(2) or 45(3), for example "(2)(b)(i)". */
  readonly part: string
  readonly onMiss?: string
  readonly toCheck?: string
}

const BREACH = 'The council is in breach: escalate to the named officer, and write to the Tribunal or the council.'
const EXCEPTIONS =
  'Regulation 44(3): not where exceptional personal circumstances, an absence from the area of at least 2 weeks, or a closed institution make it impractical.'
const ORDERED = "the Tribunal's order, or the agreement at mediation"
const CONCEDED = 'the council tells the Tribunal that it does not oppose the appeal'

/** Regulation 44(2): counted from the order, or from the agreement at mediation "as if it were an order" (42(2)). */
const ORDER_DUTIES: readonly Duty[] = [
  { id: 'D14', name: 'Tell the family that there will be an assessment', weeks: 2, part: '(2)(b)' },
  {
    id: 'D15',
    name: 'Tell the family that there will be no plan after the assessment',
    weeks: 10,
    part: '(2)(b)(i)',
    onMiss: `${BREACH} A refusal gives a new right of appeal.`,
  },
  { id: 'D16', name: 'Send the final plan after the assessment', weeks: 14, part: '(2)(b)(ii)' },
  { id: 'D17', name: 'Send the draft plan', weeks: 5, part: '(2)(c)(i)' },
  { id: 'D18', name: 'Send the final plan', weeks: 11, part: '(2)(c)(ii)' },
  { id: 'D19', name: 'Send the plan with its contents amended', weeks: 5, part: '(2)(e) and (h)' },
  { id: 'D20', name: 'Send the plan with the school or other place amended', weeks: 2, part: '(2)(f)' },
  { id: 'D23', name: 'Stop maintaining the plan, because the appeal was dismissed', part: '(2)(a)' },
  {
    id: 'D24',
    name: 'Send a draft plan, or the decision made again',
    weeks: 2,
    part: '(2)(d)',
    toCheck: 'The 2 weeks of regulation 44(2)(d) were not read in the provision itself.',
  },
  {
    id: 'D25',
    name: 'Go on maintaining the plan',
    part: '(2)(g) and (h)',
    toCheck: 'The words of regulation 44(2)(g) and (h) were read in part only.',
  },
]

/** Regulation 45, as substituted in 2015: counted from the council's notice to the Tribunal. */
const CONCESSION_DUTIES: readonly Duty[] = [
  { id: 'D26', name: 'Tell the family that there will be an assessment, after conceding', weeks: 2, part: '' },
  {
    id: 'D27',
    name: 'Tell the family that there will be no plan after the assessment, after conceding',
    weeks: 10,
    part: '',
    onMiss: `${BREACH} A refusal gives a new right of appeal.`,
  },
  { id: 'D28', name: 'Send the final plan after the assessment, after conceding', weeks: 14, part: '' },
  { id: 'D29', name: 'Send the draft plan, after conceding', weeks: 5, part: '' },
  { id: 'D30', name: 'Send the final plan, after conceding', weeks: 11, part: '' },
  { id: 'D31', name: 'Send the plan with its contents amended, after conceding', weeks: 5, part: '' },
  { id: 'D32', name: 'Send the plan with the school or other place amended, after conceding', weeks: 2, part: '' },
]

/**
 * The times in which the council and the integrated care board must do what was agreed, ordered or conceded: SEND
 * Regulations 2014, regulations 42, 44 and 45.
 *
 * Regulation 45 has these times since it was substituted by SI 2015/359. Its first text ("within 4 weeks") is left out:
 * it is still quoted in places and has not been the law since.
 */
export const COMPLIANCE_PERIODS: readonly Period[] = [
  {
    id: 'D12',
    version: '1',
    name: 'Do what was agreed at mediation, where it could not have been appealed',
    length: 2,
    unit: 'weeks',
    startsWith: 'the mediation agreement',
    rolls: 'never',
    whoMustAct: 'council',
    onMiss: 'Escalate to the named officer; a complaint to the council, then to the Ombudsman.',
    citations: [sendRegulation(42, '(3) and (5)')],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D13',
    version: '1',
    name: 'Tell the council what was agreed, where it took no part',
    length: 1,
    unit: 'weeks',
    startsWith: 'the mediation agreement',
    rolls: 'never',
    whoMustAct: 'integrated care board',
    onMiss: 'Ask the integrated care board to tell the council the same day.',
    citations: [sendRegulation(42, '(4)')],
    lawFrom: PART_3_IN_FORCE,
  },
  ...ORDER_DUTIES.map(
    (duty): Period => ({
      ...row(duty),
      startsWith: ORDERED,
      citations: [sendRegulation(44, duty.part), sendRegulation(42, '(2) and (5)')],
      exceptions: EXCEPTIONS,
      lawFrom: PART_3_IN_FORCE,
    }),
  ),
  ...CONCESSION_DUTIES.map(
    (duty): Period => ({
      ...row(duty),
      startsWith: CONCEDED,
      citations: [sendRegulation(45, duty.part)],
      lawFrom: parseCalendarDate('2015-03-23'),
    }),
  ),
]

function row({ id, name, weeks, onMiss, toCheck }: Duty) {
  return {
    id,
    version: '1',
    name,
    length: weeks ?? 0,
    unit: weeks === undefined ? 'immediately' : 'weeks',
    rolls: 'never',
    whoMustAct: 'council',
    onMiss: onMiss ?? BREACH,
    ...(toCheck === undefined ? {} : { toCheck }),
  } as const
}
