import type { CouncilParticulars, ListedValue } from './council.ts'

/** What staff record of a case for the outcomes alone: no date, message or task follows from it. The last record counts. */
export interface Particulars {
  /** What the case is about: ids of the council's list. */
  readonly themes: readonly string[]
  /** Which groups the family belongs to: an id of the list of each field. Left out where nobody has recorded it. */
  readonly reach: Readonly<Partial<Record<ReachField, string>>>
  /** When it was recorded: ISO 8601. */
  readonly changedAt: string
}

/** So many themes a case has at most: with more of them no theme says what it is about. */
export const MOST_THEMES = 3

type Reach = CouncilParticulars['reach']

/** A group of families that a council can tell apart. */
interface ReachRow {
  /** Above its table, and in lists. */
  readonly name: string
  /** In the title of its table: "by primary need". */
  readonly by: string
  readonly question: string
  readonly isOn: (reach: Reach) => boolean
  /** What can be recorded, whether it is on or not: what was recorded before still has its name. */
  readonly values: (reach: Reach) => readonly ListedValue[]
}

const PHASES: readonly ListedValue[] = [
  { id: 'early-years', name: 'Early years, before Reception' },
  { id: 'primary', name: 'Primary, Reception to year 6' },
  { id: 'secondary', name: 'Secondary, years 7 to 11' },
  { id: 'post-16', name: 'After 16, year 12 and later' },
]

/**
 * Typed, because a case keeps no birth date for it: docs/decisions/0011. The bands are those in which the Department for Education
 * publishes plans: https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans
 */
const AGE_BANDS: readonly ListedValue[] = [
  { id: 'under-5', name: 'Under 5' },
  { id: '5-to-10', name: '5 to 10' },
  { id: '11-to-15', name: '11 to 15' },
  { id: '16-to-19', name: '16 to 19' },
  { id: '20-to-25', name: '20 to 25' },
]

/** The types of need of the SEN2 return and the school census: https://www.gov.uk/guidance/special-educational-needs-survey */
const NEEDS: readonly ListedValue[] = [
  { id: 'asd', name: 'Autistic spectrum disorder' },
  { id: 'ds', name: 'Down syndrome' },
  { id: 'hi', name: 'Hearing impairment' },
  { id: 'mld', name: 'Moderate learning difficulty' },
  { id: 'msi', name: 'Multi-sensory impairment' },
  { id: 'pd', name: 'Physical disability' },
  { id: 'pmld', name: 'Profound and multiple learning difficulty' },
  { id: 'semh', name: 'Social, emotional and mental health' },
  { id: 'sld', name: 'Severe learning difficulty' },
  { id: 'slcn', name: 'Speech, language and communication needs' },
  { id: 'spld', name: 'Specific learning difficulty' },
  { id: 'vi', name: 'Vision impairment' },
  { id: 'oth', name: 'Other difficulty' },
]

/** As the school census groups them. Which language it is would name a family in most places. */
const LANGUAGES: readonly ListedValue[] = [
  { id: 'english', name: 'English' },
  { id: 'other', name: 'Another language than English' },
]

const YES_OR_NO: readonly ListedValue[] = [
  { id: 'yes', name: 'Yes' },
  { id: 'no', name: 'No' },
]

/** The groups that a council can tell apart, in their order. The names of the fields stand in cells and ids: they never change. */
export const REACH = {
  phase: {
    name: 'Phase of education',
    by: 'phase of education',
    question: 'Which phase of education is the child or young person in?',
    isOn: ({ phase }) => phase,
    values: () => PHASES,
  },
  'age-band': {
    name: 'Age on the day of the decision',
    by: 'age',
    question: 'How old was the child or young person on the day of the decision?',
    isOn: ({ ageBand }) => ageBand,
    values: () => AGE_BANDS,
  },
  'primary-need': {
    name: 'Primary need',
    by: 'primary need',
    question: 'What is the primary need of the child or young person?',
    isOn: ({ primaryNeed }) => primaryNeed,
    values: () => NEEDS,
  },
  area: {
    name: 'Part of the council’s area',
    by: 'part of the area',
    question: 'In which part of the council’s area does the family live?',
    isOn: ({ areas }) => areas.length > 0,
    values: ({ areas }) => areas,
  },
  language: {
    name: 'First language',
    by: 'first language',
    question: 'What is the first language of the family?',
    isOn: ({ language }) => language,
    values: () => LANGUAGES,
  },
  'looked-after': {
    name: 'Looked after by the council',
    by: 'whether the child is looked after',
    question: 'Is the child or young person looked after by the council?',
    isOn: ({ lookedAfter }) => lookedAfter,
    values: () => YES_OR_NO,
  },
} as const satisfies Readonly<Record<string, ReachRow>>
export type ReachField = keyof typeof REACH
export const REACH_FIELDS = Object.keys(REACH) as readonly ReachField[]

/** A field that is on, with everything that can be recorded in it. */
export interface FieldThatIsOn extends Pick<ReachRow, 'name' | 'by' | 'question'> {
  readonly field: ReachField
  readonly values: readonly ListedValue[]
}

/** The fields that a council has turned on, in their order. */
export function reachFieldsOf({ reach }: Pick<CouncilParticulars, 'reach'>): readonly FieldThatIsOn[] {
  return REACH_FIELDS.flatMap((field) => {
    const { name, by, question, isOn, values }: ReachRow = REACH[field]
    return isOn(reach) ? [{ field, name, by, question, values: values(reach) }] : []
  })
}

/** Whether a council has anything of the kind recorded. */
export function areRecorded(particulars: CouncilParticulars): boolean {
  return particulars.themes.length > 0 || reachFieldsOf(particulars).length > 0
}

/** What is recorded of a case, as a list of what and what it says. */
export function particularsInWords(
  { themes, reach }: Particulars,
  council: CouncilParticulars,
): readonly (readonly [what: string, says: string])[] {
  return [
    ...(themes.length > 0
      ? [['What it is about', themes.map((id) => nameIn(council.themes, id)).join('; ')] as const]
      : []),
    ...REACH_FIELDS.flatMap((field) => {
      const [row, value]: [ReachRow, string | undefined] = [REACH[field], reach[field]]
      return value ? [[row.name, nameIn(row.values(council.reach), value)] as const] : []
    }),
  ]
}

/** What a recorded value is called. The list can have changed since. */
export function nameIn(values: readonly ListedValue[], id: string): string {
  return values.find((one) => one.id === id)?.name ?? `“${id}”, which is not in the list any more`
}
