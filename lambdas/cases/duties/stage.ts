import { RECORD_CLOSES, RECORD_ENDS, stageTable, TELL_OF_CLOSING } from '../stage.ts'

export const duties = stageTable({
  name: 'duties',
  says: 'Duties: from an agreement, an order or a concession until the council has done everything that follows from it.',
  sideBySide: true,
  outlastsAYear: true,
  beginsWith: 'duties',
  waits: {
    duties: {
      tell: [
        'Tell the family what the council must do',
        'The family is told each thing that the council must do and by when, and again when a day has passed without it.',
      ],
      wait: [
        'Wait for the council to do it',
        'Each thing has its own date. The officer is asked before it, and it goes to the named officer when it is overdue.',
      ],
      ask: [
        'Is everything done?',
        'One word says that something was done, has another day or may be late, or that all of it is done.',
      ],
      facts: {
        'duty-day-set': 'duties',
        'duty-excused': 'duties',
        'duty-done': 'duties',
        'decision-set-aside': 'end',
        ...RECORD_ENDS,
      },
      timeBrings: 'stage-is-old',
      byItself: {
        'all-done': 'end',
        'stage-is-old': 'end',
      },
    },
  },
  closing: {
    tell: TELL_OF_CLOSING,
    messages: {
      ...RECORD_CLOSES,
    },
  },
  end: 'This stage is marked as ended when everything is done. After many months it begins again, because one run may last a year at most.',
})
