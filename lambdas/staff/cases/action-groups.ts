import type { FactType } from '../../cases/fact.ts'
import { FACT_NAMES } from '../facts/fact-names.ts'

/** Something that can be recorded now. */
export interface Action {
  readonly type: FactType
  readonly name: string
  readonly href: string
}

/** What can be recorded on one route of a case. */
export interface ActionGroup {
  readonly heading: string
  readonly actions: readonly Action[]
}

/** Every fact that staff record, by the route it belongs to, in the order in which a case comes to it. */
const GROUPS: readonly { readonly heading: string; readonly types: readonly FactType[] }[] = [
  {
    heading: 'Mediation and the certificate',
    types: [
      'adviser-contacted',
      'mediation-declined',
      'mediation-chosen',
      'health-board-told',
      'meeting-arranged',
      'meeting-moved',
      'meeting-cancelled',
      'mediation-cannot-be-arranged',
      'mediation-adjourned',
      'mediation-agreed',
      'mediation-partly-agreed',
      'mediation-not-agreed',
      'certificate-issued',
    ],
  },
  {
    heading: 'Appeal',
    types: ['appeal-registered', 'response-sent', 'appeal-conceded', 'appeal-withdrawn', 'appeal-decided'],
  },
  { heading: 'What the council has to do', types: ['duty-done'] },
  {
    heading: 'Disagreement resolution',
    types: [
      'disagreement-resolution-asked',
      'disagreement-resolution-answered',
      'disagreement-resolution-meeting',
      'disagreement-resolution-ended',
    ],
  },
  { heading: 'Complaints', types: ['complaint-made', 'complaint-acknowledged', 'complaint-answered'] },
  {
    heading: 'The case',
    types: [
      'agreement-reached',
      'notice-sent-again',
      'contact-details-changed',
      'note-added',
      'fact-corrected',
      'case-withdrawn',
    ],
  },
]

/** What can be recorded now, by route. That something never happened is reached from what can be corrected. */
export function actionGroups(caseId: string, recordable: readonly FactType[]): readonly ActionGroup[] {
  return GROUPS.map(({ heading, types }) => ({
    heading,
    actions: types
      .filter((type) => recordable.includes(type))
      .map((type) => ({ type, name: FACT_NAMES[type], href: addressOf(caseId, type) })),
  })).filter(({ actions }) => actions.length > 0)
}

function addressOf(caseId: string, type: FactType): string {
  return type === 'fact-corrected' ? `/cases/${caseId}/correct` : `/cases/${caseId}/record/${type}`
}
