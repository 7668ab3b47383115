import type { MessageKind } from '../../cases/message.ts'
import { ADVISER_CONTACT_WORDS } from './adviser-contact.ts'
import { APPEAL_CLOSING_WORDS } from './appeal-closing.ts'
import { CERTIFICATE_WORDS } from './certificate.ts'
import { CHOICE_WORDS } from './choice.ts'
import { CLOSING_WORDS } from './closing.ts'
import { COMPLAINT_WORDS } from './complaint.ts'
import { datesCorrected } from './dates-corrected.ts'
import { DUTY_WORDS } from './duties.ts'
import { firstDatesStay } from './first-dates-stay.ts'
import { MEDIATION_WORDS } from './mediation.ts'
import { mediationEnded } from './mediation-ended.ts'
import { MEETING_WORDS } from './meeting.ts'
import type { WriteWords } from './message-words.ts'
import { RESOLUTION_WORDS } from './resolution.ts'
import { rights } from './rights.ts'
import { TRIBUNAL_WORDS } from './tribunal.ts'

/** The words of every message. A kind without words does not compile. */
export const WORDS: Readonly<Record<MessageKind, WriteWords>> = {
  rights,
  'mediation-ended': mediationEnded,
  'dates-corrected': datesCorrected,
  'first-dates-stay': firstDatesStay,
  ...ADVISER_CONTACT_WORDS,
  ...CHOICE_WORDS,
  ...CERTIFICATE_WORDS,
  ...MEDIATION_WORDS,
  ...MEETING_WORDS,
  ...APPEAL_CLOSING_WORDS,
  ...TRIBUNAL_WORDS,
  ...CLOSING_WORDS,
  ...DUTY_WORDS,
  ...RESOLUTION_WORDS,
  ...COMPLAINT_WORDS,
}
