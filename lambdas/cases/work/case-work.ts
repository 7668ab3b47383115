import type { DecisionKind } from '../../law/appealable-decisions.ts'
import { type CalendarDate, parseCalendarDate } from '../../law/calendar-date.ts'
import { boardArranges } from '../case.ts'
import type { CaseFile, CaseRecord } from '../case-file.ts'
import type { CouncilOwnTimes } from '../council.ts'
import type { NextDateKind } from '../plan/next-date-kind.ts'
import { type Cover, coverOf } from './cover.ts'
import { type OfficerWorkKind, officerWork } from './officer-work.ts'

/** Who is waited for: a case waits for one of them. */
export const WAITED_FOR = ['family', 'adviser', 'council', 'board', 'tribunal'] as const
export type WaitedFor = (typeof WAITED_FOR)[number]

/** What there is to look after: a case that waits for somebody, or a task. */
export const WORK_KINDS = [...WAITED_FOR, 'task'] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** That a case has lost its owner. It is a task for whoever gives cases to people. */
export const GIVE_OWNER = 'give-owner'

/** The item of a case itself: what it waits for next. Each open case has it once. */
export const NEXT = 'next'

/** One thing to look after, on its day. */
export interface WorkItem {
  /** `next`, `give-owner`, or the id of the task. */
  readonly id: string
  readonly kind: WorkKind
  readonly what: NextDateKind | OfficerWorkKind | typeof GIVE_OWNER
  readonly dueOn: CalendarDate
  /** The id of the person whose it is. Absent: nobody's. */
  readonly owner?: string
  /** The id of whoever covers for them now. */
  readonly cover?: string
}

/** All that there is to look after on a case. */
export interface CaseWork {
  readonly caseId: string
  /** The item of the case first, where it is open; then its tasks by their days. */
  readonly items: readonly WorkItem[]
  readonly letters: number
  readonly owner?: string
  readonly restrictedTo?: readonly string[]
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
  readonly isBeingTakenOver: boolean
}

/**
 * So many things of one case stand in lists, so that one transaction can move all of them. What is left out is on the page of
 * the case, and comes up when one of these is done.
 */
export const MOST_ITEMS = 7

/** Whatever its day. */
const ALWAYS = parseCalendarDate('9999-12-31')

/** Who is waited for by each next date, but where only the health board can arrange the mediation. */
const WAITS_FOR: Readonly<Record<NextDateKind, WaitedFor>> = {
  'council-sends-decision': 'council',
  'family-speaks-to-adviser': 'family',
  'family-chooses': 'family',
  'adviser-issues-certificate': 'adviser',
  'mediation-is-held': 'council',
  'meeting-is-held': 'council',
  'family-appeals': 'family',
  'keep-open': 'family',
  'council-responds': 'council',
  'news-of-appeal': 'tribunal',
  'council-does-duty': 'council',
  'news-of-resolution': 'council',
  'news-of-complaint': 'council',
}

/** The next dates that are a last day of the family's own. */
export const OWN_LAST_DAYS: readonly NextDateKind[] = ['family-speaks-to-adviser', 'family-chooses', 'family-appeals']

/** Whom an open case waits for. */
export function waitsFor({ record, subject }: Pick<CaseFile, 'record' | 'subject'>): WaitedFor {
  const isForBoard = record.nextKind === 'mediation-is-held' && boardArranges(subject)
  return isForBoard ? 'board' : WAITS_FOR[record.nextKind]
}

/**
 * What there is to look after on a case: of an open one what it waits for, and of every one its tasks and its letters.
 * @param covers who covers for whom
 * @param today the day in England
 */
export function caseWork(
  file: CaseFile,
  covers: readonly Cover[],
  today: CalendarDate,
  ownTimes: CouncilOwnTimes,
): CaseWork {
  const { record } = file
  const { caseId, owner, restrictedTo, decisionKind, placementOnly, history } = record
  const tasks = tasksToDo(file, today, ownTimes).toSorted(
    (one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id),
  )
  return {
    caseId,
    items: [...nextOf(file), ...giveOwner(record), ...tasks].slice(0, MOST_ITEMS).map((item) => {
      const cover = coverOf(covers, item.owner, today)
      return { ...item, ...(cover && { cover }) }
    }),
    letters: record.hasDied ? 0 : file.letters.filter(({ state }) => state === 'to-print').length,
    ...(owner && { owner }),
    ...(restrictedTo && { restrictedTo }),
    decisionKind,
    placementOnly,
    isBeingTakenOver: history !== undefined,
  }
}

function nextOf(file: CaseFile): readonly WorkItem[] {
  const { status, nextKind, nextDate, owner } = file.record
  if (status === 'closed') return []
  return [{ id: NEXT, kind: waitsFor(file), what: nextKind, dueOn: nextDate, ...(owner && { owner }) }]
}

function giveOwner({ status, ownerLeftOn }: CaseRecord): readonly WorkItem[] {
  if (status === 'closed' || !ownerLeftOn) return []
  return [{ id: GIVE_OWNER, kind: 'task', what: GIVE_OWNER, dueOn: ownerLeftOn }]
}

function tasksToDo(file: CaseFile, today: CalendarDate, ownTimes: CouncilOwnTimes): readonly WorkItem[] {
  return officerWork(file, { ...ownTimes, today, until: ALWAYS }).map(({ kind, day, tasks }) => {
    const [id = kind] = tasks.toSorted()
    const owner = ownerOfTask(file, id)
    return { id, kind: 'task', what: kind, dueOn: day, ...(owner && { owner }) }
  })
}

/** Whose a task is: the owner of its case, unless it was given to somebody else. */
export function ownerOfTask({ record, taskOwners }: Pick<CaseFile, 'record' | 'taskOwners'>, taskId: string) {
  return taskOwners.find(({ task }) => task === taskId)?.owner ?? record.owner
}

/** Stands for the owner of what nobody owns. */
export const NOBODY = 'nobody'

/**
 * How much there is to look after, by whose it is and under what: "family:2026-03-10", and letters under "letter". What is
 * restricted is counted apart, so that nobody sees by a number that there is such a case.
 */
export function countsOf(work: CaseWork): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const counts = new Map<string, Record<string, number>>()
  const add = (owner: string | undefined, what: string, number: number) => {
    const whose = `${work.restrictedTo ? ONLY : ''}${owner ?? NOBODY}`
    const own = counts.get(whose) ?? {}
    own[what] = (own[what] ?? 0) + number
    counts.set(whose, own)
  }
  for (const { owner, kind, dueOn } of work.items) add(owner, `${kind}:${dueOn}`, 1)
  if (work.letters > 0) add(work.owner, LETTER, work.letters)
  return counts
}

/** Under what letters are counted. */
export const LETTER = 'letter'

/** Stands before the owner of what is restricted. */
export const ONLY = 'only:'
