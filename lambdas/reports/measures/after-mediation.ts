import { hasNoWrittenNotice } from '../../cases/case.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { MEDIATION_RESULT_WORDS } from '../../staff/closed-words.ts'
import { type CaseToCount, measure, NOT_LINKED } from './measure.ts'
import { isEndOfMediation } from './mediations.ts'

/** So long after the last day to appeal the Tribunal has registered what came in time. A choice of ours. */
const WORKING_DAYS_TO_REGISTER = 10

const WHAT_FOLLOWED_WORDS = {
  'no-appeal': 'No appeal',
  appealed: 'Appealed',
  'too-early': 'Too early to say',
  'cannot-be-placed': 'Cannot be placed',
} as const

/** Until when it is open whether an appeal follows. */
const FOLLOW_UP = `Until ${WORKING_DAYS_TO_REGISTER} working days after the last day to appeal, so that the Tribunal can have registered it. Until then, and while nobody has appealed, it is too early to say.`

/** T5: whether a family appealed after mediation. */
export const afterMediation = measure({
  id: 'after-mediation',
  table: 'T5',
  title: 'Whether families appealed after mediation was held',
  basis: 'cohort',
  things: 'cases with a mediation',
  rowsAre: 'What came of mediation',
  rows: MEDIATION_RESULT_WORDS,
  columns: WHAT_FOLLOWED_WORDS,
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
    followUp: FOLLOW_UP,
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

/** T5: the same of the mediations themselves, by the day on which each ended, so that what they cost can be set against them. */
export const heldAndThen = measure({
  id: 'held-and-then',
  table: 'T5',
  title: 'Mediations that were held, and whether an appeal followed',
  basis: 'activity',
  things: 'mediations',
  rowsAre: 'Of',
  rows: { mediations: 'Mediations that were held' },
  columns: WHAT_FOLLOWED_WORDS,
  addsUp: 'both',
  isPublished: true,
  linked: { what: 'total', measure: 'mediations', column: 'held' },
  counts: (about) =>
    about.file.subject.facts.filter(isEndOfMediation).map((fact) => ({
      row: 'mediations',
      column: whatFollowed(about),
      on: fact.details.concludedOn,
    })),
  definition: {
    counted:
      'A mediation that was held to its end, on the day on which it ended, by whether there was an appeal in its case. The same mediations are units of the bill. One whose family has no written decision cannot be placed.',
    leftOut: 'Mediations that were asked for and not held.',
    clock: 'The last day to appeal, as it is counted for the family.',
    followUp: FOLLOW_UP,
    source: 'What a mediation comes to that no appeal followed, on the page of the bill, is worked out from it.',
  },
  figures: [],
})

/** Whether an appeal followed the decision of a case, as far as that can be said. */
export function whatFollowed({ file: { subject }, dates, today }: CaseToCount): keyof typeof WHAT_FOLLOWED_WORDS {
  if (subject.appeal) return 'appealed'
  if (hasNoWrittenNotice(subject)) return 'cannot-be-placed'
  return today > addWorkingDays(dates.appeal.lawDate, WORKING_DAYS_TO_REGISTER) ? 'no-appeal' : 'too-early'
}
