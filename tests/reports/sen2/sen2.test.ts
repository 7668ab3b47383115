import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { DECISION_KINDS } from '../../../lambdas/law/appealable-decisions.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { cellsOfCase } from '../../../lambdas/reports/cells.ts'
import { measured } from '../../../lambdas/reports/measured.ts'
import { DOUBT_IDS, type DoubtId } from '../../../lambdas/reports/sen2/doubts.ts'
import { SEN2_FLAGS, SEN2_MAPS, type Sen2Map, sen2MapOf, whyNoSen2Map } from '../../../lambdas/reports/sen2/maps.ts'
import { monthOfDecision } from '../../../lambdas/reports/sen2/month-of-decision.ts'
import { flagOf, type Sen2Row, sen2File, sen2Rows, sen2Totals } from '../../../lambdas/reports/sen2/rows.ts'
import { aCase, type CaseBuilder } from '../../cases/case-builder.ts'
import { COUNTED_PLAINLY, type Ended, EVERY_MEASURE, fileOf } from '../case-to-count.ts'
import { cellsOfCases, drawnCases, LOOKED_AT } from '../drawn-councils.ts'

const seed = inject('seed')
const MAP = mapOf(2025)

function mapOf(year: number): Sen2Map {
  const map = sen2MapOf(year)
  if (!map) throw new Error(`There is no map for ${year}.`)
  return map
}

function rowOf(builder: CaseBuilder, ended?: Ended, map = MAP): Sen2Row {
  const { rows } = sen2Rows([fileOf(builder, ended)], map)
  if (rows.length !== 1 || !rows[0]) throw new Error(`There are ${rows.length} rows.`)
  return rows[0]
}

const flagsOf = (row: Sen2Row) =>
  Object.fromEntries(SEN2_FLAGS.map(({ flag }) => [flag, flagOf(row, flag)]).filter(([, set]) => set !== undefined))
const doubtsOf = (builder: CaseBuilder, ended?: Ended) => rowOf(builder, ended).doubts.map(({ id }) => id)

/** A decision of March 2025, and what may come after it. */
const decided = (decisionKind: (typeof DECISION_KINDS)[number] = 'plan-contents') =>
  aCase({ decisionKind, sentOn: '2025-03-10' })
const asked = (builder = decided()) =>
  builder.and('mediation-chosen', { councilToldOn: '2025-04-01', contactedOn: '2025-03-31', healthIssue: 'none' })
const arranged = (builder = asked()) =>
  builder.and('meeting-arranged', { meetingOn: '2025-04-22', startsAt: '10:00', format: 'online' }, '2025-04-03')
const held = (builder = arranged()) => builder.and('mediation-not-agreed', { concludedOn: '2025-04-22' })
const certified = (builder = held()) => builder.and('certificate-issued', { issuedOn: '2025-04-24' })
const appealed = (builder = certified(), receivedOn = '2025-05-20') => builder.and('appeal-registered', { receivedOn })

describe('the map of a year', () => {
  it('is there for each year that the return has these flags, with the third Thursday of the January after it', () => {
    expect(SEN2_MAPS.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026])
    expect(SEN2_MAPS.map(({ censusOn }) => censusOn)).toEqual(['2024-01-18', '2025-01-16', '2026-01-15', '2027-01-21'])
    for (const { year, censusOn } of SEN2_MAPS) {
      const day = new Date(`${censusOn}T12:00:00Z`)
      expect([day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDay()]).toEqual([year + 1, 0, 4])
      expect([day.getUTCDate() > 14, day.getUTCDate() <= 21]).toEqual([true, true])
    }
  })

  it('is refused for another year, with which years there are and what to do', () => {
    expect(sen2MapOf(2022)).toBeUndefined()
    expect(whyNoSen2Map(2022).join(' ')).toMatch(/2023 to 2026, and none for 2022\. In 2022 the return had other flags/)
    expect(whyNoSen2Map(2027).join(' ')).toMatch(/none for 2027\..*tell whoever looks after the service/)
  })

  it('names six flags, as the files of the return do', () => {
    expect(SEN2_FLAGS.map(({ flag }) => flag)).toEqual([
      'requestmediation',
      'requesttribunal',
      'assessmentmediation',
      'assessmenttribunal',
      'othermediation',
      'othertribunal',
    ])
  })
})

describe('a row', () => {
  it.each([
    ['refusal-to-assess', 'requests', 'request'],
    ['refusal-to-issue-plan', 'assessment', 'assessment'],
    ['refusal-to-reassess', 'assessment', 'other'],
    ['plan-contents', 'assessment', 'other'],
    ['refusal-to-amend-plan', 'assessment', 'other'],
    ['ceasing-plan', 'assessment', 'other'],
  ] as const)('of the decision %s is for the module %s, and says something of two flags: %s', (kind, module, group) => {
    const none = rowOf(decided(kind))
    expect([none.module, flagsOf(none)]).toEqual([
      module,
      { [`${group}mediation`]: false, [`${group}tribunal`]: false },
    ])
    expect(flagsOf(rowOf(asked(decided(kind))))).toEqual({ [`${group}mediation`]: true, [`${group}tribunal`]: false })
    const declined = decided(kind).and('mediation-declined', { declinedOn: '2025-03-20' })
    const onlyAppealed = appealed(declined.and('certificate-issued', { issuedOn: '2025-03-21' }))
    expect(flagsOf(rowOf(onlyAppealed))).toEqual({ [`${group}mediation`]: false, [`${group}tribunal`]: true })
  })

  it('has the days behind its flags, and what joins it to the council’s own records', () => {
    const builder = appealed(
      certified(
        held(
          arranged(
            asked(
              aCase({
                decisionKind: 'refusal-to-assess',
                sentOn: '2025-03-10',
                printedOn: '2025-03-07',
                requestReceivedOn: '2025-01-27',
              }),
            ),
          ),
        ),
      ),
    )
    const row = rowOf(builder)
    expect(row).toMatchObject({
      askedOn: '2025-04-01',
      heldOn: '2025-04-22',
      appealReceivedOn: '2025-05-20',
      doubts: [],
    })
    const keys = new Map([[row.caseId, { uniquePupilNumber: 'B801200005001', childReference: 'SEN/12' }]])
    const { columns, rows } = sen2File([row], keys)
    expect(Object.fromEntries(columns.map((column, place) => [column, rows[0]?.[place]]))).toEqual({
      case: '2026-0001',
      upn: 'B801200005001',
      council_child_reference: 'SEN/12',
      council_case_reference: '',
      request_received_on: '2025-01-27',
      decision: 'Refusal to assess',
      decision_dated: '2025-03-07',
      decision_sent_on: '2025-03-10',
      module: 'Requests (module 2)',
      requestmediation: '1',
      requesttribunal: '1',
      assessmentmediation: '',
      assessmenttribunal: '',
      othermediation: '',
      othertribunal: '',
      mediation_asked_for_on: '2025-04-01',
      mediation_held_on: '2025-04-22',
      appeal_received_on: '2025-05-20',
      doubtful: 'no',
      why_doubtful: '',
    })
  })

  it('belongs to the year in which the decision was sent, on its first day and on its last', () => {
    const years = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((sentOn) =>
      [2024, 2025, 2026].filter((year) => sen2Rows([fileOf(aCase({ sentOn }))], mapOf(year)).rows.length > 0),
    )
    expect(years).toEqual([[2024], [2025], [2025], [2026]])
  })

  it('is there once for a decision with two mediations: the first asking, and the first that was held', () => {
    const twice = asked()
      .and('mediation-declined', { declinedOn: '2025-04-10' })
      .and('mediation-chosen', { councilToldOn: '2025-05-01' })
      .and('meeting-arranged', { meetingOn: '2025-05-20', startsAt: '10:00', format: 'online' }, '2025-05-02')
      .and('mediation-agreed', { concludedOn: '2025-05-20', duties: [] })
    expect(rowOf(twice)).toMatchObject({ askedOn: '2025-04-01', heldOn: '2025-05-20', doubts: [] })
  })

  it('follows the reading of its map: asked for, or held', () => {
    const [referred, byHeld] = (['referred', 'held'] as const).map((mediation) => ({ ...MAP, mediation }))
    for (const [builder, flags] of [
      [decided(), [false, false]],
      [asked(), [true, false]],
      [held(), [true, true]],
    ] as const) {
      expect([referred, byHeld].map((map) => rowOf(builder, undefined, map).flags.mediation)).toEqual(flags)
    }
  })

  it('is there for no case that was opened by mistake or twice, which are counted', () => {
    const wrong = (['opened-in-error', 'duplicate'] as const).map((reason) =>
      asked().and('case-withdrawn', {
        withdrawnOn: '2025-05-01',
        reason,
        ...(reason === 'duplicate' && { duplicateOf: '2222-3333' }),
      }),
    )
    const found = sen2Rows(
      [...wrong, decided()].map((builder) => fileOf(builder)),
      MAP,
    )
    expect([found.rows.length, found.openedWrongly]).toEqual([1, 2])
    // Of another year nothing is counted.
    expect(
      sen2Rows(
        wrong.map((builder) => fileOf(builder)),
        mapOf(2026),
      ).openedWrongly,
    ).toBe(0)
  })
})

describe('a flag is doubtful', () => {
  const before = certified()
  const newPlan = { printedOn: '2025-04-10', sentOn: '2025-04-10' }
  const cases: readonly (readonly [DoubtId, CaseBuilder, RegExp, Ended?])[] = [
    ['asked-not-held', asked(), /^Asked for on Tuesday 1 April 2025, and not held yet\.$/],
    [
      'asked-not-held',
      asked().and('mediation-declined', { declinedOn: '2025-04-10' }),
      /The family did not want it any more on Thursday 10 April 2025\.$/,
    ],
    [
      'asked-not-held',
      asked(),
      /not held when the case was closed on Friday 1 August 2025\.$/,
      { outcome: 'time-to-appeal-over', on: '2025-08-01' },
    ],
    [
      'asked-not-held',
      asked()
        .and('mediation-cannot-be-arranged', { adviserToldOn: '2025-04-30' })
        .and('certificate-issued', { issuedOn: '2025-05-02' }),
      /It could not be arranged in its 30 days\. A certificate was issued on Friday 2 May 2025\.$/,
    ],
    [
      'asked-not-held',
      arranged().and('mediation-adjourned', { adjournedOn: '2025-04-22' }),
      /A meeting was held on Tuesday 22 April 2025, to go on another day\.$/,
    ],
    [
      'asked-not-held',
      arranged().and('meeting-missed', { missedOn: '2025-04-22', absent: ['council'] }),
      /A meeting on Tuesday 22 April 2025 was not held, because somebody did not come\.$/,
    ],
    [
      'mediation-in-another-year',
      aCase({ sentOn: '2025-12-15' }).and('mediation-chosen', { councilToldOn: '2026-01-12' }),
      /^Asked for on Monday 12 January 2026, after the year of the decision\.$/,
    ],
    [
      'mediation-in-another-year',
      aCase({ sentOn: '2025-12-15' })
        .and('mediation-chosen', { councilToldOn: '2025-12-30' })
        .and('meeting-arranged', { meetingOn: '2026-01-20', startsAt: '10:00', format: 'online' })
        .and('mediation-not-agreed', { concludedOn: '2026-01-20' }),
      /held on Tuesday 20 January 2026, after the year of the decision and after the census on Thursday 15 January 2026\.$/,
    ],
    [
      'held-not-asked',
      asked()
        .and('mediation-declined', { declinedOn: '2025-04-10' })
        .and('mediation-not-agreed', { concludedOn: '2025-04-22' }),
      /^Held on Tuesday 22 April 2025\./,
    ],
    [
      'agreed-on-another-decision',
      arranged(asked(decided('refusal-to-assess'))).and('mediation-agreed', {
        concludedOn: '2025-04-22',
        points: ['amend-f'],
        duties: [],
      }),
      /agreed to amend a plan, and with this decision there is none/,
    ],
    [
      'agreed-on-another-decision',
      arranged(asked(decided('ceasing-plan'))).and('mediation-partly-agreed', {
        concludedOn: '2025-04-22',
        points: ['issue-plan'],
      }),
      /agreed to issue a plan, and with this decision there is one/,
    ],
    [
      'health-care-alone',
      decided().and('mediation-chosen', { councilToldOn: '2025-04-01', healthIssue: 'only' }),
      /health board \(integrated care board\) arranges it/,
    ],
    [
      'another-meeting',
      decided().and('way-forward-meeting', { askedOn: '2025-03-20', meetingOn: '2025-03-28' }),
      /way forward meeting of the council’s own: Friday 28 March 2025/,
    ],
    [
      'appeal-not-registered',
      appealed().and('appeal-decided', { decidedOn: '2025-05-28', decision: 'not-registered', duties: [] }),
      /^Received on Tuesday 20 May 2025, and not registered: Wednesday 28 May 2025\.$/,
    ],
    [
      'appeal-may-not-go-ahead',
      before.and('appeal-registered', { receivedOn: '2025-09-20', letGoAhead: 'not-yet' }),
      /^Received on Saturday 20 September 2025, late or without a certificate/,
    ],
    ['appeal-without-certificate', appealed(decided()), /no certificate from before that is recorded\. Look/],
    [
      'appeal-without-certificate',
      appealed(decided()).and('certificate-issued', { issuedOn: '2025-05-22' }),
      /recorded: the first is of Thursday 22 May 2025\. Look/,
    ],
    [
      'appeal-in-another-year',
      appealed(aCase({ sentOn: '2025-12-15' }).and('certificate-issued', { issuedOn: '2025-12-30' }), '2026-02-02'),
      /^Received on Monday 2 February 2026 and after the census/,
    ],
    [
      'plan-issued-again',
      asked().and('plan-issued-again', newPlan),
      /has no case yet\. The flags stand with the first/,
    ],
    [
      'plan-issued-again',
      asked().and('plan-issued-again', { ...newPlan, newCase: '2222-3333' }),
      /a decision of its own, in case 2222-3333\./,
    ],
    [
      'came-from-council',
      decided().and('case-came-from-council', { transferredOn: '2025-06-02' }),
      /Monday 2 June 2025/,
    ],
    [
      'passed-on',
      decided()
        .and('family-moves', { awareOn: '2025-05-01', movesOn: '2025-05-20' })
        .and('case-passed-on', { passedOn: '2025-05-21' }),
      /^It was passed on to that council on Wednesday 21 May 2025\./,
    ],
    [
      'letter-of-another-year',
      aCase({ printedOn: '2024-12-30', sentOn: '2025-01-02' }),
      /^Dated Monday 30 December 2024 and sent on Thursday 2 January 2025\./,
    ],
    [
      'letter-at-fault',
      decided().and('notice-at-fault', { foundOn: '2025-04-01', fault: 'never-sent' }),
      /was never sent\.$/,
    ],
    [
      'letter-at-fault',
      decided()
        .and('notice-at-fault', { foundOn: '2025-12-20', fault: 'wrong-person' })
        .and('full-notice-sent', { printedOn: '2026-01-05', sentOn: '2026-01-06' }),
      /A full one was sent on Tuesday 6 January 2026\.$/,
    ],
    ['history-not-complete', aCase({ sentOn: '2025-03-10', history: 'being-recorded' }), /still being taken over/],
  ]

  it.each(cases.map(([id, builder, words, ended]) => ({ id, builder, words, ended })))(
    '$id',
    ({ id, builder, words, ended }) => {
      const { doubts } = rowOf(builder, ended)
      expect(doubts.filter((doubt) => doubt.id === id).map((doubt) => doubt.words)).toEqual([
        expect.stringMatching(words),
      ])
    },
  )

  it('in each way that there is', () => {
    expect([...new Set(cases.map(([id]) => id))].sort()).toEqual([...DOUBT_IDS].sort())
  })

  it('in none where all is as it should be', () => {
    for (const builder of [
      decided(),
      held(),
      certified(),
      appealed(),
      // It needs no certificate, or the Tribunal has let it go ahead.
      appealed(aCase({ sentOn: '2025-03-10', placementOnly: true, sections: ['I'] })),
      decided().and('appeal-registered', { receivedOn: '2025-05-20', letGoAhead: 'yes' }),
      // One that was refused and sent again is an appeal.
      appealed(
        appealed().and('appeal-decided', { decidedOn: '2025-05-28', decision: 'not-registered', duties: [] }),
        '2025-06-02',
      ),
      // A meeting beside mediation is no mediation and no doubt, and so is one that was offered and not held.
      held(arranged(asked(decided().and('way-forward-meeting', { askedOn: '2025-03-20', meetingOn: '2025-03-28' })))),
      decided().and('way-forward-meeting', { askedOn: '2025-03-20' }),
      // The plan was issued again when everything was over, or before anything began.
      held().and('plan-issued-again', { printedOn: '2025-06-10', sentOn: '2025-06-10' }),
      decided().and('plan-issued-again', { printedOn: '2025-04-10', sentOn: '2025-04-10' }),
      // Another council had it for a while.
      decided()
        .and('family-moves', { awareOn: '2025-05-01', movesOn: '2025-05-20' })
        .and('case-passed-on', { passedOn: '2025-05-21' })
        .and('case-came-back', { cameBackOn: '2025-06-21' }),
      arranged().and('mediation-agreed', { concludedOn: '2025-04-22', points: ['amend-f'], duties: [] }),
    ]) {
      expect(doubtsOf(builder)).toEqual([])
    }
  })

  it('and the flag follows the map all the same', () => {
    const refused = appealed().and('appeal-decided', {
      decidedOn: '2025-05-28',
      decision: 'not-registered',
      duties: [],
    })
    expect(rowOf(refused)).toMatchObject({ flags: { tribunal: false }, appealReceivedOn: '2025-05-20' })
    expect(rowOf(asked()).flags.mediation).toBe(true)
  })
})

it('counts each flag, of how many decisions it is asked, how many mediations were held and how many are doubtful', () => {
  const builders = [decided(), asked(), held(), appealed(), appealed(decided('refusal-to-assess'))]
  const totals = sen2Totals(
    sen2Rows(
      builders.map((builder) => fileOf(builder)),
      MAP,
    ).rows,
  )
  expect(totals).toEqual([
    { flag: 'requestmediation', decisions: 1, yes: 0, both: 0, held: 0, doubtful: 0 },
    { flag: 'requesttribunal', decisions: 1, yes: 1, both: 0, doubtful: 1 },
    { flag: 'assessmentmediation', decisions: 0, yes: 0, both: 0, held: 0, doubtful: 0 },
    { flag: 'assessmenttribunal', decisions: 0, yes: 0, both: 0, doubtful: 0 },
    { flag: 'othermediation', decisions: 4, yes: 3, both: 1, held: 2, doubtful: 1 },
    { flag: 'othertribunal', decisions: 4, yes: 1, both: 1, doubtful: 0 },
  ])
})

describe(`on made-up councils the flags agree with the outcomes (seed ${seed})`, () => {
  const cases = drawnCases(randomFrom(seed), 1500).map((one, number) => ({ ...one, number }))
  const files = cases.map(({ builder, ended }) => fileOf(builder, ended))
  const cells = cellsOfCases(cases)
  const columnOf = (id: string, column: string, period: { from: string; to: string }) => {
    const measure = EVERY_MEASURE.find((one) => one.id === id)
    if (!measure) throw new Error(`There is no measure "${id}".`)
    const [found] = measured([measure], cells, { from: parseMonth(period.from), to: parseMonth(period.to) })
    const place = Object.keys(measure.columns).indexOf(column)
    return Object.fromEntries(found?.lines.map((line) => [line.row, line.cells[place] ?? Number.NaN]) ?? [])
  }
  const sum = (numbers: Readonly<Record<string, number>>) => Object.values(numbers).reduce((all, one) => all + one, 0)
  const rowsOf = (year: number) => sen2Rows(files, mapOf(year)).rows
  const both = [...rowsOf(2025), ...rowsOf(2026)]

  it.each([2025, 2026])('by the decisions of %i, and what came after mediation', (year) => {
    const period = { from: `${year}-01`, to: `${year}-12` }
    const rows = rowsOf(year)
    const sent = columnOf('decisions-sent', 'sent', period)
    for (const kind of DECISION_KINDS) {
      expect(rows.filter(({ decision }) => decision.decisionKind === kind)).toHaveLength(sent[kind] ?? Number.NaN)
    }
    const columns = ['no-appeal', 'appealed', 'too-early', 'cannot-be-placed']
    const mediated = sum(Object.fromEntries(columns.map((one) => [one, sum(columnOf('after-mediation', one, period))])))
    expect(rows.filter(({ heldOn }) => heldOn)).toHaveLength(mediated)
    expect(rows.filter(({ heldOn, flags }) => heldOn && flags.tribunal)).toHaveLength(
      sum(columnOf('after-mediation', 'appealed', period)),
    )
    expect(mediated).toBeGreaterThan(0)
  })

  it('by kind of decision over all time, when the day of the decision and of what came of it make no difference', () => {
    const ever = { from: '2025-01', to: '2026-12' }
    const counted = {
      asked: columnOf('mediations', 'asked', ever),
      held: columnOf('mediations', 'held', ever),
      appealed: columnOf('appeals', 'registered', ever),
    }
    for (const kind of DECISION_KINDS) {
      const own = both.filter(({ decision }) => decision.decisionKind === kind)
      expect({
        asked: own.filter(({ flags }) => flags.mediation).length,
        held: own.filter(({ heldOn }) => heldOn).length,
        appealed: own.filter(({ flags }) => flags.tribunal).length,
      }).toEqual({ asked: counted.asked[kind], held: counted.held[kind], appealed: counted.appealed[kind] })
    }
    const totals = sen2Totals(both)
    const yes = (referral: string) =>
      totals.filter(({ flag }) => flag.endsWith(referral)).reduce((all, one) => all + one.yes, 0)
    expect([yes('mediation'), yes('tribunal')]).toEqual([sum(counted.asked), sum(counted.appealed)])
    expect(totals.map(({ decisions }) => decisions).reduce((all, one) => all + one, 0)).toBe(2 * files.length)
  })

  it('finds each case under the month of its decision by what is counted of it', () => {
    for (const { builder, ended } of cases.slice(0, 200)) {
      const file = fileOf(builder, ended)
      const month = monthOfDecision(cellsOfCase(file, LOOKED_AT, COUNTED_PLAINLY))
      expect(month).toBe(file.subject.decision.sentOn.slice(0, 7))
    }
    const wrong = asked().and('case-withdrawn', { withdrawnOn: '2025-05-01', reason: 'opened-in-error' })
    const counted = cellsOfCase(
      fileOf(wrong, { outcome: 'closed-as-error', on: '2025-05-01' }),
      LOOKED_AT,
      COUNTED_PLAINLY,
    )
    expect(monthOfDecision(counted)).toBeUndefined()
    expect(monthOfDecision({})).toBeUndefined()
  })
})
