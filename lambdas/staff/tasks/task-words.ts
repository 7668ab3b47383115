import type { Case } from '../../cases/case.ts'
import { dutyDates } from '../../cases/duty-dates.ts'
import { dutyId } from '../../cases/plan/duties.ts'
import { RESOLUTION_PARTIES } from '../../cases/resolution/closed-words.ts'
import type { Task, TaskKind } from '../../cases/task.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { describeComplaint } from '../facts/complaint-words.ts'
import { describeDuty } from '../facts/duty-words.ts'
import { describeResolution, RESOLUTION_PARTY_WORDS } from '../facts/resolution-words.ts'

export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  'arrange-mediation': 'Arrange the mediation meeting and record its date',
  'tell-adviser-not-arranged': 'Tell the mediation adviser that mediation was not arranged within 30 days',
  'chase-certificate': 'Ask the mediation adviser for the certificate, which is late',
  'record-meeting-result': 'Record what came of the mediation meeting',
  'tell-family-another-way': 'Reach the family another way: an email did not arrive',
  'tell-family-safely': 'Tell the family in the safe way that you agreed: we must not write to it',
  'make-other-format': 'Make a message in the format or language that the family needs',
  'check-no-news': 'Ask the family how it wants to go on: there has been no news',
  'tell-health-board': 'Tell the health board (integrated care board) what the family wants',
  'chase-health-board': 'Ask the health board (integrated care board) for a mediation meeting, which is late',
  'fix-next-meeting': 'Fix the next mediation meeting and record its date',
  'record-tribunal-letter': 'Record the dates in the Tribunal’s letter about the appeal',
  'send-response': 'Send the council’s response to the Tribunal, and record it',
  'escalate-response': 'Escalate to the named officer: the response to the Tribunal is late',
  'ask-tribunal': 'Ask the Tribunal how the appeal stands',
  'do-duty': 'Do what the council has to do, and record it',
  'escalate-duty': 'Escalate to the named officer: the council is late with what it has to do',
  'ask-party': 'Ask again whether they take part in disagreement resolution',
  'fix-resolution-meeting': 'Ask the independent service for a disagreement resolution meeting, and record its date',
  'record-resolution-result': 'Record what came of the disagreement resolution meeting',
  'chase-acknowledgement': 'Ask whether the complaint was received: it is not acknowledged yet',
  'chase-complaint-answer': 'Ask for the answer to the complaint, which is late',
}

/** What a task is about, where a case can have several of its kind: which duty, which party, which complaint. */
export function describeTaskSubject({ kind, about }: Pick<Task, 'kind' | 'about'>, subject: Case): string | undefined {
  switch (kind) {
    case 'do-duty':
    case 'escalate-duty':
      return describeDutyNamed(about, subject)
    case 'ask-party': {
      const party = RESOLUTION_PARTIES.find((one) => about.endsWith(`-${one}`))
      return party && RESOLUTION_PARTY_WORDS[party]
    }
    case 'fix-resolution-meeting':
    case 'record-resolution-result': {
      const resolution = subject.resolutions.find(({ of, meeting }) => of === about || meeting?.sequence === about)
      return resolution && describeResolution(resolution)
    }
    case 'chase-acknowledgement':
    case 'chase-complaint-answer': {
      const complaint = subject.complaints.find(({ of }) => of === about)
      return complaint && describeComplaint(complaint)
    }
    default:
      return undefined
  }
}

function describeDutyNamed(about: string, { undertakings }: Case): string | undefined {
  for (const undertaking of undertakings) {
    const duty = dutyDates(undertaking).find((one) => dutyId(undertaking.of, one) === about)
    if (duty) return `${describeDuty(duty)}, by ${formatDate(duty.deadline.lawDate)}`
  }
  return undefined
}
