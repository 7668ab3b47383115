import { type Case, plannedMeeting } from '../../../lambdas/cases/case.ts'
import { canBeExcused, hasADayOfItsOwn, openDuties } from '../../../lambdas/cases/duty-dates.ts'
import type { FactType, NewFact } from '../../../lambdas/cases/fact.ts'
import { correctableFacts } from '../../../lambdas/cases/recordable-facts.ts'
import { partiesToAnswer } from '../../../lambdas/cases/resolution/plan.ts'
import type { Sequence } from '../../../lambdas/cases/sequence.ts'
import { endToSetAside } from '../../../lambdas/cases/tribunal/facts.ts'
import { decisionToAppeal } from '../../../lambdas/cases/tribunal/further-appeal.ts'
import { addDays, type CalendarDate, earlierOf } from '../../../lambdas/law/calendar-date.ts'
import { addWorkingDays } from '../../../lambdas/law/working-days.ts'

/** Picks one of several. */
export type PickOne = <Value>(values: readonly Value[]) => Value

/**
 * A fact of this type as it might be recorded on the case today; undefined when nothing on the case is of its kind.
 * @param startedFrom the route that the fact is for
 */
export function factOf(
  type: FactType,
  subject: Case,
  today: CalendarDate,
  startedFrom: Sequence,
  pick: PickOne,
): NewFact | undefined {
  const meeting = {
    meetingOn: addWorkingDays(today, 8),
    startsAt: '10:30',
    format: pick(['in-person', 'online', 'by-phone'] as const),
  }
  // Asked for while the case does not know when the family first spoke to the adviser.
  const contact = subject.adviserContactedOn || subject.decision.placementOnly ? {} : { contactedOn: today }
  switch (type) {
    case 'notice-sent-again':
      return { type, details: { sentAgainOn: today } }
    case 'notice-at-fault':
      return {
        type,
        details: {
          foundOn: today,
          ...pick([
            { fault: 'wrong-person' },
            { fault: 'incomplete', lacks: ['right-to-appeal', 'time-limits'] },
            { fault: 'never-sent' },
          ] as const),
        },
      }
    case 'dispute-changed':
      return subject.decision.decisionKind === 'plan-contents'
        ? { type, details: { changedOn: today, sections: pick([['I'], ['B', 'F'], ['F', 'I']] as const) } }
        : undefined
    case 'plan-issued-again':
      return { type, details: { printedOn: today, sentOn: today, ...pick([{}, { newCase: '7K2M-4QXP' }]) } }
    case 'new-plan-in-appeal':
      return { type, details: { decidedOn: today, allowed: pick([true, false]) } }
    case 'ombudsman-asked':
      return { type, details: { askedOn: today, ombudsman: pick(['council', 'health'] as const) } }
    case 'ombudsman-decided':
      return {
        type,
        details: {
          of: startedFrom,
          decidedOn: today,
          ...pick([
            { result: 'fault-and-remedy', remedyBy: addDays(today, 30) },
            { result: 'fault' },
            { result: 'no-fault' },
          ] as const),
        },
      }
    case 'remedy-done':
      return { type, details: { of: startedFrom, doneOn: today } }
    case 'family-moves':
      return { type, details: { awareOn: today, movesOn: addDays(today, pick([-5, 40])) } }
    case 'case-passed-on':
      return { type, details: { passedOn: today } }
    case 'case-came-back':
      return subject.withdrawn?.reason === 'passed-on' ? { type, details: { cameBackOn: today } } : undefined
    case 'case-came-from-council':
      return { type, details: { transferredOn: today, madeOrReviewedOn: addDays(today, -100) } }
    case 'full-notice-sent':
      return subject.noticeFault && { type, details: { printedOn: today, sentOn: today } }
    case 'adviser-contacted':
      return { type, details: { contactedOn: today } }
    case 'mediation-declined':
      return { type, details: { declinedOn: today, ...contact } }
    case 'mediation-chosen':
      return {
        type,
        details: { councilToldOn: today, healthIssue: pick(['none', 'some', 'some', 'only'] as const), ...contact },
      }
    case 'health-board-told':
      return subject.chosen?.healthIssue === 'none' ? undefined : { type, details: { boardToldOn: today } }
    case 'meeting-arranged':
      return { type, details: { ...meeting, arrangedOn: today } }
    case 'meeting-moved':
      return { type, details: { ...meeting, movedOn: today } }
    case 'attendance-named':
      return (
        plannedMeeting(subject) && {
          type,
          details: {
            namedOn: today,
            ...pick([
              { role: 'manager', canDecide: true },
              { role: 'case-officer', canDecide: false },
            ] as const),
          },
        }
      )
    case 'meeting-cancelled':
      return { type, details: { cancelledOn: today, cancelledBy: pick(['council', 'family'] as const) } }
    case 'meeting-missed':
      return {
        type,
        details: {
          missedOn: today,
          absent: [pick(['family', 'council', 'mediation-provider', 'health-body'] as const)],
        },
      }
    case 'mediation-adjourned':
      return plannedMeeting(subject) && { type, details: { adjournedOn: today } }
    case 'mediation-cannot-be-arranged':
      return { type, details: { adviserToldOn: today, because: pick(['not-in-time', 'refused'] as const) } }
    case 'mediation-agreed':
      return { type, details: { concludedOn: today, duties: pick([[], ['assess']] as const) } }
    case 'mediation-partly-agreed':
      return {
        type,
        details: {
          concludedOn: today,
          duties: pick([[], ['amend-contents']] as const),
          ...(subject.decision.decisionKind === 'plan-contents' && {
            stillDisputed: pick([['F'], ['I']] as const),
          }),
        },
      }
    case 'mediation-not-agreed':
      return { type, details: { concludedOn: today } }
    case 'certificate-issued':
      return { type, details: { issuedOn: today, ...contact } }
    case 'appeal-registered':
      return {
        type,
        details: { receivedOn: today, ...pick([{}, { sentToCouncilOn: today }] as const) },
      }
    case 'timetable-set':
      return {
        type,
        details: {
          setOn: today,
          ...pick([
            {
              evidence: addDays(today, 30),
              bundle: addDays(today, 60),
              hearing: addDays(today, 90),
              hearingIs: 'oral',
            },
            { response: addDays(today, 20), caseReviewForm: addDays(today, 30), hearingIs: 'no-date-yet' },
          ] as const),
        },
      }
    case 'response-sent':
      return { type, details: { sentOn: today } }
    case 'way-forward-meeting':
      return { type, details: { askedOn: today, ...pick([{}, { meetingOn: addDays(today, 10) }]) } }
    case 'decision-set-aside': {
      const end = endToSetAside(subject)
      const ofDecision = pick(['set-aside', 'reviewed', 'sent-back'] as const)
      const how = end?.type === 'appeal-withdrawn' ? ('reinstated' as const) : ofDecision
      return end && { type, details: { of: end.sequence, setAsideOn: today, how } }
    }
    case 'further-appeal': {
      const decided = decisionToAppeal(subject)
      const step = pick(['asked-tribunal', 'tribunal-refused', 'permission-given', 'decision-stands'] as const)
      const askedBy = pick(['family', 'council'] as const)
      return decided && { type, details: { of: decided.sequence, step, askedBy, stepOn: today } }
    }
    case 'council-gave-in':
      return {
        type,
        details: {
          gaveInOn: today,
          ...pick([
            { extent: 'all', duties: ['assess'] },
            { extent: 'part', duties: ['amend-contents'], promisedDate: addDays(today, 21) },
          ] as const),
        },
      }
    case 'appeal-conceded':
      return { type, details: { concededOn: today, duties: pick([['assess'], ['amend-contents']] as const) } }
    case 'appeal-withdrawn':
      return { type, details: { withdrawnOn: today } }
    case 'appeal-decided':
      return {
        type,
        details: {
          decidedOn: today,
          ...pick([
            { decision: 'decided-for-appellant', duties: ['make-plan'] },
            { decision: 'decided-for-council', duties: [] },
            { decision: 'decided-in-part', duties: ['make-plan'] },
            { decision: 'struck-out', duties: [] },
            { decision: 'not-registered', duties: [] },
            { decision: 'consent-order', duties: ['amend-placement'] },
          ] as const),
        },
      }
    case 'agreed-later':
      return { type, details: { agreedOn: today, duties: ['reconsider'], agreedDate: addDays(today, 14) } }
    case 'agreement-reached':
      return { type, details: { agreedOn: today } }
    case 'duty-done': {
      const undertaking = subject.undertakings.find(({ of }) => of === startedFrom)
      const [duty] = undertaking ? openDuties(undertaking) : []
      return duty && { type, details: { of: startedFrom, rule: duty.rule, doneOn: today } }
    }
    case 'duty-day-set': {
      const undertaking = subject.undertakings.find(({ of }) => of === startedFrom)
      const [duty] = undertaking && hasADayOfItsOwn(undertaking) ? openDuties(undertaking) : []
      return (
        duty && {
          type,
          details: { of: startedFrom, rule: duty.rule, setOn: today, day: addDays(today, pick([7, 40])) },
        }
      )
    }
    case 'duty-excused': {
      const undertaking = subject.undertakings.find(({ of }) => of === startedFrom)
      const duty = undertaking && openDuties(undertaking).find((one) => canBeExcused(one) && !one.excused)
      return duty && { type, details: { of: startedFrom, rule: duty.rule, excusedOn: today, reason: 'family-away' } }
    }
    case 'disagreement-resolution-asked':
      return {
        type,
        details: {
          askedOn: today,
          askedBy: 'family',
          subject: 'special-educational-provision',
          occasion: 'at-review',
          parties: ['family', 'council', 'school-or-college'],
        },
      }
    case 'disagreement-resolution-answered': {
      const resolution = subject.resolutions.find(({ of }) => of === startedFrom)
      const party = resolution && (partiesToAnswer(resolution)[0] ?? resolution.parties[1])
      return (
        party && {
          type,
          details: { of: startedFrom, party, agrees: pick([true, true, true, false]), answeredOn: today },
        }
      )
    }
    case 'disagreement-resolution-meeting':
      return { type, details: { of: startedFrom, ...meeting, arrangedOn: today } }
    case 'disagreement-resolution-ended':
      return { type, details: { of: startedFrom, endedOn: today, result: pick(['agreed', 'not-agreed'] as const) } }
    case 'complaint-made':
      return {
        type,
        details: {
          madeOn: today,
          about: pick(['school', 'council', 'health-body'] as const),
          points: ['is-in-writing'],
          awareOn: earlierOf(addDays(today, -20), today),
        },
      }
    case 'complaint-acknowledged':
      return {
        type,
        details: {
          of: startedFrom,
          acknowledgedOn: today,
          ...pick([{}, { answerPromisedBy: addWorkingDays(today, 10) }] as const),
        },
      }
    case 'complaint-answered':
      return { type, details: { of: startedFrom, answeredOn: today, result: pick(['upheld', 'not-upheld'] as const) } }
    case 'child-died':
      return { type, details: { toldOn: today } }
    case 'case-withdrawn':
      return { type, details: { withdrawnOn: today, reason: 'family-does-not-want-to-go-on' } }
    case 'note-added':
      return { type, details: {} }
    case 'fact-corrected':
    case 'fact-removed':
    case 'case-opened':
    case 'contact-details-changed':
    case 'history-complete':
      return undefined
  }
}

/**
 * That something which was recorded was on other days, or never happened.
 * @param moved how many days later its days were; less than 0 where they were earlier
 */
export function correctionOf(subject: Case, pick: PickOne, moved: number): NewFact | undefined {
  const { type, sequence, details } = pick(correctableFacts(subject))
  if (type !== 'case-opened' && pick([true, false])) return { type: 'fact-removed', details: { removes: sequence } }
  const days = Object.entries(details).filter(([name, value]) => name.endsWith('On') && typeof value === 'string')
  if (days.length === 0) return undefined
  const right = Object.fromEntries(days.map(([name, day]) => [name, addDays(day as CalendarDate, moved)]))
  return { type: 'fact-corrected', details: { corrects: sequence, details: { ...details, ...right } } } as NewFact
}
