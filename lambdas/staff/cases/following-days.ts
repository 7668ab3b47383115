import type { Case } from '../../cases/case.ts'
import { requestDates } from '../../cases/request-dates.ts'
import { daysOf, isBundleLate } from '../../cases/tribunal/timetable.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { BUNDLE_IS_LATE, HEARING_WORDS, inLine, TIMETABLE_WORDS } from '../closed-words.ts'
import { NOT_KNOWN_YET, type SummaryRow, summaryRow } from '../contacts/contact-rows.ts'

/**
 * The days that follow from the request for an assessment and from the date of birth, and those that the Tribunal set. What hangs on one that is not
 * known yet says so, and where to give it.
 */
export function followingDays(subject: Pick<Case, 'decision' | 'daysOfAge' | 'timetable'>): readonly SummaryRow[] {
  return [...daysOfRequest(subject), ...daysOfBirth(subject), ...daysOfTribunal(subject)]
}

/** They are as its letter has them. */
function daysOfTribunal({ timetable }: Pick<Case, 'timetable'>): readonly SummaryRow[] {
  if (!timetable) return []
  return [
    ...daysOf(timetable).map(({ name, day }) =>
      summaryRow(`Tribunal: ${inLine(TIMETABLE_WORDS[name])}`, formatDate(day)),
    ),
    ...(timetable.hearing ? [summaryRow('Tribunal: how it decides', HEARING_WORDS[timetable.hearing])] : []),
    ...(isBundleLate(timetable) ? [summaryRow('Check with the Tribunal', BUNDLE_IS_LATE)] : []),
  ]
}

function daysOfRequest({ decision }: Pick<Case, 'decision'>): readonly SummaryRow[] {
  const { requestReceivedOn } = decision
  const dates = requestDates(decision)
  if (!requestReceivedOn || !dates) {
    return [
      summaryRow(
        'Request for an assessment received',
        `${NOT_KNOWN_YET}, and so are the 6, 16 and 20 weeks from it. To give it, correct what opened the case.`,
      ),
    ]
  }
  const { decideOnRequest, refusePlanAfterRequest, sendPlanAfterRequest } = dates
  return [
    summaryRow('Request for an assessment received', formatDate(requestReceivedOn)),
    summaryRow('Say whether to assess by (6 weeks)', formatDate(decideOnRequest.lawDate)),
    summaryRow('After assessing, refuse a plan by (16 weeks)', formatDate(refusePlanAfterRequest.lawDate)),
    summaryRow('Or send the final plan by (20 weeks)', formatDate(sendPlanAfterRequest.lawDate)),
  ]
}

function daysOfBirth({ daysOfAge }: Pick<Case, 'daysOfAge'>): readonly SummaryRow[] {
  const schoolAge = 'Compulsory school age ends'
  if (!daysOfAge) {
    return [summaryRow(schoolAge, `${NOT_KNOWN_YET}. It follows from the date of birth, on the contact form.`)]
  }
  const { compulsorySchoolAgeEndsOn, youngPersonUntil } = daysOfAge
  return [
    summaryRow(schoolAge, formatDate(compulsorySchoolAgeEndsOn)),
    ...(youngPersonUntil ? [summaryRow('Last day before the 25th birthday', formatDate(youngPersonUntil))] : []),
  ]
}
