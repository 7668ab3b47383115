import { hasNoWrittenNotice } from '../../cases/case.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { MEDIATION_RESULT_WORDS } from '../../staff/closed-words.ts'
import { type CaseToCount, measure, NOT_LINKED } from './measure.ts'

/** So long after the last day to appeal the Tribunal has registered what came in time. A choice of ours. */
const WORKING_DAYS_TO_REGISTER = 10

/** T5: whether a family appealed after mediation. */
export const afterMediation = measure({
  id: 'after-mediation',
  table: 'T5',
  title: 'Whether families appealed after mediation was held',
  basis: 'cohort',
  things: 'cases with a mediation',
  rowsAre: 'What came of mediation',
  rows: MEDIATION_RESULT_WORDS,
  columns: {
    'no-appeal': 'No appeal',
    appealed: 'Appealed',
    'too-early': 'Too early to say',
    'cannot-be-placed': 'Cannot be placed',
  },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) => {
    const { decision, mediationResult } = about.file.subject
    if (!mediationResult) return []
    return [{ row: mediationResult.result, column: whatFollowed(about), on: decision.sentOn }]
  },
  definition: {
    counted:
      'A case whose mediation was held to its end, by the day on which the decision was sent. The last mediation of a case counts. One whose family has no written decision cannot be placed: it has no last day to appeal.',
    leftOut: 'Cases without a mediation that was held.',
    clock: 'The last day to appeal, as it is counted for the family.',
    followUp: `Until ${WORKING_DAYS_TO_REGISTER} working days after the last day to appeal, so that the Tribunal can have registered it. Until then, and while nobody has appealed, it is too early to say.`,
    source:
      'Compare the Department for Education: decisions "referred for mediation" that were followed by an appeal, England 2024: 18.3%. That counts referrals, and this counts mediations that were held.',
  },
  figures: [
    {
      kind: 'share',
      id: 'appealed',
      title: 'Appealed, of those whose time is over',
      numerator: ['appealed'],
      denominator: ['appealed', 'no-appeal'],
    },
  ],
})

function whatFollowed({ file: { subject }, dates, today }: CaseToCount) {
  if (subject.appeal) return 'appealed'
  if (hasNoWrittenNotice(subject)) return 'cannot-be-placed'
  return today > addWorkingDays(dates.appeal.lawDate, WORKING_DAYS_TO_REGISTER) ? 'no-appeal' : 'too-early'
}
