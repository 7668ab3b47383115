import { CASE_ENDS, RECORD_CLOSES, stageTable, TELL_OF_CLOSING } from '../stage.ts'

/** What a meeting can come to, whether or not it was announced. */
const HELD = {
  'mediation-agreed': 'certificate-after-meeting',
  'mediation-partly-agreed': 'certificate-after-meeting',
  'mediation-not-agreed': 'certificate-after-meeting',
} as const
/** That there is to be no meeting. */
const NOT_HELD = {
  'mediation-cannot-be-arranged': 'certificate-without-meeting',
  'mediation-declined': 'certificate-without-meeting',
} as const

export const mediation = stageTable({
  name: 'mediation',
  says: 'Mediation: from the day the council was told that the family wants it until the certificate after it. It can go on beside an appeal.',
  sideBySide: false,
  outlastsAYear: false,
  beginsWith: 'meeting-date',
  waits: {
    'meeting-date': {
      tell: [
        'Tell the family that mediation is being arranged',
        'The family is told by which day mediation has to be arranged, and that the council must take part. A family that needs no certificate is told when that day has passed.',
      ],
      wait: [
        'Wait for a meeting date',
        'The council has 30 days from the day it was told to arrange mediation. It is asked on days 20 and 25. A meeting that took place unannounced can be recorded too.',
      ],
      ask: [
        'Is there a meeting date?',
        'One word says whether a meeting is arranged, or whether the 30 days have passed.',
      ],
      facts: {
        'health-board-told': 'meeting-date',
        'dispute-changed': 'meeting-date',
        'meeting-arranged': 'meeting',
        ...NOT_HELD,
        ...HELD,
        'certificate-issued': 'meeting-date',
        'appeal-registered': 'meeting-date',
        ...CASE_ENDS,
      },
      timeBrings: 'thirty-days-passed',
      byItself: {
        'thirty-days-passed': 'certificate-without-meeting',
        'no-news': 'tell-and-end',
        'stage-is-old': 'end',
      },
    },
    meeting: {
      tell: [
        'Tell the family about the meeting',
        'The family gets the date, time and place, with a calendar file that follows every change.',
      ],
      wait: [
        'Wait for the meeting',
        'The meeting is planned. From the day after it, the council is asked what came of it.',
      ],
      ask: [
        'What came of the meeting?',
        'One word says how the meeting ended, or that it was moved, cancelled, adjourned, or that somebody did not come.',
      ],
      facts: {
        'health-board-told': 'meeting',
        'dispute-changed': 'meeting',
        'meeting-moved': 'meeting',
        'attendance-named': 'meeting',
        'meeting-cancelled': 'meeting-date',
        'meeting-missed': 'meeting-date',
        'mediation-adjourned': 'adjourned',
        ...HELD,
        ...NOT_HELD,
        'certificate-issued': 'meeting',
        'appeal-registered': 'meeting',
        ...CASE_ENDS,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'tell-and-end' },
    },
    adjourned: {
      tell: [
        'Tell the family that mediation goes on another day',
        'The meeting goes on another day. The family is told that it can ask for its certificate now, so that no time to appeal is lost.',
      ],
      wait: ['Wait for the next meeting', 'The next meeting is to be fixed. The council is asked for it.'],
      ask: ['Is there a next meeting?', 'One word says whether the next meeting is arranged, or how mediation ended.'],
      facts: {
        'dispute-changed': 'adjourned',
        'meeting-arranged': 'meeting',
        ...HELD,
        ...NOT_HELD,
        'certificate-issued': 'adjourned',
        'appeal-registered': 'adjourned',
        ...CASE_ENDS,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'tell-and-end' },
    },
    'certificate-without-meeting': {
      tell: [
        'Tell the family that mediation was not arranged in time',
        'The family is told that it can appeal with a certificate or still wait for mediation, and when the certificate is due.',
      ],
      wait: [
        'Wait for the certificate or a later meeting',
        'The adviser has 3 working days to issue the certificate. A meeting can still be arranged.',
      ],
      ask: [
        'Did a certificate come, or a meeting?',
        'One word says whether the certificate was issued, or whether the family waited and has a meeting.',
      ],
      facts: {
        'health-board-told': 'certificate-without-meeting',
        'dispute-changed': 'certificate-without-meeting',
        'certificate-issued': 'later-meeting',
        'meeting-arranged': 'meeting',
        ...HELD,
        ...NOT_HELD,
        'appeal-registered': 'later-meeting',
        ...CASE_ENDS,
      },
      timeBrings: 'no-news',
      byItself: {
        'no-news': 'tell-and-end',
        'nothing-to-wait-for': 'end',
        'stage-is-old': 'end',
      },
    },
    'certificate-after-meeting': {
      tell: [
        'Tell the family what follows the mediation',
        'The family is told what was agreed or not, what that means for an appeal, and when the certificate is due if it needs one.',
      ],
      wait: [
        'Wait for the certificate after the meeting',
        'The adviser has 3 working days after the mediation to issue the certificate.',
      ],
      ask: [
        'Has the certificate come?',
        'One word says whether the certificate was issued, or that the family needs none.',
      ],
      facts: {
        'dispute-changed': 'certificate-after-meeting',
        'certificate-issued': 'end',
        'appeal-registered': 'end',
        ...CASE_ENDS,
      },
      timeBrings: 'no-news',
      byItself: {
        'no-news': 'tell-and-end',
        'nothing-to-wait-for': 'end',
      },
    },
    'later-meeting': {
      tell: [
        'Keep mediation open beside the appeal',
        'The family has its certificate, or has appealed. It has been told that mediation can still take place.',
      ],
      wait: [
        'Wait for mediation beside the appeal',
        'A meeting can still be arranged or take place while the family appeals or decides whether to.',
      ],
      ask: [
        'Did mediation come after all?',
        'One word says whether a meeting is arranged, how mediation ended, or that none has come of it.',
      ],
      facts: {
        'health-board-told': 'later-meeting',
        'dispute-changed': 'later-meeting',
        'meeting-arranged': 'meeting',
        ...HELD,
        ...NOT_HELD,
        'appeal-registered': 'later-meeting',
        ...CASE_ENDS,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'end' },
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
  end: "This stage is marked as ended. The appeal window and the council's duties are stages of their own. The case closes when no stage is under way.",
})
