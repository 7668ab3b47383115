import { caseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import type { Council } from '../../cases/council.ts'
import type { FactType } from '../../cases/fact.ts'
import { addressFailure } from '../../cases/failing-address.ts'
import { isSettled } from '../../cases/is-settled.ts'
import { heldForParty } from '../../cases/party/party.ts'
import { mustNotBeWrittenTo, RECIPIENT_ROLES } from '../../cases/recipient.ts'
import { isBeingTakenOver } from '../../cases/taking-over/history.ts'
import { isParked } from '../../cases/wait.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { failingAddressInWords } from '../contacts/contact-words.ts'
import { formatInstant } from '../day.ts'
import { describeFact, factTitle } from '../facts/all-facts.ts'
import type { CaseWords } from '../facts/case-words.ts'
import { describeDispute } from '../facts/describe-route.ts'
import { letterViews } from '../letters/letter-view.ts'
import { waitingMessages } from '../messages/held-words.ts'
import { taskViews } from '../tasks/task-views.ts'
import { actionGroups, commonActions } from './action-groups.ts'
import { complaintViews } from './complaint-views.ts'
import { dateCards } from './date-cards.ts'
import { undertakingViews } from './duties-view.ts'
import { followingDays } from './following-days.ts'
import { nextSteps } from './next-steps.ts'
import { resolutionViews } from './resolution-views.ts'
import { timeline } from './timeline.ts'
import { nextDateOf, whereItStands } from './where-it-stands.ts'

/**
 * A case as its page shows it on the day `today`, and as a program reads it.
 * @param recordable what whoever looks at it can record now, and what of it is likely
 */
export function caseView(
  file: CaseFile,
  { recordable, expected }: { readonly recordable: readonly FactType[]; readonly expected: readonly FactType[] },
  contact: Contact,
  words: CaseWords,
  names: ReadonlyMap<string, string>,
  { ownTimes }: Pick<Council, 'ownTimes'>,
  today: CalendarDate,
) {
  const { record, subject, waits, messages } = file
  const next = nextSteps(file, today)
  const dates = dateCards(caseDates(subject, today), subject, today)
  const undertakings = undertakingViews(subject, today)
  const nextDate = nextDateOf(next, dates, undertakings)
  return {
    caseId: record.caseId,
    version: record.version,
    status: record.status,
    decision: describeDispute(subject),
    openedAt: record.openedAt,
    openedInWords: formatInstant(record.openedAt),
    /** Whether only named people can open it. */
    isRestricted: record.restrictedTo !== undefined,
    /** True while the service acts on what was recorded last, so that there will be more to see in a moment. */
    journeyIsWorking: !isSettled(file),
    /** Its history is being recorded: nobody is told anything of it. */
    isBeingTakenOver: isBeingTakenOver(subject),
    /** What is due to the family waits until it is said who the party is. */
    waitsForParty: record.status === 'open' && heldForParty(subject, today) !== undefined,
    /** Where it stands, in one sentence. */
    stands: whereItStands(next),
    /** What each route waits for, or how the case ended. */
    next,
    ...(nextDate && { nextDate }),
    ...(record.outcome && { outcome: record.outcome }),
    ...(record.closedAt && { closedAt: record.closedAt }),
    dates,
    undertakings,
    complaints: complaintViews(subject, ownTimes.complaintTimes, today),
    resolutions: resolutionViews(subject),
    waits: waits.map((wait) => ({
      stage: wait.stage,
      startedFrom: wait.startedFrom,
      state: wait.state,
      ...(isParked(wait) && {
        name: wait.name,
        awaits: wait.awaits,
        wakeAt: wait.wakeAt,
        wakeInWords: formatInstant(wait.wakeAt),
      }),
    })),
    followingDays: followingDays(subject),
    /** The facts that whoever looks at it can record now. */
    recordable,
    /** Those of them that are likely now. */
    expected,
    /** The few of them that are recorded most. */
    common: commonActions(record.caseId, waits, expected),
    actions: actionGroups(record.caseId, expected),
    moreActions: actionGroups(
      record.caseId,
      recordable.filter((type) => !expected.includes(type)),
    ),
    /** What waits until 5pm. */
    waitingMessages: waitingMessages(file),
    /** For safety: nothing is sent or printed. */
    mustNotBeWrittenTo: mustNotBeWrittenTo(contact),
    /** Which email addresses fail, so that letters go there. */
    failingAddresses: RECIPIENT_ROLES.flatMap((role) => {
      const failure = addressFailure(file, role)
      return failure ? [failingAddressInWords(role, failure)] : []
    }),
    tasks: taskViews(file, contact, recordable, today, ownTimes),
    letters: letterViews(file, contact, today),
    messages,
    /** The facts as they are right. What was corrected or taken back is on the timeline. */
    facts: subject.facts,
    timeline: timeline(file, words, names),
    contact,
  }
}

export type CaseView = ReturnType<typeof caseView>

/**
 * What to say of facts that have been recorded: "Mediation ended without agreement. It ended on ...".
 * @param last the sequence of the last one @param together how many were recorded with it, this one included
 */
export function recordedInWords({ subject }: CaseFile, last: string, together: number): readonly string[] {
  const { recorded } = subject
  const end = recorded.findIndex(({ sequence }) => sequence === last) + 1
  return recorded
    .slice(Math.max(0, end - together), end)
    .map((fact) => [`${factTitle(fact)}.`, ...describeFact(fact, subject)].join(' '))
}
