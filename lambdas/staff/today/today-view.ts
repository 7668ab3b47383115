import type { Contact } from '../../cases/contact.ts'
import type { ListedWork } from '../../cases/store/work-store.ts'
import { LETTER, NEXT, NOBODY, ONLY, OWN_LAST_DAYS, WAITED_FOR, type WorkKind } from '../../cases/work/case-work.ts'
import type { Team } from '../../cases/work/team.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { describeDecision } from '../facts/describe-route.ts'
import { type TodayFilters, todayAddress, WHEN, type When, whenOf } from './today-filters.ts'
import { WORK_KIND_WORDS, workInWords, workTag } from './work-words.ts'

/** Everybody's counts, by whose they are. */
export type AllCounts = ReadonlyMap<string, Readonly<Record<string, number>>>

export interface TodayParts {
  readonly filters: TodayFilters
  /** Who looks. */
  readonly personId: string
  /** For whom they cover today: what is theirs is seen as their own. */
  readonly coversFor: readonly string[]
  readonly today: CalendarDate
  readonly counts: AllCounts
  readonly teams: readonly Team[]
  /** The families' own last days that are near. */
  readonly lastDays: readonly ListedWork[]
  readonly work: readonly ListedWork[]
  readonly contacts: ReadonlyMap<string, Contact>
  /** The names of the people whose work is shown. */
  readonly names: ReadonlyMap<string, string>
  readonly next: string | undefined
  readonly isFirstPage: boolean
}

const WHEN_WORDS: Readonly<Record<When, string>> = {
  overdue: 'Overdue',
  today: 'Due today',
  soon: 'Next 5 working days',
  later: 'Later',
}

/** What somebody has to look after today, with what there is of it in all. */
export function todayView(given: TodayParts) {
  const parts: ReadParts = { ...given, read: readCounts(given.counts, given.today) }
  const { filters, coversFor, names, today, lastDays, work, next, isFirstPage } = parts
  const { whose, when, kind } = filters
  const sum = sumOf(parts, whose)
  const isFiltered = when !== undefined || kind !== undefined
  const shownFirst = new Set(lastDays.map(keyOf))
  const rest = work.filter((one) => !shownFirst.has(keyOf(one)))
  const rowsOf = (list: readonly ListedWork[]) => list.map((one) => rowOf(one, parts))
  return {
    today,
    todayInWords: formatDate(today),
    whose,
    isFiltered,
    filter: [kind && (kind === 'task' ? 'Tasks' : `Waiting for: ${WORK_KIND_WORDS[kind]}`), when && WHEN_WORDS[when]]
      .filter(Boolean)
      .join('. '),
    everything: todayAddress({ whose }),
    views: viewsOf(parts),
    tiles: [
      ...WHEN.filter((one) => one !== 'later').map((one) => ({
        text: WHEN_WORDS[one],
        count: sum({ when: one }),
        href: todayAddress({ whose, when: one }),
        isShown: when === one && !kind,
        isUrgent: one === 'overdue',
      })),
      {
        text: 'Tasks',
        count: sum({ kind: 'task' }),
        href: todayAddress({ whose, kind: 'task' }),
        isShown: kind === 'task',
        isUrgent: false,
      },
      { text: 'Letters to print', count: sum({ letters: true }), href: '/letters', isShown: false, isUrgent: false },
    ],
    waitedFor: WAITED_FOR.map((one) => ({
      text: WORK_KIND_WORDS[one],
      count: sum({ kind: one }),
      href: todayAddress({ whose, kind: one }),
      isShown: kind === one,
    })),
    openCases: WAITED_FOR.reduce((total, one) => total + sum({ kind: one }), 0),
    parts: isFiltered
      ? [{ title: undefined, id: 'list', rows: rowsOf(work), more: undefined }].filter(({ rows }) => rows.length > 0)
      : [
          { title: 'Families’ own last days', id: 'last-days', rows: rowsOf(lastDays), more: undefined },
          ...WHEN.filter((one) => one !== 'later').map((one) => {
            const rows = rowsOf(
              rest.filter(({ item }) => whenOf(item.dueOn, today) === one).toSorted((a, b) => rankOf(a) - rankOf(b)),
            )
            const all = sum({ when: one })
            const more = all > rows.length && { count: all, href: todayAddress({ whose, when: one }) }
            return { title: WHEN_WORDS[one], id: one, rows, ...(more && { more }) }
          }),
          // Among everybody's work a small team's can lie further on than one page looks.
        ].filter(({ rows, more }) => rows.length > 0 || (more && teamOf(parts, whose) !== undefined)),
    showsOwner: whose === 'all' || teamOf(parts, whose) !== undefined || (whose === 'mine' && coversFor.length > 0),
    coversFor: coversFor.map((one) => names.get(one) ?? 'somebody'),
    isFirstPage,
    ...(isFiltered && next && { nextPage: todayAddress(filters, next) }),
    firstPage: todayAddress(filters),
  }
}

export type TodayView = ReturnType<typeof todayView>

/** A family's own last day comes first on its day. */
function rankOf({ item }: ListedWork): number {
  return item.id === NEXT && OWN_LAST_DAYS.some((kind) => kind === item.what) ? 0 : 1
}

function keyOf({ caseId, item }: ListedWork): string {
  return `${caseId}/${item.id}`
}

function viewsOf(parts: ReadParts) {
  const { filters, names, teams } = parts
  const { whose } = filters
  const views = [
    { whose: 'mine', text: 'Mine' },
    ...teams.map(({ teamId, name }) => ({ whose: teamId, text: name })),
    { whose: 'all', text: teams.length > 0 ? 'Everybody’s' : 'The team’s' },
    { whose: NOBODY, text: 'Without an owner' },
    ...(whose.startsWith('person-') ? [{ whose, text: names.get(whose) ?? 'Another person' }] : []),
  ]
  return views.map((view) => {
    const sum = sumOf(parts, view.whose)
    return {
      text: view.text,
      href: todayAddress({ whose: view.whose }),
      count: WAITED_FOR.reduce((total, kind) => total + sum({ kind }), 0),
      isShown: view.whose === whose,
    }
  })
}

interface Sum {
  readonly when?: When
  readonly kind?: WorkKind
  readonly letters?: boolean
}

function teamOf({ teams }: Pick<TodayParts, 'teams'>, whose: string): Team | undefined {
  return teams.find(({ teamId }) => teamId === whose)
}

/** Whose counts are added up. What is restricted counts only for whose it is. */
function ownersOf(parts: TodayParts, whose: string): readonly string[] {
  const { counts, personId, coversFor } = parts
  const own = `${ONLY}${personId}`
  if (whose === 'all') return [...counts.keys()].filter((one) => !one.startsWith(ONLY) || one === own)
  if (whose === 'mine') return [personId, own, ...coversFor]
  const team = teamOf(parts, whose)
  return team ? [...team.members, ...(team.members.includes(personId) ? [own] : [])] : [whose]
}

/** One of somebody's counts, with what its name says. */
interface ReadCount {
  readonly what: string
  readonly when: When
  readonly number: number
}
type ReadParts = TodayParts & { readonly read: ReadonlyMap<string, readonly ReadCount[]> }

/** Everybody's counts, each name read once: a page adds them up many times. */
function readCounts(counts: AllCounts, today: CalendarDate): ReadonlyMap<string, readonly ReadCount[]> {
  const days = new Map<string, When>()
  const whenDue = (day: string) => {
    const known = days.get(day) ?? whenOf(day, today)
    days.set(day, known)
    return known
  }
  return new Map(
    [...counts].map(([owner, numbers]) => [
      owner,
      Object.entries(numbers).map(([name, number]) => {
        const [what = '', day = ''] = name.split(':')
        return { what, when: whenDue(day), number }
      }),
    ]),
  )
}

function sumOf(parts: ReadParts, whose: string) {
  const counts = ownersOf(parts, whose).flatMap((owner) => parts.read.get(owner) ?? [])
  return ({ when, kind, letters = false }: Sum): number =>
    counts
      .filter((one) =>
        letters || one.what === LETTER
          ? letters && one.what === LETTER
          : (!kind || one.what === kind) && (!when || one.when === when),
      )
      .reduce((total, { number }) => total + number, 0)
}

function rowOf(listed: ListedWork, { contacts, names, today }: TodayParts) {
  const { caseId, item, isBeingTakenOver, restrictedTo } = listed
  const contact = contacts.get(caseId)
  const family = contact && contact.name !== contact.childName ? contact.name : undefined
  return {
    code: item.id === NEXT || item.what === 'give-owner' ? caseId : `${caseId}/${item.id}`,
    inputId: `give-${caseId}-${item.id}`.replaceAll(/[^\w-]/g, '-'),
    caseId,
    href: `/cases/${caseId}`,
    child: contact?.childName ?? caseId,
    ...(family && { family }),
    decision: describeDecision(listed),
    what: workInWords(item),
    isTask: item.kind === 'task',
    waitsFor: WORK_KIND_WORDS[item.kind],
    dueOn: item.dueOn,
    dueInWords: formatDate(item.dueOn),
    ...workTag(item, today),
    owner: item.owner ? (names.get(item.owner) ?? 'Somebody who has left') : 'Nobody',
    isBeingTakenOver,
    isRestricted: restrictedTo !== undefined,
  }
}
