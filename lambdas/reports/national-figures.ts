/** Figures of one calendar year, for England. */
export interface NationalYear {
  readonly year: number
  /** Decisions that were flagged as referred for mediation, by what was decided. Undefined: not available. */
  readonly mediation: Readonly<Record<DecisionGroup, number | undefined>>
  /** Those that were flagged as followed by an appeal too. */
  readonly thenAppeal: Readonly<Record<DecisionGroup, number | undefined>>
}

/** The decisions as the return groups them. */
export const DECISION_GROUPS = {
  request: 'Whether to assess',
  assessment: 'Whether to issue a plan after an assessment',
  other: 'Any other decision',
} as const
export type DecisionGroup = keyof typeof DECISION_GROUPS

/** Where national figures come from, with the day of the release and how they may be used. */
export const NATIONAL_SOURCE = {
  title: 'Department for Education, Education, health and care plans, England 2025',
  releasedOn: '2025-06-26',
  url: 'https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans',
  licence: 'Open Government Licence v3.0',
} as const

/**
 * What the return to the Department for Education says of mediation, England, calendar years (files `requests.csv` and
 * `assessments.csv` of that release). Councils flag differently: in 2024 from 3% to 53% of the decisions flagged as mediated were
 * flagged as followed by an appeal, so that a difference need be none in what happened. Requests of 2022 were not published.
 */
export const NATIONAL_YEARS: readonly NationalYear[] = [
  {
    year: 2022,
    mediation: { request: undefined, assessment: 1024, other: 720 },
    thenAppeal: { request: undefined, assessment: undefined, other: undefined },
  },
  {
    year: 2023,
    mediation: { request: 7612, assessment: 1549, other: 1275 },
    thenAppeal: { request: 1014, assessment: 333, other: 343 },
  },
  {
    year: 2024,
    mediation: { request: 10_507, assessment: 2124, other: 1862 },
    thenAppeal: { request: 1473, assessment: 475, other: 701 },
  },
]

/** The sum of a year's groups; undefined where one of them is not available. */
export function sumOf(groups: NationalYear['mediation']): number | undefined {
  return Object.values(groups).reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  )
}
