import { parseCalendarDate } from './calendar-date.ts'
import { PART_3_IN_FORCE, sendRegulation } from './citations.ts'
import type { Period, PeriodId } from './period.ts'

/** What an agreement, an order or a concession leaves to be done, and by when. One row of the tables below. */
interface Duty {
  readonly id: PeriodId
  readonly name: string
  /** In weeks, or "immediately". */
  readonly time: number | 'immediately'
  /** The part of regulation 44 or 45, for example "(2)(b)(i)". */
  readonly part: string
  /** Whether the reasons of regulation 44(3) or 45(7) let the time be missed. */
  readonly excused: boolean
  readonly onMiss: string
}

const BREACH = 'The council is in breach: escalate to the named officer, and write to the Tribunal or the council.'
const NEW_RIGHT = `${BREACH} A refusal gives a new right of appeal.`
const REASONS =
  'not where exceptional personal circumstances, an absence from the area of at least 2 weeks, or a closed institution make it impractical.'

/**
 * Regulation 44(2): counted from the order, or from the agreement at mediation "as if it were an order" (42(2)). Its
 * paragraph (3) excuses "paragraph (2)(b) and (c)" and nothing else.
 */
const ORDER_DUTIES: readonly Duty[] = [
  {
    id: 'D14',
    name: 'Tell the family that there will be an assessment',
    time: 2,
    part: '(2)(b)',
    excused: true,
    onMiss: BREACH,
  },
  {
    id: 'D15',
    name: 'Tell the family that there will be no plan after the assessment',
    time: 10,
    part: '(2)(b)(i)',
    excused: true,
    onMiss: NEW_RIGHT,
  },
  {
    id: 'D16',
    name: 'Send the final plan after the assessment',
    time: 14,
    part: '(2)(b)(ii)',
    excused: true,
    onMiss: BREACH,
  },
  { id: 'D17', name: 'Send the draft plan', time: 5, part: '(2)(c)(i)', excused: true, onMiss: BREACH },
  { id: 'D18', name: 'Send the final plan', time: 11, part: '(2)(c)(ii)', excused: true, onMiss: BREACH },
  {
    id: 'D19',
    name: 'Send the plan with its contents amended',
    time: 5,
    part: '(2)(e) and (h)',
    excused: false,
    onMiss: BREACH,
  },
  {
    id: 'D20',
    name: 'Send the plan with the school or other place amended',
    time: 2,
    part: '(2)(f)',
    excused: false,
    onMiss: BREACH,
  },
  {
    id: 'D23',
    name: 'Stop maintaining the plan, because the appeal was dismissed',
    time: 'immediately',
    part: '(2)(a)',
    excused: false,
    onMiss: BREACH,
  },
  {
    id: 'D24',
    name: 'Send a draft plan, or the decision made again',
    time: 2,
    part: '(2)(d)',
    excused: false,
    onMiss: BREACH,
  },
  {
    id: 'D25',
    name: 'Go on maintaining the plan',
    time: 'immediately',
    part: '(2)(g) and (h)',
    excused: false,
    onMiss: BREACH,
  },
]

/**
 * Regulation 45, as substituted in 2015: counted from the council's notice to the Tribunal. Its paragraph (7) excuses
 * "(3) ... or (6)", and says nothing of (3A) (J23).
 */
const CONCESSION_DUTIES: readonly Duty[] = [
  {
    id: 'D26',
    name: 'Tell the family that there will be an assessment, after conceding',
    time: 2,
    part: '(3)',
    excused: true,
    onMiss: BREACH,
  },
  {
    id: 'D27',
    name: 'Tell the family that there will be no plan after the assessment, after conceding',
    time: 10,
    part: '(3A)',
    excused: false,
    onMiss: NEW_RIGHT,
  },
  {
    id: 'D28',
    name: 'Send the final plan after the assessment, after conceding',
    time: 14,
    part: '(3A)',
    excused: false,
    onMiss: BREACH,
  },
  { id: 'D29', name: 'Send the draft plan, after conceding', time: 5, part: '(6)', excused: true, onMiss: BREACH },
  { id: 'D30', name: 'Send the final plan, after conceding', time: 11, part: '(6)', excused: true, onMiss: BREACH },
  {
    id: 'D31',
    name: 'Send the plan with its contents amended, after conceding',
    time: 5,
    part: '(4), (5) and (6A)',
    excused: false,
    onMiss: BREACH,
  },
  {
    id: 'D32',
    name: 'Send the plan with the school or other place amended, after conceding',
    time: 2,
    part: '(5)',
    excused: false,
    onMiss: BREACH,
  },
  {
    id: 'D58',
    name: 'Go on maintaining the plan, after conceding',
    time: 'immediately',
    part: '(6A)',
    excused: false,
    onMiss: BREACH,
  },
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
  ...ORDER_DUTIES.map((duty) =>
    row(duty, 44, {
      startsWith: "the Tribunal's order, or the agreement at mediation",
      citations: [sendRegulation(44, duty.part), sendRegulation(42, '(2) and (5)')],
      lawFrom: PART_3_IN_FORCE,
    }),
  ),
  ...CONCESSION_DUTIES.map((duty) =>
    row(duty, 45, {
      startsWith: 'the council tells the Tribunal that it does not oppose the appeal',
      citations: [sendRegulation(45, duty.part)],
      lawFrom: parseCalendarDate('2015-03-23'),
    }),
  ),
]

function row(
  { id, name, time, excused, onMiss }: Duty,
  regulation: 44 | 45,
  starts: Pick<Period, 'startsWith' | 'citations' | 'lawFrom'>,
): Period {
  return {
    id,
    version: '1',
    name,
    length: time === 'immediately' ? 0 : time,
    unit: time === 'immediately' ? 'immediately' : 'weeks',
    rolls: 'never',
    whoMustAct: 'council',
    onMiss,
    ...(excused && { exceptions: `Regulation ${regulation === 44 ? '44(3)' : '45(7)'}: ${REASONS}` }),
    ...starts,
  }
}
