import type { Case } from '../../cases/case.ts'
import type { Contact } from '../../cases/contact.ts'
import { dutyDates } from '../../cases/duty-dates.ts'
import type { FactType } from '../../cases/fact.ts'
import { type Letter, printingOf } from '../../cases/letter.ts'
import { dutyId } from '../../cases/plan/duties.ts'
import { RESOLUTION_PARTIES } from '../../cases/resolution/closed-words.ts'
import type { Task, TaskKind } from '../../cases/task.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { OTHER_FORMAT_WORDS, RESOLUTION_PARTY_WORDS } from '../closed-words.ts'
import { describeComplaint, describeDuty, describeResolution } from '../facts/describe-route.ts'
import { NOTHING } from '../facts/staff-fact.ts'

/** A kind of task as staff meet it. Every member is there; where there is nothing, `NOTHING` says so. */
export interface StaffTask {
  /** What is to be done. */
  readonly name: string
  /** The same in words that say what stands in the way now. */
  readonly nameNow: ((now: TaskNow) => string) | typeof NOTHING
  /** Which one it is about, where a case can have several of its kind. */
  readonly about: ((about: string, subject: Case) => string | undefined) | typeof NOTHING
  /** What "Record it" leads to. Nothing for what is done without anything happening on the case. */
  readonly recordedBy: FactType | CorrectionOf | typeof NOTHING
}

/** A correction of something that is recorded already: the fact's sequence, where there is one. */
export interface CorrectionOf {
  readonly corrects: (subject: Case) => string | undefined
}

/** What a task's words can depend on. */
export interface TaskNow {
  /** The letter that it waits for. */
  readonly letter: Letter | undefined
  readonly contact: Contact
}

/** Every kind of task. One that is missing does not compile. */
export const STAFF_TASKS: Readonly<Record<TaskKind, StaffTask>> = {
  'arrange-mediation': {
    ...always('Arrange the mediation meeting and record its date'),
    about: NOTHING,
    recordedBy: 'meeting-arranged',
  },
  'tell-adviser-not-arranged': {
    ...always('Tell the mediation adviser that mediation was not arranged within 30 days'),
    about: NOTHING,
    recordedBy: 'mediation-cannot-be-arranged',
  },
  'chase-certificate': {
    ...always('Ask the mediation adviser for the certificate, which is late'),
    about: NOTHING,
    recordedBy: 'certificate-issued',
  },
  'record-meeting-result': {
    ...always('Record what came of the mediation meeting'),
    about: NOTHING,
    // It can end in one of several ways, each a fact of its own.
    recordedBy: NOTHING,
  },
  'tell-family-another-way': {
    name: 'Reach the family another way: an email did not arrive',
    nameNow: ({ letter, contact }) => letterInWords(letter, contact),
    about: NOTHING,
    recordedBy: NOTHING,
  },
  'tell-family-safely': {
    ...always('Tell the family in the safe way that you agreed: we must not write to it'),
    about: NOTHING,
    recordedBy: NOTHING,
  },
  'make-other-format': {
    name: 'Make a message in the format or language that the family needs',
    nameNow: ({ contact: { otherFormat, language } }) => {
      const needed = [...(otherFormat ? [OTHER_FORMAT_WORDS[otherFormat]] : []), ...(language ? [language] : [])]
      const { name } = STAFF_TASKS['make-other-format']
      return needed.length > 0 ? `${name}: ${needed.join(', ')}` : name
    },
    about: NOTHING,
    recordedBy: NOTHING,
  },
  'check-no-news': {
    ...always('Ask the family how it wants to go on: there has been no news'),
    about: NOTHING,
    recordedBy: NOTHING,
  },
  'tell-health-board': {
    ...always('Tell the health board (integrated care board) what the family wants'),
    about: NOTHING,
    recordedBy: 'health-board-told',
  },
  'chase-health-board': {
    ...always('Ask the health board (integrated care board) for a mediation meeting, which is late'),
    about: NOTHING,
    recordedBy: 'meeting-arranged',
  },
  'fix-next-meeting': {
    ...always('Fix the next mediation meeting and record its date'),
    about: NOTHING,
    recordedBy: 'meeting-arranged',
  },
  'record-tribunal-letter': {
    ...always('Record the dates in the Tribunal’s letter about the appeal'),
    about: NOTHING,
    // The appeal is recorded already: its letter's dates are added to it.
    recordedBy: { corrects: ({ appeal }) => appeal?.sequence },
  },
  'send-response': {
    ...always('Send the council’s response to the Tribunal, and record it'),
    about: NOTHING,
    recordedBy: 'response-sent',
  },
  'escalate-response': {
    ...always('Escalate to the named officer: the response to the Tribunal is late'),
    about: NOTHING,
    recordedBy: 'response-sent',
  },
  'ask-tribunal': {
    ...always('Ask the Tribunal how the appeal stands'),
    about: NOTHING,
    recordedBy: NOTHING,
  },
  'do-duty': {
    ...always('Do what the council has to do, and record it'),
    about: dutyNamed,
    recordedBy: 'duty-done',
  },
  'escalate-duty': {
    ...always('Escalate to the named officer: the council is late with what it has to do'),
    about: dutyNamed,
    recordedBy: 'duty-done',
  },
  'ask-party': {
    ...always('Ask again whether they take part in disagreement resolution'),
    about: (about) => {
      const party = RESOLUTION_PARTIES.find((one) => about.endsWith(`-${one}`))
      return party && RESOLUTION_PARTY_WORDS[party]
    },
    recordedBy: 'disagreement-resolution-answered',
  },
  'fix-resolution-meeting': {
    ...always('Ask the independent service for a disagreement resolution meeting, and record its date'),
    about: resolutionNamed,
    recordedBy: 'disagreement-resolution-meeting',
  },
  'record-resolution-result': {
    ...always('Record what came of the disagreement resolution meeting'),
    about: resolutionNamed,
    recordedBy: 'disagreement-resolution-ended',
  },
  'chase-acknowledgement': {
    ...always('Ask whether the complaint was received: it is not acknowledged yet'),
    about: complaintNamed,
    recordedBy: 'complaint-acknowledged',
  },
  'chase-complaint-answer': {
    ...always('Ask for the answer to the complaint, which is late'),
    about: complaintNamed,
    recordedBy: 'complaint-answered',
  },
}

/** A name that is the same whatever stands in the way. */
function always(name: string): Pick<StaffTask, 'name' | 'nameNow'> {
  return { name, nameNow: NOTHING }
}

/** Which one a task is about, where a case can have several of its kind. */
export function taskAbout({ kind, about }: Pick<Task, 'kind' | 'about'>, subject: Case): string | undefined {
  return STAFF_TASKS[kind].about?.(about, subject)
}

function dutyNamed(about: string, { undertakings }: Case): string | undefined {
  for (const undertaking of undertakings) {
    const duty = dutyDates(undertaking).find((one) => dutyId(undertaking.of, one) === about)
    if (duty) return `${describeDuty(duty)}, by ${formatDate(duty.deadline.lawDate)}`
  }
  return undefined
}

function resolutionNamed(about: string, { resolutions }: Case): string | undefined {
  const resolution = resolutions.find(({ of, meeting }) => of === about || meeting?.sequence === about)
  return resolution && describeResolution(resolution)
}

function complaintNamed(about: string, { complaints }: Case): string | undefined {
  const complaint = complaints.find(({ of }) => of === about)
  return complaint && describeComplaint(complaint)
}

function letterInWords(letter: Letter | undefined, contact: Contact): string {
  const { name } = STAFF_TASKS['tell-family-another-way']
  if (!letter) return name
  switch (printingOf(letter, contact)) {
    case 'ready':
      return 'Print and post a letter: an email did not arrive'
    case 'no-address':
      return 'Find out the postal address: an email did not arrive, and its letter waits for the address'
    case 'nobody':
      return name
    case 'must-not-write':
      return STAFF_TASKS['tell-family-safely'].name
  }
}
