import type { CouncilRetention } from '../../cases/council.ts'
import { londonDay } from '../../cases/london.ts'
import { CASE_OUTCOMES } from '../../cases/outcome.ts'
import { type RetentionList, wasAlone } from '../../cases/retention/retention-list.ts'
import { addDays, formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import type { DuePage } from '../../retention/due-cases.ts'
import { OUTCOME_WORDS } from '../closed-words.ts'
import { formatInstant } from '../day.ts'
import { NOBODY_IN_PARTICULAR } from '../sign-in/people.ts'
import { DUE_BY_WORDS, LIST_STATE_WORDS, RESULT_WORDS, ruleInWords } from './retention-words.ts'

/** For how long DynamoDB's copies for restoring keep what was erased. */
const COPIES_KEPT_DAYS = 35

/** How long cases are kept, and whether the council has confirmed it. */
export function rulesView({ confirmed, managers, rules }: CouncilRetention) {
  return {
    rows: CASE_OUTCOMES.map((outcome) => [{ text: OUTCOME_WORDS[outcome] }, { text: ruleInWords(rules[outcome]) }]),
    isExample: confirmed === 'example-to-confirm',
    ...(confirmed !== 'example-to-confirm' && {
      confirmedInWords: `Confirmed by ${confirmed.by} on ${formatDate(parseCalendarDate(confirmed.on))}.`,
    }),
    hasOneManager: managers === 'one',
  }
}

/** What is due, as its page lists it. @param listed the cases that are on a list already @param most how many at most can be on a list */
export function dueView({ due: all, onHold, lookedAt, next }: DuePage, listed: ReadonlySet<string>, most: number) {
  const due = all.filter(({ record }) => !listed.has(record.caseId))
  return {
    due: due.slice(0, most).map(({ record, due: { on, by } }) => ({
      caseId: record.caseId,
      name: `case:${record.caseId}`,
      href: `/cases/${record.caseId}`,
      outcome: OUTCOME_WORDS[record.outcome],
      closedInWords: formatDate(londonDay(new Date(record.closedAt))),
      dueInWords: formatDate(on),
      why: DUE_BY_WORDS[by],
    })),
    onLists: all.length - due.length,
    moreDue: Math.max(0, due.length - most),
    onHold: onHold.map((caseId) => ({ caseId, href: `/cases/${caseId}/hold` })),
    lookedAt,
    ...(next && { nextHref: `/retention?${new URLSearchParams({ from: next })}` }),
  }
}

export function listsView(lists: readonly RetentionList[]) {
  return lists.map((list) => ({
    href: `/retention/lists/${list.id}`,
    proposedInWords: formatInstant(list.proposedAt),
    count: list.cases.length,
    state: LIST_STATE_WORDS[list.state],
    isNotFinished: list.state === 'confirmed',
  }))
}

/** A list, which is the certificate when it is carried out. */
export function listView(
  list: RetentionList,
  names: ReadonlyMap<string, string>,
  { mayConfirm, policy }: { readonly mayConfirm: boolean; readonly policy: CouncilRetention },
) {
  const { id, state, cases, results, proposedBy, proposedAt, confirmedBy, confirmedAt } = list
  const { withdrawnBy, withdrawnAt, carriedOutAt } = list
  const who = (personId: string) => `${names.get(personId) ?? NOBODY_IN_PARTICULAR} (${personId})`
  const isDone = cases.filter(({ caseId }) => caseId in results).length
  const erased = cases.filter(({ caseId }) => results[caseId]?.result === 'erased').length
  return {
    id,
    state,
    stateInWords: LIST_STATE_WORDS[state],
    rows: [
      ['Number', id],
      ['Proposed', `${formatInstant(proposedAt)}, by ${who(proposedBy)}`],
      ...(withdrawnBy && withdrawnAt ? [['Withdrawn', `${formatInstant(withdrawnAt)}, by ${who(withdrawnBy)}`]] : []),
      ...(confirmedBy && confirmedAt ? [['Confirmed', `${formatInstant(confirmedAt)}, by ${who(confirmedBy)}`]] : []),
      ...(carriedOutAt ? [['Carried out', formatInstant(carriedOutAt)]] : []),
      ...Object.entries(list.rules).map(([outcome, rule]) => [
        `Kept: ${OUTCOME_WORDS[outcome as keyof typeof OUTCOME_WORDS].toLowerCase()}`,
        ruleInWords(rule),
      ]),
      ...(carriedOutAt
        ? [
            ['Cases erased', String(erased)],
            ['Cases left out', String(cases.length - erased)],
          ]
        : []),
    ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } })),
    wasAlone: confirmedBy !== undefined && wasAlone(list),
    isDone,
    left: cases.length - isDone,
    count: cases.length,
    mayConfirm,
    isExample: policy.confirmed === 'example-to-confirm',
    hasOneManager: policy.managers === 'one',
    ...(carriedOutAt && {
      copiesUntilInWords: formatDate(addDays(londonDay(new Date(carriedOutAt)), COPIES_KEPT_DAYS)),
    }),
    cases: cases.map(({ caseId, outcome }) => {
      const result = results[caseId]
      return {
        caseId,
        ...(!result && { href: `/cases/${caseId}` }),
        outcome: OUTCOME_WORDS[outcome],
        result: result ? RESULT_WORDS[result.result] : '',
        rows: result && 'rows' in result ? countsInWords(result.rows) : '',
      }
    }),
  }
}

export const CERTIFICATE_COLUMNS = [
  ...['list', 'case', 'result', 'outcome', 'years after closing', 'until age', 'proposed by', 'proposed at'],
  ...['confirmed by', 'confirmed at', 'one person alone', 'carried out at', 'rows erased'],
] as const

/** A line for each case: ids, codes, moments and counts. */
export function certificateRows(list: RetentionList): readonly (readonly string[])[] {
  return list.cases.map(({ caseId, outcome }) => {
    const result = list.results[caseId]
    const rule = list.rules[outcome]
    return [
      list.id,
      caseId,
      result?.result ?? '',
      outcome,
      String(rule?.yearsAfterClosing ?? ''),
      String(rule?.untilAge ?? ''),
      list.proposedBy,
      list.proposedAt,
      list.confirmedBy ?? '',
      list.confirmedAt ?? '',
      wasAlone(list) ? 'yes' : 'no',
      list.carriedOutAt ?? '',
      result && 'rows' in result ? countsInWords(result.rows) : '',
    ]
  })
}

/** "contact: 1, fact: 7". */
function countsInWords(rows: Readonly<Record<string, number>>): string {
  return Object.entries(rows)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([type, count]) => `${type}: ${count}`)
    .join(', ')
}
