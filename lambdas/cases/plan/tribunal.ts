import { addDays, addMonths, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { TaskDue } from '../task.ts'
import type { WaitRules } from './plan.ts'
import { dayToRenew } from './renewal.ts'
import type { WaitSituation } from './wait-situation.ts'

/** The council's officer is asked for the response so long before its last day. A choice of ours. */
const WORKING_DAYS_TO_RESPOND = 10
/** The Tribunal aims to write within 10 working days, so by then its letter should be there. */
const WORKING_DAYS_FOR_LETTER = 15

/** The Tribunal has an appeal. The council sends its response in 30 Tribunal working days (rule 21). */
export function councilResponseRules(situation: WaitSituation): WaitRules {
  const appeal = requireAppeal(situation)
  const { response } = situation.dates
  const about = appeal.sequence
  const tasks: TaskDue[] = response
    ? [
        { kind: 'send-response', about, dueOn: addWorkingDays(response.aimDate, -WORKING_DAYS_TO_RESPOND) },
        { kind: 'escalate-response', about, dueOn: addDays(response.lawDate, 1) },
      ]
    : [{ kind: 'record-tribunal-letter', about, dueOn: addWorkingDays(appeal.receivedOn, WORKING_DAYS_FOR_LETTER) }]
  return {
    messages: [{ kind: 'appeal-at-tribunal', about }],
    reminders: response ? [{ kind: 'response-overdue', about, on: addDays(response.lawDate, 1) }] : [],
    tasks: [...tasks, ...askForNews(situation)],
    ends: { from: dayToRenew(situation) },
    next: response
      ? { kind: 'council-responds', date: response.aimDate }
      : { kind: 'news-of-appeal', date: addWorkingDays(appeal.receivedOn, WORKING_DAYS_FOR_LETTER) },
  }
}

/** The Tribunal has both sides and decides. It may take more than a year. */
export function tribunalDecisionRules(situation: WaitSituation): WaitRules {
  const { response } = situation.subject
  const [news] = askForNews(situation)
  return {
    messages: response ? [{ kind: 'council-has-responded', about: response.sequence }] : [],
    reminders: [],
    tasks: news ? [news] : [],
    ends: { from: dayToRenew(situation) },
    next: { kind: 'news-of-appeal', date: news?.dueOn ?? dayToRenew(situation) },
  }
}

/** After so many months without news the officer is asked what the Tribunal has done: again and again. */
function askForNews({ heard, heardOn, today, keepOpenMonths }: WaitSituation): readonly TaskDue[] {
  let dueOn: CalendarDate = addMonths(heardOn, keepOpenMonths)
  let round = 1
  while (addMonths(dueOn, keepOpenMonths) <= today) {
    round += 1
    dueOn = addMonths(heardOn, keepOpenMonths * round)
  }
  return [{ kind: 'ask-tribunal', about: `${heard.sequence}-${round}`, dueOn: laterOf(dueOn, heardOn) }]
}

function requireAppeal({ subject }: WaitSituation) {
  if (!subject.appeal) throw new Error(`Case ${subject.caseId} is in the stage "tribunal", but has no appeal.`)
  return subject.appeal
}
