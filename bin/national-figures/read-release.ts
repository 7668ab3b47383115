import {
  ENGLAND,
  NATIONAL_FIGURE_IDS,
  NATIONAL_FIGURES,
  type NationalArea,
  type NationalData,
  type NationalFigure,
  type NationalNumber,
  type NationalRelease,
  NOT_IN_RELEASE,
  nationalYears,
  type ReleaseFile,
} from '../../lambdas/reports/national/national-figures.ts'
import { textOfCell } from '../../lambdas/spreadsheet/cell-text.ts'
import { InputError } from '../../lambdas/spreadsheet/input-error.ts'
import { readCsv } from '../../lambdas/spreadsheet/read-csv.ts'

/** What one file of a release says of an area and a year. */
export interface ReleaseRow {
  readonly year: number
  readonly area: NationalArea
  readonly numbers: Readonly<Partial<Record<NationalFigure, NationalNumber>>>
}

const LEVELS: Readonly<Record<string, NationalArea['level']>> = {
  National: 'country',
  Regional: 'region',
  'Local authority': 'council',
}
/** The row of all requests, or of all assessments, is the one whose breakdown is its own topic: its words change from release to release. */
const ALL = /^All\b/

/**
 * Reads a file of a release: of each area and calendar year the row of everything, and not those by age, sex or ethnicity.
 * @throws InputError when a column is missing, or a row names no area
 */
export async function readReleaseFile(
  input: AsyncIterable<Uint8Array>,
  file: ReleaseFile,
): Promise<readonly ReleaseRow[]> {
  const wanted = NATIONAL_FIGURE_IDS.filter((id) => NATIONAL_FIGURES[id].file === file)
  const rows: ReleaseRow[] = []
  let header: readonly string[] | undefined
  for await (const { rows: some, unreadable } of readCsv(input)) {
    for (const { cells, line } of some) {
      const texts = cells.map((cell) => textOfCell(cell).trim())
      if (!header) {
        header = texts
        requireColumns(header, [...COLUMNS_OF_AREA, ...wanted.map((id) => NATIONAL_FIGURES[id].column)], file)
        continue
      }
      const at = (column: string) => texts[header?.indexOf(column) ?? -1] ?? ''
      if (at('breakdown') !== at('breakdown_topic') || !ALL.test(at('breakdown'))) continue
      const year = Number(at('time_period'))
      if (!/^\d{4}$/.test(at('time_period'))) {
        throw new InputError(`Line ${line} of ${file}: "${at('time_period')}" is no calendar year.`)
      }
      const numbers = wanted.map((id) => [id, numberOf(at(NATIONAL_FIGURES[id].column))] as const)
      rows.push({ year, area: areaOf(at, file, line), numbers: Object.fromEntries(numbers) })
    }
    if (unreadable) throw new InputError(`Line ${unreadable.line} of ${file}: ${unreadable.why}`)
  }
  if (rows.length === 0)
    throw new InputError(`The file of ${file} has no row of everything: no breakdown that begins with "All".`)
  return rows
}

const COLUMNS_OF_AREA = [
  'time_period',
  'geographic_level',
  'country_code',
  'region_code',
  'region_name',
  'new_la_code',
  'la_name',
  'breakdown_topic',
  'breakdown',
] as const

function requireColumns(header: readonly string[], columns: readonly string[], file: ReleaseFile): void {
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    throw new InputError(
      `The file of ${file} lacks the columns ${missing.join(', ')}. Releases before June 2025 have others and cannot be read.`,
    )
  }
}

function areaOf(at: (column: string) => string, file: ReleaseFile, line: number): NationalArea {
  const level = LEVELS[at('geographic_level')]
  if (level === undefined) {
    const [wrong, known] = [at('geographic_level'), Object.keys(LEVELS).join(', ')]
    throw new InputError(`Line ${line} of ${file}: "${wrong}" is none of: ${known}.`)
  }
  if (level === 'country') return { code: at('country_code'), name: 'England', level }
  if (level === 'region') return { code: at('region_code'), name: at('region_name'), level }
  return { code: at('new_la_code'), name: at('la_name'), level, region: at('region_code') }
}

/** A release has signs and words for what it does not have: "x", "z", "c", "low", "no data". */
function numberOf(text: string): NationalNumber {
  return /^\d+$/.test(text) ? Number(text) : NOT_IN_RELEASE
}

/** The data with the years of a release in the place of what was there. Years of which it has no figure of mediation are left out. */
export function withRelease(
  before: NationalData,
  release: Omit<NationalRelease, 'years'>,
  requests: readonly ReleaseRow[],
  assessments: readonly ReleaseRow[],
): NationalData {
  const years = [...new Set(requests.map(({ year }) => year))].filter((year) => {
    const england = [...requests, ...assessments].filter((row) => row.year === year && row.area.level === 'country')
    return england.some(({ numbers }) => typeof numbers.mediationRequest === 'number')
  })
  if (years.length === 0) throw new InputError('The release has figures of mediation of no year.')
  const areas = new Map(before.areas.map((area) => [area.code, area]))
  const figures: Record<string, Record<string, NationalNumber[]>> = {}
  for (const { year, area, numbers } of [...requests, ...assessments]) {
    if (!years.includes(year)) continue
    areas.set(area.code, area)
    figures[year] ??= {}
    const ofYear = figures[year]
    ofYear[area.code] ??= NATIONAL_FIGURE_IDS.map(() => NOT_IN_RELEASE)
    const own = ofYear[area.code] ?? []
    NATIONAL_FIGURE_IDS.forEach((id, place) => {
      const number = numbers[id]
      if (number !== undefined) own[place] = number
    })
  }
  const others = before.releases
    .map((one) => ({ ...one, years: one.years.filter((year) => !years.includes(year)) }))
    .filter((one) => one.years.length > 0)
  return {
    releases: [...others, { ...release, years: years.sort((one, other) => one - other) }],
    areas: [...areas.values()].sort((one, other) => (one.code < other.code ? -1 : 1)),
    figures: { ...before.figures, ...figures },
  }
}

/** Where the councils of a region do not add up to it, or the regions to England: a sentence each. A number that is missing is a reason. */
export function problemsOfSums({ areas, figures }: NationalData, year: number): readonly string[] {
  const ofYear = figures[year] ?? {}
  const parts = (whole: NationalArea) =>
    whole.level === 'country'
      ? areas.filter(({ level }) => level === 'region')
      : areas.filter(({ level, region }) => level === 'council' && region === whole.code)
  const wholes = areas.filter(({ level, code }) => level === 'region' || code === ENGLAND)
  return wholes.flatMap((whole) =>
    NATIONAL_FIGURE_IDS.flatMap((id, place) => {
      const all = ofYear[whole.code]?.[place]
      const own = parts(whole).flatMap(({ code }) => ofYear[code]?.[place] ?? [])
      if (typeof all !== 'number') return []
      const sum = own.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0)
      const missing = own.filter((one) => typeof one !== 'number').length
      if (sum === all) return []
      return [
        `${whole.name}, ${NATIONAL_FIGURES[id].column}: ${all}, and its ${own.length} parts come to ${sum}${missing > 0 ? ` with ${missing} not available` : ''}.`,
      ]
    }),
  )
}

/** The data as its file has it: a line for each area and year, so that what changed can be read. */
export function dataAsText(data: NationalData): string {
  const line = (value: unknown) => JSON.stringify(value)
  const block = (lines: readonly string[]) => lines.join(',\n')
  const years = [...nationalYears(data)].reverse().map((year) => {
    const own = Object.entries(data.figures[year] ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
    return `    "${year}": {\n${block(own.map(([code, numbers]) => `      "${code}": ${line(numbers)}`))}\n    }`
  })
  return `{
  "releases": [
${block(data.releases.map((release) => `    ${line(release)}`))}
  ],
  "areas": [
${block(data.areas.map((area) => `    ${line(area)}`))}
  ],
  "figures": {
${block(years)}
  }
}
`
}
