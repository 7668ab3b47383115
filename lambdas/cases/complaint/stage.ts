import { RECORD_CLOSES, RECORD_ENDS, stageTable } from '../stage.ts'

export const complaint = stageTable({
  name: 'complaint',
  says: 'Complaint: from the day it was made until it is answered. It does not stop the time to appeal.',
  sideBySide: true,
  outlastsAYear: false,
  beginsWith: 'complaint-acknowledgement',
  waits: {
    'complaint-acknowledgement': {
      tell: [
        'Tell the family that its complaint is recorded',
        'The family is told who has its complaint, when to expect an answer, and what would make it stronger.',
      ],
      wait: ['Wait for an acknowledgement', 'The body that the complaint is about says that it has it.'],
      ask: ['Was the complaint acknowledged?', 'One word says that it was acknowledged or answered.'],
      facts: {
        'complaint-acknowledged': 'complaint-answer',
        'complaint-answered': 'tell-and-end',
        ...RECORD_ENDS,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'end' },
    },
    'complaint-answer': {
      tell: [
        'Tell the family that its complaint was acknowledged',
        'The family is told by when to expect an answer, and what it can do when none comes.',
      ],
      wait: ['Wait for the answer', 'The body answers by the day it promised, or within its own time.'],
      ask: [
        'Was the complaint answered?',
        'One word says that it was answered, or that months have passed without an answer.',
      ],
      facts: {
        'complaint-answered': 'tell-and-end',
        ...RECORD_ENDS,
      },
      timeBrings: 'no-news',
      byItself: { 'no-news': 'end' },
    },
  },
  closing: {
    tell: [
      'Tell the family what came of its complaint',
      'The family is told the answer to its complaint, and where it can go next.',
    ],
    messages: {
      'complaint-answered': 'complaint-outcome',
      ...RECORD_CLOSES,
    },
  },
  end: 'This stage is marked as ended, with how it ended. The case closes when no other stage of it is under way.',
})
