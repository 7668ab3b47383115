import type { FactType } from '../../cases/fact.ts'
import { FACTS_IN_ORDER, STAFF_FACTS } from '../facts/all-facts.ts'
import { ACTION_HEADINGS, NOTHING } from '../facts/staff-fact.ts'

/** What can be recorded now, by route, in the order in which a case comes to it. */
export function actionGroups(caseId: string, recordable: readonly FactType[]) {
  return Object.entries(ACTION_HEADINGS)
    .map(([group, heading]) => ({
      heading,
      actions: FACTS_IN_ORDER.filter((type) => STAFF_FACTS[type].offered === group && recordable.includes(type)).map(
        (type) => ({ type, name: STAFF_FACTS[type].name, href: addressOf(caseId, type) }),
      ),
    }))
    .filter(({ actions }) => actions.length > 0)
}

/** Its form; for a correction the list of what can be corrected. */
function addressOf(caseId: string, type: FactType): string {
  return STAFF_FACTS[type].form === NOTHING ? `/cases/${caseId}/correct` : `/cases/${caseId}/record/${type}`
}
