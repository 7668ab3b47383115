import type { CaseFile } from '../../cases/case-file.ts'
import type { FactType } from '../../cases/fact.ts'
import { isSettled } from '../../cases/is-settled.ts'
import type { RecordedType } from './fact-form.ts'

/** What recording a fact sets in motion, said before it is recorded. */
export function recordingEffect(type: RecordedType, status: 'open' | 'closed'): string | undefined {
  return status === 'open' ? EFFECTS[type] : EFFECTS_ON_CLOSED[type]
}

/** How the family is told is its own choice: by email, by letter or by a person. */
const EFFECTS: Readonly<Partial<Record<RecordedType, string>>> = {
  'notice-sent-again': 'The dates do not change. The family is told that the dates of the first letter stay.',
  'adviser-contacted': 'The family is told that it can choose: mediation, or a certificate.',
  'mediation-declined': 'The family is told when its certificate is due.',
  'mediation-chosen': 'The family is told that mediation was asked for, and by when it is to be arranged.',
  'health-board-told': 'Where only health care is disputed, the family is told that the board arranges mediation.',
  'meeting-arranged': 'The family is told when and where the meeting is.',
  'meeting-moved': 'The family is told when and where the meeting is now.',
  'meeting-cancelled': 'The family is told that the meeting does not take place.',
  'mediation-adjourned':
    'The family is told that it can have its certificate now, and that its time to appeal goes on.',
  'mediation-cannot-be-arranged':
    'The family is told how it can go on: appeal, if need be with a certificate, or wait.',
  'mediation-agreed':
    'The family is told that mediation has ended and what follows. What the council has to do gets its dates.',
  'mediation-partly-agreed':
    'The family is told that mediation has ended and what follows. What the council has to do gets its dates.',
  'mediation-not-agreed': 'The family is told that mediation has ended, and how it can go on.',
  'certificate-issued': 'The family is told until when it can appeal.',
  'appeal-registered': 'The case goes on at the Tribunal, and the family is told.',
  'response-sent': 'The family is told that the Tribunal has the council’s response.',
  'appeal-conceded':
    'The appeal ends in the family’s favour, and it is told. What the council has to do gets its dates.',
  'appeal-withdrawn': 'The appeal ends, and the family is told.',
  'appeal-decided': 'The appeal ends, and the family is told. What the council has to do gets its dates.',
  'agreement-reached': 'Mediation and the time to appeal end here, and the family is told.',
  'duty-done': 'When everything is done, the family is told.',
  'disagreement-resolution-asked':
    'The family is told how disagreement resolution works. Nothing else stops: the time to appeal goes on.',
  'disagreement-resolution-answered': 'When everybody agrees, or somebody does not, the family is told.',
  'disagreement-resolution-meeting': 'The family is told when and where the meeting is.',
  'disagreement-resolution-ended': 'The family is told what came of it.',
  'complaint-made': 'The family is told by when it should hear. Nothing else stops: the time to appeal goes on.',
  'complaint-acknowledged': 'The family is told that the complaint was received, and by when an answer is due.',
  'complaint-answered': 'The family is told what came of it, and what it can do next.',
  'case-withdrawn': 'Everything that is under way on this case ends, and the family is told.',
}

const EFFECTS_ON_CLOSED: Readonly<Partial<Record<RecordedType, string>>> = {
  'appeal-registered': 'The case opens again and goes on at the Tribunal. The family is told.',
  'complaint-made': 'The case opens again for the complaint. The family is told by when it should hear.',
}

/** What a correction sets in motion, said before it is recorded. @param type what is corrected */
export function correctionEffect(type: FactType, status: 'open' | 'closed'): readonly string[] {
  const isMeeting = type === 'meeting-arranged' || type === 'meeting-moved'
  return [
    'All dates are worked out again as if this had been right from the start. The timeline keeps both versions.',
    isMeeting ? 'The family is told when and where the meeting is, as when a meeting is moved.' : TOLD,
    ...opensAgain(status),
  ]
}

/** What taking something back sets in motion, said before it is recorded. */
export function removalEffect(status: 'open' | 'closed'): readonly string[] {
  return [
    'All dates are worked out again without it. The timeline keeps it, with the words that it was taken back.',
    TOLD,
    ...opensAgain(status),
  ]
}

const TOLD = 'The family is told what was wrong, and each date that has changed.'

function opensAgain(status: 'open' | 'closed'): readonly string[] {
  return status === 'closed' ? ['If this changes how the case should have gone on, it opens again.'] : []
}

/** Why a fact cannot be recorded on the case now. Goes on after a colon. */
export function whyNotRecordable(file: CaseFile): string {
  if (file.record.status === 'closed') return 'the case is closed, or has it already'
  return isSettled(file)
    ? 'the case is not waiting for it now'
    : 'the service is still working on what was recorded last. Try again in a few seconds'
}
