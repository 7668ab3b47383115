import { CASE_ENDS, RECORD_CLOSES, stageTable, TELL_OF_CLOSING } from '../stage.ts'

/** What ends the advice, whatever the family had come to. */
const LEAVES_ADVICE = {
  'mediation-chosen': 'end',
  'certificate-issued': 'end',
  'appeal-registered': 'end',
  ...CASE_ENDS,
} as const

export const mediationAdvice = stageTable({
  name: 'mediation-advice',
  says: "Mediation advice: from the council's decision until the family has a certificate, chooses mediation, or lets the time pass.",
  sideBySide: false,
  outlastsAYear: false,
  beginsWith: 'adviser-contact',
  waits: {
    'adviser-contact': {
      tell: [
        'Tell the family its rights and remind it',
        'The first email gives the family its rights, its dates and who can help. Later ones remind it on days 30 and 50 and in the last week.',
      ],
      wait: [
        'Wait for the family to speak to the adviser',
        'The family has two months from the decision to speak to the mediation adviser.',
      ],
      ask: [
        'What did the family do?',
        'One word says what happened: what the family did, or that the two months have passed.',
      ],
      facts: {
        'notice-sent-again': 'adviser-contact',
        'dispute-changed': 'adviser-contact',
        'notice-at-fault': 'adviser-contact',
        'full-notice-sent': 'adviser-contact',
        'adviser-contacted': 'choice',
        'mediation-declined': 'certificate-after-declining',
        ...LEAVES_ADVICE,
      },
      timeBrings: 'contact-time-passed',
      byItself: { 'contact-time-passed': 'late-contact', 'nothing-to-wait-for': 'end', 'stage-is-old': 'end' },
    },
    'late-contact': {
      tell: [
        'Tell the family that the time to speak to the adviser has passed',
        'The two months have passed. The family is told that the adviser can still help today and that a late appeal can be made.',
      ],
      wait: [
        'Wait for the family to speak to the adviser late',
        'The case stays open for a family that is late, for as many months as the council has chosen.',
      ],
      ask: [
        'What did the family do late?',
        'One word says what happened. With no news for months, the council closes its record.',
      ],
      facts: {
        'notice-sent-again': 'late-contact',
        'dispute-changed': 'late-contact',
        'notice-at-fault': 'adviser-contact',
        'full-notice-sent': 'adviser-contact',
        'adviser-contacted': 'choice',
        'mediation-declined': 'certificate-after-declining',
        ...LEAVES_ADVICE,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'tell-and-end', 'nothing-to-wait-for': 'end' },
    },
    choice: {
      tell: [
        'Tell the family that it can choose',
        'The adviser has explained mediation. The family is told that it can choose mediation or a certificate.',
      ],
      wait: ['Wait for the family to choose', 'The family decides whether it wants mediation. Nobody presses it.'],
      ask: ['What did the family choose?', 'One word says what the family chose.'],
      facts: {
        'notice-sent-again': 'choice',
        'dispute-changed': 'choice',
        'notice-at-fault': 'choice',
        'full-notice-sent': 'choice',
        'mediation-declined': 'certificate-after-declining',
        ...LEAVES_ADVICE,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'tell-and-end', 'nothing-to-wait-for': 'end' },
    },
    'certificate-after-declining': {
      tell: [
        'Tell the family when its certificate is due',
        'The family does not want mediation. It is told by which day the adviser has to issue the certificate, and again if that day passes.',
      ],
      wait: ['Wait for the certificate', 'The adviser has 3 working days to issue the certificate.'],
      ask: [
        'What came of the certificate?',
        'One word says whether the certificate was issued, or whether the family changed its mind.',
      ],
      facts: {
        'notice-sent-again': 'certificate-after-declining',
        'dispute-changed': 'certificate-after-declining',
        'notice-at-fault': 'certificate-after-declining',
        'full-notice-sent': 'certificate-after-declining',
        ...LEAVES_ADVICE,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'tell-and-end', 'nothing-to-wait-for': 'end' },
    },
  },
  closing: {
    tell: TELL_OF_CLOSING,
    messages: {
      'agreement-reached': 'closing-after-agreement',
      ...RECORD_CLOSES,
      'no-news': 'closing-without-news',
    },
  },
  end: 'This stage is marked as ended. What ended it has begun the next stage: mediation, the appeal window or the Tribunal.',
})
