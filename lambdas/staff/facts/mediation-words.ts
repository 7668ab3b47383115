import type { DecisionMaker, HealthIssue, MediationResult } from '../../cases/mediation/closed-words.ts'
import type { CancelledBy, ChangeReason, MeetingFormat } from '../../cases/meeting/meetings.ts'

export const MEETING_FORMAT_WORDS: Readonly<Record<MeetingFormat, string>> = {
  'in-person': 'In person',
  online: 'Online',
  'by-phone': 'By phone',
}

export const CANCELLED_BY_WORDS: Readonly<Record<CancelledBy, string>> = {
  council: 'The council',
  family: 'The family',
  'mediation-provider': 'The mediation provider',
  'health-body': 'The health body (integrated care board)',
}

export const CHANGE_REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  illness: 'Somebody was ill',
  'not-available': 'Somebody could not come on that day',
  'not-ready': 'Somebody was not ready',
  'another-reason': 'Another reason',
}

export const HEALTH_ISSUE_WORDS: Readonly<Record<HealthIssue, string>> = {
  none: 'No',
  some: 'Yes, besides other things',
  only: 'Yes, and about nothing else',
}

export const DECISION_MAKER_WORDS: Readonly<Record<DecisionMaker, string>> = {
  present: 'Yes',
  absent: 'No',
}

export const MEDIATION_RESULT_WORDS: Readonly<Record<MediationResult, string>> = {
  agreed: 'Agreement in full',
  'partly-agreed': 'Agreement in part',
  'not-agreed': 'No agreement',
}
