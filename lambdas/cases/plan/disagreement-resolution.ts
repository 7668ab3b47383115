import { addDays, addMonths, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { Resolution } from '../case.ts'
import type { MessageDue } from '../message.ts'
import type { TaskDue } from '../task.ts'
import type { WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** How long a party has before the officer asks again, and until a meeting should be fixed. Choices of ours. */
const WORKING_DAYS_TO_ANSWER = 10
const WORKING_DAYS_TO_FIX_MEETING = 10

/** Disagreement resolution is voluntary: it goes on only when every party has agreed (Code of Practice 11.6). */
export function partiesAgreeRules(situation: WaitSituation): WaitRules {
  const { today } = situation
  const resolution = requireResolution(situation)
  const about = resolution.of
  const refused = resolution.answers.some(({ agrees }) => !agrees)
  const open = partiesToAnswer(resolution)
  const askAgainOn = addWorkingDays(resolution.askedOn, WORKING_DAYS_TO_ANSWER)
  return {
    messages: [{ kind: 'resolution-asked', about }],
    reminders: [],
    tasks: open.map((party): TaskDue => ({ kind: 'ask-party', about: `${about}-${party}`, dueOn: askAgainOn })),
    ends: ending(),
    next: { kind: 'news-of-resolution', date: askAgainOn },
  }

  function ending(): WaitRules['ends'] {
    if (refused) return { from: today, as: 'party-declined' }
    if (open.length === 0) return { from: today, as: 'everyone-agreed' }
    return { from: keepOpenUntil(situation, resolution.askedOn) }
  }
}

/** Everybody agreed. The independent service arranges a meeting, and the council records what came of it. */
export function resolutionMeetingRules(situation: WaitSituation): WaitRules {
  const resolution = requireResolution(situation)
  const { meeting, of } = resolution
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

function requireResolution({ subject, startedFrom }: WaitSituation): Resolution {
  const resolution = subject.resolutions.find(({ of }) => of === startedFrom)
  if (!resolution)
    throw new Error(`Case ${subject.caseId} has no disagreement resolution from the fact ${startedFrom}.`)
  return resolution
}
