import data from './national-figures.json' with { type: 'json' }

/** The decisions as the return to the Department for Education groups them. */
export const DECISION_GROUPS = {
  request: 'Whether to assess',
  assessment: 'Whether to issue a plan after an assessment',
  other: 'Any other decision',
} as const
export type DecisionGroup = keyof typeof DECISION_GROUPS

/** Every figure that is kept of an area and a calendar year: in which file of a release, and in which column of it. */
export const NATIONAL_FIGURES = {
  requests: { file: 'requests', column: 'requests_received_in_year' },
  refusedToAssess: { file: 'requests', column: 'requests_decided_not_to_assess' },
  mediationRequest: { file: 'requests', column: 'mediation_related_request' },
  thenAppealRequest: { file: 'requests', column: 'tribunal_after_mediation_request' },
  plans: { file: 'assessments', column: 'assess_issued' },
  noPlan: { file: 'assessments', column: 'assess_not_issued' },
  mediationAssessment: { file: 'assessments', column: 'number_assess_mediation' },
  // With three s, as the release has it.
  thenAppealAssessment: { file: 'assessments', column: 'number_asssess_mediation_tribunal' },
  mediationOther: { file: 'assessments', column: 'number_other_mediation' },
  thenAppealOther: { file: 'assessments', column: 'number_other_mediation_tribunal' },
} as const
export type NationalFigure = keyof typeof NATIONAL_FIGURES
export type ReleaseFile = (typeof NATIONAL_FIGURES)[NationalFigure]['file']
export const NATIONAL_FIGURE_IDS = Object.keys(NATIONAL_FIGURES) as readonly NationalFigure[]

/** In the place of a number that the release does not have: "not available". */
export const NOT_IN_RELEASE = 'x'
export type NationalNumber = number | typeof NOT_IN_RELEASE

/** England, a region or a council, by the code that national statistics give it. */
export interface NationalArea {
  readonly code: string
  readonly name: string
  readonly level: 'country' | 'region' | 'council'
  /** Of a council: the code of its region. */
  readonly region?: string
}

/** A release from which figures were taken, as it has to be named beside them. */
export interface NationalRelease {
  readonly title: string
  /** ISO 8601, a day. */
  readonly releasedOn: string
  readonly url: string
  readonly licence: string
  /** What the release says of figures that are wrong or missing, a sentence each. */
  readonly notes: readonly string[]
  /** The calendar years that were taken from it. */
  readonly years: readonly number[]
}

/** What the data file holds: the figures of each year by the code of the area, in the order of `NATIONAL_FIGURE_IDS`. */
export interface NationalData {
  readonly releases: readonly NationalRelease[]
  readonly areas: readonly NationalArea[]
  readonly figures: Readonly<Record<string, Readonly<Record<string, readonly NationalNumber[]>>>>
}

/**
 * Decisions that councils flagged as referred for mediation, and as followed by an appeal, with requests and refusals: the return to the
 * Department for Education (SEN2), under the Open Government Licence. Councils flag differently, so that a difference need be none in what
 * happened. It says "referred", and not "held". `npm run national-figures` takes a further release.
 */
export const NATIONAL = data as NationalData

export const ENGLAND = 'E92000001'

/** What can be said of one area and year. Undefined: not available. */
export interface AreaYear {
  readonly area: NationalArea
  readonly mediation: number | undefined
  readonly thenAppeal: number | undefined
  readonly byGroup: Readonly<
    Record<DecisionGroup, { readonly mediation: number | undefined; readonly thenAppeal: number | undefined }>
  >
  readonly requests: number | undefined
  readonly refusedToAssess: number | undefined
  readonly plans: number | undefined
  readonly noPlan: number | undefined
}

/** The calendar years of which there are figures, the latest first. */
export function nationalYears({ figures }: NationalData): readonly number[] {
  return Object.keys(figures)
    .map(Number)
    .sort((one, other) => other - one)
}

/** @returns undefined where the data has no such area, or nothing of that year */
export function areaYear({ areas, figures }: NationalData, year: number, code: string): AreaYear | undefined {
  const area = areas.find((one) => one.code === code)
  const numbers = figures[year]?.[code]
  if (!area || !numbers) return undefined
  const at = (id: NationalFigure) => {
    const number = numbers[NATIONAL_FIGURE_IDS.indexOf(id)]
    return typeof number === 'number' ? number : undefined
  }
  const byGroup = {
    request: { mediation: at('mediationRequest'), thenAppeal: at('thenAppealRequest') },
    assessment: { mediation: at('mediationAssessment'), thenAppeal: at('thenAppealAssessment') },
    other: { mediation: at('mediationOther'), thenAppeal: at('thenAppealOther') },
  }
  const groups = Object.values(byGroup)
  return {
    area,
    byGroup,
    mediation: sumOf(groups.map(({ mediation }) => mediation)),
    thenAppeal: sumOf(groups.map(({ thenAppeal }) => thenAppeal)),
    requests: at('requests'),
    refusedToAssess: at('refusedToAssess'),
    plans: at('plans'),
    noPlan: at('noPlan'),
  }
}

/** The release that has a year. */
export function releaseOf({ releases }: NationalData, year: number): NationalRelease | undefined {
  return releases.find(({ years }) => years.includes(year))
}

/** A percentage; undefined where one of the two is not available, or there is nothing of which it could be. */
export function shareOf(some: number | undefined, all: number | undefined): number | undefined {
  return some === undefined || all === undefined || all === 0 ? undefined : (100 * some) / all
}

/** Of a share of each council: the least, where a quarter lie below, the middle, where a quarter lie above, and the most. */
export interface Spread {
  readonly councils: number
  readonly least: number
  readonly lowerQuarter: number
  readonly middle: number
  readonly upperQuarter: number
  readonly most: number
}

/** Councils that flagged fewer are not in the spread: of few, any share comes about by chance. */
export const FEWEST_FLAGGED = 20

/** How far councils lie apart in what share of the flagged decisions an appeal followed. @returns undefined of fewer than 4 councils */
export function spreadOf(data: NationalData, year: number): Spread | undefined {
  const shares = data.areas
    .flatMap(({ level, code }) => {
      const found = level === 'council' ? areaYear(data, year, code) : undefined
      const share =
        found && (found.mediation ?? 0) >= FEWEST_FLAGGED ? shareOf(found.thenAppeal, found.mediation) : undefined
      return share === undefined ? [] : [share]
    })
    .sort((one, other) => one - other)
  // Nearest rank, as for the times of the outcomes.
  const at = (part: number) => shares[Math.max(0, Math.ceil(part * shares.length) - 1)] ?? 0
  if (shares.length < 4) return undefined
  return {
    councils: shares.length,
    least: at(0),
    lowerQuarter: at(0.25),
    middle: at(0.5),
    upperQuarter: at(0.75),
    most: at(1),
  }
}

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  )
}
