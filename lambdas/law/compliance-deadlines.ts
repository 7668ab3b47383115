import type { CalendarDate } from './calendar-date.ts'
import type { DaysOfDeeds } from './date-facts.ts'
import type { Deadline } from './deadline.ts'
import { type DateInstead, dutyDeadline } from './duty-deadline.ts'
import { judgement } from './judgements.ts'
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

/** What the duty follows from: regulation 42, 44 or 45; or, after a late concession, the request itself (regulations 10 and 13). */
export type DutySource = 'agreement' | 'order' | 'concession' | 'late-concession'

const DEEDS = [
  'do-what-was-agreed',
  'tell-council-of-agreement',
  'tell-of-assessment',
  'tell-of-no-plan',
  'send-plan-after-assessment',
  'send-draft-plan',
  'send-final-plan',
  'send-contents-amended',
  'send-placement-amended',
  'stop-plan',
  'send-draft-or-decide-again',
  'continue-plan',
] as const
/** One thing that is to be done by a date of its own. */
export type Deed = (typeof DEEDS)[number]

/** The date of one of the things that an agreement, an order or a concession leaves to be done. */
export interface DutyDeadline extends Deadline {
  readonly deed: Deed
}

const DEEDS_OF: Readonly<Record<Duty, readonly Deed[]>> = {
  assess: ['tell-of-assessment', 'tell-of-no-plan', 'send-plan-after-assessment'],
  'make-plan': ['send-draft-plan', 'send-final-plan'],
  reconsider: ['send-draft-or-decide-again'],
  'amend-contents': ['send-contents-amended'],
  'amend-placement': ['send-placement-amended'],
  continue: ['continue-plan'],
  'continue-and-amend': ['continue-plan', 'send-contents-amended'],
  cease: ['stop-plan'],
  'not-appealable': ['do-what-was-agreed'],
}

const RULES: Readonly<Record<Deed, Readonly<Partial<Record<DutySource, PeriodId>>>>> = {
  'do-what-was-agreed': { agreement: 'D12' },
  'tell-council-of-agreement': { agreement: 'D13' },
  'tell-of-assessment': { agreement: 'D14', order: 'D14', concession: 'D26' },
  'tell-of-no-plan': { agreement: 'D15', order: 'D15', concession: 'D27', 'late-concession': 'D34' },
  'send-plan-after-assessment': { agreement: 'D16', order: 'D16', concession: 'D28', 'late-concession': 'D35' },
  'send-draft-plan': { agreement: 'D17', order: 'D17', concession: 'D29' },
  'send-final-plan': { agreement: 'D18', order: 'D18', concession: 'D30' },
  'send-contents-amended': { agreement: 'D19', order: 'D19', concession: 'D31' },
  'send-placement-amended': { agreement: 'D20', order: 'D20', concession: 'D32' },
  'stop-plan': { agreement: 'D23', order: 'D23' },
  'send-draft-or-decide-again': { agreement: 'D24', order: 'D24' },
  'continue-plan': { agreement: 'D25', order: 'D25', concession: 'D58' },
}

/**
 * The thing for which a rule of the catalogue gives the time: what a stored rule is about.
 *
 * @throws RangeError when the rule is not about what an agreement, an order or a concession leaves to be done
 */
export function deedOf(rule: PeriodId): Deed {
  const deed = DEEDS.find((one) => Object.values(RULES[one]).includes(rule))
  if (deed === undefined) {
    throw new RangeError(`The rule ${rule} is not about what an agreement, an order or a concession leaves to be done.`)
  }
  return deed
}

/** The duties for which the regulation gives a time after an agreement (42), an order (44) or a concession (45). */
export function dutiesAfter(source: DutySource): readonly Duty[] {
  return DUTIES.filter((duty) => DEEDS_OF[duty].every((deed) => RULES[deed][source] !== undefined))
}

/**
 * Every date by which the council must do what the Tribunal ordered (regulation 44), what was agreed at mediation
 * (regulation 42(2): "as if the mediation agreement were an order"; 42(3)), or what it conceded (regulation 45). Whole
 * weeks after the day of the order, the agreement or the council's notice to the Tribunal (`on`); they never move (J11).
 * After `assess` come three: the notice of it, and then either the refusal of a plan or the final plan.
 *
 * After an agreement, a date that the parties agreed in writing (`agreedDate`) replaces each of them (42(5)). So does,
 * after an order, a day that the order names (`orderedDate`), earlier or later: 44(1), "any direction made". A date of one
 * thing alone (`daysOfDeeds`) replaces both.
 *
 * A concession has these times only if the Tribunal was told before the council's response (`lateConcessionDeadlines`).
 * Whether regulation 45 applies after the time for the response is J23.
 *
 * @throws NoTimeInLawError when the regulation gives no time for that duty
 * @throws DateOrderError when `agreedDate` or `orderedDate` is before `on`
 * @throws RuleNotInForceError when `on` is before the rule was the law
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function complianceDeadlines(facts: {
  readonly source: DutySource
  readonly on: CalendarDate
  readonly duty: Duty
  readonly agreedDate?: CalendarDate
  readonly orderedDate?: CalendarDate
  readonly daysOfDeeds?: DaysOfDeeds
}): readonly DutyDeadline[] {
  const { source, on, duty } = facts
  return DEEDS_OF[duty].map((deed) => {
    const id = RULES[deed][source]
    if (id === undefined) {
      throw new NoTimeInLawError(
        `The rules give no time for "${duty}" after an ${source === 'concession' ? 'appeal is conceded' : source}. ` +
          'Choose another duty, or keep to the date in the order.',
      )
    }
    const deadline = dutyDeadline(id, on, dateInstead(facts, deed))
    return { ...deadline, deed, cautions: source === 'concession' ? [judgement('J23')] : deadline.cautions }
  })
}

function dateInstead(facts: Parameters<typeof complianceDeadlines>[0], deed: Deed): DateInstead | undefined {
  const { source, agreedDate, orderedDate, daysOfDeeds } = facts
  if (source !== 'agreement' && source !== 'order') return undefined
  const date = daysOfDeeds?.[deed] ?? (source === 'agreement' ? agreedDate : orderedDate)
  return date && { date, by: source }
}

/**
 * What the council must do where it gave in after its response, without an order: neither regulation 44 nor 45 applies.
 * On a refusal to assess the times run from the family's request: 16 weeks to refuse a plan, 20 weeks for the final plan
 * (R (W) v Hertfordshire [2023] EWHC 3138 (Admin); SEND Regulations 2014, regulations 10(1) and 13(2)). On any other
 * ground the law sets no day (J21): none is to be shown, and the council's promise is no more than that.
 *
 * @throws RuleNotInForceError when the request is before 1 September 2014
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function lateConcessionDeadlines(facts: { readonly requestReceivedOn: CalendarDate }): readonly DutyDeadline[] {
  const { requestReceivedOn } = facts
  return [
    { ...dutyDeadline('D34', requestReceivedOn), deed: 'tell-of-no-plan' },
    { ...dutyDeadline('D35', requestReceivedOn), deed: 'send-plan-after-assessment' },
  ]
}
