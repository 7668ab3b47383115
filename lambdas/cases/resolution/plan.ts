import { addDays, addMonths, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { Resolution } from '../case.ts'
import type { MessageDue } from '../message.ts'
import type { PlanOf, WaitRules } from '../plan/plan.ts'
import { startedIn, type WaitSituation } from '../plan/wait-situation.ts'
import type { TaskDue } from '../task.ts'
import type { disagreementResolution } from './stage.ts'

/** How long a party has before the officer asks again, and until a meeting should be fixed. Choices of ours. */
const WORKING_DAYS_TO_ANSWER = 10
const WORKING_DAYS_TO_FIX_MEETING = 10

export const disagreementResolutionPlan: PlanOf<typeof disagreementResolution> = {
  'parties-agree': partiesAgreeRules,
  'resolution-meeting': meetingRules,
}

/** Disagreement resolution is voluntary: it goes on only when every party has agreed (Code of Practice 11.6). */
function partiesAgreeRules(situation: WaitSituation): WaitRules {
  const resolution = startedIn(situation.subject.resolutions, situation)
  const about = resolution.of
  const refused = resolution.answers.some(({ agrees }) => !agrees)
  const open = partiesToAnswer(resolution)
  const askAgainOn = addWorkingDays(resolution.askedOn, WORKING_DAYS_TO_ANSWER)
  return {
    messages: [{ kind: 'resolution-asked', about }],
    reminders: [],
    tasks: open.map((party): TaskDue => ({ kind: 'ask-party', about: { fact: about, party }, dueOn: askAgainOn })),
    ends: ending(),
    next: { kind: 'news-of-resolution', date: askAgainOn },
  }

  function ending(): WaitRules['ends'] {
    if (refused) return { from: situation.today, as: 'party-declined' }
    if (open.length === 0) return { from: situation.today, as: 'everyone-agreed' }
    return { from: keepOpenUntil(situation, resolution.askedOn) }
  }
}

/** Everybody agreed. The independent service arranges a meeting, and the council records what came of it. */
function meetingRules(situation: WaitSituation): WaitRules {
  const { meeting, of } = startedIn(situation.subject.resolutions, situation)
  const messages: MessageDue[] = meeting
    ? [{ kind: 'resolution-invitation', about: meeting.sequence }]
    : [{ kind: 'resolution-agreed', about: of }]
  const next = meeting?.meetingOn ?? addWorkingDays(situation.heardOn, WORKING_DAYS_TO_FIX_MEETING)
  const task: TaskDue = meeting
    ? { kind: 'record-resolution-result', about: meeting.sequence, dueOn: addDays(meeting.meetingOn, 1) }
    : { kind: 'fix-resolution-meeting', about: of, dueOn: next }
  return {
    messages,
    reminders: [],
    tasks: [task],
    ends: { from: keepOpenUntil(situation, next) },
    next: { kind: 'news-of-resolution', date: next },
  }
}

/** Who has not said yet whether they take part. */
export function partiesToAnswer({ parties, answers }: Resolution): readonly Resolution['parties'][number][] {
  return parties.filter((party) => !answers.some((answer) => answer.party === party))
}

function keepOpenUntil({ heardOn, keepOpenMonths }: WaitSituation, from: CalendarDate): CalendarDate {
  return addMonths(laterOf(from, heardOn), keepOpenMonths)
}
