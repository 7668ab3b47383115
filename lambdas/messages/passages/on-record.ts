import type { CorrectableType, Fact } from '../../cases/fact.ts'
import { type Block, heading, list } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { factsLearnt, factsOfTheCase } from './occasion.ts'
import { onRecord } from './recorded-facts.ts'

/** As many facts are told in one list. More are told by what they are about. */
const MOST_IN_ONE_LIST = 6

const ABOUT: Readonly<Record<CorrectableType, string>> = {
  'case-opened': 'the decision and the adviser',
  'notice-sent-again': 'the decision and the adviser',
  'notice-at-fault': 'the decision and the adviser',
  'full-notice-sent': 'the decision and the adviser',
  'dispute-changed': 'the decision and the adviser',
  'adviser-contacted': 'the decision and the adviser',
  'mediation-declined': 'the decision and the adviser',
  'certificate-issued': 'the decision and the adviser',
  'mediation-chosen': 'mediation',
  'way-forward-meeting': 'mediation',
  'health-board-told': 'mediation',
  'meeting-arranged': 'mediation',
  'meeting-moved': 'mediation',
  'attendance-named': 'mediation',
  'meeting-cancelled': 'mediation',
  'meeting-missed': 'mediation',
  'mediation-adjourned': 'mediation',
  'mediation-cannot-be-arranged': 'mediation',
  'mediation-agreed': 'mediation',
  'mediation-partly-agreed': 'mediation',
  'mediation-not-agreed': 'mediation',
  'appeal-registered': 'the appeal',
  'timetable-set': 'the appeal',
  'response-sent': 'the appeal',
  'council-gave-in': 'the appeal',
  'appeal-conceded': 'the appeal',
  'appeal-withdrawn': 'the appeal',
  'appeal-decided': 'the appeal',
  'decision-set-aside': 'the appeal',
  'further-appeal': 'the appeal',
  'agreed-later': 'what was agreed, and done',
  'agreement-reached': 'what was agreed, and done',
  'duty-day-set': 'what was agreed, and done',
  'duty-excused': 'what was agreed, and done',
  'duty-done': 'what was agreed, and done',
  'disagreement-resolution-asked': 'disagreement resolution',
  'disagreement-resolution-answered': 'disagreement resolution',
  'disagreement-resolution-meeting': 'disagreement resolution',
  'disagreement-resolution-ended': 'disagreement resolution',
  'complaint-made': 'complaints',
  'complaint-acknowledged': 'complaints',
  'complaint-answered': 'complaints',
  'ombudsman-asked': 'complaints',
  'ombudsman-decided': 'complaints',
  'remedy-done': 'complaints',
  'plan-issued-again': 'the plan',
  'new-plan-in-appeal': 'the plan',
  'case-came-from-council': 'who has your case',
  'family-moves': 'who has your case',
  'case-passed-on': 'who has your case',
  'case-came-back': 'who has your case',
  'case-withdrawn': 'our reminders',
  'child-died': 'our reminders',
}

/** What was learnt, in the order in which it happened. */
export function whatWeHaveLearnt(situation: SituationOfFact): Block[] {
  return listed('What we have learnt', factsLearnt(situation), situation)
}

/** All that happened in the case: in the order in which it did or, where that is much, so for each thing by itself. */
export function whatWeHaveOnRecord(situation: SituationOfFact): Block[] {
  const facts = factsOfTheCase(situation)
  if (facts.length <= MOST_IN_ONE_LIST) return listed('What we have on record', facts, situation)
  return [...Map.groupBy(facts, ({ type }) => ABOUT[type])].flatMap(([about, some]) =>
    listed(`What we have on record about ${about}`, some, situation),
  )
}

function listed(title: string, facts: readonly Fact<CorrectableType>[], { subject }: SituationOfFact): Block[] {
  const said = facts.map((fact) => onRecord(fact, subject)).filter((words) => words !== '')
  return said.length > 0 ? [heading(title), list(...said)] : []
}
