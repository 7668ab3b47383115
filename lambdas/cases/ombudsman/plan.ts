import { nothingToWaitFor } from '../plan/nothing-to-wait-for.ts'
import type { PlanOf, WaitRules } from '../plan/plan.ts'
import { dayToRenew, missing, startedIn, type WaitSituation } from '../plan/wait-situation.ts'
import type { ombudsman } from './stage.ts'

export const ombudsmanPlan: PlanOf<typeof ombudsman> = {
  'ombudsman-decision': decisionRules,
  'ombudsman-remedy': remedyRules,
}

/** The Ombudsman decides in its own time: no law sets a day for it. */
function decisionRules(situation: WaitSituation): WaitRules {
  const { of: about } = startedIn(situation.subject.ombudsmen, situation)
  return {
    messages: [{ kind: 'with-the-ombudsman', about }],
    reminders: [],
    tasks: [],
    ends: { from: dayToRenew(situation) },
    next: { kind: 'news-of-complaint', date: dayToRenew(situation) },
  }
}

/** What the decision asks for has the day that it names, or none. */
function remedyRules(situation: WaitSituation): WaitRules {
  const { decided } = startedIn(situation.subject.ombudsmen, situation)
  if (!decided) return missing(situation, 'no Ombudsman has decided')
  const messages = [{ kind: 'what-the-ombudsman-decided', about: decided.sequence } as const]
  if (decided.result !== 'fault-and-remedy') return nothingToWaitFor(situation, messages)
  const by = decided.remedyBy ?? decided.decidedOn
  return {
    messages,
    reminders: [],
    tasks: [{ kind: 'do-remedy', about: decided.sequence, dueOn: by }],
    ends: { from: dayToRenew(situation) },
    next: { kind: 'council-does-duty', date: by },
  }
}
