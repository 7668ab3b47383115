import type { FoundCase, FoundCases } from '../../cases/store/find-cases.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { listedCase } from '../cases/case-list-view.ts'

/** What a search found, for those who may see names. */
export function searchView(lookedFor: string, { cases, isMore }: FoundCases, today: CalendarDate) {
  return {
    heading: headingOf(cases.length, isMore),
    lookedFor,
    typed: lookedFor,
    cases: cases.map((one) => foundCase(one, today)),
    /** Whether others can fit too. */
    isMore,
    errors: [],
  }
}

export type SearchView = ReturnType<typeof searchView>

function headingOf(count: number, isMore: boolean): string {
  if (count === 0) return 'No case was found'
  if (isMore) return `The nearest ${count === 1 ? 'case' : `${count} cases`}`
  return count === 1 ? '1 case found' : `${count} cases found`
}

function foundCase({ record, contact, by }: FoundCase, today: CalendarDate) {
  const { childName, name, second, representative, childReference, caseReference } = contact
  const references = [childReference, caseReference].filter((one) => one !== undefined)
  const people = [
    name === childName ? undefined : name,
    second?.name,
    representative && `${representative.name} (acts for the family)`,
  ].filter((one) => one !== undefined)
  return { ...listedCase(record, today), by, child: childName, people, references }
}
