import type { Council } from '../../cases/council.ts'
import { areRecorded } from '../../cases/particulars.ts'
import type { Role } from '../../cases/role.ts'
import { mayUse, type PagePath, ROUTES } from '../routes.ts'
import type { CaseView } from './case-view.ts'

/** A page of a case: what is shown there by itself, a step away from the first. */
interface CasePart {
  /** As the navigation of the case calls it, and the heading of the page. */
  readonly text: string
  readonly path: PagePath
  /** What the page says to a program. The page of the case itself says all of it. */
  readonly told: (view: CaseView) => object
}

/** Every page of a case, in the order of its navigation. */
export const CASE_PARTS = {
  overview: { text: 'Overview', path: '/cases/:caseId', told: (view) => view },
  family: { text: 'The family', path: '/cases/:caseId/family', told: ({ contact }) => ({ contact }) },
  dates: {
    text: 'Dates and why',
    path: '/cases/:caseId/dates',
    told: ({ dates, followingDays }) => ({ dates, followingDays }),
  },
  timeline: { text: 'Timeline', path: '/cases/:caseId/timeline', told: ({ timeline }) => ({ timeline }) },
  messages: {
    text: 'Messages',
    path: '/cases/:caseId/messages',
    told: ({ messages, letters, waitingMessages }) => ({ messages, letters, waitingMessages }),
  },
  duties: { text: 'Duties', path: '/cases/:caseId/duties', told: ({ undertakings }) => ({ undertakings }) },
  routes: {
    text: 'Other routes',
    path: '/cases/:caseId/routes',
    told: ({ complaints, resolutions }) => ({ complaints, resolutions }),
  },
  notes: { text: 'Notes', path: '/cases/:caseId/notes', told: (view) => ({ notes: notesOf(view) }) },
} as const satisfies Readonly<Record<string, CasePart>>

export type CasePartName = keyof typeof CASE_PARTS

/** What staff wrote in their own words, the latest first. */
export function notesOf({ timeline }: CaseView): CaseView['timeline'] {
  return timeline.filter(({ note }) => note !== undefined)
}

/** A page that is not of the case itself, and about it. */
interface BesideCase extends Pick<CasePart, 'text' | 'path'> {
  readonly isThere: (council: Pick<Council, 'particulars'>) => boolean
  readonly query: (caseId: string) => string
}

const BESIDE = {
  particulars: {
    text: 'For the outcomes',
    path: '/cases/:caseId/particulars',
    isThere: ({ particulars }) => areRecorded(particulars),
    query: () => '',
  },
  restriction: {
    text: 'Who may open it',
    path: '/cases/:caseId/restriction',
    isThere: () => true,
    query: () => '',
  },
  entries: {
    text: 'Who read it',
    path: '/audit',
    isThere: () => true,
    query: (caseId) => `?${new URLSearchParams({ case: caseId })}`,
  },
} as const satisfies Readonly<Record<string, BesideCase>>

/** The navigation of a case: the pages that somebody with these roles may open. @param shown the one they look at */
export function caseNavigation(
  caseId: string,
  shown: CasePartName | undefined,
  roles: readonly Role[],
  council: Pick<Council, 'particulars'>,
) {
  const own = Object.entries<CasePart>(CASE_PARTS).map(([name, part]) => ({ ...part, name, query: '' }))
  const beside = Object.entries<BesideCase>(BESIDE)
    .filter(([, { isThere }]) => isThere(council))
    .map(([name, part]) => ({ ...part, name, query: part.query(caseId) }))
  return [...own, ...beside]
    .filter(({ path }) => mayUse(roles, ROUTES[`GET ${path}`].isFor))
    .map(({ name, text, path, query }) => ({
      text,
      href: `${path.replace(':caseId', caseId)}${query}`,
      isShown: name === shown,
    }))
}
