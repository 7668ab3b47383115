import type { CaseFile } from '../../cases/case-file.ts'
import type { RecordedType } from '../forms/fact-form.ts'
import { journeyIsWorking } from '../views/case-view.ts'

/** What recording a fact sets in motion, said before it is recorded. */
export function recordingEffect(type: RecordedType, status: 'open' | 'closed'): string | undefined {
  if (status === 'open') return EFFECTS[type]
  return type === 'appeal-registered'
    ? 'The case stays closed and counts as appealed. No message is sent, so tell the family yourself.'
    : undefined
}

/** How the family is told is its own choice: by email, by letter or by a person. */
const EFFECTS: Readonly<Partial<Record<RecordedType, string>>> = {
  'adviser-contacted': 'The family is told that it can choose: mediation, or a certificate.',
  'mediation-declined': 'The family is told when its certificate is due.',
  'mediation-chosen': 'The family is told that mediation was asked for, and by when it is to be arranged.',
  'meeting-arranged': 'The family is told when and where the meeting is.',
  'meeting-moved': 'The family is told when and where the meeting is now.',
  'meeting-cancelled': 'The family is told that the meeting does not take place.',
  'mediation-cannot-be-arranged': 'The family is told that it can appeal with a certificate, or wait.',
  'mediation-agreed': 'The family is told that mediation has ended, and when its certificate is due.',
  'mediation-partly-agreed': 'The family is told that mediation has ended, and when its certificate is due.',
  'mediation-not-agreed': 'The family is told that mediation has ended, and when its certificate is due.',
  'certificate-issued': 'The family is told until when it can appeal.',
  'appeal-registered': 'The case closes as appealed, and the family is told.',
  'agreement-reached': 'The case closes as agreed, and the family is told.',
  'case-withdrawn': 'The case closes, and the family is told.',
}

/** Why a fact cannot be recorded on the case now. Goes on after a colon. */
export function whyNotRecordable(file: CaseFile): string {
  if (file.record.status === 'closed') return 'the case is closed, or has it already'
  return journeyIsWorking(file)
    ? 'the service is still working on what was recorded last. Try again in a few seconds'
    : 'the case is not waiting for it now'
}
