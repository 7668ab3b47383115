import { type Role, WHO_RECORDS } from '../cases/role.ts'
import { mayUse, type PagePath, ROUTES } from './routes.ts'

/** A part of the service. It is shown to those who may open it. */
interface SectionRow {
  readonly text: string
  readonly href: PagePath
  /** Where the page leads some of those on whom it is for. Absent: all whom the page is for. */
  readonly isFor?: readonly Role[]
  /** What it is for, where it is no part of a day's work: it stands on the page of those when there is no room for all. */
  readonly managing?: string
}

const SECTIONS = {
  today: { text: 'Today', href: '/', isFor: WHO_RECORDS },
  cases: { text: 'Cases', href: '/cases' },
  new: { text: 'Open a case', href: '/cases/new' },
  letters: { text: 'Letters', href: '/letters' },
  outcomes: { text: 'Outcomes', href: '/outcomes' },
  import: { text: 'Import', href: '/import', managing: 'Bring in cases from another system, from a file.' },
  people: { text: 'People', href: '/people', managing: 'Who has signed in, and sign them out. Restricted cases.' },
  teams: { text: 'Teams', href: '/teams', managing: 'Who works together, to shorten the lists of Today.' },
  retention: { text: 'Retention', href: '/retention', managing: 'Erase closed cases that have been kept long enough.' },
  audit: { text: 'Audit', href: '/audit', managing: 'Who did and who read what.' },
  settings: { text: 'Settings', href: '/settings', managing: 'What is set for the council.' },
} as const satisfies Readonly<Record<string, SectionRow>>

export type Section = keyof typeof SECTIONS | 'manage'

/** A link of the navigation, and the parts of the service that are reached by it. */
export interface NavigationItem {
  readonly text: string
  readonly href: string
  readonly sections: readonly Section[]
}

/** So many stand in one line beside the name of the service on a screen of 1280 pixels. */
const MOST_IN_A_LINE = 6

/** What somebody with these roles can open, in one line: where there is no room for all, some stand on a page of their own. */
export function navigationFor(roles: readonly Role[]): readonly NavigationItem[] {
  const own = ownSections(roles)
  if (own.length <= MOST_IN_A_LINE) return own.map(([section, row]) => ({ ...row, sections: [section] }))
  const [managing, daily] = [own.filter(([, row]) => row.managing), own.filter(([, row]) => !row.managing)]
  return [
    ...daily.map(([section, row]) => ({ ...row, sections: [section] })),
    { text: 'Manage', href: '/manage', sections: ['manage', ...managing.map(([section]) => section)] },
  ]
}

/** The parts that are no part of a day's work, each with what it is for. */
export function managedBy(roles: readonly Role[]): readonly Required<Pick<SectionRow, 'text' | 'href' | 'managing'>>[] {
  return ownSections(roles).flatMap(([, { text, href, managing }]) => (managing ? [{ text, href, managing }] : []))
}

function ownSections(roles: readonly Role[]): readonly (readonly [Section, SectionRow])[] {
  const all: readonly (readonly [string, SectionRow])[] = Object.entries(SECTIONS)
  return all
    .filter(([, { href, isFor }]) => mayUse(roles, isFor ?? ROUTES[`GET ${href}`].isFor))
    .map(([section, row]) => [section as Section, row])
}
