import { CASE_ENDS, RECORD_CLOSES, stageTable, TELL_OF_CLOSING } from '../stage.ts'

export const appealWindow = stageTable({
  name: 'appeal-window',
  says: 'Appeal window: from the certificate (or the decision, when no certificate is needed) until an appeal, an agreement, or the last day.',
  sideBySide: false,
  outlastsAYear: false,
  beginsWith: 'appeal',
  waits: {
    appeal: {
      tell: [
        'Tell the family about its appeal date',
        'The family is told the last day to appeal and why, again 14 days and 5 working days before, and when the day has passed.',
      ],
      wait: ['Wait for an appeal', 'The family decides whether to appeal to the Tribunal.'],
      ask: [
        'Was there an appeal?',
        'One word says whether the family appealed, agreed with the council, or let the day pass.',
      ],
      facts: {
        'notice-sent-again': 'appeal',
        'dispute-changed': 'appeal',
        'notice-at-fault': 'appeal',
        'full-notice-sent': 'appeal',
        'mediation-partly-agreed': 'appeal',
        // Of a family that came to disagree with the placement alone while its certificate was on its way.
        'certificate-issued': 'appeal',
        'appeal-registered': 'end',
        ...CASE_ENDS,
      },
      timeBrings: 'appeal-time-passed',
      byItself: { 'appeal-time-passed': 'end', 'nothing-to-wait-for': 'end', 'stage-is-old': 'end' },
    },
  },
  closing: {
    tell: TELL_OF_CLOSING,
    messages: {
      'agreement-reached': 'closing-after-agreement',
      ...RECORD_CLOSES,
    },
  },
  end: 'This stage is marked as ended. An appeal has begun the stage of the Tribunal. Otherwise the case closes when no other stage is under way; a late appeal opens it again.',
})
