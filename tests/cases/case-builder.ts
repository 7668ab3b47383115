import { buildCase } from '../../lambdas/cases/build-case.ts'
import type { Case } from '../../lambdas/cases/case.ts'
import type { CorrectableType, Fact, FactDetails, FactType } from '../../lambdas/cases/fact.ts'
import { type Sequence, sequenceOf } from '../../lambdas/cases/sequence.ts'
import { type CalendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

/**
 * The details of a fact with its dates and the numbers of other facts as plain text, so that a test reads
 * `{ sentOn: '2026-06-30' }`. The day on which a meeting was fixed can be left out: it is that of recording, or of the
 * fact before it.
 */
export type PlainDetails<Type extends FactType> = {
  readonly [Key in keyof FactDetails[Type] as Exclude<Key, FixedOn>]: undefined extends FactDetails[Type][Key]
    ? PlainValue<NonNullable<FactDetails[Type][Key]>> | undefined
    : PlainValue<FactDetails[Type][Key]>
} & { readonly [Key in keyof FactDetails[Type] & FixedOn]?: string }
type FixedOn = 'arrangedOn' | 'movedOn'
type PlainValue<Value> = Value extends CalendarDate | Sequence ? string : Value

/** Facts being told one after another. Each step returns a new builder, so a shared beginning can be used twice. */
export interface CaseBuilder {
  readonly facts: readonly Fact[]
  /**
   * Adds the next fact.
   * @param recordedOn the day on which it was recorded. The latest day in its details when left out, and never before
   * the day of the fact before it.
   */
  and<Type extends FactType>(type: Type, details: PlainDetails<Type>, recordedOn?: string): CaseBuilder
  /**
   * Corrects a fact that was recorded, by the details that were wrong.
   * @throws Error when there is no such fact of that type.
   */
  correct<Type extends CorrectableType>(
    type: Type,
    sequence: string,
    changes: Partial<PlainDetails<Type>>,
    recordedOn: string,
  ): CaseBuilder
  /** The case that these facts make. */
  build(): Case
}

const USUAL_OPENING: PlainDetails<'case-opened'> = {
  decisionKind: 'plan-contents',
  placementOnly: false,
  printedOn: '2026-02-10',
  sentOn: '2026-02-10',
}

/**
 * Begins a case: by default the contents of a plan, printed and sent on Tuesday 10 February 2026. When only one of the
 * two days is given the other is the same.
 *
 *     aCase({ sentOn: '2026-06-30' }).and('mediation-declined', { declinedOn: '2026-07-03' }).build()
 */
export function aCase(opening: Partial<PlainDetails<'case-opened'>> = {}, caseId = '2026-0001'): CaseBuilder {
  const day = opening.sentOn ?? opening.printedOn ?? USUAL_OPENING.sentOn
  const details = { ...USUAL_OPENING, printedOn: day, sentOn: day, ...opening }
  return builder(caseId, []).and('case-opened', details)
}

function builder(caseId: string, facts: readonly Fact[]): CaseBuilder {
  return {
    facts,
    and(type, details, recordedOn) {
      const day = recordedOn ?? latestDay(Object.values(details)) ?? '1900-01-01'
      const earliest = facts.at(-1)?.recordedAt ?? ''
      const recordedAt = `${day}T10:00:00.000Z`
      const fact = {
        type,
        sequence: sequenceOf(facts.length + 1),
        recordedAt: recordedAt > earliest ? recordedAt : earliest,
        recordedBy: 'officer-1',
        details: withDates({ ...fixedOn(type, recordedOn ?? earliest.slice(0, 10)), ...details }),
      } as Fact
      return builder(caseId, [...facts, fact])
    },
    correct(type, sequence, changes, recordedOn) {
      const wrong = buildCase(caseId, facts).facts.find((fact) => fact.sequence === sequence && fact.type === type)
      if (!wrong) throw new Error(`There is no fact ${sequence} of the type "${type}" to correct.`)
      const details = { ...wrong.details, ...withDates(changes) } as FactDetails['fact-corrected']['details']
      return this.and('fact-corrected', { corrects: wrong.sequence, details }, recordedOn)
    },
    build: () => buildCase(caseId, facts),
  }
}

/** The day on which a meeting was fixed. */
function fixedOn(type: FactType, day: string): { readonly [Name in FixedOn]?: string } {
  if (type === 'meeting-arranged' || type === 'disagreement-resolution-meeting') return { arrangedOn: day }
  return type === 'meeting-moved' ? { movedOn: day } : {}
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function latestDay(values: readonly unknown[]): string | undefined {
  return values
    .filter((value): value is string => typeof value === 'string' && DATE.test(value))
    .sort()
    .at(-1)
}

/** Every date is read by the law's own parser, so that a test cannot use a day that does not exist. */
function withDates(details: object): object {
  const read = (value: unknown) => (typeof value === 'string' && DATE.test(value) ? parseCalendarDate(value) : value)
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, read(value)]))
}
