import type { AboutParty, TaskAbout } from '../../cases/about.ts'
import type { Case } from '../../cases/case.ts'
import type { Contact } from '../../cases/contact.ts'
import type { DutyOfFact } from '../../cases/duties/duty-of-fact.ts'
import { dutyDates } from '../../cases/duty-dates.ts'
import type { FactType } from '../../cases/fact.ts'
import { type Letter, printingOf } from '../../cases/letter.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { TaskDue } from '../../cases/task.ts'
import type { AboutOf, TaskKind } from '../../cases/tasks.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { OTHER_FORMAT_WORDS, RESOLUTION_PARTY_WORDS, TIMETABLE_WORDS } from '../closed-words.ts'
import { describeComplaint, describeDuty, describeResolution } from '../facts/describe-route.ts'
import { NOTHING } from '../facts/staff-fact.ts'

/** A kind of task as staff meet it. */
export interface StaffTask<About extends TaskAbout> {
  /** What is to be done. */
  readonly name: string
  /** The same in words that say what stands in the way now. */
  readonly nameNow: ((now: TaskNow) => string) | typeof NOTHING
  /** Which one it is about, where a case can have several of its kind. */
  readonly about: ((about: About, subject: Case) => string | undefined) | typeof NOTHING
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
export const STAFF_TASKS: { readonly [Kind in TaskKind]: StaffTask<AboutOf[Kind]> } = {
  'arrange-mediation': task('Arrange the mediation meeting and record its date', 'meeting-arranged'),
  'escalate-mediation': task('Escalate to the named officer: mediation is not arranged', 'meeting-arranged'),
  'tell-adviser-not-arranged': task(
    'Tell the mediation adviser that mediation was not arranged within 30 days',
    'mediation-cannot-be-arranged',
  ),
  'chase-certificate': task('Ask the mediation adviser for the certificate, which is late', 'certificate-issued'),
  // Correcting the certificate would write to the family, for whom nothing changes.
  'ask-about-information': task(
    'Ask the mediation adviser whether they gave the family information about mediation before the certificate',
    NOTHING,
  ),
  // It can end in one of several ways, each a fact of its own.
  'record-meeting-result': task('Record what came of the mediation meeting', NOTHING),
  'tell-family-another-way': {
    ...task('Reach the family another way: an email did not arrive', NOTHING),
    nameNow: letterInWords,
  },
  'tell-family-safely': task('Tell the family in the safe way that you agreed: we must not write to it', NOTHING),
  'make-other-format': {
    ...task('Make a message in the format or language that the family needs', NOTHING),
    nameNow: otherFormatInWords,
  },
  'check-no-news': task('Ask the family how it wants to go on: there has been no news', NOTHING),
  'tell-health-board': task('Tell the health board (integrated care board) what the family wants', 'health-board-told'),
  'chase-health-board': task(
    'Ask the health board (integrated care board) for a mediation meeting, which is late',
    'meeting-arranged',
  ),
  'fix-next-meeting': task(
    'Ask the family about another mediation meeting, fix it and record its date',
    'meeting-arranged',
  ),
  'name-who-comes': task('Record who comes to the mediation meeting, and whether they can decide', 'attendance-named'),
  'escalate-who-comes': task(
    'Escalate to the named officer: nobody has said who comes to the mediation meeting',
    'attendance-named',
  ),
  // The appeal is recorded already: its letter's dates are added to it.
  'record-tribunal-letter': task('Record the dates in the Tribunal’s letter about the appeal', {
    corrects: ({ appeal }) => appeal?.sequence,
  }),
  'send-response': task('Send the council’s response to the Tribunal, and record it', 'response-sent'),
  'escalate-response': task('Escalate to the named officer: the response to the Tribunal is late', 'response-sent'),
  'seek-consent-order': task(
    'Ask the Tribunal for a consent order: the council gave in, and a promise binds nobody',
    'appeal-decided',
  ),
  'keep-promise': task('Do what the council promised when it gave in', NOTHING),
  'prepare-for-tribunal': taskAboutOne(
    ({ moment }, { timetable }) => {
      const day = timetable?.days[moment]
      return `${TIMETABLE_WORDS[moment]}${day ? `: ${formatDate(day)}` : ''}`
    },
    'Get ready for a day of the Tribunal',
    NOTHING,
  ),
  'ask-tribunal': task('Ask the Tribunal how the appeal stands', NOTHING),
  'do-duty': taskAboutOne(dutyNamed, 'Do what the council has to do, and record it', 'duty-done'),
  'escalate-duty': taskAboutOne(
    dutyNamed,
    'Escalate to the named officer: the council is late with what it has to do',
    'duty-done',
  ),
  'ask-party': taskAboutOne(
    partyNamed,
    'Ask again whether they take part in disagreement resolution',
    'disagreement-resolution-answered',
  ),
  'fix-resolution-meeting': taskAboutOne(
    resolutionNamed,
    'Ask the independent service for a disagreement resolution meeting, and record its date',
    'disagreement-resolution-meeting',
  ),
  'record-resolution-result': taskAboutOne(
    resolutionNamed,
    'Record what came of the disagreement resolution meeting',
    'disagreement-resolution-ended',
  ),
  'chase-acknowledgement': taskAboutOne(
    complaintNamed,
    'Ask whether the complaint was received: it is not acknowledged yet',
    'complaint-acknowledged',
  ),
  'chase-complaint-answer': taskAboutOne(
    complaintNamed,
    'Ask for the answer to the complaint, which is late',
    'complaint-answered',
  ),
  'finish-taking-over': task(
    'Finish taking over: record what is missing, and say that the history is complete',
    'history-complete',
  ),
  'pass-case-on': task('Pass the case on to the council that the family moves to, and record that', 'case-passed-on'),
  'tell-tribunal-of-move': task('Tell the Tribunal that the family moves, and to which council', NOTHING),
  'tell-of-transfer': task(
    'Tell the family that its plan was transferred, whether its needs are assessed anew, and when the plan is reviewed',
    NOTHING,
  ),
  'review-transferred-plan': task('Review the plan that came from the other council', NOTHING),
  'do-remedy': task('Do what the Ombudsman asked for by its day, and record it', 'remedy-done'),
  // The new plan is recorded already: the reference of its case is added to it.
  'open-case-for-new-plan': task('Open a case for the plan that was issued again, and record which case it is', {
    corrects: ({ newPlan }) => newPlan?.sequence,
  }),
  'send-full-notice': task(
    'Send the decision in a letter with everything that it has to say, to whoever has the right to appeal',
    'full-notice-sent',
  ),
  'say-who-the-party-is': task(
    'Say who the party is: compulsory school age ends, and the young person decides unless they have not the capacity for it',
    'contact-details-changed',
  ),
  'warn-of-birthday': task(
    'Warn the young person: they become 25, and their right to appeal may end the day before',
    NOTHING,
  ),
  'reach-young-person': task(
    'Reach the young person: a last day is near, and it is not said who the party is',
    'contact-details-changed',
  ),
}

/** A task of which a case has one, with the same name whatever stands in the way. What records it has to be said. */
function task(name: string, recordedBy: StaffTask<TaskAbout>['recordedBy']): StaffTask<TaskAbout> {
  return { name, nameNow: NOTHING, about: NOTHING, recordedBy }
}

/** A task of which a case can have several. */
function taskAboutOne<About extends TaskAbout>(
  about: StaffTask<About>['about'],
  ...[name, recordedBy]: Parameters<typeof task>
): StaffTask<About> {
  return { ...task(name, recordedBy), about }
}

/** Which one a task is about, where a case can have several of its kind. */
export function taskAbout<Kind extends TaskKind>({ kind, about }: TaskDue<Kind>, subject: Case): string | undefined {
  return STAFF_TASKS[kind].about?.(about, subject)
}

function partyNamed({ party }: AboutParty): string {
  return RESOLUTION_PARTY_WORDS[party]
}

function dutyNamed(about: DutyOfFact, { undertakings }: Case): string | undefined {
  const undertaking = undertakings.find(({ of }) => of === about.of)
  const found = undertaking && dutyDates(undertaking).find(({ rule }) => rule === about.rule)
  return found && `${describeDuty(found)}, by ${formatDate(found.deadline.lawDate)}`
}

function resolutionNamed(fact: Sequence, { resolutions }: Case): string | undefined {
  const resolution = resolutions.find(({ of, meeting }) => of === fact || meeting?.sequence === fact)
  return resolution && describeResolution(resolution)
}

function complaintNamed(fact: Sequence, { complaints }: Case): string | undefined {
  const complaint = complaints.find(({ of }) => of === fact)
  return complaint && describeComplaint(complaint)
}

function otherFormatInWords({ contact: { otherFormat, language } }: TaskNow): string {
  const needed = [...(otherFormat ? [OTHER_FORMAT_WORDS[otherFormat]] : []), ...(language ? [language] : [])]
  const { name } = STAFF_TASKS['make-other-format']
  return needed.length > 0 ? `${name}: ${needed.join(', ')}` : name
}

function letterInWords({ letter, contact }: TaskNow): string {
  const { name } = STAFF_TASKS['tell-family-another-way']
  if (!letter) return name
  // The task is over where a child has died.
  switch (printingOf(letter, contact, {})) {
    case 'ready':
      return 'Print and post a letter: an email did not arrive'
    case 'no-address':
      return 'Find out the postal address: an email did not arrive, and its letter waits for the address'
    case 'nobody':
    case 'child-died':
      return name
    case 'must-not-write':
      return STAFF_TASKS['tell-family-safely'].name
  }
}
