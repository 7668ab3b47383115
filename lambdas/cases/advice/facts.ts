import * as v from 'valibot'
import { formatDate } from '../../law/calendar-date.ts'
import { isOpenedInError, needsNoCertificate, neverNeededCertificate, wantsMediation } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import {
  AN_AWAITED_EVENT,
  AN_EVENT,
  type FactKind,
  NOTHING_TO_SAY,
  type RecordingSituation,
  STARTS_NOTHING,
} from '../fact-kind.ts'
import { type CheckSituation, type FactProblem, happened } from '../fact-problem.ts'
import { HEALTH_ISSUES } from '../mediation/closed-words.ts'
import { callOffMeeting } from '../meeting/meetings.ts'
import { isHeardBy } from '../stages.ts'
import { isLive } from '../wait.ts'
import { afterFirstContact, contacted, firstContact } from './contact.ts'

/** Which mediation adviser it is, where the council has several. */
const adviserId = v.optional(v.string())

const contactedDetails = v.strictObject({ contactedOn: calendarDay, adviser: adviserId })

export const adviserContacted: FactKind<Details<typeof contactedDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: contactedDetails,
  happenedOn: ({ contactedOn }) => contactedOn,
  canHappenAgain: true,
  changes: (before, { details }) => contacted(before, details),
  problems: (situation, { contactedOn }) =>
    happened(situation, { field: 'contactedOn', what: 'The date the family spoke to the adviser', day: contactedOn }),
}

const declinedDetails = v.strictObject({
  declinedOn: calendarDay,
  contactedOn: v.optional(calendarDay),
  adviser: adviserId,
})

/** The family told the adviser that it does not want mediation. */
export const mediationDeclined: FactKind<Details<typeof declinedDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: declinedDetails,
  happenedOn: ({ declinedOn }) => declinedOn,
  canHappenAgain: true,
  changes: (before, { sequence, details }) => ({
    ...callOffMeeting(contacted(before, details), sequence),
    declined: { sequence, ...details },
  }),
  problems: (situation, details) =>
    afterFirstContact(situation, details, {
      field: 'declinedOn',
      what: 'The date the family told the adviser',
      day: details.declinedOn,
    }),
}

const chosenDetails = v.strictObject({
  councilToldOn: calendarDay,
  contactedOn: v.optional(calendarDay),
  adviser: adviserId,
  /** The day on which the family asked the mediation provider, where that was before the council was told. */
  providerAskedOn: v.optional(calendarDay),
  healthIssue: v.optional(v.picklist(HEALTH_ISSUES)),
})

/** The council was told that the family wants mediation. The 30 days run from this day. */
export const mediationChosen: FactKind<Details<typeof chosenDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: chosenDetails,
  happenedOn: ({ councilToldOn }) => councilToldOn,
  canHappenAgain: true,
  changes: (before, { sequence, details }) => {
    // A family that asks again starts the board's time again: the council tells the board of this request too.
    const { boardToldOn: _ofEarlierRequest, ...rest } = before
    // Telling the council is not speaking to the adviser: that day is asked for by itself.
    return { ...contacted(rest, details), chosen: { sequence, ...details } }
  },
  problems: choiceProblems,
  // Mediation stays open to a family beside every other route: before, during and instead of an appeal.
  expectedOnOpenCase: (situation) => situation.isAwaited || canChooseMediation(situation),
  expectedOnClosedCase: (situation) => !isOpenedInError(situation.subject) && canChooseMediation(situation),
  canStart: ['mediation'],
  starts: () => ['mediation'],
}

const certificateDetails = v.strictObject({
  issuedOn: calendarDay,
  contactedOn: v.optional(calendarDay),
  adviser: adviserId,
  /** Whether the adviser gave the family information and advice first, as section 55(4) and (5) asks of a certificate. */
  informationGiven: v.optional(v.boolean()),
})

export const certificateIssued: FactKind<Details<typeof certificateDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: certificateDetails,
  happenedOn: ({ issuedOn }) => issuedOn,
  canHappenAgain: false,
  // A second certificate is not relied on: staff see what it would give (J7).
  changes: (before, { sequence, details: { contactedOn, adviser, ...details } }) =>
    before.certificate
      ? { ...before, laterCertificatesOn: [...(before.laterCertificatesOn ?? []), details.issuedOn] }
      : { ...contacted(before, { contactedOn, adviser }), certificate: { sequence, ...details } },
  problems: (situation, details) =>
    afterFirstContact(situation, details, {
      field: 'issuedOn',
      what: 'The date on the certificate',
      day: details.issuedOn,
    }),
  // It starts the time to appeal, also where no stage is left that would await it.
  expectedOnOpenCase: ({ subject, file, isAwaited }) =>
    !subject.certificate &&
    !neverNeededCertificate(subject) &&
    (isAwaited || (!isAwaitedByAny(file) && !needsNoCertificate(subject))),
  expectedOnClosedCase: (situation) => !isOpenedInError(situation.subject) && !needsNoCertificate(situation.subject),
  canStart: ['appeal-window'],
  // Where only the placement is disputed the window has been open from the start.
  starts: (_details, before) => (needsNoCertificate(before) ? [] : ['appeal-window']),
}

function canChooseMediation({ file, subject }: RecordingSituation): boolean {
  const mediates = file.waits.some((wait) => wait.stage === 'mediation' && isLive(wait))
  const isOver = file.record.status === 'closed' || !wantsMediation(subject) || subject.certificate !== undefined
  return !mediates && !subject.mediationResult && isOver
}

/** Whether a stage that is under way hears of a certificate. So does one that is about to begin. */
function isAwaitedByAny({ waits }: RecordingSituation['file']): boolean {
  return waits.length === 0 || waits.some((wait) => isHeardBy(wait.stage, 'certificate-issued') && isLive(wait))
}

function choiceProblems(situation: CheckSituation, details: Details<typeof chosenDetails>): readonly FactProblem[] {
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
