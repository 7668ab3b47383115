import type { FactType } from '../../cases/fact.ts'
import { isWaiting, type Wait } from '../../cases/wait.ts'
import { FACTS_IN_ORDER, STAFF_FACTS } from '../facts/all-facts.ts'
import { ACTION_HEADINGS, NOTHING } from '../facts/staff-fact.ts'

/** How many facts the first screen of a case offers. */
const COMMON = 4

/** Something that can be recorded, and where. */
export interface Action {
  readonly type: FactType
  readonly name: string
  readonly href: string
}

/** What can be recorded now, by route, in the order in which a case comes to it. */
export function actionGroups(caseId: string, recordable: readonly FactType[]) {
  return Object.entries(ACTION_HEADINGS)
    .map(([group, heading]) => ({
      heading,
      actions: FACTS_IN_ORDER.filter((type) => STAFF_FACTS[type].offered === group && recordable.includes(type)).map(
        (type) => actionOf(caseId, type),
      ),
    }))
    .filter(({ actions }) => actions.length > 0)
}

type ActionGroup = ReturnType<typeof actionGroups>[number]

/**
 * The few that are recorded most: what is awaited first on each route, the route with the next date before the others; then
 * whatever else is likely.
 * @param expected what is likely now, what is awaited before the rest
 */
export function commonActions(
  caseId: string,
  waits: readonly Wait[],
  expected: readonly FactType[],
): readonly Action[] {
  const awaited = waits
    .filter(isWaiting)
    .toSorted((one, other) => (one.next.date < other.next.date ? -1 : 1))
    .map(({ awaits }) => awaits)
  const inTurn = Array.from({ length: COMMON }, (_, turn) => awaited.flatMap((facts) => facts.slice(turn, turn + 1)))
  return [...new Set([...inTurn.flat(), ...expected])]
    .filter((type) => expected.includes(type) && type !== 'note-added')
    .slice(0, COMMON)
    .map((type) => actionOf(caseId, type))
}

/** Those of the groups that hold all of these words, each in the name or the heading, as far as they are typed. */
export function actionsWith(groups: readonly ActionGroup[], words: string): readonly ActionGroup[] {
  const wanted = wordsIn(words)
  return groups
    .map(({ heading, actions }) => ({
      heading,
      actions: actions.filter(({ name }) => {
        const there = wordsIn(`${heading} ${name}`)
        return wanted.every((word) => there.some((one) => one.startsWith(word)))
      }),
    }))
    .filter(({ actions }) => actions.length > 0)
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function actionOf(caseId: string, type: FactType): Action {
  return { type, name: STAFF_FACTS[type].name, href: addressOf(caseId, type) }
}

/** Its form; for a correction the list of what can be corrected. */
function addressOf(caseId: string, type: FactType): string {
  return STAFF_FACTS[type].form === NOTHING ? `/cases/${caseId}/correct` : `/cases/${caseId}/record/${type}`
}
