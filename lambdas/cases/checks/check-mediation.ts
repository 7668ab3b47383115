import { addMonths, type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Case, hasHealthIssue } from '../case.ts'
import type { FactDetails, MeetingDetails } from '../fact.ts'
import { dutyProblems } from './check-duties.ts'
import { type CheckSituation, type FactProblem, firstOf, type GivenDay, happened, notBefore } from './fact-problem.ts'

/** A meeting further away than this is taken for a mistyped year: mediation is to be held within 30 days. */
const FURTHEST_MEETING_MONTHS = 12

/** Something that happened while mediation was under way: after the council was told that the family wants it. */
export function duringMediation(situation: CheckSituation, given: GivenDay): readonly FactProblem[] {
  const { chosen } = situation.subject
  if (!chosen) return [{ field: given.field, message: 'It is not recorded that the family wants mediation' }]
  return firstOf(notBeforeCouncilTold(chosen, given), happened(situation, given))
}

function notBeforeCouncilTold(
  { councilToldOn }: Pick<FactDetails['mediation-chosen'], 'councilToldOn'>,
  given: GivenDay,
): readonly FactProblem[] {
  const told = `the council was told that the family wants mediation, on ${formatDate(councilToldOn)}`
  return notBefore(given, councilToldOn, told)
}

/** Something that cannot be before the family's first word with the adviser: declining, and the certificate. */
export function afterFirstContact(
  situation: CheckSituation,
  details: { readonly contactedOn?: CalendarDate },
  given: GivenDay,
): readonly FactProblem[] {
  const problems = [...happened(situation, given), ...firstContact(situation, details)]
  if (problems.length > 0) return problems
  const contactedOn = details.contactedOn ?? situation.subject.adviserContactedOn
  if (!contactedOn || given.day >= contactedOn) return []
  return [
    {
      field: given.field,
      message: `${given.what} cannot be ${formatDate(given.day)}: the family first spoke to the adviser on ${formatDate(contactedOn)}`,
    },
  ]
}

function firstContact(
  situation: CheckSituation,
  { contactedOn }: { readonly contactedOn?: CalendarDate },
): readonly FactProblem[] {
  const what = 'The date the family first spoke to the adviser'
  return contactedOn ? happened(situation, { field: 'contactedOn', what, day: contactedOn }) : []
}

export function choiceProblems(
  situation: CheckSituation,
  details: FactDetails['mediation-chosen'],
): readonly FactProblem[] {
  const { councilToldOn, providerAskedOn } = details
  const problems = [
    ...happened(situation, { field: 'councilToldOn', what: 'The date the council was told', day: councilToldOn }),
    ...firstContact(situation, details),
  ]
  if (!providerAskedOn) return problems
  if (providerAskedOn > councilToldOn) {
    return [
      ...problems,
      {
        field: 'providerAskedOn',
        message: `Leave this blank if the council was told first. The council was told on ${formatDate(councilToldOn)}`,
      },
    ]
  }
  const what = 'The date the family asked the mediation provider'
  return [...problems, ...happened(situation, { field: 'providerAskedOn', what, day: providerAskedOn })]
}

export function boardToldProblems(
  situation: CheckSituation,
  { boardToldOn }: FactDetails['health-board-told'],
): readonly FactProblem[] {
  const field = 'boardToldOn'
  const problems = duringMediation(situation, { field, what: 'The date the health board was told', day: boardToldOn })
  if (problems.length > 0 || hasHealthIssue(situation.subject)) return problems
  return [
    { field, message: 'It is not recorded that mediation is about health care. Correct what the family wants first' },
  ]
}

/** A meeting lies ahead of the day on which it is recorded. @param situation with the day of recording */
export function meetingProblems(
  { subject, today }: CheckSituation,
  { meetingOn }: MeetingDetails,
): readonly FactProblem[] {
  const given = { field: 'meetingOn', what: 'The date of the meeting', day: meetingOn }
  if (!subject.chosen) return [{ field: given.field, message: 'It is not recorded that the family wants mediation' }]
  return firstOf(notBeforeCouncilTold(subject.chosen, given), meetingDayProblems(meetingOn, today))
}

/** Something about a meeting that was arranged before. */
export function aboutAMeeting({ meetings }: Case, field: string): readonly FactProblem[] {
  return meetings.length > 0 ? [] : [{ field, message: 'It is not recorded that a meeting was arranged' }]
}

/** A day on which people are to meet, whatever it is about. @param recordedOn the day on which it is recorded */
export function meetingDayProblems(meetingOn: CalendarDate, recordedOn: CalendarDate): readonly FactProblem[] {
  const field = 'meetingOn'
  if (meetingOn < recordedOn) {
    return [
      {
        field,
        message: `The date of the meeting must be today or in the future. ${formatDate(meetingOn)} has passed`,
      },
    ]
  }
  if (meetingOn > addMonths(recordedOn, FURTHEST_MEETING_MONTHS)) {
    return [{ field, message: `${formatDate(meetingOn)} is more than a year away. Check the year of the meeting` }]
  }
  return []
}

/**
 * The family is owed 5 working days' notice unless it agrees to less (regulation 37), so whether it agreed has to be said
 * of a meeting that is sooner. Facts from before this was asked do not say it.
 *
 * @param recordedOn the day on which the family is told
 */
export function shortNoticeProblems(
  { meetingOn, shortNoticeAgreed }: MeetingDetails,
  recordedOn: CalendarDate,
): readonly FactProblem[] {
  if (shortNoticeAgreed !== undefined) return []
  const notice = whichDates({ meetingOn }).dates.meetingNotice
  if (recordedOn <= notice.lawDate) return []
  return [
    {
      field: 'shortNoticeAgreed',
      message: `Select whether the family has agreed to less than 5 working days’ notice. The last day to tell it of a meeting on ${formatDate(meetingOn)} was ${formatDate(notice.lawDate)}`,
    },
  ]
}

type Ended =
  | FactDetails['mediation-agreed']
  | FactDetails['mediation-partly-agreed']
  | FactDetails['mediation-not-agreed']

/** How mediation ended, and what was agreed. */
export function mediationEndProblems(situation: CheckSituation, details: Ended): readonly FactProblem[] {
  const { concludedOn } = details
  const { adjourned } = situation.subject
  const ended: GivenDay = { field: 'concludedOn', what: 'The date mediation ended', day: concludedOn }
  return firstOf(
    duringMediation(situation, ended),
    adjourned
      ? notBefore(
          ended,
          adjourned.adjournedOn,
          `the meeting that was adjourned, on ${formatDate(adjourned.adjournedOn)}`,
        )
      : [],
    [
      ...('duties' in details && details.duties ? dutyProblems(situation.subject, details.duties) : []),
      ...agreedDateProblems(details),
      ...stillDisputedProblems(situation.subject, details),
    ],
  )
}

function agreedDateProblems(details: Ended): readonly FactProblem[] {
  const { concludedOn, agreedDate, agreedDateFor, duties } = {
    duties: [],
    agreedDate: undefined,
    agreedDateFor: undefined,
    ...details,
  }
  const isFor: readonly Duty[] = agreedDateFor ?? []
  if (!agreedDate) {
    return isFor.length > 0
      ? [{ field: 'agreedDate', message: 'Enter the day that is set in writing, or select nothing that it is for' }]
      : []
  }
  const agreedDuties: readonly Duty[] = duties
  if (isFor.some((duty) => !agreedDuties.includes(duty))) {
    return [{ field: 'agreedDateFor', message: 'Select only what you selected above as what the council has to do' }]
  }
  if (duties.length === 0) {
    return [
      {
        field: 'duties',
        message: 'Select what the council has to do by the day set in writing, or leave that day blank',
      },
    ]
  }
  const agreed = { field: 'agreedDate', what: 'The day set in writing', day: agreedDate }
  return notBefore(agreed, concludedOn, `the agreement, on ${formatDate(concludedOn)}`)
}

/** Only what was disputed from the start can be disputed still. */
function stillDisputedProblems({ decision }: Case, details: Ended): readonly FactProblem[] {
  const field = 'stillDisputed'
  const still = ('stillDisputed' in details && details.stillDisputed) || []
  if (still.length === 0) return []
  if (decision.decisionKind !== 'plan-contents') {
    return [{ field, message: 'This case is not about the contents of a plan, so select no part of a plan' }]
  }
  const others = decision.sections ? still.filter((section) => !decision.sections?.includes(section)) : []
  if (others.length === 0) return []
  return [
    {
      field,
      message: `The family did not dispute section ${others.join(' or ')} when the case was opened. Select only what was disputed, or correct the opening first`,
    },
  ]
}
