import type { CaseFile } from '../../cases/case-file.ts'
import type { RecordedType } from '../forms/fact-form.ts'
import { journeyIsWorking } from '../views/case-view.ts'

/** What recording a fact sets in motion, said before it is recorded. */
export function recordingEffect(type: RecordedType, status: 'open' | 'closed'): string | undefined {
  if (status === 'open') return EFFECTS[type]
  return type === 'appeal-registered'
    ? 'The case stays closed and counts as appealed. No email is sent, so tell the family yourself.'
    : undefined
}

const EFFECTS: Readonly<Partial<Record<RecordedType, string>>> = {
  'adviser-contacted': 'The family is told by email that it can choose: mediation, or a certificate.',
  'mediation-declined': 'The family is told by email when its certificate is due.',
  'mediation-chosen': 'The family is told by email that mediation was asked for, and by when it is to be arranged.',
  'meeting-arranged': 'The family is told by email when and where the meeting is.',
  'meeting-moved': 'The family is told by email when and where the meeting is now.',
  'meeting-cancelled': 'The family is told by email that the meeting does not take place.',
  'mediation-cannot-be-arranged': 'The family is told by email that it can appeal with a certificate, or wait.',
  'mediation-agreed': 'The family is told by email that mediation has ended, and when its certificate is due.',
  'mediation-partly-agreed': 'The family is told by email that mediation has ended, and when its certificate is due.',
  'mediation-not-agreed': 'The family is told by email that mediation has ended, and when its certificate is due.',
  'certificate-issued': 'The family is told by email until when it can appeal.',
  'appeal-registered': 'The case closes as appealed, and the family is told by email.',
  'agreement-reached': 'The case closes as agreed, and the family is told by email.',
  'case-withdrawn': 'The case closes, and the family is told by email.',
}

/** Why a fact cannot be recorded on the case now. Goes on after a colon. */
export function whyNotRecordable(file: CaseFile): string {
  if (file.record.status === 'closed') return 'the case is closed, or has it already'
  return journeyIsWorking(file)
    ? 'the service is still working on what was recorded last. Try again in a few seconds'
    : 'the case is not waiting for it now'
}
