import type { ComplaintBody } from '../../../cases/complaint/closed-words.ts'
import type { ResolutionParty } from '../../../cases/resolution/closed-words.ts'
import type { TimetableDay } from '../../../cases/tribunal/timetable.ts'
import type { DutySource } from '../../../law/compliance-deadlines.ts'

/** The closed words of facts as the council's officer reads them in a digest, each in the middle of a sentence. */

export const COMPLAINT_BODY_WORDS: Readonly<Record<ComplaintBody, string>> = {
  school: 'the school',
  college: 'the college',
  council: 'the council',
  'health-body': 'the health body',
}

export const RESOLUTION_PARTY_WORDS: Readonly<Record<ResolutionParty, string>> = {
  family: 'the family',
  council: 'the council',
  'school-or-college': 'the nursery, school or college',
  'health-body': 'the health body',
}

export const DUTY_SOURCE_WORDS: Readonly<Record<DutySource, string>> = {
  agreement: 'the agreement at mediation',
  order: 'the order of the Tribunal',
  concession: 'the appeal that was not opposed',
  'late-concession': 'the assessment that we agreed to late',
}

export const TIMETABLE_WORDS: Readonly<Record<TimetableDay, string>> = {
  response: 'the response',
  evidence: 'evidence',
  attendanceForm: 'the attendance form',
  caseReviewForm: 'the case review form',
  workingDocument: 'the working document',
  bundle: 'the bundle',
  hearing: 'the hearing',
}
