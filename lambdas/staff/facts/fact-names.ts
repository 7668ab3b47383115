import type { FactType } from '../../cases/fact.ts'

/** What each fact is called on the case page and above its form. */
export const FACT_NAMES: Readonly<Record<FactType, string>> = {
  'case-opened': 'The case was opened',
  'notice-sent-again': 'The decision letter was sent again, with no real change',
  'adviser-contacted': 'The family spoke to the mediation adviser',
  'mediation-declined': 'The family does not want mediation',
  'mediation-chosen': 'The family wants mediation',
  'health-board-told': 'The council told the health board (integrated care board)',
  'meeting-arranged': 'A mediation meeting is arranged',
  'meeting-moved': 'The meeting is moved',
  'meeting-cancelled': 'The meeting is cancelled',
  'mediation-adjourned': 'The meeting took place and goes on another day',
  'mediation-cannot-be-arranged': 'Mediation cannot be arranged within 30 days',
  'mediation-agreed': 'Mediation ended with full agreement',
  'mediation-partly-agreed': 'Mediation ended with agreement in part',
  'mediation-not-agreed': 'Mediation ended without agreement',
  'certificate-issued': 'The mediation certificate was issued',
  'appeal-registered': 'The Tribunal has an appeal',
  'response-sent': 'The council sent its response to the Tribunal',
  'appeal-conceded': 'The council conceded the appeal, before its response',
  'appeal-withdrawn': 'The family withdrew the appeal',
  'appeal-decided': 'The Tribunal ended the appeal',
  'agreement-reached': 'The family and the council agreed without an appeal',
  'duty-done': 'The council did something that it has to do',
  'disagreement-resolution-asked': 'Somebody asked for disagreement resolution',
  'disagreement-resolution-answered': 'Somebody answered whether to take part',
  'disagreement-resolution-meeting': 'A disagreement resolution meeting is fixed or moved',
  'disagreement-resolution-ended': 'Disagreement resolution ended',
  'complaint-made': 'The family made a complaint',
  'complaint-acknowledged': 'The complaint was acknowledged',
  'complaint-answered': 'The complaint was answered',
  'case-withdrawn': 'End the case',
  'fact-corrected': 'Correct something',
  'fact-removed': 'Take something back that never happened',
  'contact-details-changed': 'Change how we contact the family',
  'note-added': 'Add a note',
}

/** A fact's name as the timeline tells it: what has happened, not what can be done. */
export function factTitle(type: FactType): string {
  switch (type) {
    case 'case-withdrawn':
      return 'The case was ended'
    case 'contact-details-changed':
      return 'How we contact the family was changed'
    case 'note-added':
      return 'A note was added'
    case 'fact-corrected':
      return 'A mistake was corrected'
    case 'fact-removed':
      return 'Something was taken back'
    default:
      return FACT_NAMES[type]
  }
}
