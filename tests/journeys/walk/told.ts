import { caseBefore } from '../../../lambdas/cases/build-case.ts'
import { type Case, disputesPlacementOnly, plannedMeeting } from '../../../lambdas/cases/case.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { londonDay } from '../../../lambdas/cases/london.ts'
import type { MessageKind } from '../../../lambdas/cases/message.ts'
import type { Sequence } from '../../../lambdas/cases/sequence.ts'
import type { Stage } from '../../../lambdas/cases/stages.ts'
import type { WaitingStage } from '../../../lambdas/cases/wait.ts'
import { dayAfter, daysAfter, workingDaysAfter } from '../../law/proof/plain-days.ts'
import { letterOf, type OracleOfCase } from './oracle-of-case.ts'

/**
 * Who must be told what, and when: a table of its own, written from the factsheet and the law and not from the plans of
 * lambdas/cases, with the days of the oracle. The family is told; what the officers are asked to do is not in it.
 */

/**
 * What the family must be told on the day that a fact is recorded.
 *
 * @param after the case with the fact
 * @param waiting what was waited for
 * @param lawThen works out the case's dates on that day
 * @param lastWritten when the family had last been written to by then, if it had
 */
export function toldOfFact(
  fact: Fact,
  after: Case,
  waiting: readonly WaitingStage[],
  lawThen: () => OracleOfCase,
  lastWritten: string | undefined,
): readonly MessageKind[] {
  if (fact.type === 'case-opened') return ['rights']
  // Nobody is told that something was wrong of which they have not heard.
  const correctionOf = (wrong: Sequence): readonly MessageKind[] => {
    const { recordedAt = '' } = after.recorded.find(({ sequence }) => sequence === wrong) ?? {}
    return lastWritten !== undefined && recordedAt <= lastWritten ? ['dates-corrected'] : []
  }
  const before = caseBefore(after, fact.sequence)
  const isHeard = waiting.some(({ awaits }) => awaits.includes(fact.type))
  const inStage = (stage: Stage) => waiting.some((wait) => wait.stage === stage)
  const healthOnly = before.chosen?.healthIssue === 'only'
  switch (fact.type) {
    case 'adviser-contacted':
      return letterOf(before.facts, '').isThere ? ['choose'] : []
    case 'mediation-chosen':
      return ['mediation-requested']
    case 'mediation-declined':
      return [
        inStage('mediation') && needsNoCertificate(before)
          ? 'mediation-given-up'
          : isCertificateLate(fact, lawThen())
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
      return before.appeal || neverNeeded(before) || !letterOf(before.facts, '').isThere ? [] : ['last-day-to-appeal']
    case 'way-forward-meeting':
      return before.appeal ? [] : ['an-offer-to-talk']
    case 'decision-set-aside':
      return ['appeal-open-again']
    case 'further-appeal':
      return ['to-the-upper-tribunal']
    case 'timetable-set':
      return isHeard ? ['tribunal-timetable'] : []
    case 'council-gave-in':
      return [
        ...(isHeard ? ['council-has-given-in' as const] : []),
        ...dutiesSet(after.undertakings.flatMap(({ of, duties }) => (of === fact.sequence ? duties : []))),
      ]
    case 'appeal-conceded':
      return ['council-does-not-oppose', ...dutiesSet(fact.details.duties)]
    case 'appeal-decided':
      return [
        'what-the-tribunal-decided',
        ...dutiesSet(fact.details.duties),
        // A certificate that came beside the appeal counts now.
        ...(fact.details.decision === 'not-registered' && before.certificate && !neverNeeded(before)
          ? ['last-day-to-appeal' as const]
          : []),
      ]
    case 'duty-done': {
      return lawThen()
        .duties.get(fact.details.of)
        ?.every(({ isOpen }) => !isOpen)
        ? ['duties-done']
        : []
    }
    case 'duty-day-set':
    case 'duty-excused':
      return ['duty-changed']
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
    case 'child-died':
      return []
    case 'agreed-later':
      return dutiesSet(fact.details.duties)
    case 'meeting-missed': {
      if (!isHeard) return []
      const goesOn = healthOnly || needsNoCertificate(before) || before.adjourned !== undefined
      const councilOrBoard = healthOnly ? 'health-body' : 'council'
      if (fact.details.absent.includes(councilOrBoard)) return [goesOn ? 'mediation-late' : 'mediation-not-arranged']
      // Where a certificate follows by itself, that is told.
      const thirtyDays = lawThen().dates.mediation?.last ?? ''
      const follows = !goesOn && (after.cannotBeArranged || thirtyDays < londonDay(new Date(fact.recordedAt)))
      return [follows ? 'mediation-not-arranged' : 'meeting-did-not-happen']
    }
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
        : correctionOf(fact.details.corrects)
    }
    case 'fact-removed':
      return correctionOf(fact.details.removes)
    case 'note-added':
    case 'contact-details-changed':
    case 'history-complete':
      return []
    case 'plan-issued-again':
    case 'new-plan-in-appeal':
      return ['your-plan-was-issued-again']
    case 'ombudsman-asked':
      return ['with-the-ombudsman']
    case 'ombudsman-decided':
      return ['what-the-ombudsman-decided']
    case 'remedy-done':
      return []
    case 'family-moves':
    case 'case-came-from-council':
    case 'case-came-back':
      return ['your-case-moves']
    case 'case-passed-on':
      return isHeard ? ['closing-after-withdrawal'] : []
    case 'dispute-changed':
      return ['what-you-disagree-with']
    case 'notice-at-fault':
    case 'full-notice-sent': {
      // A certificate that came while there was no letter has its last day now.
      const { certificate } = before
      const untilThen = before.recorded.filter(({ sequence }) => sequence <= (certificate?.sequence ?? ''))
      const isNews = certificate && !before.appeal && !neverNeeded(before) && !letterOf(untilThen, '').isThere
      return isNews && letterOf(after.facts, '').isThere ? ['rights', 'last-day-to-appeal'] : ['rights']
    }
    case 'notice-sent-again':
      return before.appeal || !letterOf(before.facts, '').isThere ? [] : ['first-dates-stay']
    case 'meeting-arranged':
      return ['meeting-invitation']
    case 'meeting-moved':
      return ['meeting-new-time']
    case 'attendance-named': {
      // Two working days before the meeting the family is told; what is said later, at once.
      const meeting = plannedMeeting(before)
      const recordedOn = londonDay(new Date(fact.recordedAt))
      const isLate = meeting && recordedOn >= workingDaysAfter(meeting.meetingOn, -2) && recordedOn <= meeting.meetingOn
      return isHeard && isLate ? ['who-comes'] : []
    }
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
function isCertificateLate({ recordedAt }: Fact, { dates }: OracleOfCase): boolean {
  return dates.certificate !== undefined && dates.certificate.last < londonDay(new Date(recordedAt))
}

/** An appeal about the placement alone needs no certificate, and never did where that is all that was ever disputed. */
function neverNeeded(subject: Case): boolean {
  return subject.decision.placementOnly && disputesPlacementOnly(subject)
}

function needsNoCertificate(subject: Case): boolean {
  return subject.certificate !== undefined || subject.appeal !== undefined || disputesPlacementOnly(subject)
}

/** A message for a day, while a wait lasts. */
export interface DueMessage {
  readonly kind: MessageKind
  readonly on: string
}

/** What the family must be told while a wait lasts, each on its day. What lies before the wait began is not told. */
export function toldWhileWaiting(
  { name, startedFrom }: WaitingStage,
  subject: Case,
  law: OracleOfCase,
): readonly DueMessage[] {
  const { appeal, contact, certificate, mediation, response } = law.dates
  const due = (kind: MessageKind, on: string | undefined): DueMessage[] => (on ? [{ kind, on }] : [])
  const afterLast = (date: { readonly last: string } | undefined) => date && dayAfter(date.last)
  const { printedOn, sentOn, isThere } = letterOf(subject.facts, '')
  const start = printedOn < sentOn ? printedOn : sentOn
  switch (name) {
    case 'adviser-contact':
      // Nothing is counted down to a family that has no letter.
      if (!isThere) return []
      // After an appeal that was not registered the family may have spoken to the adviser.
      if (subject.adviserContactedOn) return chooseInTime(law)
      return lastOfEachDay([
        ...due('contact-reminder-day-30', daysAfter(start, 30)),
        ...due('contact-reminder-day-50', daysAfter(start, 50)),
        ...due('contact-reminder-last-week', contact && workingDaysAfter(contact.aim, -5)),
        ...due('adviser-can-still-help', afterLast(contact)),
      ])
    case 'choice':
      return chooseInTime(law)
    case 'certificate-after-declining':
    case 'certificate-without-meeting':
    case 'certificate-after-meeting':
      return needsNoCertificate(subject) ? [] : due('certificate-overdue', afterLast(certificate))
    case 'meeting-date':
      return due(
        needsNoCertificate(subject) || subject.chosen?.healthIssue === 'only' || subject.adjourned
          ? 'mediation-late'
          : 'mediation-not-arranged',
        afterLast(mediation),
      )
    case 'meeting':
      return [
        ...due('who-comes', twoWorkingDaysBefore(plannedMeeting(subject)?.meetingOn)),
        ...due('meeting-result-unknown', aWeekAfter(plannedMeeting(subject)?.meetingOn)),
      ]
    case 'appeal':
      return law.lateContact || !appeal || !isThere
        ? []
        : lastOfEachDay([
            ...due('appeal-closing-14-days', daysAfter(appeal.aim, -14)),
            ...due('appeal-closing-5-working-days', workingDaysAfter(appeal.aim, -5)),
            ...due('late-appeal-possible', afterLast(appeal)),
          ])
    case 'council-response':
      return [...due('response-overdue', afterLast(response)), ...evidenceCloses(subject)]
    case 'tribunal-decision':
      return evidenceCloses(subject)
    case 'duties':
      return (law.duties.get(startedFrom) ?? [])
        .filter(
          ({ isOpen, mayBeLate, onlyWithoutPlan, last, on }) => isOpen && !mayBeLate && !onlyWithoutPlan && last > on,
        )
        .flatMap((duty) => due('duty-overdue', afterLast(duty)))
    default:
      return []
  }
}

function twoWorkingDaysBefore(day: string | undefined): string | undefined {
  return day && workingDaysAfter(day, -2)
}

function evidenceCloses({ facts }: Case): readonly DueMessage[] {
  const letter = facts.findLast(({ type }) => type === 'timetable-set')
  const evidence = letter?.type === 'timetable-set' ? letter.details.evidence : undefined
  return evidence ? [{ kind: 'evidence-closing', on: daysAfter(evidence, -14) }] : []
}

function chooseInTime({ lateContact, decisionLimbAim }: OracleOfCase): readonly DueMessage[] {
  return lateContact ? [] : [{ kind: 'choose-before-two-months', on: workingDaysAfter(decisionLimbAim, -5) }]
}

/** Of two messages that say the same again on one day, the last is sent. */
function lastOfEachDay(messages: readonly DueMessage[]): readonly DueMessage[] {
  return messages.filter(({ on }, index) => !messages.some((other, place) => place > index && other.on === on))
}

function aWeekAfter(day: string | undefined): string | undefined {
  return day && daysAfter(day, 7)
}

/** Messages that end a case or a wait because of the time, on no day of the law: our own limits for silence. */
export const AFTER_LONG_SILENCE: readonly MessageKind[] = [
  'closing-without-news',
  'late-appeal-possible',
  'complaint-overdue',
]
