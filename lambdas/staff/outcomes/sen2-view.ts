import { formatDate } from '../../law/calendar-date.ts'
import { DECISION_GROUPS, type DecisionGroup } from '../../reports/national/national-figures.ts'
import { DOUBT_IDS, DOUBTS } from '../../reports/sen2/doubts.ts'
import { type MediationReading, REFERRALS, SEN2_FLAGS, SEN2_MODULES, type Sen2Map } from '../../reports/sen2/maps.ts'
import { type KeysOfChild, type Sen2Row, sen2Totals } from '../../reports/sen2/rows.ts'
import { DECISION_NAMES, inLine } from '../closed-words.ts'
import type { DecisionsOfYear } from './sen2-decisions.ts'

/** What the page of a year is made from. */
interface YearToShow {
  readonly map: Sen2Map
  /** Whether the year is over. */
  readonly isWhole: boolean
  readonly decisions: DecisionsOfYear
  readonly keys: ReadonlyMap<string, KeysOfChild>
  readonly todayInWords: string
}

const READING_WORDS: Readonly<Record<MediationReading, string>> = {
  referred:
    'A mediation flag is set when the family asked for mediation (“referred”), whether or not it was held. How many were held stands beside it.',
  held: 'A mediation flag is set when mediation was held, and not when it was only asked for.',
}

/** The page of a year: totals, what is against a flag and where, what has no row, and how the flags are set. */
export function sen2View({ map, isWhole, decisions, keys, todayInWords }: YearToShow) {
  const { rows } = decisions
  const totals = sen2Totals(rows)
  return {
    year: map.year,
    isWhole,
    todayInWords,
    censusInWords: formatDate(map.censusOn),
    file: `/outcomes/sen2/${map.year}/rows.csv`,
    count: rows.length,
    doubtful: rows.filter(({ doubts }) => doubts.length > 0).length,
    totals: SEN2_FLAGS.map(({ flag, group, referral }) => ({
      name: flag,
      about: `${REFERRALS[referral]}: ${inLine(DECISION_GROUPS[group])}`,
      cells: totals.flatMap((one) =>
        one.flag === flag ? [one.decisions, one.yes, one.both, one.held ?? 'z', one.doubtful] : [],
      ),
    })),
    groups: doubtGroups(rows),
    notInRows: notInRows(decisions),
    isSomeRestricted: decisions.restricted > 0,
    withoutKeys: withoutKeys(rows, keys),
    reading: READING_WORDS[map.mediation],
    pairs: (Object.keys(DECISION_GROUPS) as DecisionGroup[]).map((group) => ({
      name: DECISION_GROUPS[group],
      module: SEN2_MODULES[map.moduleOf[group]],
      decisions: namesOf(map, group).map(inLine),
      flags: SEN2_FLAGS.flatMap((one) =>
        one.group === group ? [{ name: one.flag, meaning: map.meaningOf[one.flag] }] : [],
      ),
    })),
    source: map.source,
  }
}

/** The same for a program. */
export function sen2Json({ map, isWhole, decisions }: YearToShow) {
  const { rows, ...notShown } = decisions
  return {
    year: map.year,
    censusOn: map.censusOn,
    isWhole,
    decisions: rows.length,
    notInRows: notShown,
    totals: sen2Totals(rows),
    doubtful: rows.flatMap(({ caseId, doubts }) => (doubts.length > 0 ? [{ caseId, doubts }] : [])),
    source: map.source,
  }
}

/** Those of which the same can be said against a flag stand together. One of which several things can be is in several. */
function doubtGroups(rows: readonly Sen2Row[]) {
  return DOUBT_IDS.flatMap((id) => {
    const cases = rows.flatMap(({ caseId, decision, group, flags, doubts }) => {
      const own = doubts.find((doubt) => doubt.id === id)
      return own
        ? [
            {
              caseId,
              href: `/cases/${caseId}`,
              decision: `${DECISION_NAMES[decision.decisionKind]}, sent on ${formatDate(decision.sentOn)}`,
              flags: DOUBTS[id].about.map((referral) => `${group}${referral}: ${flags[referral] ? '1' : '0'}`),
              why: own.words,
            },
          ]
        : []
    })
    return cases.length > 0 ? [{ id, title: DOUBTS[id].title, cases }] : []
  })
}

/** What of the year has no row, in sentences. */
function notInRows({ openedWrongly, restricted, erased }: DecisionsOfYear): readonly string[] {
  const some = (number: number, one: string, more: string) =>
    number === 0 ? [] : [number === 1 ? `1 ${one}` : `${number} ${more}`]
  const hidden = 'only named people can open. No number here counts'
  return [
    ...some(
      restricted,
      `decision is of a case that ${hidden} it, and the file does not have it.`,
      `decisions are of cases that ${hidden} them, and the file does not have them.`,
    ),
    ...some(
      erased,
      'decision is of a case that was erased, so nothing is left of its days.',
      'decisions are of cases that were erased, so nothing is left of their days.',
    ),
    ...some(openedWrongly, 'case was opened by mistake or twice.', 'cases were opened by mistake or twice.'),
  ]
}

/** How many rows cannot be joined to the council's own records by each key. */
function withoutKeys(rows: readonly Sen2Row[], keys: ReadonlyMap<string, KeysOfChild>) {
  const lacks = (isThere: (of: KeysOfChild) => unknown) =>
    rows.filter(({ caseId }) => !isThere(keys.get(caseId) ?? {})).length
  return {
    upn: lacks(({ uniquePupilNumber }) => uniquePupilNumber),
    any: lacks(
      ({ uniquePupilNumber, childReference, caseReference }) => uniquePupilNumber ?? childReference ?? caseReference,
    ),
  }
}

function namesOf({ groupOf }: Sen2Map, group: DecisionGroup): readonly string[] {
  return (Object.keys(DECISION_NAMES) as (keyof typeof DECISION_NAMES)[])
    .filter((kind) => groupOf[kind] === group)
    .map((kind) => DECISION_NAMES[kind])
}
