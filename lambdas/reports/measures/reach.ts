import type { Council } from '../../cases/council.ts'
import { reachFieldsOf } from '../../cases/particulars.ts'
import { whatFollowed } from './after-mediation.ts'
import { type CaseToCount, type Measure, measure, SHARES_TOTALS } from './measure.ts'

/** What the id of each table begins with, in cells and addresses. */
export const REACH_ID = 'reach-'

/** The line of cases of which it is not recorded. */
const NOT_RECORDED = 'not-recorded'
/** The line of what was recorded, and taken out of the council's list since. */
const NOT_LISTED = 'not-listed'

/** How far a family went. Each case is in one of them, so that every rate is of the same cases. */
const HOW_FAR = {
  none: 'None of these',
  contact: 'Spoke to the adviser alone',
  mediation: 'Chose mediation, no appeal',
  appeal: 'Appealed, no mediation',
  'mediation-and-appeal': 'Mediation and appeal',
  'too-early': 'Too early to say',
} as const
type HowFar = keyof typeof HOW_FAR

const KNOWN = ['none', 'contact', 'mediation', 'appeal', 'mediation-and-appeal'] as const

/** T12: how far families went, by each group that the council tells apart. None where it tells none apart. */
export function reach({ particulars }: Pick<Council, 'particulars'>): readonly Measure[] {
  return reachFieldsOf(particulars).map(({ field, name, by, values }) => {
    const rows: Readonly<Record<string, string>> = {
      ...Object.fromEntries(values.map((value) => [value.id, value.name])),
      // Only a list of the council's own can change.
      ...(field === 'area' && { [NOT_LISTED]: 'Not in the list any more' }),
      [NOT_RECORDED]: 'Not recorded',
    }
    return measure({
      id: `${REACH_ID}${field}`,
      table: 'T12',
      title: `How far families went, by ${by}`,
      basis: 'cohort',
      things: 'cases',
      rowsAre: name,
      rows,
      columns: HOW_FAR,
      addsUp: 'both',
      isPublished: true,
      linked: SHARES_TOTALS,
      counts: (about) => {
        const value = about.file.particulars?.reach[field] ?? NOT_RECORDED
        return [
          {
            row: Object.hasOwn(rows, value) ? value : NOT_LISTED,
            column: howFar(about),
            on: about.file.subject.decision.sentOn,
          },
        ]
      },
      definition: {
        counted:
          'A case, by the day on which the decision was sent, and by the furthest that the family went: it spoke to the adviser, told the council that it wants mediation, or appealed. Staff record the group.',
        leftOut: 'Cases that are erased: what was recorded of them is gone.',
        clock: 'The last day to appeal, as it is counted for the family.',
        followUp:
          'Until 10 working days after the last day to appeal. Until then, and while nobody has appealed, it is too early to say; so it is where the family has no written decision.',
        source:
          'Asked for by commissioners: whether every group of families is reached. Equality Act 2010, section 149.',
      },
      figures: [
        rateOf('reached', 'Share that did any of these', ['contact', 'mediation', 'appeal', 'mediation-and-appeal']),
        rateOf('mediation', 'Share that chose mediation', ['mediation', 'mediation-and-appeal']),
        rateOf('appeal', 'Share that appealed', ['appeal', 'mediation-and-appeal']),
      ],
    })
  })
}

function rateOf(id: string, title: string, numerator: readonly HowFar[]) {
  return { kind: 'share', id, title, numerator, denominator: KNOWN } as const
}

function howFar(about: CaseToCount): HowFar {
  const { adviserContactedOn, declined, chosen, mediationResult, certificate } = about.file.subject
  const followed = whatFollowed(about)
  const choseMediation = chosen !== undefined || mediationResult !== undefined
  if (followed === 'appealed') return choseMediation ? 'mediation-and-appeal' : 'appeal'
  if (followed !== 'no-appeal') return 'too-early'
  if (choseMediation) return 'mediation'
  // Telling the adviser that one wants no mediation is speaking to it, and nobody has a certificate who has not.
  return (adviserContactedOn ?? declined ?? certificate) ? 'contact' : 'none'
}
