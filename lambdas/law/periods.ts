import { type CalendarDate, dayOf, formatDay, parseCalendarDate } from './calendar-date.ts'
import type { Citation } from './deadline.ts'
import { RuleNotInForceError } from './law-errors.ts'

export type PeriodId = 'D01' | 'D02' | 'D04' | 'D06' | 'D07' | 'D08' | 'D09' | 'D10' | 'D12'

/**
 * How a length is counted. The day from which it is counted is never counted itself.
 * `calendar-months` end on the corresponding date; `clear-working-days-before` are whole working days that lie between
 * the deadline and a later day, such as a meeting.
 */
export type PeriodUnit = 'calendar-months' | 'weeks' | 'days' | 'working-days' | 'clear-working-days-before'

/** A period that the law sets. A changed rule is another row, with the same id and the day from which it is the law. */
export interface Period {
  readonly id: PeriodId
  readonly version: string
  readonly name: string
  readonly length: number
  readonly unit: PeriodUnit
  /** The event that starts it (or, for `clear-working-days-before`, that it runs up to). */
  readonly startsWith: string
  /** Whether an end on another day than a working day moves: by rule 12(2) and 12(3)(a) of the Tribunal's rules, or not. */
  readonly rolls: 'tribunal-rule-12' | 'never'
  /** The time of the last day at which it ends, where the rule has one (Europe/London). */
  readonly endsAt?: '17:00'
  readonly whoMustAct: string
  readonly onMiss: string
  readonly citations: readonly Citation[]
  /** The first day on which this row is the law. */
  readonly lawFrom: CalendarDate
  /** The last day on which it is the law; absent while it still is. */
  readonly lawTo?: CalendarDate
}

const TRIBUNAL_RULES = 'https://www.legislation.gov.uk/uksi/2008/2699'
const SEND_REGULATIONS = 'https://www.legislation.gov.uk/uksi/2014/1530'
const REGULATION_33: Citation = {
  title: 'SEND Regulations 2014, regulation 33',
  url: `${SEND_REGULATIONS}/regulation/33`,
}
const REGULATION_36: Citation = {
  title: 'SEND Regulations 2014, regulation 36',
  url: `${SEND_REGULATIONS}/regulation/36`,
}
const REGULATION_39: Citation = {
  title: 'SEND Regulations 2014, regulation 39',
  url: `${SEND_REGULATIONS}/regulation/39`,
}
const RULE_12: Citation = {
  title: 'Tribunal Procedure (HESC Chamber) Rules 2008, rule 12(1), (2) and (3)(a)',
  url: `${TRIBUNAL_RULES}/article/12`,
}
const RULE_20_DECISION: Citation = {
  title: 'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c)(i)',
  url: `${TRIBUNAL_RULES}/article/20`,
}
const RULE_20_CERTIFICATE: Citation = {
  title: 'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c)(ii)',
  url: `${TRIBUNAL_RULES}/article/20`,
}
/** The day on which Part 3 of the Children and Families Act 2014 and the SEND Regulations 2014 came into force. */
const PART_3_IN_FORCE = parseCalendarDate('2014-09-01')

/**
 * The catalogue. Ids are the project's own and never change their meaning.
 * The order of rows does not matter: `periodInForce` chooses by date.
 */
export const PERIODS: readonly Period[] = [
  {
    id: 'D01',
    version: '1',
    name: 'Contact the mediation adviser',
    length: 2,
    unit: 'calendar-months',
    startsWith: 'the decision notice is sent',
    rolls: 'never',
    whoMustAct: 'family',
    onMiss: 'Contact the adviser now, and ask the Tribunal to accept a late appeal.',
    citations: [REGULATION_33],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D02',
    version: '1',
    name: 'Certificate after mediation is declined',
    length: 3,
    unit: 'working-days',
    startsWith: 'the family tells the adviser that it does not want mediation',
    rolls: 'never',
    whoMustAct: 'mediation adviser',
    onMiss: 'Ask the adviser for the certificate the same day.',
    citations: [
      { title: 'SEND Regulations 2014, regulation 34(1)', url: `${SEND_REGULATIONS}/regulation/34` },
      {
        title: 'Children and Families Act 2014, section 55(4)',
        url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/55',
      },
    ],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D04',
    version: '1',
    name: 'Mediation arranged',
    length: 30,
    unit: 'days',
    startsWith: 'the council is told that the family wants mediation',
    rolls: 'never',
    whoMustAct: 'council',
    onMiss: 'The adviser issues a certificate, because mediation was not arranged in time.',
    citations: [REGULATION_36],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D06',
    version: '1',
    name: 'Certificate when mediation is not arranged in 30 days',
    length: 3,
    unit: 'working-days',
    startsWith: 'the council tells the adviser that it cannot arrange mediation, or day 31 comes',
    rolls: 'never',
    whoMustAct: 'mediation adviser',
    onMiss: 'Ask the adviser for the certificate the same day.',
    citations: [REGULATION_36, REGULATION_39],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D07',
    version: '1',
    name: 'Notice of the mediation meeting',
    length: 5,
    unit: 'clear-working-days-before',
    startsWith: 'the mediation meeting',
    rolls: 'never',
    whoMustAct: 'council',
    onMiss: 'Ask the family whether it agrees to shorter notice, or move the meeting.',
    citations: [{ title: 'SEND Regulations 2014, regulation 37', url: `${SEND_REGULATIONS}/regulation/37` }],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D08',
    version: '1',
    name: 'Certificate after mediation',
    length: 3,
    unit: 'working-days',
    startsWith: 'the mediation is concluded',
    rolls: 'never',
    whoMustAct: 'mediation adviser',
    onMiss: 'Ask the adviser for the certificate the same day.',
    citations: [
      REGULATION_39,
      {
        title: 'Children and Families Act 2014, section 55(5)',
        url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/55',
      },
    ],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D09',
    version: '1',
    name: 'Appeal, counted from the decision',
    length: 2,
    unit: 'calendar-months',
    startsWith: 'the decision notice is sent',
    rolls: 'tribunal-rule-12',
    endsAt: '17:00',
    whoMustAct: 'family',
    onMiss: 'Send the appeal at once and ask the Tribunal to accept it late, with the reasons.',
    citations: [RULE_20_DECISION, RULE_12],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D10',
    version: '1',
    name: 'Appeal, counted from the certificate',
    length: 1,
    unit: 'calendar-months',
    startsWith: 'the mediation certificate is issued',
    rolls: 'tribunal-rule-12',
    endsAt: '17:00',
    whoMustAct: 'family',
    onMiss: 'Send the appeal at once and ask the Tribunal to accept it late, with the reasons.',
    citations: [RULE_20_CERTIFICATE, RULE_12],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D12',
    version: '1',
    name: 'Do what was agreed at mediation, where it could not have been appealed',
    length: 2,
    unit: 'weeks',
    startsWith: 'the mediation agreement',
    rolls: 'never',
    whoMustAct: 'council',
    onMiss: 'Escalate to the named officer; a complaint to the council, then to the Ombudsman.',
    citations: [{ title: 'SEND Regulations 2014, regulation 42(3) and (5)', url: `${SEND_REGULATIONS}/regulation/42` }],
    lawFrom: PART_3_IN_FORCE,
  },
]

/**
 * The row of a period that was the law on a day: the day that the law names (the decision, or the event that starts
 * the period), never today. A later row takes over from its first day, whether or not the row before it was ended.
 *
 * @throws RuleNotInForceError when no row of that period was the law on that day
 */
export function periodInForce(id: PeriodId, on: CalendarDate, periods: readonly Period[] = PERIODS): Period {
  return rowInForce(id, dayOf(on), periods === PERIODS ? PUBLISHED : latestFirst(periods))
}

/** As `periodInForce`, for a day number and the published catalogue. */
export function periodOnDay(id: PeriodId, day: number): Period {
  return rowInForce(id, day, PUBLISHED)
}

/** The rows of each id, the latest first, with their days as numbers. */
type DatedRows = ReadonlyMap<PeriodId, readonly DatedRow[]>

interface DatedRow {
  readonly period: Period
  readonly firstDay: number
  readonly lastDay: number
}

const PUBLISHED: DatedRows = latestFirst(PERIODS)

function latestFirst(periods: readonly Period[]): DatedRows {
  const rows = new Map<PeriodId, DatedRow[]>()
  for (const period of periods) {
    const lastDay = period.lawTo === undefined ? Number.POSITIVE_INFINITY : dayOf(period.lawTo)
    const ofId = [...(rows.get(period.id) ?? []), { period, firstDay: dayOf(period.lawFrom), lastDay }]
    rows.set(
      period.id,
      ofId.sort((a, b) => b.firstDay - a.firstDay),
    )
  }
  return rows
}

function rowInForce(id: PeriodId, day: number, rows: DatedRows): Period {
  for (const row of rows.get(id) ?? []) {
    if (row.firstDay <= day && day <= row.lastDay) return row.period
  }
  throw new RuleNotInForceError(`No rule ${id} is known that was the law on ${formatDay(day)}. Check the date.`)
}
