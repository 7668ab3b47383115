import type { CorrectableType, FactType } from '../../lambdas/cases/fact.ts'
import type { CaseOutcome, Route } from '../../lambdas/cases/outcome.ts'
import type { AppealOutcome } from '../../lambdas/cases/tribunal/closed-words.ts'
import type { DecisionKind } from '../../lambdas/law/appealable-decisions.ts'
import { addDays, addMonths, type CalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { Duty } from '../../lambdas/law/compliance-deadlines.ts'
import { addWorkingDays } from '../../lambdas/law/working-days.ts'

/** Something that the council records, by the day before it: the fields of its form, dates as YYYY-MM-DD. */
export interface RoadStep {
  readonly fact: FactType
  readonly on: CalendarDate
  /** @param sequenceOf the number of the last fact of a type on the case, for forms that name another fact */
  readonly fields: (sequenceOf: (type: FactType) => string) => Readonly<Record<string, string>>
  /** The fact that this corrects or takes back, in place of a form of its own. */
  readonly corrects?: CorrectableType
}

/** A way that a case can go, and what must come of it. */
export interface Road {
  readonly name: string
  readonly route: Route
  readonly outcome: CaseOutcome
  readonly appealOutcome?: AppealOutcome
  /** The decisions that can go this way; all of them when left out. */
  readonly decisions?: readonly DecisionKind[]
  readonly placementOnly?: boolean
  readonly steps: (decision: DecisionKind, opened: CalendarDate) => readonly RoadStep[]
}

/** The steps of a case one after another, each some days after the one before. */
class Steps {
  readonly steps: RoadStep[] = []
  #today: CalendarDate

  constructor(opened: CalendarDate) {
    this.#today = opened
  }

  /** A fact so many working days later. @param fields its fields, given the day */
  after(workingDays: number, fact: FactType, fields: (today: CalendarDate) => Readonly<Record<string, string>>): this {
    return this.on(addWorkingDays(this.#today, workingDays), fact, fields)
  }

  on(day: CalendarDate, fact: FactType, fields: (today: CalendarDate) => Readonly<Record<string, string>>): this {
    const given = fields(day)
    this.steps.push({ fact, on: day, fields: () => given })
    this.#today = day
    return this
  }

  /** Everything that the council has to do after an agreement, an order or a concession, done one after another. */
  dutiesDone(from: FactType, rules: readonly string[]): this {
    for (const rule of rules) {
      const on = addWorkingDays(this.#today, 5)
      this.steps.push({
        fact: 'duty-done',
        on,
        fields: (sequenceOf) => ({ duty: `${sequenceOf(from)}-${rule}`, doneOn: on }),
      })
      this.#today = on
    }
    return this
  }

  /** A fact about another one that is on the case. @param from the kind of that other fact */
  about(
    from: FactType,
    workingDays: number,
    fact: FactType,
    fields: (today: CalendarDate) => Readonly<Record<string, string>>,
  ): this {
    const on = addWorkingDays(this.#today, workingDays)
    this.steps.push({ fact, on, fields: (sequenceOf) => ({ of: sequenceOf(from), ...fields(on) }) })
    this.#today = on
    return this
  }

  correct(workingDays: number, type: CorrectableType, fields: (today: CalendarDate) => Record<string, string>): this {
    const on = addWorkingDays(this.#today, workingDays)
    const given = fields(on)
    this.steps.push({ fact: 'fact-corrected', on, fields: () => given, corrects: type })
    this.#today = on
    return this
  }

  takeBack(workingDays: number, type: CorrectableType): this {
    const on = addWorkingDays(this.#today, workingDays)
    this.steps.push({ fact: 'fact-removed', on, fields: () => ({}), corrects: type })
    this.#today = on
    return this
  }

  declines(workingDays = 8): this {
    return this.after(workingDays, 'mediation-declined', (day) => ({ declinedOn: day, contactedOn: day }))
  }

  certificate(workingDays = 2): this {
    return this.after(workingDays, 'certificate-issued', (day) => ({ issuedOn: day, contactedOn: day }))
  }

  wantsMediation(workingDays = 6, healthIssue = 'none'): this {
    return this.after(workingDays, 'mediation-chosen', (day) => ({ councilToldOn: day, contactedOn: day, healthIssue }))
  }

  meeting(workingDaysLater = 10, fact: 'meeting-arranged' | 'meeting-moved' = 'meeting-arranged'): this {
    return this.after(2, fact, (day) => ({
      meetingOn: addWorkingDays(day, workingDaysLater),
      startsAt: '10:30am',
      format: 'online',
      place: 'By video',
      ...(fact === 'meeting-moved' && { movedBy: 'family', reason: 'not-available' }),
    }))
  }

  ends(result: 'agreed' | 'partly-agreed' | 'not-agreed', fields: Record<string, string> = {}, workingDays = 10): this {
    return this.after(workingDays, `mediation-${result}`, (day) => ({
      concludedOn: day,
      decisionMaker: 'present',
      ...fields,
    }))
  }

  appeals(workingDays = 10): this {
    return this.after(workingDays, 'appeal-registered', (day) => ({ receivedOn: day, sentToCouncilOn: day }))
  }

  decided(decision: string, fields: Record<string, string> = {}): this {
    return this.after(25, 'response-sent', (day) => ({ sentOn: day })).after(30, 'appeal-decided', (day) => ({
      decidedOn: day,
      decision,
      ...fields,
    }))
  }
}

/** What the council has to do about each decision, and the rules of its dates after an order and after a concession. */
const DUTY: Readonly<Record<DecisionKind, { duty: Duty; ordered: readonly string[]; conceded: readonly string[] }>> = {
  'refusal-to-assess': { duty: 'assess', ordered: ['D14', 'D16'], conceded: ['D26', 'D28'] },
  'refusal-to-reassess': { duty: 'assess', ordered: ['D14', 'D15'], conceded: ['D26', 'D27'] },
  'refusal-to-issue-plan': { duty: 'make-plan', ordered: ['D17', 'D18'], conceded: ['D29', 'D30'] },
  'plan-contents': { duty: 'amend-contents', ordered: ['D19'], conceded: ['D31'] },
  'refusal-to-amend-plan': { duty: 'amend-contents', ordered: ['D19'], conceded: ['D31'] },
  'ceasing-plan': { duty: 'continue', ordered: ['D25'], conceded: [] },
}
const ticked = (decision: DecisionKind) => ({ [`duties-${DUTY[decision].duty}`]: 'yes' })

const steps = (opened: CalendarDate) => new Steps(opened)

/** Every way that the demo's year takes its cases. */
export const ROADS: readonly Road[] = [
  {
    name: 'declines mediation and does not appeal',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) => steps(opened).declines().certificate().steps,
  },
  {
    name: 'talks to the adviser first, then declines',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(5, 'adviser-contacted', (day) => ({ contactedOn: day }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'appeals and wins',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'decided-for-appellant',
    steps: (decision, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .decided('decided-for-appellant', ticked(decision))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'appeals and loses',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'decided-for-council',
    steps: (_, opened) => steps(opened).declines().certificate().appeals().decided('decided-for-council').steps,
  },
  {
    name: 'appeals and wins in part',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'decided-in-part',
    steps: (decision, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .decided('decided-in-part', ticked(decision))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'appeals, and the council concedes',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'conceded',
    decisions: ['refusal-to-assess', 'refusal-to-reassess', 'refusal-to-issue-plan', 'plan-contents'],
    steps: (decision, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .after(12, 'appeal-conceded', (day) => ({ concededOn: day, ...ticked(decision) }))
        .dutiesDone('appeal-conceded', DUTY[decision].conceded).steps,
  },
  {
    name: 'appeals and withdraws',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'withdrawn',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .after(20, 'appeal-withdrawn', (day) => ({ withdrawnOn: day })).steps,
  },
  {
    name: 'appeals, and both agree on an order',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'consent-order',
    steps: (decision, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .decided('consent-order', ticked(decision))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'appeals, and the appeal is struck out',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'struck-out',
    steps: (_, opened) => steps(opened).declines().certificate().appeals().decided('struck-out').steps,
  },
  {
    name: 'mediates and agrees in full',
    route: 'mediation-held',
    outcome: 'agreed',
    steps: (decision, opened) =>
      steps(opened)
        .wantsMediation()
        .meeting()
        .ends('agreed', ticked(decision))
        .certificate()
        .dutiesDone('mediation-agreed', DUTY[decision].ordered).steps,
  },
  {
    name: 'mediates, agrees on another day in writing, and it is kept',
    route: 'mediation-held',
    outcome: 'agreed',
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation()
        .meeting()
        .after(10, 'mediation-agreed', (day) => ({
          concludedOn: day,
          decisionMaker: 'present',
          'duties-not-appealable': 'yes',
          agreedDate: addMonths(day, 2),
        }))
        .certificate()
        .dutiesDone('mediation-agreed', ['D12']).steps,
  },
  {
    name: 'mediates, agrees in part, and appeals the rest',
    route: 'mediation-held',
    outcome: 'appealed',
    appealOutcome: 'decided-for-appellant',
    decisions: ['plan-contents'],
    steps: (decision, opened) =>
      steps(opened)
        .wantsMediation()
        .meeting()
        .ends('partly-agreed', { 'stillDisputed-F': 'yes', 'duties-amend-contents': 'yes' })
        .certificate()
        .appeals()
        .dutiesDone('mediation-partly-agreed', ['D19'])
        .decided('decided-for-appellant', ticked(decision))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'mediates and does not agree',
    route: 'mediation-held',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) => steps(opened).wantsMediation().meeting().ends('not-agreed').certificate().steps,
  },
  {
    name: 'has its meeting moved, cancelled by the council and arranged again',
    route: 'mediation-held',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation()
        .meeting(8)
        .meeting(8, 'meeting-moved')
        .after(2, 'meeting-cancelled', (day) => ({ cancelledOn: day, cancelledBy: 'council', reason: 'illness' }))
        .meeting(7)
        .ends('not-agreed', { decisionMaker: 'absent' }, 7)
        .certificate().steps,
  },
  {
    name: 'has its meeting adjourned and agrees the second time',
    route: 'mediation-held',
    outcome: 'agreed',
    steps: (decision, opened) =>
      steps(opened)
        .wantsMediation()
        .meeting(8)
        .after(8, 'mediation-adjourned', (day) => ({ adjournedOn: day, decisionMaker: 'present' }))
        .meeting(8)
        .ends('agreed', ticked(decision), 8)
        .certificate()
        .dutiesDone('mediation-agreed', DUTY[decision].ordered).steps,
  },
  {
    name: 'is told that mediation cannot be arranged, waits, and mediates beside its appeal time',
    route: 'mediation-held',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation()
        .after(15, 'mediation-cannot-be-arranged', (day) => ({ adviserToldOn: day }))
        .certificate()
        .meeting(8)
        .ends('not-agreed', {}, 8).steps,
  },
  {
    name: 'hears nothing for 30 days and gets its certificate',
    route: 'mediation-not-held',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) => steps(opened).wantsMediation().certificate(26).steps,
  },
  {
    name: 'mediates about health care too',
    route: 'mediation-held',
    outcome: 'agreed',
    decisions: ['plan-contents', 'refusal-to-amend-plan', 'refusal-to-issue-plan'],
    steps: (decision, opened) =>
      steps(opened)
        .wantsMediation(6, 'some')
        .after(1, 'health-board-told', (day) => ({ boardToldOn: day }))
        .meeting()
        .ends('agreed', ticked(decision))
        .certificate()
        .dutiesDone('mediation-agreed', DUTY[decision].ordered).steps,
  },
  {
    name: 'mediates about health care alone, late',
    route: 'mediation-held',
    outcome: 'agreed',
    decisions: ['plan-contents'],
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation(6, 'only')
        .after(2, 'health-board-told', (day) => ({ boardToldOn: day }))
        .after(24, 'meeting-arranged', (day) => ({
          meetingOn: addWorkingDays(day, 8),
          startsAt: '2pm',
          format: 'in-person',
        }))
        .ends('agreed', {}, 8)
        .certificate().steps,
  },
  {
    name: 'says nothing',
    route: 'no-contact',
    outcome: 'ended-without-news',
    steps: () => [],
  },
  {
    name: 'speaks to the adviser late and appeals late',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'decided-for-appellant',
    steps: (decision, opened) =>
      steps(opened)
        .on(addDays(addMonths(opened, 2), 12), 'mediation-declined', (day) => ({ declinedOn: day, contactedOn: day }))
        .certificate()
        .appeals(4)
        .decided('decided-for-appellant', ticked(decision))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'disagrees only with the school and does not appeal',
    route: 'placement-only',
    outcome: 'time-to-appeal-over',
    decisions: ['plan-contents'],
    placementOnly: true,
    steps: () => [],
  },
  {
    name: 'disagrees only with the school, mediates and appeals',
    route: 'placement-only',
    outcome: 'appealed',
    appealOutcome: 'decided-for-appellant',
    decisions: ['plan-contents'],
    placementOnly: true,
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation(4)
        .meeting(8)
        .ends('not-agreed', {}, 8)
        .appeals(4)
        .decided('decided-for-appellant', { 'duties-amend-placement': 'yes' })
        .dutiesDone('appeal-decided', ['D20']).steps,
  },
  {
    name: 'agrees with the council without an appeal',
    route: 'mediation-not-wanted',
    outcome: 'agreed',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .after(8, 'agreement-reached', (day) => ({ agreedOn: day })).steps,
  },
  {
    name: 'ends because the council changed its decision',
    route: 'no-contact',
    outcome: 'withdrawn',
    steps: (_, opened) =>
      steps(opened).after(7, 'case-withdrawn', (day) => ({
        reason: 'council-changed-decision',
        withdrawnOn: day,
      })).steps,
  },
  {
    name: 'was opened in error',
    route: 'no-contact',
    outcome: 'closed-as-error',
    steps: (_, opened) =>
      steps(opened).after(1, 'case-withdrawn', (day) => ({ reason: 'opened-in-error', withdrawnOn: day })).steps,
  },
  {
    name: 'complains to the school too, and is answered',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(3, 'complaint-made', (day) => ({
          about: 'school',
          'points-is-in-writing': 'yes',
          'points-says-all-the-issues': 'yes',
          madeOn: day,
          awareOn: opened,
        }))
        .after(3, 'complaint-acknowledged', (day) => ({ acknowledgedOn: day, answerPromisedBy: addDays(day, 14) }))
        .declines(2)
        .certificate()
        .after(6, 'complaint-answered', (day) => ({ result: 'partly-upheld', answeredOn: day })).steps,
  },
  {
    name: 'complains to the council, and the answer comes late',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .after(2, 'complaint-made', (day) => ({
          about: 'council',
          'points-is-in-writing': 'yes',
          madeOn: day,
          awareOn: opened,
        }))
        .after(20, 'complaint-answered', (day) => ({ result: 'upheld', answeredOn: day })).steps,
  },
  {
    name: 'uses disagreement resolution beside everything, and agrees there',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(4, 'disagreement-resolution-asked', (day) => ({
          subject: 'special-educational-provision',
          occasion: 'at-review',
          askedBy: 'family',
          'parties-family': 'yes',
          'parties-council': 'yes',
          askedOn: day,
        }))
        .after(4, 'disagreement-resolution-answered', (day) => ({ party: 'council', agrees: 'yes', answeredOn: day }))
        .after(2, 'disagreement-resolution-meeting', (day) => ({
          meetingOn: addWorkingDays(day, 8),
          startsAt: '11am',
          format: 'in-person',
        }))
        .declines(3)
        .certificate()
        .after(3, 'disagreement-resolution-ended', (day) => ({ result: 'agreed', endedOn: day })).steps,
  },
  {
    name: 'asks for disagreement resolution, and the school does not want it',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .after(1, 'disagreement-resolution-asked', (day) => ({
          subject: 'duties',
          occasion: 'during-assessment',
          askedBy: 'family',
          'parties-family': 'yes',
          'parties-school-or-college': 'yes',
          askedOn: day,
        }))
        .certificate(1)
        .after(3, 'disagreement-resolution-answered', (day) => ({
          party: 'school-or-college',
          agrees: 'no',
          answeredOn: day,
        })).steps,
  },
  {
    name: 'has the date of its decision corrected',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (decision, opened) =>
      steps(opened)
        .correct(3, 'case-opened', () => ({
          decisionKind: decision,
          ...(decision === 'plan-contents' && { 'sections-B': 'yes', 'sections-F': 'yes' }),
          printedOn: addDays(opened, -4),
          sentOn: opened,
        }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'has the date of its certificate corrected',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate(3)
        .correct(2, 'certificate-issued', (day) => ({ issuedOn: addWorkingDays(day, -3) })).steps,
  },
  {
    name: 'had a certificate recorded that was another family’s',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened).declines().certificate(1).takeBack(1, 'certificate-issued').certificate(2).steps,
  },
  {
    name: 'gets its letter a second time',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(6, 'notice-sent-again', (day) => ({ sentAgainOn: day }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'appeals after its case was closed',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'decided-for-appellant',
    steps: (decision, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .on(addDays(addMonths(opened, 3), 10), 'appeal-registered', (day) => ({
          receivedOn: day,
          sentToCouncilOn: day,
        }))
        .decided('decided-for-appellant', ticked(decision))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'was sent no letter at first',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(5, 'notice-at-fault', (day) => ({ foundOn: day, fault: 'never-sent' }))
        .after(4, 'full-notice-sent', (day) => ({ printedOn: day, sentOn: day }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'got a letter that left out the right to appeal',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(5, 'notice-at-fault', (day) => ({
          foundOn: day,
          fault: 'incomplete',
          'lacks-right-to-appeal': 'yes',
        }))
        .after(2, 'full-notice-sent', (day) => ({ printedOn: day, sentOn: day }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'disagrees with the school first, and then with more',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    decisions: ['plan-contents'],
    placementOnly: true,
    steps: (_, opened) =>
      steps(opened)
        .after(6, 'dispute-changed', (day) => ({ changedOn: day, 'sections-F': 'yes', 'sections-I': 'yes' }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'is asked to a way forward meeting, and agrees weeks after mediation',
    route: 'mediation-held',
    outcome: 'time-to-appeal-over',
    decisions: ['refusal-to-issue-plan'],
    steps: (_, opened) =>
      steps(opened)
        .after(2, 'way-forward-meeting', (day) => ({ askedOn: day, meetingOn: addWorkingDays(day, 6) }))
        .wantsMediation()
        .meeting()
        .after(4, 'attendance-named', (day) => ({ role: 'manager', canDecide: 'yes', namedOn: day }))
        .ends('not-agreed', {}, 6)
        .certificate()
        .after(8, 'agreed-later', (day) => ({
          agreedOn: day,
          'points-back-to-panel': 'yes',
          'duties-reconsider': 'yes',
          agreedDate: addDays(day, 14),
        }))
        .dutiesDone('agreed-later', ['D24']).steps,
  },
  {
    name: 'meets nobody of the council at its first meeting',
    route: 'mediation-held',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation()
        .meeting(8)
        .after(8, 'meeting-missed', (day) => ({ missedOn: day, 'absent-council': 'yes' }))
        .certificate()
        .meeting(8)
        .ends('not-agreed', {}, 8).steps,
  },
  {
    name: 'appeals, is given days by the Tribunal, and the council gives in late',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'consent-order',
    decisions: ['plan-contents', 'refusal-to-amend-plan', 'refusal-to-issue-plan'],
    steps: (decision, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .after(5, 'timetable-set', (day) => ({
          setOn: day,
          evidence: addDays(day, 60),
          hearing: addDays(day, 100),
          hearingIs: 'oral',
        }))
        .after(25, 'response-sent', (day) => ({ sentOn: day }))
        .after(10, 'council-gave-in', (day) => ({ gaveInOn: day, extent: 'all', ...ticked(decision) }))
        .after(10, 'appeal-decided', (day) => ({ decidedOn: day, decision: 'consent-order', ...ticked(decision) }))
        .dutiesDone('appeal-decided', DUTY[decision].ordered).steps,
  },
  {
    name: 'takes its appeal back, is heard all the same, and asks to appeal further',
    route: 'mediation-not-wanted',
    outcome: 'appealed',
    appealOutcome: 'decided-for-council',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .appeals()
        .after(4, 'appeal-withdrawn', (day) => ({ withdrawnOn: day }))
        .after(8, 'decision-set-aside', (day) => ({ setAsideOn: day, how: 'reinstated' }))
        .decided('decided-for-council')
        .after(12, 'further-appeal', (day) => ({ step: 'asked-tribunal', askedBy: 'family', stepOn: day }))
        .after(15, 'further-appeal', (day) => ({ step: 'tribunal-refused', askedBy: 'family', stepOn: day })).steps,
  },
  {
    name: 'goes to the Ombudsman, and a remedy is done',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .after(2, 'complaint-made', (day) => ({
          about: 'council',
          'points-is-in-writing': 'yes',
          madeOn: day,
          awareOn: opened,
        }))
        .after(8, 'complaint-answered', (day) => ({ result: 'not-upheld', answeredOn: day }))
        .after(10, 'ombudsman-asked', (day) => ({ ombudsman: 'council', askedOn: day }))
        .about('ombudsman-asked', 40, 'ombudsman-decided', (day) => ({
          result: 'fault-and-remedy',
          decidedOn: day,
          remedyBy: addDays(day, 30),
        }))
        .about('ombudsman-asked', 15, 'remedy-done', (day) => ({ doneOn: day })).steps,
  },
  {
    name: 'gets its plan issued again while it mediates',
    route: 'mediation-held',
    outcome: 'time-to-appeal-over',
    decisions: ['plan-contents'],
    steps: (_, opened) =>
      steps(opened)
        .wantsMediation()
        .after(3, 'plan-issued-again', (day) => ({ printedOn: day, sentOn: day }))
        .meeting()
        .ends('not-agreed')
        .certificate().steps,
  },
  {
    name: 'came from another council',
    route: 'mediation-not-wanted',
    outcome: 'time-to-appeal-over',
    steps: (_, opened) =>
      steps(opened)
        .after(3, 'case-came-from-council', (day) => ({
          otherCouncil: 'Mendip Council',
          transferredOn: day,
          madeOrReviewedOn: addMonths(day, -10),
        }))
        .declines()
        .certificate().steps,
  },
  {
    name: 'moves away, and another council has its case',
    route: 'mediation-not-wanted',
    outcome: 'passed-on',
    steps: (_, opened) =>
      steps(opened)
        .declines()
        .certificate()
        .after(4, 'family-moves', (day) => ({
          otherCouncil: 'Mendip Council',
          awareOn: day,
          movesOn: addWorkingDays(day, 8),
        }))
        .after(9, 'case-passed-on', (day) => ({ otherCouncil: 'Mendip Council', passedOn: day })).steps,
  },
]
