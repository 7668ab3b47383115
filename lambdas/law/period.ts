import type { CalendarDate } from './calendar-date.ts'
import type { Citation } from './deadline.ts'

/**
 * The ids are stored with what was done, so that none ever changes its meaning. D23 to D32 were given to the rest of
 * regulations 44 and 45 before the rulebook's second part gave these numbers to other rules: docs/judgement-calls.md
 * says which is which. Where one rule of the rulebook has two times, they are a and b.
 */
export type PeriodId =
  | 'D01'
  | 'D02'
  | 'D03'
  | 'D04'
  | 'D05'
  | 'D06'
  | 'D07'
  | 'D08'
  | 'D09'
  | 'D10'
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D14'
  | 'D15'
  | 'D16'
  | 'D17'
  | 'D18'
  | 'D19'
  | 'D20'
  | 'D21'
  | 'D22'
  | 'D23'
  | 'D24'
  | 'D25'
  | 'D26'
  | 'D27'
  | 'D28'
  | 'D29'
  | 'D30'
  | 'D31'
  | 'D32'
  | 'D33'
  | 'D34'
  | 'D35'
  | 'D36'
  | 'D37'
  | 'D38a'
  | 'D38b'
  | 'D39'
  | 'D40'
  | 'D41'
  | 'D42'
  | 'D43'
  | 'D44'
  | 'D45'
  | 'D46a'
  | 'D46b'
  | 'D47a'
  | 'D47b'
  | 'D48a'
  | 'D48b'
  | 'D49'
  | 'D50'
  | 'D51a'
  | 'D51b'
  | 'D52'
  | 'D53'
  | 'D54'
  | 'D55'
  | 'D56'
  | 'D57'
  | 'D58'

/**
 * How a length is counted. The day from which it is counted is never counted itself, unless the row says so.
 *  - `calendar-months` end on the corresponding date;
 *  - `tribunal-working-days` leave out weekends, bank holidays, August and 25 December to 1 January;
 *  - `clear-working-days-before` are whole working days that lie between the deadline and a later day, such as a meeting;
 *  - `days-before` are days before a day that the law names: 1 is the day before it;
 *  - `immediately` is the day that starts it.
 */
export type PeriodUnit =
  | 'calendar-months'
  | 'weeks'
  | 'days'
  | 'working-days'
  | 'tribunal-working-days'
  | 'clear-working-days-before'
  | 'days-before'
  | 'immediately'

/** Who must act in time. The integrated care board is the health body that a plan's health provision rests on. */
export type WhoMustAct = 'family' | 'council' | 'mediation adviser' | 'integrated care board' | 'either party'

/** A period that the law sets. A changed rule is another row, with the same id and the day from which it is the law. */
export interface Period {
  readonly id: PeriodId
  readonly version: string
  readonly name: string
  readonly length: number
  readonly unit: PeriodUnit
  /** The event that starts it (or that it runs up to, for a unit that counts back). */
  readonly startsWith: string
  /** The day of that event is counted as the first. */
  readonly startDayCounts?: true
  /** Whether an end on another day than a working day moves: by rule 12(2) and 12(3)(a) of the Tribunal's rules, or not. */
  readonly rolls: 'tribunal-rule-12' | 'never'
  /** The time of the last day at which it ends, where the rule has one (Europe/London). */
  readonly endsAt?: '17:00'
  readonly whoMustAct: WhoMustAct
  readonly onMiss: string
  readonly citations: readonly Citation[]
  /** When the law lets the time be missed, in a sentence for staff. */
  readonly exceptions?: string
  /** What of this row has not been read in the provision itself and is to be checked there, in a sentence for staff. */
  readonly toCheck?: string
  /** The first day on which this row is the law. */
  readonly lawFrom: CalendarDate
  /** The last day on which it is the law; absent while it still is. */
  readonly lawTo?: CalendarDate
}
