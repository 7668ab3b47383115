import type { Resolution } from '../../cases/case.ts'
import type {
  ResolutionOccasion,
  ResolutionParty,
  ResolutionResult,
  ResolutionSubject,
} from '../../cases/resolution/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'

/** The three kinds of disagreement, as SEND Code of Practice 11.8 tells them apart. */
export const RESOLUTION_SUBJECT_WORDS: Readonly<Record<ResolutionSubject, string>> = {
  duties: 'How the council, a school or a college carries out its duties',
  'special-educational-provision': 'Special educational provision',
  'health-or-social-care': 'Health or social care provision',
}

export const RESOLUTION_OCCASION_WORDS: Readonly<Record<ResolutionOccasion, string>> = {
  'during-assessment': 'During an EHC needs assessment',
  'while-plan-is-drawn-up': 'While an EHC plan is drawn up',
  'while-waiting-for-tribunal': 'While waiting for the Tribunal',
  'at-review': 'At a review',
  'during-reassessment': 'During a re-assessment',
  'at-another-time': 'At another time',
}

export const RESOLUTION_PARTY_WORDS: Readonly<Record<ResolutionParty, string>> = {
  family: 'The family',
  council: 'The council',
  'school-or-college': 'The school, college or early years provider',
  'health-body': 'The health body (integrated care board)',
}

export const RESOLUTION_RESULT_WORDS: Readonly<Record<ResolutionResult, string>> = {
  agreed: 'Agreement in full',
  'partly-agreed': 'Agreement in part',
  'not-agreed': 'No agreement',
  'not-held': 'No meeting was held',
}

/** Tells one disagreement resolution of a case from another. */
export function describeResolution({ about, askedOn }: Pick<Resolution, 'about' | 'askedOn'>): string {
  return `${RESOLUTION_SUBJECT_WORDS[about]}, asked for on ${formatDate(askedOn)}`
}
