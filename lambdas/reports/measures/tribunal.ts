import { disputedSections } from '../../cases/case.ts'
import type { AppealOutcome, LetGoAhead } from '../../cases/tribunal/closed-words.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { APPEAL_OUTCOME_WORDS, DECISION_NAMES, SECTION_WORDS } from '../../staff/closed-words.ts'
import { type CaseToCount, type Counted, measure, NOT_FOLLOWED, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'

const { open: _open, ...OUTCOMES } = APPEAL_OUTCOME_WORDS

/** T8: the appeals, and what became of each. */
export const appeals = measure({
  id: 'appeals',
  table: 'T8',
  title: 'Appeals at the Tribunal',
  basis: 'activity',
  things: 'appeals',
  rowsAre: 'The decision',
  rows: DECISION_NAMES,
  columns: { registered: 'Received by the Tribunal', ...OUTCOMES },
  addsUp: 'rows',
  flow: { begun: 'registered', done: Object.keys(OUTCOMES) as AppealOutcome[] },
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) => {
    const row = about.file.subject.decision.decisionKind
    return appealsOf(about).flatMap(({ receivedOn, ended }): Counted<typeof row, 'registered' | AppealOutcome>[] => [
      { row, column: 'registered', on: receivedOn },
      ...(ended ? [{ row, column: ended.outcome, on: ended.on }] : []),
    ])
  },
  definition: {
    counted:
      'An appeal, on the day on which the Tribunal received it, and on the day on which it ended. Open at the start and received are as many as ended and open at the end. An appeal that was opened again has not ended.',
    leftOut: NOTHING_LEFT_OUT,
    clock: 'None.',
    followUp: 'Those that have not ended are open at the end.',
    source:
      'Tribunal Procedure Rules 2008 (SI 2008/2699). The Tribunal’s own statistics count registrations, and must not stand beside flags of the return to the Department for Education.',
  },
  figures: [],
})

/** T8: which parts of a plan appeals are about. */
export const appealedParts = measure({
  id: 'appealed-parts',
  table: 'T8',
  title: 'Which parts of a plan appeals are about',
  basis: 'activity',
  things: 'appeals about the contents of a plan',
  rowsAre: 'The part of the plan',
  rows: { ...SECTION_WORDS, 'not-recorded': 'Not recorded' },
  columns: { registered: 'Received by the Tribunal' },
  addsUp: 'nothing',
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) => {
    const { subject } = about.file
    if (subject.decision.decisionKind !== 'plan-contents') return []
    const parts = disputedSections(subject) ?? []
    const rows = parts.length > 0 ? parts : (['not-recorded'] as const)
    return appealsOf(about).flatMap(({ receivedOn: on }) => rows.map((row) => ({ row, column: 'registered', on })))
  },
  definition: {
    counted:
      'An appeal about the contents of a plan, on the day on which the Tribunal received it, by the parts that the family disagrees with as it said last. One appeal can be in several rows.',
    leftOut: 'Appeals about other decisions.',
    clock: 'None.',
    followUp: NOT_FOLLOWED,
    source: 'Information requests to councils; Children and Families Act 2014, section 51(2)(c).',
  },
  figures: [],
})

/** An appeal, from the day on which the Tribunal received it to its end. */
export interface Appeal {
  readonly receivedOn: CalendarDate
  readonly letGoAhead?: LetGoAhead
  readonly ended?: { readonly outcome: AppealOutcome; readonly on: CalendarDate }
}

/** Every appeal of a case. What was set aside is no end. */
export function appealsOf({ file: { subject } }: Pick<CaseToCount, 'file'>): readonly Appeal[] {
  const all: Appeal[] = []
  const end = (outcome: AppealOutcome, on: CalendarDate) => {
    const last = all.at(-1)
    if (last && !last.ended) all[all.length - 1] = { ...last, ended: { outcome, on } }
  }
  const undone = new Set(subject.facts.flatMap((fact) => (fact.type === 'decision-set-aside' ? [fact.details.of] : [])))
  for (const fact of subject.facts) {
    if (undone.has(fact.sequence)) continue
    switch (fact.type) {
      case 'appeal-registered': {
        const { receivedOn, letGoAhead } = fact.details
        all.push({ receivedOn, ...(letGoAhead && { letGoAhead }) })
        break
      }
      case 'appeal-conceded':
        end('conceded', fact.details.concededOn)
        break
      case 'appeal-withdrawn':
        end('withdrawn', fact.details.withdrawnOn)
        break
      case 'appeal-decided':
        end(fact.details.decision, fact.details.decidedOn)
        break
      default:
        break
    }
  }
  return all
}

/** T8: when the council gave in, and what changed the placement. */
export const gaveIn = measure({
  id: 'gave-in',
  table: 'T8',
  title: 'When the council gave in, and placements that changed',
  basis: 'activity',
  things: 'steps in appeals',
  rowsAre: 'What happened',
  rows: {
    conceded: 'The council conceded before its response (regulation 45)',
    'gave-in-all': 'The council gave in on everything later, without an order',
    'gave-in-part': 'The council gave in on a part, without an order',
    'placement-ordered': 'An order changes the school or other place (section I)',
    'placement-conceded': 'A concession changes the school or other place (section I)',
  },
  columns: { steps: 'Times' },
  addsUp: 'nothing',
  isPublished: true,
  linked: { what: 'cell', row: 'conceded', measure: 'appeals', column: 'conceded' },
  counts: ({ file: { subject } }) => {
    const one = (
      row: 'conceded' | 'gave-in-all' | 'gave-in-part' | 'placement-ordered' | 'placement-conceded',
      on: CalendarDate,
    ) => ({ row, column: 'steps', on }) as const
    return [
      ...subject.facts.flatMap((fact) => {
        if (fact.type === 'appeal-conceded') return [one('conceded', fact.details.concededOn)]
        return fact.type === 'council-gave-in'
          ? [one(fact.details.extent === 'all' ? 'gave-in-all' : 'gave-in-part', fact.details.gaveInOn)]
          : []
      }),
      ...subject.undertakings.flatMap(({ source, duties, on, setAside }) => {
        if (setAside || !duties.includes('amend-placement')) return []
        if (source === 'order') return [one('placement-ordered', on)]
        return source === 'concession' ? [one('placement-conceded', on)] : []
      }),
    ]
  },
  definition: {
    counted: 'A step, on its day. One appeal can be in several rows.',
    leftOut: 'Agreements at mediation: they are in the tables about mediation.',
    clock: 'None.',
    followUp: NOT_FOLLOWED,
    source:
      'SEND Regulations 2014, regulations 44 and 45. Information requests ask for it by section and by who gave in.',
  },
  figures: [],
})
