import { describe, expect, it } from 'vitest'
import { checkOpening } from '../../lambdas/cases/check-facts.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import type { FactDetails, NewFact } from '../../lambdas/cases/fact.ts'
import type { Decision } from '../../lambdas/cases/opening/facts.ts'
import { type Sequence, sequenceOf } from '../../lambdas/cases/sequence.ts'
import type { TribunalDecision } from '../../lambdas/cases/tribunal/closed-words.ts'
import type { DecisionKind } from '../../lambdas/law/appealable-decisions.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import type { Duty } from '../../lambdas/law/compliance-deadlines.ts'
import type { PeriodId } from '../../lambdas/law/periods.ts'
import { aCase } from './case-builder.ts'
import { checkOne } from './check-one.ts'

const TODAY = day('2026-03-10')
const FAMILY: Contact = { name: 'Sam Taylor', relationship: 'parent', childName: 'Robin Taylor', by: 'not-at-all' }

describe('the fact that opens a case', () => {
  const opening = (changes: Partial<Decision> = {}, contact: Contact = FAMILY) =>
    checkOpening(
      {
        decisionKind: 'plan-contents',
        placementOnly: false,
        printedOn: day('2026-02-10'),
        sentOn: day('2026-02-11'),
        ...changes,
      },
      contact,
      TODAY,
    )

  it('is good when the letter was printed, then sent, up to today', () => {
    expect(opening()).toEqual([])
    expect(opening({ printedOn: TODAY, sentOn: TODAY })).toEqual([])
    expect(opening({ placementOnly: true, sections: ['I'] })).toEqual([])
    expect(opening({ sections: ['B', 'F'] })).toEqual([])
  })

  it.each<[string, Partial<Decision>, string[]]>([
    ['printed and sent tomorrow', { printedOn: day('2026-03-11'), sentOn: day('2026-03-11') }, ['printedOn', 'sentOn']],
    ['sent the day before it was printed', { sentOn: day('2026-02-09') }, ['sentOn']],
    ['only the placement, of a refusal', { placementOnly: true, decisionKind: 'ceasing-plan' }, ['sections']],
    ['about a request of the day after the letter', { requestReceivedOn: day('2026-02-11') }, ['requestReceivedOn']],
    ['about a request from before the Act', { requestReceivedOn: day('2014-08-31') }, ['requestReceivedOn']],
    ['of parts of a plan, of a refusal', { sections: ['B', 'F'], decisionKind: 'refusal-to-assess' }, ['sections']],
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

  it('is good with a request that came on the day of the letter or before', () => {
    expect(opening({ requestReceivedOn: day('2026-02-10') })).toEqual([])
    expect(opening({ requestReceivedOn: day('2025-11-03') })).toEqual([])
  })

  it('is refused for a child who is not born yet', () => {
    expect(opening({}, { ...FAMILY, bornOn: TODAY })).toEqual([])
    expect(opening({}, { ...FAMILY, bornOn: day('2026-03-11') })).toEqual([
      {
        field: 'bornOn',
        message: 'The date of birth must be today or in the past. Wednesday 11 March 2026 is in the future',
      },
    ])
  })

  it('is refused when the bank holidays of its time are not known', () => {
    const far = day('2099-12-20')
    const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: far, sentOn: far } as const
    expect(checkOpening(decision, FAMILY, day('2099-12-21'))).toEqual([
      { field: 'printedOn', message: expect.stringContaining('Bank holidays are known from 2014 to 2099') },
    ])
  })
})

describe('a fact on an open case', () => {
  const opened = aCase({ printedOn: '2026-02-10', sentOn: '2026-02-12' })
  const chosen = opened.and('mediation-chosen', { councilToldOn: '2026-03-02' })
  const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' })
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
    const problems = (date: string) => checkOne(opened.build(), dated(type, field, date), TODAY)
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
    ['mediation-adjourned', 'adjournedOn'],
    ['mediation-cannot-be-arranged', 'adviserToldOn'],
    ['mediation-agreed', 'concludedOn'],
    ['mediation-partly-agreed', 'concludedOn'],
    ['mediation-not-agreed', 'concludedOn'],
  ])('%s happened from the day on which the council was told up to today', (type, field) => {
    const problems = (date: string) => checkOne(arranged.build(), dated(type, field, date), TODAY)
    expect(problems('2026-03-02')).toEqual([])
    expect(problems('2026-03-10')).toEqual([])
    expect(problems('2026-03-01')).toEqual([
      { field, message: expect.stringContaining('before the council was told that the family wants mediation') },
    ])
    expect(problems('2026-03-11')).toEqual([
      { field, message: expect.stringContaining('must be today or in the past') },
    ])
  })

  it.each([
    ['meeting-arranged', 'arrangedOn'],
    ['meeting-moved', 'movedOn'],
  ])('%s is from the day on which it was fixed up to a year after it, also where it is over', (type, fixed) => {
    const problems = (date: string, on = '2026-03-10') =>
      checkOne(
        arranged.build(),
        of({ type, details: { meetingOn: day(date), shortNoticeAgreed: true, [fixed]: day(on) } }),
        TODAY,
      )
    expect(problems('2026-03-10')).toEqual([])
    expect(problems('2027-03-10')).toEqual([])
    expect(problems('2026-03-09')[0]?.message).toContain(
      'before the day on which it was fixed, Tuesday 10 March 2026. If the meeting is over, enter the day',
    )
    expect(problems('2026-03-09', '2026-03-06')).toEqual([])
    expect(problems('2026-03-01')[0]?.message).toContain('before the council was told')
    expect(problems('2027-03-11')[0]?.message).toContain('Check the year')
  })

  it.each([
    ['health-board-told', 'boardToldOn'],
    ['meeting-arranged', 'meetingOn'],
    ['mediation-adjourned', 'adjournedOn'],
    ['mediation-cannot-be-arranged', 'adviserToldOn'],
    ['mediation-not-agreed', 'concludedOn'],
  ])('%s stands on the family’s wish for mediation', (type, field) => {
    const fixed = type === 'meeting-arranged' ? { arrangedOn: TODAY } : {}
    const { details } = dated(type, field, '2026-03-10')
    expect(checkOne(opened.build(), of({ type, details: { ...fixed, ...details } }), TODAY)).toEqual([
      { field, message: 'It is not recorded that the family wants mediation', needs: 'mediation-chosen' },
    ])
  })

  it('a certificate is not dated before the first contact, whether that was known or comes with it', () => {
    const certificate = (issuedOn: string, contactedOn?: string) =>
      of({
        type: 'certificate-issued',
        details: { issuedOn: day(issuedOn), ...(contactedOn && { contactedOn: day(contactedOn) }) },
      })
    const contacted = opened.and('adviser-contacted', { contactedOn: '2026-03-03' }).build()
    expect(checkOne(contacted, certificate('2026-03-03'), TODAY)).toEqual([])
    expect(checkOne(contacted, certificate('2026-03-02'), TODAY).map(({ field }) => field)).toEqual(['issuedOn'])
    expect(checkOne(opened.build(), certificate('2026-03-02', '2026-03-03'), TODAY).map(({ field }) => field)).toEqual([
      'issuedOn',
    ])
  })

  it('changed contact details and notes have nothing to be wrong about', () => {
    expect(checkOne(opened.build(), { type: 'note-added', details: {} }, TODAY)).toEqual([])
    expect(checkOne(opened.build(), { type: 'contact-details-changed', details: {} }, TODAY)).toEqual([])
  })

  it('a case is not opened twice', () => {
    const again = of({ type: 'case-opened', details: opened.build().decision })
    expect(checkOne(opened.build(), again, TODAY)).toHaveLength(1)
  })
})

describe('the letter sent again', () => {
  const sentAgain = (date: string) =>
    checkOne(
      aCase({ printedOn: '2026-02-10', sentOn: '2026-02-12' }).build(),
      { type: 'notice-sent-again', details: { sentAgainOn: day(date) } },
      TODAY,
    )

  it('was sent after the first time, up to today', () => {
    expect(sentAgain('2026-02-13')).toEqual([])
    expect(sentAgain('2026-03-10')).toEqual([])
    expect(sentAgain('2026-02-12')[0]?.message).toContain('first sent on Thursday 12 February 2026')
    expect(sentAgain('2026-03-11')[0]?.message).toContain('is in the future')
  })
})

describe('mediation', () => {
  const opened = aCase({ sentOn: '2026-02-10' })
  const wants = opened.and('mediation-chosen', { councilToldOn: '2026-03-02' })

  it('may be asked for at the provider before the council is told, and not after', () => {
    const choosing = (providerAskedOn: string) =>
      checkOne(
        opened.build(),
        {
          type: 'mediation-chosen',
          details: { councilToldOn: day('2026-03-02'), providerAskedOn: day(providerAskedOn) },
        },
        TODAY,
      )
    expect(choosing('2026-03-02')).toEqual([])
    expect(choosing('2026-02-10')).toEqual([])
    expect(choosing('2026-03-03')).toEqual([
      { field: 'providerAskedOn', message: expect.stringContaining('The council was told on Monday 2 March 2026') },
    ])
    expect(choosing('2026-02-09')[0]?.message).toContain('must not be before the decision')
  })

  it('is told to the health board only where it is about health care', () => {
    const told = (healthIssue: 'none' | 'some' | 'only') =>
      checkOne(
        opened.and('mediation-chosen', { councilToldOn: '2026-03-02', healthIssue }).build(),
        { type: 'health-board-told', details: { boardToldOn: day('2026-03-04') } },
        TODAY,
      )
    expect([told('some'), told('only')]).toEqual([[], []])
    expect(told('none')[0]?.message).toContain('It is not recorded that mediation is about health care')
  })

  it('meets with 5 clear working days’ notice, or says whether the family agreed to less', () => {
    const arranging = (meetingOn: string, shortNoticeAgreed?: boolean) =>
      checkOne(
        wants.build(),
        {
          type: 'meeting-arranged',
          details: {
            arrangedOn: TODAY,
            meetingOn: day(meetingOn),
            startsAt: '10:00',
            format: 'online',
            ...(shortNoticeAgreed !== undefined && { shortNoticeAgreed }),
          },
        },
        TODAY,
      )
    // Told on Tuesday 10 March, five whole working days lie before Wednesday 18 March.
    expect(arranging('2026-03-18')).toEqual([])
    expect(arranging('2026-03-17')).toEqual([
      {
        field: 'shortNoticeAgreed',
        message:
          'Select whether the family has agreed to less than 5 working days’ notice. The last day to tell it of a meeting on Tuesday 17 March 2026 was Monday 9 March 2026',
      },
    ])
    expect(arranging('2026-03-17', true)).toEqual([])
    // That the family did not agree is a fact too.
    expect(arranging('2026-03-17', false)).toEqual([])
  })

  it('cannot move or cancel a meeting that was never arranged', () => {
    const moved = {
      type: 'meeting-moved',
      details: { movedOn: TODAY, meetingOn: day('2026-03-30'), startsAt: '10:00', format: 'online' },
    } as const
    const cancelled = {
      type: 'meeting-cancelled',
      details: { cancelledOn: TODAY, cancelledBy: 'family' },
    } as const
    for (const fact of [moved, cancelled]) {
      expect(checkOne(wants.build(), fact, TODAY)[0]?.message).toBe('It is not recorded that a meeting was arranged')
    }
  })

  it('does not end before the meeting that was adjourned', () => {
    const adjourned = wants.and('mediation-adjourned', { adjournedOn: '2026-03-06' }).build()
    const ended = (concludedOn: string) =>
      checkOne(adjourned, { type: 'mediation-not-agreed', details: { concludedOn: day(concludedOn) } }, TODAY)
    expect(ended('2026-03-06')).toEqual([])
    expect(ended('2026-03-05')[0]?.message).toContain('the meeting that was adjourned, on Friday 6 March 2026')
  })

  describe('that ends in agreement', () => {
    const ended = (changes: Partial<FactDetails['mediation-partly-agreed']>, subject = wants) =>
      checkOne(
        subject.build(),
        { type: 'mediation-partly-agreed', details: { concludedOn: day('2026-03-06'), ...changes } },
        TODAY,
      )

    it('may set a day in writing for what the council has to do, which may lie ahead', () => {
      expect(ended({ duties: ['amend-contents'], agreedDate: day('2026-05-29') })).toEqual([])
      expect(ended({ duties: ['amend-contents'], agreedDate: day('2026-03-05') })[0]).toMatchObject({
        field: 'agreedDate',
        message: 'The day set in writing must not be before the agreement, on Friday 6 March 2026',
      })
      expect(ended({ agreedDate: day('2026-05-29') })[0]?.field).toBe('duties')
      const isFor = { agreedDateFor: ['amend-contents'] } as const
      expect(ended({ duties: ['amend-contents'], agreedDate: day('2026-05-29'), ...isFor })).toEqual([])
      expect(ended({ duties: ['amend-contents'], ...isFor })[0]?.field).toBe('agreedDate')
      expect(ended({ duties: ['amend-placement'], agreedDate: day('2026-05-29'), ...isFor })[0]?.field).toBe(
        'agreedDateFor',
      )
    })

    it('leaves in dispute only parts of the plan that were disputed from the start', () => {
      const needs = aCase({ sentOn: '2026-02-10', sections: ['B', 'I'] }).and('mediation-chosen', {
        councilToldOn: '2026-03-02',
      })
      expect(ended({ stillDisputed: ['I'] }, needs)).toEqual([])
      expect(ended({ stillDisputed: ['F', 'I'] }, needs)[0]?.message).toContain('did not dispute section F')
      // Cases from before this was asked do not say what was disputed.
      expect(ended({ stillDisputed: ['F'] })).toEqual([])
      const refusal = aCase({ decisionKind: 'refusal-to-assess' }).and('mediation-chosen', {
        councilToldOn: '2026-03-02',
      })
      expect(ended({ stillDisputed: ['I'] }, refusal)[0]?.field).toBe('stillDisputed')
    })

    it('does not end a plan that the council did not decide to end', () => {
      expect(ended({ duties: ['cease'] })[0]?.message).toContain('only where that was its decision')
      const ceasing = aCase({ decisionKind: 'ceasing-plan' }).and('mediation-chosen', { councilToldOn: '2026-03-02' })
      expect(ended({ duties: ['cease'] }, ceasing)).toEqual([])
      expect(ended({ duties: ['cease', 'amend-contents'] }, ceasing)[0]?.message).toContain('nothing else to do')
    })
  })
})

describe('an appeal', () => {
  const opened = aCase({ sentOn: '2026-01-05' })
  const appealed = opened.and('appeal-registered', { receivedOn: '2026-02-16' })

  it.each<[string, Record<string, string>, string | undefined]>([
    ['is sent to the council on the day it came', { sentToCouncilOn: '2026-02-16' }, undefined],
    [
      'is sent to the council before it came',
      { sentToCouncilOn: '2026-02-13' },
      'The date the Tribunal sent the appeal to the council must not be before it received the appeal, on Monday 16 February 2026',
    ],
    [
      'is sent to the council in the future',
      { sentToCouncilOn: '2026-03-11' },
      'The date the Tribunal sent the appeal to the council must be today or in the past. Wednesday 11 March 2026 is in the future',
    ],
    ['is to be answered later', { sentToCouncilOn: '2026-02-20', responseDueOn: '2026-04-07' }, undefined],
    [
      'is to be answered on the day it was sent',
      { sentToCouncilOn: '2026-02-20', responseDueOn: '2026-02-20' },
      'The day for the response must be after Friday 20 February 2026. Check the Tribunal’s letter',
    ],
    [
      'is to be answered before it came',
      { responseDueOn: '2026-02-13' },
      'The day for the response must be after Monday 16 February 2026. Check the Tribunal’s letter',
    ],
    [
      'is to be answered more than a year later',
      { responseDueOn: '2027-02-17' },
      'The day for the response, Wednesday 17 February 2027, is more than a year after Monday 16 February 2026. Check the year',
    ],
  ])('%s', (_, dates, message) => {
    const given = Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, day(date)]))
    const fact: NewFact = { type: 'appeal-registered', details: { receivedOn: day('2026-02-16'), ...given } }
    expect(checkOne(opened.build(), fact, TODAY).map((problem) => problem.message)).toEqual(message ? [message] : [])
  })

  const withoutDuties = { decision: 'withdrawn', duties: [] }
  it.each([
    ['response-sent', 'sentOn'],
    ['appeal-conceded', 'concededOn'],
    ['appeal-withdrawn', 'withdrawnOn'],
    ['appeal-decided', 'decidedOn'],
  ])('%s happened from the day the Tribunal received it up to today', (type, field) => {
    const fact = (date: string) => ({ type, details: { [field]: day(date), ...withoutDuties } }) as unknown as NewFact
    const problems = (date: string) => checkOne(appealed.build(), fact(date), TODAY)
    expect(problems('2026-02-16')).toEqual([])
    expect(problems('2026-03-10')).toEqual([])
    expect(problems('2026-02-15')).toEqual([
      { field, message: expect.stringContaining('the Tribunal received the appeal, on Monday 16 February 2026') },
    ])
    expect(problems('2026-03-11')).toEqual([{ field, message: expect.stringContaining('is in the future') }])
    expect(checkOne(opened.build(), fact('2026-03-10'), TODAY)).toEqual([
      { field, message: 'It is not recorded that the Tribunal has an appeal', needs: 'appeal-registered' },
    ])
  })

  it('is not conceded after the response', () => {
    const answered = appealed.and('response-sent', { sentOn: '2026-03-02' }).build()
    const conceded: NewFact = { type: 'appeal-conceded', details: { concededOn: TODAY, duties: [] } }
    expect(checkOne(answered, conceded, TODAY)[0]?.message).toContain(
      'The council sent its response on Monday 2 March 2026, so the times of regulation 45 do not apply',
    )
  })

  it('is conceded with duties for which regulation 45 has a time', () => {
    const conceding = (duty: Duty) =>
      checkOne(appealed.build(), { type: 'appeal-conceded', details: { concededOn: TODAY, duties: [duty] } }, TODAY)
    expect(conceding('amend-contents')).toEqual([])
    expect(conceding('reconsider')[0]?.message).toContain('The rules give no time for "reconsider"')
  })

  it.each<[TribunalDecision, DecisionKind, readonly Duty[], string | undefined]>([
    ['decided-for-appellant', 'refusal-to-assess', ['assess'], undefined],
    ['decided-in-part', 'plan-contents', ['amend-contents', 'amend-placement'], undefined],
    ['consent-order', 'ceasing-plan', ['continue-and-amend'], undefined],
    ['decided-for-council', 'plan-contents', [], undefined],
    ['decided-for-council', 'ceasing-plan', ['cease'], undefined],
    ['decided-for-council', 'plan-contents', ['amend-contents'], 'A dismissed appeal orders nothing'],
    ['decided-for-council', 'plan-contents', ['cease'], 'only where that was its decision'],
    ['decided-for-appellant', 'ceasing-plan', ['cease'], 'Only a dismissed appeal leads to stopping the plan'],
    ['struck-out', 'plan-contents', ['amend-contents'], 'leads to no order'],
    ['not-registered', 'ceasing-plan', ['cease'], 'leads to no order'],
    ['decided-for-appellant', 'plan-contents', ['not-appealable'], 'The rules give no time for "not-appealable"'],
  ])('%s of %s leaves %j to do: %s', (decision, decisionKind, duties, message) => {
    const subject = aCase({ sentOn: '2026-01-05', decisionKind }).and('appeal-registered', { receivedOn: '2026-02-16' })
    const decided: NewFact = { type: 'appeal-decided', details: { decidedOn: TODAY, decision, duties } }
    const problems = checkOne(subject.build(), decided, TODAY)
    expect(problems.map((problem) => problem.message)).toEqual(message ? [expect.stringContaining(message)] : [])
  })
})

describe('something that the council has to do', () => {
  const assess = aCase({ sentOn: '2026-01-05', decisionKind: 'refusal-to-assess' })
    .and('mediation-chosen', { councilToldOn: '2026-01-12' })
    .and('mediation-agreed', { concludedOn: '2026-02-02', duties: ['assess'] })
  const done = (doneOn: string, rule: PeriodId, of = sequenceOf(3)): NewFact => ({
    type: 'duty-done',
    details: { of, rule, doneOn: day(doneOn) },
  })

  it('is done from the day on which the council was bound up to today', () => {
    expect(checkOne(assess.build(), done('2026-02-02', 'D14'), TODAY)).toEqual([])
    expect(checkOne(assess.build(), done('2026-02-01', 'D14'), TODAY)[0]?.message).toContain(
      'must not be before Monday 2 February 2026, when the council was bound to do it',
    )
    expect(checkOne(assess.build(), done('2026-03-11', 'D14'), TODAY)[0]?.message).toContain('is in the future')
  })

  it('is one of those still to be done', () => {
    const noPlan = assess.and('duty-done', { of: '00003', rule: 'D15', doneOn: '2026-03-02' }).build()
    for (const [subject, fact] of [
      [assess.build(), done('2026-02-12', 'D19')],
      [assess.build(), done('2026-02-12', 'D14', sequenceOf(2))],
      [noPlan, done('2026-03-10', 'D15')],
      // The council said that there will be no plan, so it has none to send.
      [noPlan, done('2026-03-10', 'D16')],
    ] as const) {
      expect(checkOne(subject, fact, TODAY).map(({ field }) => field)).toEqual(['duty'])
    }
  })
})

describe('a disagreement resolution', () => {
  const asked = aCase().and('disagreement-resolution-asked', {
    askedOn: '2026-01-20',
    askedBy: 'family',
    subject: 'duties',
    occasion: 'at-review',
    parties: ['family', 'council'],
  })
  const answer = (changes: Partial<FactDetails['disagreement-resolution-answered']> = {}): NewFact => ({
    type: 'disagreement-resolution-answered',
    details: { of: sequenceOf(2), party: 'council', agrees: true, answeredOn: TODAY, ...changes },
  })

  it('may have been asked for before the decision, by one of two or more parties', () => {
    const asking = (changes: Partial<FactDetails['disagreement-resolution-asked']>) =>
      checkOne(
        aCase().build(),
        {
          type: 'disagreement-resolution-asked',
          details: {
            askedOn: day('2026-01-20'),
            askedBy: 'family',
            subject: 'duties',
            occasion: 'at-review',
            parties: ['family', 'council'],
            ...changes,
          },
        },
        TODAY,
      ).map(({ field }) => field)
    expect(asking({})).toEqual([])
    expect(asking({ parties: ['family'] })).toEqual(['parties'])
    expect(asking({ parties: ['council', 'school-or-college'] })).toEqual(['parties'])
    expect(asking({ askedOn: day('2026-03-11') })).toEqual(['askedOn'])
    expect(asking({ askedOn: day('1999-03-11') })).toEqual(['askedOn'])
  })

  it('is answered by a party of its own, from the day it was asked for', () => {
    expect(checkOne(asked.build(), answer(), TODAY)).toEqual([])
    expect(checkOne(asked.build(), answer({ party: 'health-body' }), TODAY)[0]?.field).toBe('party')
    expect(checkOne(asked.build(), answer({ of: sequenceOf(9) }), TODAY)[0]?.field).toBe('of')
    expect(checkOne(asked.build(), answer({ answeredOn: day('2026-01-19') }), TODAY)[0]?.message).toContain(
      'asked for, on Tuesday 20 January 2026',
    )
    expect(checkOne(asked.build(), answer({ answeredOn: day('2026-03-11') }), TODAY)[0]?.field).toBe('answeredOn')
  })

  it('goes on only while nobody refuses, and not after its end', () => {
    const refused = asked.and('disagreement-resolution-answered', {
      of: '00002',
      party: 'council',
      agrees: false,
      answeredOn: '2026-02-02',
    })
    const ended = asked.and('disagreement-resolution-ended', { of: '00002', endedOn: '2026-02-20', result: 'agreed' })
    for (const [subject, day] of [
      [refused.build(), 'Monday 2 February 2026'],
      [ended.build(), 'Friday 20 February 2026'],
    ] as const) {
      expect(checkOne(subject, answer(), TODAY)).toEqual([
        { field: 'of', message: expect.stringContaining(`This disagreement resolution was over on ${day}`) },
      ])
    }
  })

  it('meets from today on, and ends from the day it was asked for up to today', () => {
    const meeting = (date: string): NewFact => ({
      type: 'disagreement-resolution-meeting',
      details: { of: sequenceOf(2), arrangedOn: TODAY, meetingOn: day(date), startsAt: '10:00', format: 'online' },
    })
    const ended = (date: string): NewFact => ({
      type: 'disagreement-resolution-ended',
      details: { of: sequenceOf(2), endedOn: day(date), result: 'agreed' },
    })
    expect(checkOne(asked.build(), meeting('2026-03-10'), TODAY)).toEqual([])
    expect(checkOne(asked.build(), meeting('2026-03-09'), TODAY)[0]?.field).toBe('meetingOn')
    expect(checkOne(asked.build(), ended('2026-01-20'), TODAY)).toEqual([])
    expect(checkOne(asked.build(), ended('2026-01-19'), TODAY)[0]?.field).toBe('endedOn')
    expect(checkOne(asked.build(), ended('2026-03-11'), TODAY)[0]?.field).toBe('endedOn')
  })
})

describe('a complaint', () => {
  const made = (changes: Partial<FactDetails['complaint-made']> = {}): NewFact => ({
    type: 'complaint-made',
    details: { about: 'council', points: [], madeOn: day('2026-03-02'), awareOn: day('2026-01-05'), ...changes },
  })
  const complained = aCase().and('complaint-made', {
    about: 'council',
    points: [],
    madeOn: '2026-02-16',
    awareOn: '2026-01-05',
  })
  const fieldsOf = (fact: NewFact, subject = aCase()) =>
    checkOne(subject.build(), fact, TODAY).map(({ field }) => field)

  it('was made after the family became aware, up to today', () => {
    expect(fieldsOf(made())).toEqual([])
    expect(fieldsOf(made({ awareOn: day('2026-03-02') }))).toEqual([])
    expect(fieldsOf(made({ awareOn: day('2026-03-03') }))).toEqual(['awareOn'])
    expect(fieldsOf(made({ madeOn: day('2026-03-11') }))).toEqual(['madeOn'])
    expect(fieldsOf(made({ answerAskedBy: day('2026-04-01') }))).toEqual([])
    expect(fieldsOf(made({ answerAskedBy: day('2026-03-01') }))).toEqual(['answerAskedBy'])
  })

  it('is about something from the time of the law that this service knows', () => {
    expect(fieldsOf(made({ awareOn: day('2014-08-31') }))).toEqual(['madeOn'])
    expect(fieldsOf(made({ awareOn: day('1999-09-01') }))).toEqual(['awareOn'])
  })

  it('is acknowledged from the day it was made, with a promise for later', () => {
    const acknowledged = (on: string, promised?: string): NewFact => ({
      type: 'complaint-acknowledged',
      details: { of: sequenceOf(2), acknowledgedOn: day(on), ...(promised && { answerPromisedBy: day(promised) }) },
    })
    expect(fieldsOf(acknowledged('2026-02-16', '2026-04-01'), complained)).toEqual([])
    expect(fieldsOf(acknowledged('2026-02-15'), complained)).toEqual(['acknowledgedOn'])
    expect(fieldsOf(acknowledged('2026-03-11'), complained)).toEqual(['acknowledgedOn'])
    expect(fieldsOf(acknowledged('2026-02-20', '2026-02-19'), complained)).toEqual(['answerPromisedBy'])
    expect(fieldsOf(acknowledged('2026-02-20'))).toEqual(['of'])
  })

  it('is answered once, not before it was acknowledged', () => {
    const answered = (on: string): NewFact => ({
      type: 'complaint-answered',
      details: { of: sequenceOf(2), answeredOn: day(on), result: 'upheld' },
    })
    const acknowledged = complained.and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-02-20' })
    expect(fieldsOf(answered('2026-02-16'), complained)).toEqual([])
    expect(fieldsOf(answered('2026-02-15'), complained)).toEqual(['answeredOn'])
    expect(fieldsOf(answered('2026-02-20'), acknowledged)).toEqual([])
    expect(fieldsOf(answered('2026-02-19'), acknowledged)).toEqual(['answeredOn'])
    const over = acknowledged.and('complaint-answered', { of: '00002', answeredOn: '2026-03-02', result: 'upheld' })
    expect(fieldsOf(answered('2026-03-10'), over)).toEqual(['of'])
  })
})

describe('a fact that is recorded late', () => {
  const of = (fact: unknown) => fact as NewFact
  const refused = (subject: ReturnType<typeof aCase>, fact: NewFact) => checkOne(subject.build(), fact, TODAY)
  const elsewhere = (about: string, message: string) => [
    { field: '', about, message: expect.stringContaining(`would not be possible any more. ${message}`) },
  ]
  const appealed = aCase({ sentOn: '2026-01-05' }).and('appeal-registered', { receivedOn: '2026-01-19' })
  const wants = aCase().and('mediation-chosen', { councilToldOn: '2026-02-16' })
  const meeting = { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' } as const

  it('is held against those that happened after it, and names the one that it makes impossible', () => {
    const certified = aCase().and('certificate-issued', { issuedOn: '2026-02-23' })
    const contacted = (on: string) => of({ type: 'adviser-contacted', details: { contactedOn: day(on) } })
    expect(refused(certified, contacted('2026-02-23'))).toEqual([])
    expect(refused(certified, contacted('2026-02-24'))).toEqual(
      elsewhere('00002', 'The date on the certificate cannot be Monday 23 February 2026'),
    )
  })

  it('stands on what it names, and not on what came after that', () => {
    const again = wants.and('mediation-chosen', { councilToldOn: '2026-03-02' })
    const told = (on: string) => of({ type: 'mediation-cannot-be-arranged', details: { adviserToldOn: day(on) } })
    expect(refused(again, told('2026-02-20'))).toEqual([])
    expect(refused(again, told('2026-02-15'))[0]?.message).toContain('on Monday 16 February 2026')
  })

  it('is no response after the end of its appeal, whichever is recorded first', () => {
    const response = (on: string) => of({ type: 'response-sent', details: { sentOn: day(on) } })
    const withdrawn = (on: string) => of({ type: 'appeal-withdrawn', details: { withdrawnOn: day(on) } })
    const ended = appealed.and('appeal-withdrawn', { withdrawnOn: '2026-02-16' })
    expect(refused(ended, response('2026-02-16'))).toEqual([])
    expect(refused(ended, response('2026-02-17'))).toEqual([
      {
        field: 'sentOn',
        message: 'The date the response was sent must not be after the appeal ended, on Monday 16 February 2026',
      },
    ])
    const answered = appealed.and('response-sent', { sentOn: '2026-02-16' })
    expect(refused(answered, withdrawn('2026-02-16'))).toEqual([])
    expect(refused(answered, withdrawn('2026-02-13'))).toEqual(
      elsewhere(
        '00003',
        'The date the response was sent must not be after the appeal ended, on Friday 13 February 2026',
      ),
    )
    const refusedByTribunal = appealed.and('appeal-decided', {
      decidedOn: '2026-02-02',
      decision: 'not-registered',
      duties: [],
    })
    expect(refused(refusedByTribunal, withdrawn('2026-02-03'))[0]?.message).toContain(
      'must not be after the Tribunal did not register the appeal, on Monday 2 February 2026',
    )
  })

  it('is a concession only where no response was sent by its day', () => {
    const conceded = (on: string) => of({ type: 'appeal-conceded', details: { concededOn: day(on), duties: [] } })
    const answered = appealed.and('response-sent', { sentOn: '2026-02-16' })
    expect(refused(answered, conceded('2026-02-16'))[0]?.message).toContain(
      'so the times of regulation 45 do not apply',
    )
    expect(refused(answered, conceded('2026-02-13'))).toEqual(
      elsewhere('00003', 'The date the response was sent must not be after the appeal ended'),
    )
    // An appeal that the Tribunal opened again has no response yet.
    const again = answered
      .and('appeal-withdrawn', { withdrawnOn: '2026-02-20' })
      .and('appeal-registered', { receivedOn: '2026-02-27' })
    expect(refused(again, conceded('2026-03-02'))).toEqual([])
  })

  it('is no meeting that was arranged after mediation ended, and nothing about a meeting before it was arranged', () => {
    const arranged = wants.and('meeting-arranged', meeting, '2026-03-02')
    const ended = (on: string) => of({ type: 'mediation-not-agreed', details: { concludedOn: day(on) } })
    const cancelled = (on: string) =>
      of({ type: 'meeting-cancelled', details: { cancelledOn: day(on), cancelledBy: 'family' } })
    const arrangedAt = { ...meeting, meetingOn: day('2026-03-27') }
    const moved = (on: string) => of({ type: 'meeting-moved', details: { ...arrangedAt, movedOn: day(on) } })
    for (const fact of [ended, cancelled, moved]) {
      expect(refused(arranged, fact('2026-03-02'))).toEqual([])
      expect(refused(arranged, fact('2026-02-27'))[0]?.message).toContain(
        'must not be before the meeting was arranged, on Monday 2 March 2026',
      )
    }
    const over = wants.and('mediation-not-agreed', { concludedOn: '2026-02-27' })
    const late = of({ type: 'meeting-arranged', details: { ...arrangedAt, arrangedOn: day('2026-03-02') } })
    expect(refused(over, late)).toEqual(elsewhere('00003', 'The date mediation ended must not be before the meeting'))
  })

  it('is no acknowledgement after the answer, and no answer after the end', () => {
    const complained = aCase()
      .and('complaint-made', { about: 'council', points: [], madeOn: '2026-02-16', awareOn: '2026-01-05' })
      .and('complaint-answered', { of: '00002', answeredOn: '2026-02-27', result: 'upheld' })
    const acknowledged = (on: string) =>
      of({ type: 'complaint-acknowledged', details: { of: sequenceOf(2), acknowledgedOn: day(on) } })
    expect(refused(complained, acknowledged('2026-02-20'))).toEqual([])
    expect(refused(complained, acknowledged('2026-03-02'))).toEqual(
      elsewhere('00003', 'The date of the answer must not be before the acknowledgement, on Monday 2 March 2026'),
    )
    const resolved = aCase()
      .and('disagreement-resolution-asked', {
        askedOn: '2026-02-16',
        askedBy: 'family',
        subject: 'duties',
        occasion: 'at-review',
        parties: ['family', 'council'],
      })
      .and('disagreement-resolution-ended', { of: '00002', endedOn: '2026-02-27', result: 'agreed' })
    const answer = (on: string, agrees = true) =>
      of({
        type: 'disagreement-resolution-answered',
        details: { of: sequenceOf(2), party: 'council', agrees, answeredOn: day(on) },
      })
    expect(refused(resolved, answer('2026-02-20'))).toEqual([])
    expect(refused(resolved, answer('2026-03-02'))[0]?.message).toContain('was over on Friday 27 February 2026')
    expect(refused(resolved, answer('2026-02-20', false))).toEqual(
      elsewhere('00003', 'This disagreement resolution was over on Friday 20 February 2026'),
    )
  })

  it('is not stopped by another that could not be so before', () => {
    const wrong = aCase()
      .and('adviser-contacted', { contactedOn: '2026-02-24' })
      .and('certificate-issued', { issuedOn: '2026-02-23' })
    expect(refused(wrong, of({ type: 'agreement-reached', details: { agreedOn: TODAY } }))).toEqual([])
  })
})

describe('a correction', () => {
  const certified = aCase({ printedOn: '2026-02-10', sentOn: '2026-02-12' })
    .and('adviser-contacted', { contactedOn: '2026-02-20' })
    .and('certificate-issued', { issuedOn: '2026-02-25' })
  const correcting = (corrects: Sequence, details: object) =>
    ({ type: 'fact-corrected', details: { corrects, details } }) as NewFact
  const removing = (removes: Sequence): NewFact => ({ type: 'fact-removed', details: { removes } })
  const decision = (printedOn: string, sentOn: string) => ({
    ...certified.build().decision,
    printedOn: day(printedOn),
    sentOn: day(sentOn),
  })

  it('is good where all that was recorded since is possible still', () => {
    expect(checkOne(certified.build(), correcting(sequenceOf(1), decision('2026-02-17', '2026-02-19')), TODAY)).toEqual(
      [],
    )
    expect(checkOne(certified.build(), correcting(sequenceOf(3), { issuedOn: TODAY }), TODAY)).toEqual([])
    expect(checkOne(certified.build(), removing(sequenceOf(3)), TODAY)).toEqual([])
    // The certificate says nothing of the first contact, so it stands without it.
    expect(checkOne(certified.build(), removing(sequenceOf(2)), TODAY)).toEqual([])
  })

  it('has to be possible by itself, and says so at its own question', () => {
    expect(checkOne(certified.build(), correcting(sequenceOf(3), { issuedOn: day('2026-02-19') }), TODAY)).toEqual([
      { field: 'issuedOn', message: expect.stringContaining('the family first spoke to the adviser on') },
    ])
    expect(checkOne(certified.build(), correcting(sequenceOf(1), decision('2026-02-12', '2026-02-10')), TODAY)).toEqual(
      [{ field: 'sentOn', message: expect.stringContaining('must be the same as or after') }],
    )
    expect(checkOne(certified.build(), correcting(sequenceOf(1), decision('2014-08-20', '2014-08-20')), TODAY)).toEqual(
      [{ field: 'printedOn', message: 'This service knows the law from 1 September 2014. Check the year' }],
    )
  })

  it('of the decision names the certificate that it makes impossible', () => {
    expect(checkOne(certified.build(), correcting(sequenceOf(1), decision('2026-02-26', '2026-02-26')), TODAY)).toEqual(
      [
        {
          field: '',
          about: '00002',
          message:
            'Something else on this case would not be possible any more. The date the family spoke to the adviser must not be before the decision, which was on Thursday 26 February 2026',
        },
      ],
    )
    const uncontacted = aCase().and('certificate-issued', { issuedOn: '2026-02-25' }).build()
    expect(checkOne(uncontacted, correcting(sequenceOf(1), decision('2026-02-26', '2026-02-26')), TODAY)).toEqual([
      {
        field: '',
        about: '00002',
        message:
          'Something else on this case would not be possible any more. The date on the certificate must not be before the decision, which was on Thursday 26 February 2026',
      },
    ])
  })

  it('counts with the corrections before it', () => {
    const corrected = certified.and('fact-corrected', {
      corrects: '00001',
      details: decision('2026-02-24', '2026-02-24') as never,
    })
    expect(
      checkOne(corrected.build(), correcting(sequenceOf(3), { issuedOn: day('2026-02-23') }), TODAY)[0]?.message,
    ).toContain('which was on Tuesday 24 February 2026')
  })

  it('takes nothing back that something later stands on', () => {
    const meeting = aCase()
      .and('mediation-chosen', { councilToldOn: '2026-02-20' })
      .and('meeting-arranged', { meetingOn: '2026-03-16', startsAt: '10:00', format: 'online' })
    expect(checkOne(meeting.build(), removing(sequenceOf(2)), TODAY)).toEqual([
      {
        field: '',
        about: '00003',
        message:
          'Something else on this case would not be possible any more. It is not recorded that the family wants mediation',
      },
    ])
    const assess = aCase()
      .and('mediation-chosen', { councilToldOn: '2026-02-20' })
      .and('mediation-agreed', { concludedOn: '2026-02-27', duties: ['assess'] })
      .and('duty-done', { of: '00003', rule: 'D14', doneOn: '2026-03-02' })
    const otherDuty = correcting(sequenceOf(3), { concludedOn: day('2026-02-27'), duties: ['amend-contents'] })
    expect(checkOne(assess.build(), removing(sequenceOf(3)), TODAY)[0]?.about).toBe('00004')
    expect(checkOne(assess.build(), otherDuty, TODAY)[0]?.about).toBe('00004')
  })

  it('of a meeting is held against the day on which the meeting was fixed', () => {
    const meeting = {
      meetingOn: '2026-03-05',
      startsAt: '10:00',
      format: 'online',
      arrangedOn: day('2026-02-23'),
    } as const
    const arranged = aCase()
      .and('mediation-chosen', { councilToldOn: '2026-02-20' })
      .and('meeting-arranged', meeting, '2026-02-23')
      .build()
    const to = (meetingOn: string, changes: object = {}) =>
      checkOne(arranged, correcting(sequenceOf(3), { ...meeting, meetingOn: day(meetingOn), ...changes }), TODAY)
    // It has gone by, and lay ahead when it was fixed.
    expect(to('2026-03-04')).toEqual([])
    expect(to('2026-02-22')[0]?.message).toContain('must not be before the day on which it was fixed')
    expect(to('2026-02-25')[0]?.field).toBe('shortNoticeAgreed')
    expect(to('2026-02-25', { shortNoticeAgreed: true })).toEqual([])
  })

  it('does not ask old facts for what was not asked then', () => {
    // A meeting at short notice, recorded without an answer on it.
    const meeting = { meetingOn: '2026-02-25', startsAt: '10:00', format: 'online' } as const
    const arranged = aCase()
      .and('mediation-chosen', { councilToldOn: '2026-02-20' })
      .and('meeting-arranged', meeting, '2026-02-23')
      .build()
    expect(checkOne(arranged, correcting(sequenceOf(2), { councilToldOn: day('2026-02-19') }), TODAY)).toEqual([])
  })

  it('is of something that was recorded, and not of a note or a correction', () => {
    const noted = certified.and('note-added', {}).and('fact-removed', { removes: '00003' }).build()
    for (const sequence of [3, 4, 5, 99].map(sequenceOf)) {
      expect(checkOne(noted, removing(sequence), TODAY)[0]?.message).toContain(`nothing numbered ${sequence}`)
      expect(checkOne(noted, correcting(sequence, {}), TODAY)).toHaveLength(1)
    }
    expect(checkOne(noted, removing(sequenceOf(1)), TODAY)[0]?.message).toContain('End the case as opened in error')
  })
})

describe('the days in a letter of the Tribunal', () => {
  const appealed = aCase({ sentOn: '2026-01-12' }).and('appeal-registered', {
    receivedOn: '2026-02-16',
    sentToCouncilOn: '2026-02-20',
  })
  it.each([
    ['are as it gives them', { evidence: '2026-04-07', hearing: '2026-06-09' }, undefined],
    ['are none, with no day for the hearing yet', { hearingIs: 'no-date-yet' }, undefined],
    ['are none at all', {}, 'Enter at least one day of the letter, or that there is no day for the hearing yet'],
    [
      'come before the letter',
      { evidence: '2026-02-26' },
      'The day must not be before the letter, of Friday 27 February 2026',
    ],
    [
      'come years after it',
      { hearing: '2029-06-09' },
      'Saturday 9 June 2029 is more than two years after the letter, of Friday 27 February 2026. Check the year',
    ],
    [
      'say that there is and that there is not a day for the hearing',
      { hearing: '2026-06-09', hearingIs: 'no-date-yet' },
      'You gave Tuesday 9 June 2026 for the hearing. Say that there is no day yet, or clear the day',
    ],
  ])('%s', (_, given, message) => {
    const details = { setOn: day('2026-02-27'), ...given } as NewFact<'timetable-set'>['details']
    expect(checkOne(appealed.build(), { type: 'timetable-set', details } as NewFact, TODAY)[0]?.message).toBe(message)
  })
})
