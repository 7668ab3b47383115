import { caseBefore } from '../../../lambdas/cases/build-case.ts'
import { type Case, disputesPlacementOnly, plannedMeeting } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import { openDuties } from '../../../lambdas/cases/duty-dates.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { londonDay } from '../../../lambdas/cases/london.ts'
import type { MessageKind } from '../../../lambdas/cases/message.ts'
import type { Stage } from '../../../lambdas/cases/stages.ts'
import type { WaitingStage } from '../../../lambdas/cases/wait.ts'
import { addDays, type CalendarDate, earlierOf } from '../../../lambdas/law/calendar-date.ts'
import type { AppealDeadline } from '../../../lambdas/law/deadline.ts'
import { addWorkingDays } from '../../../lambdas/law/working-days.ts'

/**
 * Who must be told what, and when: a table of its own, written from the factsheet and the law and not from the plans of
 * lambdas/cases. The family is told; what the officers are asked to do is not in it.
 */

/** What the family must be told on the day that a fact is recorded. @param after the case with the fact; @param waiting what was waited for */
export function toldOfFact(fact: Fact, after: Case, waiting: readonly WaitingStage[]): readonly MessageKind[] {
  if (fact.type === 'case-opened') return ['rights']
  const before = caseBefore(after, fact.sequence)
  const isHeard = waiting.some(({ awaits }) => awaits.includes(fact.type))
  const inStage = (stage: Stage) => waiting.some((wait) => wait.stage === stage)
  const healthOnly = before.chosen?.healthIssue === 'only'
  switch (fact.type) {
    case 'adviser-contacted':
      return ['choose']
    case 'mediation-chosen':
      return ['mediation-requested']
    case 'mediation-declined':
      return [
        inStage('mediation') && needsNoCertificate(before)
          ? 'mediation-given-up'
          : isCertificateLate(fact, after)
            ? 'certificate-overdue'
            : 'certificate-due',
      ]
    case 'health-board-told':
      return healthOnly && waiting.some(({ name }) => name === 'meeting-date') ? ['health-board-knows'] : []
    case 'mediation-cannot-be-arranged':
      if (isDeclined(before)) return []
      return [needsNoCertificate(before) || healthOnly ? 'mediation-late' : 'mediation-not-arranged']
    case 'mediation-agreed':
    case 'mediation-partly-agreed':
      return ['mediation-ended', ...dutiesSet(fact.details.duties)]
    case 'mediation-not-agreed':
      return ['mediation-ended']
    case 'certificate-issued':
      // A certificate that changes no date is no news: a family that has appealed, or needs none.
      return before.appeal || before.decision.placementOnly ? [] : ['last-day-to-appeal']
    case 'appeal-conceded':
      return ['council-does-not-oppose', ...dutiesSet(fact.details.duties)]
    case 'appeal-decided':
      return [
        'what-the-tribunal-decided',
        ...dutiesSet(fact.details.duties),
        // A certificate that came beside the appeal counts now.
        ...(fact.details.decision === 'not-registered' && before.certificate && !before.decision.placementOnly
          ? ['last-day-to-appeal' as const]
          : []),
      ]
    case 'duty-done': {
      const undertaking = after.undertakings.find(({ of }) => of === fact.details.of)
      return undertaking && openDuties(undertaking).length === 0 ? ['duties-done'] : []
    }
    case 'disagreement-resolution-asked':
      return ['resolution-asked']
    case 'disagreement-resolution-answered': {
      const resolution = after.resolutions.find(({ of }) => of === fact.details.of)
      if (resolution?.answers.some(({ agrees }) => !agrees)) return ['resolution-declined']
      return resolution?.parties.length === resolution?.answers.length && !resolution?.meeting
        ? ['resolution-agreed']
        : []
    }
    case 'disagreement-resolution-meeting':
      return ['resolution-invitation']
    case 'disagreement-resolution-ended':
      return ['resolution-ended']
    case 'complaint-made':
      return ['complaint-recorded']
    case 'case-withdrawn':
      return isHeard ? ['closing-after-withdrawal'] : []
    case 'agreement-reached':
      return isHeard ? ['closing-after-agreement'] : []
    case 'fact-corrected': {
      const isMeeting = after.recorded.some(
        ({ sequence, type }) =>
          sequence === fact.details.corrects && (type === 'meeting-arranged' || type === 'meeting-moved'),
      )
      const meeting = plannedMeeting(before)
      return isMeeting && meeting && fact.details.corrects >= meeting.arrangedBy
        ? ['meeting-new-time']
        : ['dates-corrected']
    }
    case 'fact-removed':
      return ['dates-corrected']
    case 'note-added':
    case 'contact-details-changed':
      return []
    case 'notice-sent-again':
      return ['first-dates-stay']
    case 'meeting-arranged':
      return ['meeting-invitation']
    case 'meeting-moved':
      return ['meeting-new-time']
    case 'meeting-cancelled':
      return ['meeting-is-off']
    case 'mediation-adjourned':
      return ['meeting-goes-on-another-day']
    case 'appeal-registered':
      return ['appeal-at-tribunal']
    case 'response-sent':
      return ['council-has-responded']
    case 'appeal-withdrawn':
      return ['appeal-taken-back']
    case 'complaint-acknowledged':
      return ['complaint-received']
    case 'complaint-answered':
      return ['complaint-outcome']
  }
}

function dutiesSet(duties: readonly unknown[] = []): readonly MessageKind[] {
  return duties.length > 0 ? ['duties-set'] : []
}

/** The last that the family said of mediation is that it does not want it: whether it can be arranged is no news to it. */
function isDeclined({ facts }: Case): boolean {
  const said = facts.filter(({ type }) => ['mediation-chosen', 'mediation-declined', 'meeting-arranged'].includes(type))
  return said.at(-1)?.type === 'mediation-declined'
}

/** An earlier meeting, or an earlier no, has started the 3 working days, and they are over. */
function isCertificateLate({ recordedAt }: Fact, after: Case): boolean {
  const on = londonDay(new Date(recordedAt))
  const due = caseDates(after, on).certificate
  return due !== undefined && due.lawDate < on
}

function needsNoCertificate(subject: Case): boolean {
  return subject.certificate !== undefined || subject.appeal !== undefined || disputesPlacementOnly(subject)
}

/** A message for a day, while a wait lasts. */
export interface DueMessage {
  readonly kind: MessageKind
  readonly on: CalendarDate
}

/** What the family must be told while a wait lasts, each on its day. What lies before the wait began is not told. */
export function toldWhileWaiting(
  { name, startedFrom }: WaitingStage,
  subject: Case,
  today: CalendarDate,
): readonly DueMessage[] {
  const dates = caseDates(subject, today)
  const { appeal, contact, certificate, mediation, response } = dates
  const due = (kind: MessageKind, on: CalendarDate | undefined): DueMessage[] => (on ? [{ kind, on }] : [])
  const dayAfter = (day: CalendarDate | undefined) => day && addDays(day, 1)
  const start = earlierOf(subject.decision.printedOn, subject.decision.sentOn)
  switch (name) {
    case 'adviser-contact':
      // After an appeal that was not registered the family may have spoken to the adviser.
      if (subject.adviserContactedOn) return chooseInTime(appeal)
      return lastOfEachDay([
        ...due('contact-reminder-day-30', addDays(start, 30)),
        ...due('contact-reminder-day-50', addDays(start, 50)),
        ...due('contact-reminder-last-week', contact && addWorkingDays(contact.aimDate, -5)),
        ...due('adviser-can-still-help', dayAfter(contact?.lawDate)),
      ])
    case 'choice':
      return chooseInTime(appeal)
    case 'certificate-after-declining':
    case 'certificate-without-meeting':
    case 'certificate-after-meeting':
      return needsNoCertificate(subject) ? [] : due('certificate-overdue', dayAfter(certificate?.lawDate))
    case 'meeting-date':
      return due(
        needsNoCertificate(subject) || subject.chosen?.healthIssue === 'only' || subject.adjourned
          ? 'mediation-late'
          : 'mediation-not-arranged',
        dayAfter(mediation?.lawDate),
      )
    case 'meeting':
      return due('meeting-result-unknown', inDays(plannedMeeting(subject)?.meetingOn, 7))
    case 'appeal':
      return appeal.lateContact
        ? []
        : lastOfEachDay([
            ...due('appeal-closing-14-days', addDays(appeal.aimDate, -14)),
            ...due('appeal-closing-5-working-days', addWorkingDays(appeal.aimDate, -5)),
            ...due('late-appeal-possible', dayAfter(appeal.lawDate)),
          ])
    case 'council-response':
      return due('response-overdue', dayAfter(response?.lawDate))
    case 'duties':
      return subject.undertakings
        .filter(({ of }) => of === startedFrom)
        .flatMap((undertaking) => openDuties(undertaking).filter(({ deadline }) => deadline.lawDate > undertaking.on))
        .filter(({ onlyWithoutPlan }) => !onlyWithoutPlan)
        .flatMap(({ deadline }) => due('duty-overdue', dayAfter(deadline.lawDate)))
    default:
      return []
  }
}

function chooseInTime({ lateContact, decisionLimb }: AppealDeadline): readonly DueMessage[] {
  return lateContact ? [] : [{ kind: 'choose-before-two-months', on: addWorkingDays(decisionLimb.aimDate, -5) }]
}

/** Of two messages that say the same again on one day, the last is sent. */
function lastOfEachDay(messages: readonly DueMessage[]): readonly DueMessage[] {
  return messages.filter(({ on }, index) => !messages.some((other, place) => place > index && other.on === on))
}

function inDays(day: CalendarDate | undefined, days: number): CalendarDate | undefined {
  return day && addDays(day, days)
}

/** Messages that end a case or a wait because of the time, on no day of the law: our own limits for silence. */
export const AFTER_LONG_SILENCE: readonly MessageKind[] = [
  'closing-without-news',
  'late-appeal-possible',
  'complaint-overdue',
]
