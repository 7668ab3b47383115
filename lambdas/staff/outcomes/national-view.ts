import { formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import { NOT_AVAILABLE } from '../../reports/formats/titles.ts'
import {
  DECISION_GROUPS,
  type DecisionGroup,
  NATIONAL_SOURCE,
  NATIONAL_YEARS,
  sumOf,
} from '../../reports/national-figures.ts'

/** England beside the council's own table of what came after mediation, which counts something else. */
export function nationalView() {
  const groups = Object.keys(DECISION_GROUPS) as DecisionGroup[]
  return {
    title: 'England, calendar years: decisions flagged as referred for mediation, and then followed by an appeal',
    columns: ['Referred for mediation', 'Then followed by an appeal', 'Percentage'],
    lines: NATIONAL_YEARS.flatMap(({ year, mediation, thenAppeal }) => [
      ...groups.map((group) =>
        line(`${year}, ${DECISION_GROUPS[group].toLowerCase()}`, mediation[group], thenAppeal[group]),
      ),
      { ...line(`${year}, all`, sumOf(mediation), sumOf(thenAppeal)), isAll: true },
    ]),
    source: `${NATIONAL_SOURCE.title}, ${formatDate(parseCalendarDate(NATIONAL_SOURCE.releasedOn))}. ${NATIONAL_SOURCE.licence}.`,
    url: NATIONAL_SOURCE.url,
  }
}

function line(name: string, mediation: number | undefined, thenAppeal: number | undefined) {
  const percentage =
    mediation === undefined || thenAppeal === undefined
      ? NOT_AVAILABLE
      : `${((100 * thenAppeal) / mediation).toFixed(1)}%`
  return { name, isAll: false, cells: [inWords(mediation), inWords(thenAppeal), percentage] }
}

function inWords(number: number | undefined): string {
  return number === undefined ? NOT_AVAILABLE : number.toLocaleString('en-GB')
}
