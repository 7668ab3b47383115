import type { Complaint } from '../../cases/case.ts'
import type { ComplaintBody, ComplaintPoint, ComplaintResult } from '../../cases/complaint/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'

export const COMPLAINT_BODY_WORDS: Readonly<Record<ComplaintBody, string>> = {
  school: 'A school',
  college: 'A college',
  council: 'The council',
  'health-body': 'A health body',
}

/** What a complaint usually needs. */
export const COMPLAINT_POINT_WORDS: Readonly<Record<ComplaintPoint, string>> = {
  'has-spoken-to-the-right-people': 'The family has tried to resolve it by speaking to the right people',
  'is-in-writing': 'It is in writing, and uses the word “complaint”',
  'says-all-the-issues': 'It is clear about all the issues',
  'says-what-should-happen': 'It says what the family wants to happen',
  'gives-a-time-to-answer': 'It gives a reasonable time for a response',
}

export const COMPLAINT_RESULT_WORDS: Readonly<Record<ComplaintResult, string>> = {
  upheld: 'Upheld',
  'partly-upheld': 'Upheld in part',
  'not-upheld': 'Not upheld',
}

const ABOUT_WORDS: Readonly<Record<ComplaintBody, string>> = {
  school: 'a school',
  college: 'a college',
  council: 'the council',
  'health-body': 'a health body',
}

/** "Complaint about the council, made on Monday 2 March 2026": tells one complaint of a case from another. */
export function describeComplaint({ about, madeOn }: Pick<Complaint, 'about' | 'madeOn'>): string {
  return `Complaint about ${ABOUT_WORDS[about]}, made on ${formatDate(madeOn)}`
}
