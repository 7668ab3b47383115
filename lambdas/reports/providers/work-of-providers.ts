import { FIRST_ADVISER } from '../../cases/council.ts'
import { type Counted, measure, NOT_FOLLOWED, NOT_LINKED } from '../measures/measure.ts'
import { isEndOfMediation, resultOf } from '../measures/mediations.ts'
import { certificateInTime } from '../measures/time-limits.ts'

/** What came of a provider's work: each is one of two, or of three, that make a whole. */
const WORK = {
  agreed: 'Mediation: agreed in full',
  'partly-agreed': 'Mediation: agreed in part',
  'not-agreed': 'Mediation: not agreed',
  'in-time': 'Certificate: in time',
  late: 'Certificate: late',
} as const
type Work = keyof typeof WORK

/** What came of each provider's work. Its columns are the council's providers, as those of the units of the bill are. */
export const workOfProviders = measure<Work, string>({
  id: 'work-of-providers',
  table: 'T4',
  title: 'What came of the work of each provider',
  basis: 'activity',
  things: 'mediations and certificates',
  rowsAre: 'What came of it',
  rows: WORK,
  columns: {},
  addsUp: 'nothing',
  // By provider numbers are small, and the difference between two is mostly chance.
  isPublished: false,
  linked: NOT_LINKED,
  counts: (about) => {
    const { subject } = about.file
    const column = subject.adviser ?? FIRST_ADVISER
    const mediations = subject.facts
      .filter(isEndOfMediation)
      .map((fact): Counted<Work> => ({ row: resultOf(fact), column, on: fact.details.concludedOn }))
    const isInTime = certificateInTime(about)
    if (!subject.certificate || isInTime === undefined) return mediations
    return [...mediations, { row: isInTime ? 'in-time' : 'late', column, on: subject.certificate.issuedOn }]
  },
  definition: {
    counted:
      'A mediation that was held to its end, on the day on which it ended, and a certificate, on the day on which it was issued, for the provider whom the family chose.',
    leftOut: 'Certificates whose last day cannot be worked out, because what came before is not recorded.',
    clock: 'Certificates: 3 working days.',
    followUp: NOT_FOLLOWED,
    source: 'SEND Regulations 2014, regulations 34, 36, 39 and 42.',
  },
  figures: [],
})

/** A share of a provider's work. */
export interface ShareOfWork {
  readonly provider: string
  readonly count: number
  readonly among: number
}

/** The shares that are shown, each with the rows that count in it and those of which it is a share. */
export const SHARES_OF_WORK = {
  agreed: {
    title: 'Agreed in full or in part, of the mediations that were held',
    counts: ['agreed', 'partly-agreed'],
    among: ['agreed', 'partly-agreed', 'not-agreed'],
  },
  'in-time': {
    title: 'Certificates in time, of those that were issued',
    counts: ['in-time'],
    among: ['in-time', 'late'],
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly counts: readonly Work[]; readonly among: readonly Work[] }>
>
export type ShareOfWorkId = keyof typeof SHARES_OF_WORK
