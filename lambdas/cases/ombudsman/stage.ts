import { RECORD_CLOSES, RECORD_ENDS, stageTable } from '../stage.ts'

export const ombudsman = stageTable({
  name: 'ombudsman',
  says: 'Ombudsman: from the day the family went there until the decision, and until what it asks for is done.',
  sideBySide: true,
  outlastsAYear: true,
  beginsWith: 'ombudsman-decision',
  waits: {
    'ombudsman-decision': {
      tell: [
        'Tell the family that we know of the Ombudsman',
        'The family is told that the Ombudsman decides by itself what it looks at, and that this stops no time to appeal.',
      ],
      wait: ['Wait for the Ombudsman', 'The Ombudsman looks at the complaint and decides. It can take many months.'],
      ask: ['Has the Ombudsman decided?', 'One word says that it has decided, or that nothing is known yet.'],
      facts: {
        'ombudsman-decided': 'ombudsman-remedy',
        ...RECORD_ENDS,
      },
      timeBrings: 'stage-is-old',
      byItself: { 'stage-is-old': 'end' },
    },
    'ombudsman-remedy': {
      tell: [
        'Tell the family what the Ombudsman decided',
        'The family is told the decision and, where something is to be put right, by which day.',
      ],
      wait: [
        'Wait for what the Ombudsman asked for',
        'The council does what the decision asks for. Where it asks for nothing the stage ends at once.',
      ],
      ask: ['Is it done?', 'One word says that it is done, or that there was nothing to do.'],
      facts: {
        'remedy-done': 'end',
        ...RECORD_ENDS,
      },
      timeBrings: 'stage-is-old',
      byItself: { 'stage-is-old': 'end', 'nothing-to-wait-for': 'end' },
    },
  },
  closing: {
    tell: [
      'Tell the family that the case is closing',
      "The family is told why the council's record is closing, and what it can still do.",
    ],
    messages: {
      ...RECORD_CLOSES,
    },
  },
  end: 'This stage is marked as ended, with how it ended. The case closes when no other stage of it is under way.',
})
