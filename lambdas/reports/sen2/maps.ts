import type { DecisionKind } from '../../law/appealable-decisions.ts'
import { type CalendarDate, parseCalendarDate } from '../../law/calendar-date.ts'
import { DECISION_GROUPS, type DecisionGroup } from '../national/national-figures.ts'

/** What a decision can have come to, of which the return has a flag each. */
export const REFERRALS = { mediation: 'Mediation', tribunal: 'Appeal' } as const
export type Referral = keyof typeof REFERRALS

/** A flag, by the name that it has in the return's files. */
export type Sen2Flag = `${DecisionGroup}${Referral}`

/** The parts of the return in which the flags stand. */
export const SEN2_MODULES = {
  requests: 'Requests (module 2)',
  assessment: 'Assessment (module 3)',
} as const
export type Sen2Module = keyof typeof SEN2_MODULES

/** What sets a mediation flag: that the family asked for mediation, or that it was held. */
export type MediationReading = 'referred' | 'held'

/** How the decisions of one calendar year become the flags of the return that reports it. Nothing of a year is worked out otherwise. */
export interface Sen2Map {
  readonly year: number
  /** The day of the census at which the year is reported: the third Thursday of the January after it. */
  readonly censusOn: CalendarDate
  /** Of which pair of flags each decision is. */
  readonly groupOf: Readonly<Record<DecisionKind, DecisionGroup>>
  /** In which part of the return each pair stands. */
  readonly moduleOf: Readonly<Record<DecisionGroup, Sen2Module>>
  /** What the department says that each flag means. */
  readonly meaningOf: Readonly<Record<Sen2Flag, string>>
  readonly mediation: MediationReading
  /** Where all this comes from, and how sure it is. */
  readonly source: string
}

/** Every flag, in the order of the modules, with the pair of which it is. */
export const SEN2_FLAGS = (Object.keys(DECISION_GROUPS) as DecisionGroup[]).flatMap((group) =>
  (Object.keys(REFERRALS) as Referral[]).map((referral) => ({ flag: `${group}${referral}` as const, group, referral })),
)

/** So it has been since the return is about each person by name, with "referred for" in the place of "held". */
const SINCE_2023 = {
  groupOf: {
    'refusal-to-assess': 'request',
    'refusal-to-issue-plan': 'assessment',
    'refusal-to-reassess': 'other',
    'plan-contents': 'other',
    'refusal-to-amend-plan': 'other',
    'ceasing-plan': 'other',
  },
  moduleOf: { request: 'requests', assessment: 'assessment', other: 'assessment' },
  meaningOf: {
    requestmediation: 'The decision whether to assess was referred for mediation',
    requesttribunal: 'The decision whether to assess was the subject of an appeal to the Tribunal',
    assessmentmediation: 'The decision whether to issue a plan was referred for mediation',
    assessmenttribunal: 'The decision whether to issue a plan was the subject of an appeal to the Tribunal',
    othermediation:
      'Mediation for any reason other than the decision not to assess or the decision not to issue a plan',
    othertribunal:
      'An appeal to the Tribunal for any reason other than the decision not to assess or the decision not to issue a plan',
  },
  mediation: 'referred',
} as const satisfies Partial<Sen2Map>

const PUBLISHED =
  'Department for Education, Education, health and care plans, England 2025 (26 June 2025), data guidance, which has these flags for this year.'
const PUBLISHED_FOR_2025 =
  'Department for Education, Education, health and care plans, England 2026 (25 June 2026), data guidance, which has these flags for this year.'
const CARRIED_OVER =
  'The words of earlier releases, carried over: the department’s guide for this census was not read for this map. Compare the meaning of each flag with the guide before you send them.'

/** Every year that has a map. Another one is added here, when the department’s guide for its census is out. */
export const SEN2_MAPS: readonly Sen2Map[] = [
  { year: 2023, censusOn: parseCalendarDate('2024-01-18'), ...SINCE_2023, source: PUBLISHED },
  { year: 2024, censusOn: parseCalendarDate('2025-01-16'), ...SINCE_2023, source: PUBLISHED },
  { year: 2025, censusOn: parseCalendarDate('2026-01-15'), ...SINCE_2023, source: PUBLISHED_FOR_2025 },
  { year: 2026, censusOn: parseCalendarDate('2027-01-21'), ...SINCE_2023, source: CARRIED_OVER },
]

/** The map of a calendar year; undefined where there is none: `whyNoSen2Map` says what to do then. */
export function sen2MapOf(year: number): Sen2Map | undefined {
  return SEN2_MAPS.find((map) => map.year === year)
}

/** Why there is no map for a year, which years have one, and what to do. In sentences. */
export function whyNoSen2Map(year: number): readonly string[] {
  const years = SEN2_MAPS.map((map) => map.year)
  const [first = year, last = year] = [years[0], years.at(-1)]
  const why =
    year < first
      ? `In ${year} the return had other flags: those for the decision whether to assess are published from ${first} on. What it held cannot be made here.`
      : 'The map of a year says which decisions set which flag. It is added when the department’s guide for the census is out: tell whoever looks after the service that you need it.'
  return [`There are maps for the years ${first} to ${last}, and none for ${year}.`, why]
}

/** The calendar year of a day. */
export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 'yyyy'.length))
}
