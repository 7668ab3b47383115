import { describe, expect, it } from 'vitest'
import { checkFact, checkOpening } from '../../lambdas/cases/check-fact.ts'
import type { FactDetails, NewFact } from '../../lambdas/cases/fact.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const TODAY = day('2026-03-10')

describe('the fact that opens a case', () => {
  const opening = (changes: Partial<FactDetails['case-opened']> = {}) =>
    checkOpening(
      {
        decisionKind: 'plan-contents',
        placementOnly: false,
        printedOn: day('2026-02-10'),
        sentOn: day('2026-02-11'),
        ...changes,
      },
      TODAY,
    )

  it('is good when the letter was printed, then sent, up to today', () => {
    expect(opening()).toEqual([])
    expect(opening({ printedOn: TODAY, sentOn: TODAY })).toEqual([])
    expect(opening({ placementOnly: true })).toEqual([])
  })

  it.each<[string, Partial<FactDetails['case-opened']>, string[]]>([
    ['printed and sent tomorrow', { printedOn: day('2026-03-11'), sentOn: day('2026-03-11') }, ['printedOn', 'sentOn']],
    ['sent the day before it was printed', { sentOn: day('2026-02-09') }, ['sentOn']],
    ['only the placement, of a refusal', { placementOnly: true, decisionKind: 'ceasing-plan' }, ['placementOnly']],
    [
      'from before Part 3 of the Act was in force',
      { printedOn: day('2014-08-31'), sentOn: day('2014-08-31') },
      ['printedOn'],
    ],
  ])('is refused when %s', (_, changes, fields) => {
    expect(opening(changes).map(({ field }) => field)).toEqual(fields)
  })

  it('is good on the day on which Part 3 of the Act came into force', () => {
    expect(opening({ printedOn: day('2014-09-01'), sentOn: day('2014-09-01') })).toEqual([])
  })

  it('is refused when the bank holidays of its time are not known', () => {
    const far = day('2099-12-20')
    const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: far, sentOn: far } as const
    expect(checkOpening(decision, day('2099-12-21'))).toEqual([
      { field: 'printedOn', message: expect.stringContaining('Bank holidays are known from 2014 to 2099') },
    ])
  })
})

describe('a fact on an open case', () => {
  const opened = aCase({ printedOn: '2026-02-10', sentOn: '2026-02-12' })
  const chosen = opened.and('mediation-chosen', { councilToldOn: '2026-03-02' })
  const of = (fact: unknown) => fact as NewFact
  const dated = (type: string, field: string, date: string) => of({ type, details: { [field]: day(date) } })

  it.each([
    ['adviser-contacted', 'contactedOn'],
    ['mediation-declined', 'declinedOn'],
    ['mediation-chosen', 'councilToldOn'],
    ['certificate-issued', 'issuedOn'],
    ['appeal-registered', 'receivedOn'],
    ['agreement-reached', 'agreedOn'],
    ['case-withdrawn', 'withdrawnOn'],
  ])('%s happened from the decision (the earlier of its two dates) up to today', (type, field) => {
    const problems = (date: string) => checkFact(opened.build(), dated(type, field, date), TODAY)
    expect(problems('2026-02-10')).toEqual([])
    expect(problems('2026-03-10')).toEqual([])
    expect(problems('2026-02-09')).toEqual([
      {
        field,
        message: expect.stringContaining('must not be before the decision, which was on Tuesday 10 February 2026'),
      },
    ])
    expect(problems('2026-03-11')).toEqual([
      { field, message: expect.stringContaining('must be today or in the past') },
    ])
  })

  it.each([
    ['meeting-cancelled', 'cancelledOn'],
    ['mediation-cannot-be-arranged', 'adviserToldOn'],
    ['mediation-agreed', 'concludedOn'],
    ['mediation-partly-agreed', 'concludedOn'],
    ['mediation-not-agreed', 'concludedOn'],
  ])('%s happened from the day on which the council was told up to today', (type, field) => {
    const problems = (date: string) => checkFact(chosen.build(), dated(type, field, date), TODAY)
    expect(problems('2026-03-02')).toEqual([])
    expect(problems('2026-03-10')).toEqual([])
    expect(problems('2026-03-01')).toEqual([
      { field, message: expect.stringContaining('before the council was told that the family wants mediation') },
    ])
    expect(problems('2026-03-11')).toEqual([
      { field, message: expect.stringContaining('must be today or in the past') },
    ])
  })

  it.each(['meeting-arranged', 'meeting-moved'])('%s is from today up to a year away', (type) => {
    const problems = (date: string) => checkFact(chosen.build(), dated(type, 'meetingOn', date), TODAY)
    expect(problems('2026-03-10')).toEqual([])
    expect(problems('2027-03-10')).toEqual([])
    expect(problems('2026-03-09')[0]?.message).toContain('Monday 9 March 2026 has passed')
    expect(problems('2026-03-01')[0]?.message).toContain('before the council was told')
    expect(problems('2027-03-11')[0]?.message).toContain('Check the year')
  })

  it('a certificate is not dated before the first contact, whether that was known or comes with it', () => {
    const certificate = (issuedOn: string, contactedOn?: string) =>
      of({
        type: 'certificate-issued',
        details: { issuedOn: day(issuedOn), ...(contactedOn && { contactedOn: day(contactedOn) }) },
      })
    const contacted = opened.and('adviser-contacted', { contactedOn: '2026-03-03' }).build()
    expect(checkFact(contacted, certificate('2026-03-03'), TODAY)).toEqual([])
    expect(checkFact(contacted, certificate('2026-03-02'), TODAY).map(({ field }) => field)).toEqual(['issuedOn'])
    expect(checkFact(opened.build(), certificate('2026-03-02', '2026-03-03'), TODAY).map(({ field }) => field)).toEqual(
      ['issuedOn'],
    )
  })

  it('changed contact details and notes have nothing to be wrong about', () => {
    expect(checkFact(opened.build(), { type: 'note-added', details: {} }, TODAY)).toEqual([])
    expect(checkFact(opened.build(), { type: 'contact-details-changed', details: {} }, TODAY)).toEqual([])
  })

  it('a case is not opened twice', () => {
    const again = of({ type: 'case-opened', details: opened.build().decision })
    expect(checkFact(opened.build(), again, TODAY)).toHaveLength(1)
  })
})
