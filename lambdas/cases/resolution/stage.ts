import { RECORD_CLOSES, RECORD_ENDS, stageTable } from '../stage.ts'

export const disagreementResolution = stageTable({
  name: 'disagreement-resolution',
  says: 'Disagreement resolution: from the day somebody asked for it until it ends. It gives no certificate and stops no clock.',
  sideBySide: true,
  outlastsAYear: false,
  beginsWith: 'parties-agree',
  waits: {
    'parties-agree': {
      tell: [
        'Tell the family that disagreement resolution was asked for',
        'The family is told what disagreement resolution is, that it is voluntary, and that it does not stop the time to appeal.',
      ],
      wait: ['Wait for every party to agree', 'Everybody who would take part has to agree to it.'],
      ask: [
        'Does everybody agree?',
        'One word says that somebody answered, that all agree, or that somebody does not want it.',
      ],
      facts: {
        'disagreement-resolution-answered': 'parties-agree',
        'disagreement-resolution-meeting': 'resolution-meeting',
        'disagreement-resolution-ended': 'tell-and-end',
        ...RECORD_ENDS,
      },
      timeBrings: 'no-news',
      byItself: {
        'everyone-agreed': 'resolution-meeting',
        'party-declined': 'tell-and-end',
        'no-news': 'end',
      },
    },
    'resolution-meeting': {
      tell: [
        'Tell the family about the disagreement resolution meeting',
        'The family is told that everybody agreed, and when and where the meeting is.',
      ],
      wait: [
        'Wait for the disagreement resolution meeting',
        'The independent service arranges the meeting. The council records what came of it.',
      ],
      ask: [
        'What came of disagreement resolution?',
        'One word says that a meeting was arranged or moved, or that it ended.',
      ],
      facts: {
        'disagreement-resolution-answered': 'parties-agree',
        'disagreement-resolution-meeting': 'resolution-meeting',
        'disagreement-resolution-ended': 'tell-and-end',
        ...RECORD_ENDS,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'end' },
    },
  },
  closing: {
    tell: [
      'Tell the family how disagreement resolution ended',
      'The family is told what came of it, and that its time to appeal was not stopped by it.',
    ],
    messages: {
      'disagreement-resolution-ended': 'resolution-ended',
      ...RECORD_CLOSES,
      'party-declined': 'resolution-declined',
    },
  },
  end: 'This stage is marked as ended, with how it ended. The case closes when no other stage of it is under way.',
})
