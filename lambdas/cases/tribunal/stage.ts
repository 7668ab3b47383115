import { RECORD_CLOSES, RECORD_ENDS, stageTable } from '../stage.ts'

export const tribunal = stageTable({
  name: 'tribunal',
  says: 'Tribunal: from the day the Tribunal has an appeal until it is decided, conceded or withdrawn. It may last more than a year.',
  sideBySide: false,
  outlastsAYear: true,
  beginsWith: 'council-response',
  waits: {
    'council-response': {
      tell: [
        'Tell the family that the Tribunal has its appeal',
        'The family is told what the Tribunal does next. The council is asked for its response, and the family is told if that comes late.',
      ],
      wait: [
        "Wait for the council's response",
        "The council has 30 of the Tribunal's working days, or until the day in the Tribunal's letter.",
      ],
      ask: [
        'Has the council answered?',
        'One word says whether the council sent its response, or how the appeal ended before it.',
      ],
      facts: {
        'timetable-set': 'council-response',
        'council-gave-in': 'council-response',
        'response-sent': 'tribunal-decision',
        'appeal-conceded': 'tell-and-end',
        'appeal-withdrawn': 'tell-and-end',
        'appeal-decided': 'tell-and-end',
        ...RECORD_ENDS,
      },
      timeBrings: 'stage-is-old',
      byItself: { 'has-responded': 'tribunal-decision', 'stage-is-old': 'end' },
    },
    'tribunal-decision': {
      tell: [
        'Tell the family that the council has answered',
        'The family is told that the Tribunal has both sides. The council is asked for news every few months.',
      ],
      wait: [
        "Wait for the Tribunal's decision",
        'The Tribunal decides, or the family withdraws. What the council gives in on now has to become an order.',
      ],
      ask: ['How did the appeal end?', 'One word says how the appeal ended.'],
      facts: {
        'timetable-set': 'tribunal-decision',
        'council-gave-in': 'tribunal-decision',
        'appeal-withdrawn': 'tell-and-end',
        'appeal-decided': 'tell-and-end',
        ...RECORD_ENDS,
      },
      timeBrings: 'stage-is-old',
      byItself: { 'stage-is-old': 'end' },
    },
  },
  closing: {
    tell: [
      'Tell the family how the appeal ended',
      'The family is told how the appeal ended, and what it can still do. What the council must now do comes in a message of its own.',
    ],
    messages: {
      'appeal-conceded': 'council-does-not-oppose',
      'appeal-withdrawn': 'appeal-taken-back',
      'appeal-decided': 'what-the-tribunal-decided',
      ...RECORD_CLOSES,
    },
  },
  end: 'This stage is marked as ended. After many months without an end it begins again, because one run may last a year at most.',
})
