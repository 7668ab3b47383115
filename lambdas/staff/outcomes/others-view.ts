import type { CouncilReporting } from '../../cases/council.ts'
import { formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import { NOT_AVAILABLE } from '../../reports/formats/titles.ts'
import {
  type AreaYear,
  areaYear,
  DECISION_GROUPS,
  type DecisionGroup,
  ENGLAND,
  FEWEST_FLAGGED,
  type NationalData,
  type NationalRelease,
  releaseOf,
  shareOf,
  spreadOf,
} from '../../reports/national/national-figures.ts'
import { FEWEST_BEHIND_A_FIGURE } from '../../reports/report-table.ts'

/** What has to be known of every figure of the return, wherever one is shown. */
export const OTHERS_DEFINITION = [
  {
    term: 'What is counted',
    text: 'Decisions of the calendar year that a council flagged in its return to the Department for Education (SEN2) as referred for mediation, and those of them that it flagged as followed by an appeal. Requests for an assessment that it received, and those that it refused. Plans issued after an assessment, and assessments after which it issued none.',
  },
  {
    term: 'What it is not',
    text: 'It says “referred”, and not “held”. It is a flag of a decision: two mediations about one decision count once. It is not what this service counts, and not what the Tribunal registers: of 2024 the Tribunal registered more than twice as many appeals as councils flagged.',
  },
  {
    term: 'How it can be compared',
    text: 'With care. Councils flag differently, so that a difference need be none in what happened.',
  },
] as const

/** A table of one year, with the area in each line. */
export interface OthersTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly lines: readonly { readonly name: string; readonly isOwn: boolean; readonly cells: readonly string[] }[]
  /** How far councils lie apart, in a sentence; absent of too few. */
  readonly spread?: string
  readonly source: string
  readonly url: string
  /** What the release says of figures that are wrong or missing. */
  readonly notes: readonly string[]
}

/** England, the region, the council itself and its neighbours, in one year. @returns undefined of a year that the data has not */
export function othersTable(
  data: NationalData,
  year: number,
  { area, neighbours }: CouncilReporting,
): OthersTable | undefined {
  const release = releaseOf(data, year)
  if (!release) return undefined
  const lines = [ENGLAND, area.regionCode, area.newCode, ...neighbours].map((code) => {
    const found = areaYear(data, year, code)
    const name = found?.area.name ?? `${code === area.newCode ? area.name : code}, not in this release`
    return { name, isOwn: code === area.newCode, cells: cellsOf(found) }
  })
  const spread = spreadInWords(data, year)
  return {
    title: `Decisions flagged as referred for mediation and as followed by an appeal, and refusals, calendar year ${year}`,
    columns: COLUMNS,
    lines,
    ...(spread !== undefined && { spread }),
    ...sourceOf(release),
  }
}

const COLUMNS = [
  'Flagged as referred for mediation',
  'Of those, flagged as followed by an appeal',
  'Percentage',
  'Requests for an assessment',
  'Refused',
  'Percentage refused',
  'Assessments without a plan',
] as const

function cellsOf(found: AreaYear | undefined): readonly string[] {
  if (!found) return COLUMNS.map(() => NOT_AVAILABLE)
  const { mediation, thenAppeal, requests, refusedToAssess, noPlan } = found
  return [
    inWords(mediation),
    inWords(thenAppeal),
    percentage(thenAppeal, mediation),
    inWords(requests),
    inWords(refusedToAssess),
    percentage(refusedToAssess, requests),
    inWords(noPlan),
  ]
}

/** England by what was decided: a line for each group of decisions. */
export function englandByDecision(data: NationalData, year: number) {
  const found = areaYear(data, year, ENGLAND)
  const groups = Object.keys(DECISION_GROUPS) as DecisionGroup[]
  return groups.map((group) => {
    const { mediation, thenAppeal } = found?.byGroup[group] ?? {}
    return {
      name: DECISION_GROUPS[group],
      cells: [inWords(mediation), inWords(thenAppeal), percentage(thenAppeal, mediation)],
    }
  })
}

function spreadInWords(data: NationalData, year: number): string | undefined {
  const spread = spreadOf(data, year)
  if (!spread) return undefined
  const { councils, least, lowerQuarter, middle, upperQuarter, most } = spread
  const [from, to, one, other, half] = [least, most, lowerQuarter, upperQuarter, middle].map(
    (share) => `${share.toFixed(0)}%`,
  )
  return `Of ${councils} councils that flagged ${FEWEST_FLAGGED} decisions or more, the share that an appeal followed goes from ${from} to ${to}. Half of them lie between ${one} and ${other}, around ${half}.`
}

function sourceOf({ title, releasedOn, licence, url, notes }: NationalRelease) {
  return { source: `${title}, ${formatDate(parseCalendarDate(releasedOn))}. ${licence}.`, url, notes }
}

/** Every area and year, as rows of a file, the first of them its columns. */
export function everyAreaAndYear(data: NationalData, years: readonly number[]) {
  const columns = [
    'year',
    'level',
    'code',
    'area',
    'region_code',
    'requests',
    'refused_to_assess',
    'plans',
    'no_plan',
    'mediation',
    'then_appeal',
    'released_on',
  ]
  const rows = years.flatMap((year) =>
    data.areas.flatMap(({ code, level, name, region = '' }) => {
      const found = areaYear(data, year, code)
      if (!found) return []
      const { requests, refusedToAssess, plans, noPlan, mediation, thenAppeal } = found
      const numbers = [requests, refusedToAssess, plans, noPlan, mediation, thenAppeal]
      const asText = numbers.map((number) => (number === undefined ? NOT_AVAILABLE : String(number)))
      return [[String(year), level, code, name, region, ...asText, releaseOf(data, year)?.releasedOn ?? '']]
    }),
  )
  return { columns, rows }
}

/** Of few, any percentage comes about by chance. */
function percentage(some: number | undefined, all: number | undefined): string {
  if (all !== undefined && all > 0 && all < FEWEST_BEHIND_A_FIGURE) return 'Too few'
  const share = shareOf(some, all)
  return share === undefined ? NOT_AVAILABLE : `${share.toFixed(1)}%`
}

function inWords(number: number | undefined): string {
  return number === undefined ? NOT_AVAILABLE : number.toLocaleString('en-GB')
}
