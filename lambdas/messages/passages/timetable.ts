import { daysOf, type Hearing, type Timetable, type TimetableDay } from '../../cases/tribunal/timetable.ts'
import { formatDate } from '../../law/calendar-date.ts'

/** Each of the Tribunal's days, as it stands before the day. */
export const TIMETABLE_WORDS: Readonly<Record<TimetableDay, string>> = {
  response: 'The day for our response to your appeal',
  evidence: 'The last day for evidence, from you and from us',
  attendanceForm: 'The day for the attendance form, which says who comes to the hearing',
  caseReviewForm: 'The day for the case review form',
  workingDocument: 'The day for the working document, the plan with the changes that you and we want',
  bundle: 'The day for the bundle, all the papers of your appeal together',
  hearing: 'The day of the hearing',
}

const HEARING_WORDS: Readonly<Record<Hearing, string>> = {
  'no-date-yet': 'There is no day for the hearing yet. The Tribunal tells you when there is.',
  oral: 'There is a hearing. You can go, and bring someone to help you.',
  'on-paper': 'The Tribunal decides from the papers. There is no hearing that you go to.',
}

/** The day of a decision from the papers is no day of a hearing. */
function wordsOf(name: TimetableDay, hearing: Hearing | undefined): string {
  return name === 'hearing' && hearing === 'on-paper'
    ? 'The day on which the Tribunal looks at the papers'
    : TIMETABLE_WORDS[name]
}

/** The days of a letter of the Tribunal, a sentence each: "The day of the hearing: Thursday 10 September 2026." */
export function daysInWords(timetable: Timetable): readonly string[] {
  return daysOf(timetable).map(({ name, day }) => `${wordsOf(name, timetable.hearing)}: ${formatDate(day)}.`)
}

/** Whether there is a hearing, and of what kind. */
export function hearingInWords({ hearing }: Timetable): readonly string[] {
  return hearing ? [HEARING_WORDS[hearing]] : []
}

/** What the entry in the family's calendar is called. */
export function nameInCalendar(name: TimetableDay, hearing?: Hearing): string {
  return `Your appeal: ${wordsOf(name, hearing).replace(/^The/, 'the')}`
}
