import type { CouncilParticulars } from '../../lambdas/cases/council.ts'
import type { CellsByPeriod } from '../../lambdas/cases/counted-cells.ts'
import { MEDIATION_RESULTS, YOUNG_PERSONS_PARTS } from '../../lambdas/cases/mediation/closed-words.ts'
import { CHANGE_REASONS } from '../../lambdas/cases/meeting/meetings.ts'
import { MOST_THEMES, type Particulars, REACH, REACH_FIELDS } from '../../lambdas/cases/particulars.ts'
import { addedUp } from '../../lambdas/cases/store/outcome-store.ts'
import { DECISION_KINDS } from '../../lambdas/law/appealable-decisions.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type Month, monthsBetween } from '../../lambdas/law/month.ts'
import { cellsOfCase } from '../../lambdas/reports/cells.ts'
import { typedCells } from '../../lambdas/reports/typed-in/typed-cells.ts'
import { placesOf, TYPED_TABLE_IDS, TYPED_TABLES } from '../../lambdas/reports/typed-in/typed-tables.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import { COUNTED_PLAINLY, type Ended, fileOf } from './case-to-count.ts'

/** Numbers from 0 up to 1. */
type Random = () => number

/** The day on which drawn councils are looked at, and the first on which one of their decisions was sent. */
export const LOOKED_AT = parseCalendarDate('2026-11-20')
const FIRST = parseCalendarDate('2025-03-03')
const DAYS_OF_DECISIONS = 620

export interface DrawnCase {
  readonly builder: CaseBuilder
  readonly ended?: Ended
  readonly particulars: Particulars
}

/** The cases of a made-up council, most of them on the common roads. */
export function drawnCases(random: Random, count: number): readonly DrawnCase[] {
  return Array.from({ length: count }, () => ({ ...drawnCase(random), particulars: drawnParticulars(random) }))
}

/** What is counted of them. */
export function cellsOfCases(cases: readonly DrawnCase[], council = COUNTED_PLAINLY): CellsByPeriod {
  return addedUp(
    cases.map(({ builder, ended, particulars }) =>
      cellsOfCase(fileOf(builder, ended, particulars), LOOKED_AT, council),
    ),
  )
}

/** What a manager typed in of the same council: of most tables all months, of some not every month, of some nothing. */
export function drawnTypedCells(
  random: Random,
  casesInAll: number,
  { from, to }: { readonly from: Month; readonly to: Month },
): CellsByPeriod {
  const months = monthsBetween(from, to)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  return typedCells(
    TYPED_TABLE_IDS.flatMap((table) => {
      const typed = random() < 0.6 ? months : random() < 0.6 ? months.filter(() => random() < 0.9) : []
      return typed.map((month) => ({
        table,
        month,
        revision: 1,
        numbers: Object.keys(TYPED_TABLES[table].rows).flatMap((row) => {
          // A part is never more than what it is a part of, whose place comes before its own.
          let most = Math.ceil(casesInAll / 12)
          return placesOf(table).flatMap((place) => {
            if (place.row !== row) return []
            most = upTo(most)
            const known = { source: 'Made up', recordedBy: 'manager-1', recordedAt: '2026-11-20T09:00:00.000Z' }
            return [{ ...place, number: most, ...known }]
          })
        }),
      }))
    }),
  )
}

/** What a council has turned on of all that can be: nothing of it, or some. */
export function drawnParticularsOfCouncil(random: Random): CouncilParticulars {
  const { themes, reach } = COUNTED_PLAINLY.particulars
  const isOn = () => random() < 0.25
  return {
    themes: isOn() ? themes : [],
    reach: {
      phase: isOn(),
      ageBand: isOn(),
      primaryNeed: isOn(),
      areas: isOn() ? reach.areas : [],
      language: isOn(),
      lookedAfter: isOn(),
    },
  }
}

/** What staff recorded of a case: of most cases most of it, the first values of each list more often than the last. */
function drawnParticulars(random: Random): Particulars {
  const { themes, reach } = COUNTED_PLAINLY.particulars
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() ** 1.6 * values.length)] as Value
  const about = Array.from({ length: Math.floor(random() * (MOST_THEMES + 1)) }, () => pick(themes).id)
  return {
    themes: [...new Set(about)],
    reach: Object.fromEntries(
      REACH_FIELDS.filter(() => random() < 0.85).map((field) => [field, pick(REACH[field].values(reach)).id]),
    ),
    changedAt: '2026-11-20T09:00:00.000Z',
  }
}

/** A case that goes on for as long as its days are not in the future. */
function drawnCase(random: Random): Omit<DrawnCase, 'particulars'> {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() ** 1.6 * values.length)] as Value
  const happens = (share: number) => random() < share
  let day = addDays(FIRST, Math.floor(random() * DAYS_OF_DECISIONS))
  let builder = aCase({ decisionKind: pick(DECISION_KINDS), sentOn: day })
  /** @returns whether the next step is still before the day on which the council is looked at */
  const step = (most: number): CalendarDate | undefined => {
    const next = addDays(day, 1 + Math.floor(random() * most))
    if (next > LOOKED_AT) return undefined
    day = next
    return day
  }
  const and: CaseBuilder['and'] = (...fact) => {
    builder = builder.and(...fact)
    return builder
  }
  const over = (): Omit<DrawnCase, 'particulars'> => {
    const closedOn = happens(0.5) ? step(90) : undefined
    const hasAppeal = builder.build().appeal !== undefined
    return {
      builder,
      ...(closedOn &&
        !hasAppeal && { ended: { outcome: pick(['time-to-appeal-over', 'agreed', 'withdrawn']), on: closedOn } }),
    }
  }

  if (happens(0.15) || !step(70)) return over()
  and('adviser-contacted', { contactedOn: day })
  if (!step(14)) return over()
  if (happens(0.5)) and('mediation-declined', { declinedOn: day })
  else {
    and('mediation-chosen', { councilToldOn: day, healthIssue: happens(0.1) ? 'some' : 'none' })
    if (!step(25)) return over()
    const meetingOn = addDays(day, 5 + Math.floor(random() * 20))
    and('meeting-arranged', {
      meetingOn,
      startsAt: '10:00',
      format: pick(['online', 'in-person', 'by-phone']),
      arrangedOn: day,
    })
    if (meetingOn > LOOKED_AT) return over()
    if (happens(0.15)) {
      day = addDays(meetingOn, -Math.floor(random() * 4))
      and('meeting-cancelled', {
        cancelledOn: day,
        cancelledBy: pick(['family', 'council', 'mediation-provider', 'health-body']),
        ...(happens(0.7) && { reason: pick(CHANGE_REASONS) }),
      })
      return over()
    }
    day = meetingOn
    const held = {
      concludedOn: day,
      ...(happens(0.8) && { decisionMaker: pick(['present', 'absent'] as const) }),
      ...(happens(0.7) && { youngPersonsPart: pick(YOUNG_PERSONS_PARTS) }),
    }
    const result = pick(MEDIATION_RESULTS)
    if (result === 'agreed') and('mediation-agreed', { ...held, duties: ['reconsider'], points: ['back-to-panel'] })
    if (result === 'partly-agreed')
      and('mediation-partly-agreed', { ...held, points: [pick(['amend-f', 'amend-b'] as const)] })
    if (result === 'not-agreed') and('mediation-not-agreed', held)
  }
  if (!step(6)) return over()
  and('certificate-issued', { issuedOn: day, ...(happens(0.6) && { informationGiven: true }) })
  if (!happens(0.3) || !step(28)) return over()
  and('appeal-registered', { receivedOn: day, sentToCouncilOn: day })
  if (!step(60)) return over()
  if (happens(0.3)) and('appeal-conceded', { concededOn: day, duties: ['amend-contents'] })
  else {
    and('response-sent', { sentOn: day })
    if (!step(200)) return over()
    if (happens(0.3)) and('appeal-withdrawn', { withdrawnOn: day })
    else {
      and('appeal-decided', {
        decidedOn: day,
        decision: pick(['decided-for-appellant', 'decided-in-part', 'consent-order', 'decided-for-council'] as const),
        duties: [],
      })
    }
  }
  return over()
}
