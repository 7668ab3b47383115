import { describe, expect, it } from 'vitest'
import { type CalendarDate, parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import type { Deadline } from '../../lambdas/law/deadline.ts'
import { familyReason } from '../../lambdas/law/explanations.ts'
import { DateOrderError, NotEnoughFactsError } from '../../lambdas/law/law-errors.ts'
import { periodOf } from '../../lambdas/law/periods.ts'
import { dateOfLaterLetter } from '../../lambdas/law/reissued-notice.ts'
import { type DateFacts, type MissingFact, whichDates } from '../../lambdas/law/which-dates.ts'

/** Every date of the answer by its name, and everything to be done, as "D01 2026-08-30". */
function ruleAndDate(facts: DateFacts): Record<string, string> {
  return Object.fromEntries(named(facts).map(([name, { ruleId, lawDate }]) => [name, `${ruleId} ${lawDate}`]))
}

function named(facts: DateFacts): (readonly [name: string, deadline: Deadline])[] {
  const { dates, duties } = whichDates(facts)
  return [
    ...Object.entries(dates).flatMap(([name, deadline]) => (deadline ? [[name, deadline] as const] : [])),
    ...duties.map((deadline) => [deadline.deed, deadline] as const),
  ]
}

function missing(facts: DateFacts): string[] {
  return whichDates(facts).missing.map(({ fact }) => fact)
}

function noticeOf(date: string): { printedOn: CalendarDate; sentOn: CalendarDate } {
  return { printedOn: day(date), sentOn: day(date) }
}

const declined: DateFacts = {
  ...noticeOf('2026-06-30'),
  placementOnly: false,
  adviserContactedOn: day('2026-07-20'),
  declinedToldOn: day('2026-07-20'),
  certificatesIssuedOn: [day('2026-07-23')],
}

describe('which dates', () => {
  it('are every date that the facts start, each under its name and from its row of the catalogue', () => {
    expect(ruleAndDate(declined)).toEqual({
      certificateDeclined: 'D02 2026-07-23',
      contact: 'D01 2026-08-30',
      certificateBar: 'D57 2026-08-30',
      appeal: 'D09 2026-09-01',
    })
    expect(missing(declined)).toEqual([])
    for (const [, deadline] of named(declined)) {
      expect(periodOf(deadline)?.id).toBe(deadline.ruleId)
      expect(deadline.holidayTableVersion).toMatch(/^england-and-wales-/)
      expect(deadline.sources.length).toBeGreaterThan(0)
      expect(familyReason(deadline).length).toBeGreaterThan(0)
    }
  })

  it('have every name, whether or not its date applies', () => {
    const on = day('2026-03-04')
    for (const facts of [
      declined,
      { discriminationActOn: on },
      { becameAwareOn: on },
      { requestReceivedOn: on },
      { meetingOn: on, healthIssue: 'only' as const },
      { providerAskedOn: on },
      { boardToldOn: on, healthIssue: 'only' as const },
    ]) {
      expect(Object.keys(whichDates(facts).dates).sort()).toEqual([
        'agreement',
        'appeal',
        'boardTold',
        'certificateBar',
        'certificateDeclined',
        'certificateMediated',
        'certificateNotArranged',
        'challengeDecision',
        'complaintAcknowledgement',
        'complaintAnswer',
        'contact',
        'decideOnRequest',
        'discriminationClaim',
        'keepPlan',
        'mediation',
        'meetingNotice',
        'ombudsman',
        'permissionOfUpperTribunal',
        'planTransfer',
        'refusePlanAfterRequest',
        'reinstateAppeal',
        'response',
        'reviewAfterTransfer',
        'sendPlanAfterRequest',
        'tellOfTransfer',
      ])
    }
  })

  it.each([
    ['on the last day', '2026-01-30', '2026-01-30', '2026-03-30', 'D02 2026-04-02'],
    ['a day late', '2026-01-30', '2026-01-30', '2026-03-31', undefined],
    ['a day late by the date printed, not by the day sent', '2026-01-30', '2026-02-04', '2026-03-31', 'D02 2026-04-07'],
    ['on the last day by the day sent', '2026-01-30', '2026-02-04', '2026-04-04', 'D02 2026-04-09'],
    ['a day late by both', '2026-01-30', '2026-02-04', '2026-04-05', undefined],
    ['a day late by the day sent, not by the date printed', '2026-02-04', '2026-01-30', '2026-04-04', 'D02 2026-04-09'],
  ])(
    'have no certificate for a family that declines after a contact late by every date (C1): %s',
    (_when, printed, sent, told, certificateDeclined) => {
      const facts = { printedOn: day(printed), sentOn: day(sent), placementOnly: false, declinedToldOn: day(told) }
      expect(ruleAndDate({ ...facts, adviserContactedOn: day(told) }).certificateDeclined).toBe(certificateDeclined)
      expect(ruleAndDate(facts).certificateDeclined).toMatch(/^D02/)
      // The certificate after mediation is the adviser's to issue all the same (J20).
      const { certificateMediated } = whichDates({
        ...facts,
        adviserContactedOn: day(told),
        mediationConcludedOn: day(told),
      }).dates
      const isLate = told > '2026-03-30'
      expect(certificateMediated?.cautions.map(({ id }) => id)).toEqual(isLate ? ['J20'] : [])
    },
  )

  it('say until when a contact leads to a certificate by each date of the letter (example 36: D57, J45)', () => {
    const { certificateBar, contact } = whichDates({
      printedOn: day('2026-01-30'),
      sentOn: day('2026-02-04'),
      placementOnly: false,
    }).dates
    expect(certificateBar).toMatchObject({
      lawDate: '2026-03-30',
      judgements: [{ id: 'J45', otherReading: '2026-04-04' }],
    })
    expect(contact.lawDate).toBe('2026-03-30')
    const again = whichDates({ ...noticeOf('2026-01-30'), placementOnly: false, reissuedOn: day('2026-02-20') }).dates
    expect(again.certificateBar.judgements).toMatchObject([{ id: 'J14', otherReading: '2026-04-20' }])
  })

  it('of a dispute about the placement alone leave out the contact date and the certificate (CFA 2014, s.55(2))', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: true }
    expect(ruleAndDate(facts)).toEqual({ appeal: 'D09 2026-04-10' })
    expect(missing(facts)).toEqual([])
  })

  it('of mediation are those of arranging it, of the meeting and of the certificate', () => {
    const facts = {
      ...noticeOf('2026-02-10'),
      placementOnly: false,
      healthIssue: 'some',
      councilToldOn: day('2026-03-04'),
      meetingOn: day('2026-04-20'),
    } as const
    expect(ruleAndDate(facts)).toEqual({
      boardTold: 'D03 2026-03-09',
      mediation: 'D04 2026-04-03',
      contact: 'D01 2026-04-10',
      certificateBar: 'D57 2026-04-10',
      appeal: 'D09 2026-04-10',
      meetingNotice: 'D07 2026-04-10',
    })
    expect(ruleAndDate({ ...facts, mediationConcludedOn: day('2026-05-01') })).toMatchObject({
      certificateMediated: 'D08 2026-05-07',
    })
    expect(ruleAndDate({ ...facts, cannotArrangeToldOn: day('2026-04-07') })).toMatchObject({
      certificateNotArranged: 'D06 2026-04-10',
    })
  })

  it('of mediation on health alone are those of the integrated care board (regulation 35)', () => {
    const facts = {
      ...noticeOf('2026-02-10'),
      placementOnly: false,
      healthIssue: 'only',
      councilToldOn: day('2026-03-04'),
    } as const
    expect(ruleAndDate(facts)).toMatchObject({ boardTold: 'D03 2026-03-09', mediation: 'D05 2026-04-03' })
    expect(missing(facts)).toContain('boardToldOn')
    const told = { ...facts, boardToldOn: day('2026-03-06') }
    expect(ruleAndDate(told)).toMatchObject({ boardTold: 'D03 2026-03-09', mediation: 'D05 2026-04-05' })
    expect(missing(told)).not.toContain('boardToldOn')
  })

  it('of mediation on health alone have no certificate for its not being arranged (regulation 35)', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: false, councilToldOn: day('2026-03-04') }
    for (const notArranged of [{ cannotArrangeToldOn: day('2026-03-20') }, { askedOn: day('2026-05-01') }]) {
      expect(ruleAndDate({ ...facts, ...notArranged, healthIssue: 'some' })).toHaveProperty('certificateNotArranged')
      expect(ruleAndDate({ ...facts, ...notArranged, healthIssue: 'only' })).not.toHaveProperty(
        'certificateNotArranged',
      )
    }
  })

  it('of mediation have none for the integrated care board where no health issue is raised, nor before it is told', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: false } as const
    const always = { contact: 'D01 2026-04-10', certificateBar: 'D57 2026-04-10', appeal: 'D09 2026-04-10' }
    expect(ruleAndDate({ ...facts, healthIssue: 'none', councilToldOn: day('2026-03-04') })).toEqual({
      mediation: 'D04 2026-04-03',
      ...always,
    })
    for (const healthIssue of ['some', 'only'] as const) {
      expect(ruleAndDate({ ...facts, healthIssue })).toEqual(always)
      expect(missing({ ...facts, healthIssue })).toEqual(['certificatesIssuedOn'])
    }
    expect(ruleAndDate({ ...facts, healthIssue: 'only', boardToldOn: day('2026-03-06') })).toEqual({
      mediation: 'D05 2026-04-05',
      ...always,
    })
  })

  it('count the adviser’s days from day 31 of the council’s silence, once that day has come (J9)', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: false, councilToldOn: day('2026-03-04') }
    const name = 'certificateNotArranged'
    expect(ruleAndDate({ ...facts, askedOn: day('2026-04-03') })).not.toHaveProperty(name)
    expect(ruleAndDate({ ...facts, askedOn: day('2026-04-04') })).toMatchObject({ [name]: 'D06 2026-04-09' })
    for (const something of [
      { meetingOn: day('2026-04-20') },
      { adjournedOn: day('2026-03-20') },
      { mediationConcludedOn: day('2026-03-20') },
      { certificatesIssuedOn: [day('2026-03-20')] },
      { healthIssue: 'only' as const },
    ]) {
      expect(ruleAndDate({ ...facts, askedOn: day('2026-04-04'), ...something })).not.toHaveProperty(name)
    }
    expect(ruleAndDate({ ...facts, councilToldOn: undefined, askedOn: day('2026-04-04') })).not.toHaveProperty(name)
  })

  it('after an agreement, an order or a concession are those of regulations 42, 44 and 45', () => {
    const facts = { ...noticeOf('2026-05-05'), placementOnly: false }
    const on = day('2026-07-06')
    const always = { contact: 'D01 2026-07-05', certificateBar: 'D57 2026-07-05', appeal: 'D09 2026-07-06' }
    expect(ruleAndDate({ ...facts, agreement: { on, duties: ['assess', 'not-appealable'] } })).toEqual({
      ...always,
      'tell-of-assessment': 'D14 2026-07-20',
      'do-what-was-agreed': 'D12 2026-07-20',
      'tell-of-no-plan': 'D15 2026-09-14',
      'send-plan-after-assessment': 'D16 2026-10-12',
    })
    expect(ruleAndDate({ ...facts, order: { on, duties: ['make-plan'] } })).toEqual({
      ...always,
      'send-draft-plan': 'D17 2026-08-10',
      'send-final-plan': 'D18 2026-09-21',
    })
    expect(ruleAndDate({ ...facts, concession: { on, duties: ['amend-placement'] } })).toEqual({
      ...always,
      'send-placement-amended': 'D32 2026-07-20',
    })
    const toldByBoard = { 'tell-council-of-agreement': 'D13 2026-07-13' }
    expect(ruleAndDate({ ...facts, agreement: { on, duties: ['assess'], councilTookPart: false } })).toMatchObject(
      toldByBoard,
    )
    expect(ruleAndDate({ ...facts, healthIssue: 'only', agreement: { on } })).toMatchObject(toldByBoard)
    expect(ruleAndDate({ ...facts, healthIssue: 'only', agreement: { on, councilTookPart: true } })).not.toHaveProperty(
      'tell-council-of-agreement',
    )
    expect(ruleAndDate({ ...facts, healthIssue: 'some', agreement: { on, duties: ['assess'] } })).not.toHaveProperty(
      'tell-council-of-agreement',
    )
  })

  it('after an outcome are in order, and each thing once where two duties ask for it', () => {
    const on = day('2026-07-06')
    const deedsOf = (facts: DateFacts) => whichDates(facts).duties.map(({ deed }) => deed)
    expect(deedsOf({ order: { on, duties: ['amend-contents', 'continue-and-amend', 'amend-placement'] } })).toEqual([
      'continue-plan',
      'send-placement-amended',
      'send-contents-amended',
    ])
    expect(deedsOf({ order: { on, duties: ['amend-placement', 'reconsider'] } })).toEqual([
      'send-placement-amended',
      'send-draft-or-decide-again',
    ])
    // What is agreed and what is ordered are two things, though one rule times them.
    const both = whichDates({
      order: { on: day('2026-09-01'), duties: ['amend-contents'] },
      agreement: { on, duties: ['amend-contents'] },
    })
    expect(both.duties.map(({ lawDate }) => lawDate)).toEqual(['2026-08-10', '2026-10-06'])
    // The board's week and a day that was agreed for one of them fall together: the council hears of it first.
    expect(
      deedsOf({ agreement: { on, duties: ['not-appealable'], agreedDate: day('2026-07-13'), councilTookPart: false } }),
    ).toEqual(['tell-council-of-agreement', 'do-what-was-agreed'])
  })

  it('keep a day that the order names instead of the time that the law gives (regulation 44(1))', () => {
    const order = {
      on: day('2026-06-01'),
      duties: ['amend-contents', 'amend-placement'],
      orderedDate: day('2026-06-08'),
    } as const
    expect(ruleAndDate({ order })).toEqual({
      'send-contents-amended': 'D19 2026-06-08',
      'send-placement-amended': 'D20 2026-06-08',
    })
    expect(ruleAndDate({ concession: order })).toMatchObject({ 'send-contents-amended': 'D31 2026-07-06' })
  })

  it('keep a date that the parties agreed in writing for the council, and never for the health board (42(5))', () => {
    const agreement = {
      on: day('2026-12-14'),
      duties: ['not-appealable', 'amend-contents'],
      agreedDate: day('2027-01-29'),
      councilTookPart: false,
    } as const
    const facts = { ...noticeOf('2026-11-02'), placementOnly: false }
    const always = {
      contact: 'D01 2027-01-02',
      certificateBar: 'D57 2027-01-02',
      appeal: 'D09 2027-01-04',
      'tell-council-of-agreement': 'D13 2026-12-21',
    }
    expect(ruleAndDate({ ...facts, agreement })).toEqual({
      ...always,
      'do-what-was-agreed': 'D12 2027-01-29',
      'send-contents-amended': 'D19 2027-01-29',
    })
    // Set for a part of it, the rest keeps its time in law.
    expect(ruleAndDate({ ...facts, agreement: { ...agreement, agreedDateFor: ['not-appealable'] } })).toEqual({
      ...always,
      'do-what-was-agreed': 'D12 2027-01-29',
      'send-contents-amended': 'D19 2027-01-18',
    })
  })

  it('keep a date that the parties agreed in writing where it is not known what was agreed', () => {
    const agreement = { on: day('2026-12-14'), agreedDate: day('2027-01-29') }
    expect(ruleAndDate({ agreement })).toEqual({ agreement: 'D12 2027-01-29' })
  })

  it('of an appeal that was narrowed to the placement count no certificate, and leave the contact date as it was', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: false, certificatesIssuedOn: [day('2026-03-30')] }
    expect(ruleAndDate(facts)).toEqual({
      contact: 'D01 2026-04-10',
      certificateBar: 'D57 2026-04-10',
      appeal: 'D10 2026-04-30',
    })
    for (const placementOnly of [false, undefined]) {
      const narrowed = { ...facts, placementOnly, narrowedOn: day('2026-03-25') }
      expect(ruleAndDate(narrowed)).toEqual({
        contact: 'D01 2026-04-10',
        certificateBar: 'D57 2026-04-10',
        appeal: 'D09 2026-04-10',
      })
      expect(missing(narrowed)).toEqual([])
      expect(missing({ ...narrowed, certificatesIssuedOn: [] })).toEqual([])
    }
  })

  it('take the council’s response from the registration letter once it is known (D11)', () => {
    const facts = { ...noticeOf('2026-05-14'), placementOnly: true, appealSentToCouncilOn: day('2026-07-13') }
    expect(ruleAndDate(facts)).toMatchObject({ response: 'D11 2026-09-22' })
    expect(ruleAndDate({ ...facts, responseDueInLetter: day('2026-09-08') })).toMatchObject({
      response: 'D11 2026-09-08',
    })
    expect(ruleAndDate({ ...facts, appealSentToCouncilOn: undefined })).not.toHaveProperty('response')
  })

  it('of a discrimination claim are its own date alone', () => {
    const facts = { ...declined, discriminationActOn: day('2026-02-10') }
    expect(ruleAndDate(facts)).toEqual({ discriminationClaim: 'D22 2026-08-09' })
    expect(missing(facts)).toEqual([])
  })

  it('of a request for an assessment are 6, 16 and 20 weeks after it, and need no decision notice', () => {
    expect(ruleAndDate({ requestReceivedOn: day('2025-10-06') })).toEqual({
      decideOnRequest: 'D33 2025-11-17',
      refusePlanAfterRequest: 'D34 2026-01-26',
      sendPlanAfterRequest: 'D35 2026-02-23',
    })
  })

  it('of a complaint to the Ombudsman need no decision notice', () => {
    expect(ruleAndDate({ becameAwareOn: day('2026-03-15') })).toEqual({ ombudsman: 'D21 2027-03-14' })
    expect(missing({ becameAwareOn: day('2026-03-15') })).toEqual(['sentOn'])
  })

  it('of a complaint about the council are 15 working days from receipt, or 10 from its acknowledgement', () => {
    const complaintReceivedOn = day('2026-12-01')
    expect(ruleAndDate({ complaintReceivedOn })).toEqual({
      complaintAcknowledgement: 'D46a 2026-12-08',
      complaintAnswer: 'D46b 2026-12-22',
    })
    expect(ruleAndDate({ complaintReceivedOn, complaintAcknowledgedOn: complaintReceivedOn })).toMatchObject({
      complaintAnswer: 'D46b 2026-12-15',
    })
  })
})

describe('what is not known', () => {
  const onePlace = { ...noticeOf('2026-02-10'), placementOnly: true } as const
  it.each<[MissingFact['fact'], DateFacts, string, string]>([
    [
      'sentOn',
      { becameAwareOn: day('2026-03-15') },
      'D21 2027-03-14',
      'No date of the decision letter is known, so no time to contact the adviser or to appeal is given.',
    ],
    [
      'printedOn',
      { ...onePlace, printedOn: undefined },
      'D09 2026-04-10',
      'The date printed on the decision letter is not known. If it is before Tuesday 10 February 2026, these dates are earlier.',
    ],
    [
      'sentOn',
      { ...onePlace, sentOn: undefined },
      'D09 2026-04-10',
      'The day the decision letter was sent is not known. If it is before Tuesday 10 February 2026, these dates are earlier.',
    ],
    [
      'certificatesIssuedOn',
      { ...onePlace, placementOnly: false },
      'D09 2026-04-10',
      'No mediation certificate is known. One issued in time may give a later date to appeal.',
    ],
    [
      'healthIssue',
      { ...onePlace, councilToldOn: day('2026-03-04') },
      'D04 2026-04-03',
      'It is not known whether a health issue is raised. If so, the council must tell the health board.',
    ],
    [
      'councilToldOn',
      { ...onePlace, providerAskedOn: day('2026-03-04') },
      'D04 2026-04-03',
      'The day the council was told that the family wants mediation is not known. Its 30 days are counted from the day the provider was asked, Wednesday 4 March 2026.',
    ],
    [
      'boardToldOn',
      { ...onePlace, healthIssue: 'only', councilToldOn: day('2026-03-04') },
      'D05 2026-04-03',
      'The day the council told the health board is not known. Its 30 days are counted from Wednesday 4 March 2026, the first day they can have begun.',
    ],
    [
      'mediationConcludedOn',
      { ...onePlace, adjournedOn: day('2026-05-01') },
      'D08 2026-05-07',
      'It is not known whether the mediation is concluded. The time for the certificate is counted from the first meeting, Friday 1 May 2026.',
    ],
    [
      'agreement',
      { ...onePlace, agreement: { on: day('2026-07-06') } },
      'D12 2026-07-20',
      'It is not known what was agreed. The shortest time is given, 2 weeks; what could have been appealed may have longer.',
    ],
    [
      'agreement',
      { ...onePlace, agreement: { on: day('2026-07-06'), duties: [] } },
      'D12 2026-07-20',
      'It is not known what was agreed. The shortest time is given, 2 weeks; what could have been appealed may have longer.',
    ],
  ])('%s is said, with what follows, and the earliest date is given all the same', (fact, facts, date, words) => {
    expect(whichDates(facts).missing).toEqual([{ fact, words }])
    expect(Object.values(ruleAndDate(facts))).toContain(date)
  })

  it('is nothing where every fact is known', () => {
    const on = day('2026-07-06')
    expect(missing({ ...onePlace, meetingOn: day('2026-05-01'), mediationConcludedOn: day('2026-05-01') })).toEqual([])
    expect(missing({ ...onePlace, providerAskedOn: on, councilToldOn: on, healthIssue: 'some' })).toEqual([])
    expect(missing({ ...onePlace, councilToldOn: on, boardToldOn: on, healthIssue: 'only' })).toEqual([])
    expect(missing({ ...onePlace, agreement: { on, duties: ['assess'] } })).toEqual([])
  })

  it('of what is in dispute gives the earlier date, without the certificate, and says what more there may be', () => {
    const facts = { ...noticeOf('2026-02-01'), certificatesIssuedOn: [day('2026-03-20')] }
    expect(ruleAndDate(facts)).toEqual({
      contact: 'D01 2026-04-01',
      certificateBar: 'D57 2026-04-01',
      appeal: 'D09 2026-04-01',
    })
    expect(whichDates(facts).missing).toEqual([
      {
        fact: 'placementOnly',
        words:
          'It is not known whether only the school or other place named is in dispute. If more is, the certificate gives until Monday 20 April 2026.',
      },
    ])
    expect(whichDates(noticeOf('2026-02-01')).missing.map(({ words }) => words)).toContain(
      'It is not known whether only the school or other place named is in dispute. If more is, the family needs a certificate to appeal.',
    )
  })

  it('of the first contact is said where a late one would take the certificate’s time away', () => {
    const facts = {
      ...noticeOf('2027-11-30'),
      placementOnly: false,
      certificatesIssuedOn: [day('2028-01-31')],
    }
    expect(whichDates(facts).missing).toEqual([
      {
        fact: 'adviserContactedOn',
        words:
          'The day the family first contacted the adviser is not known. If it was after Sunday 30 January 2028, the certificate does not add time: the date to appeal was Monday 31 January 2028.',
      },
    ])
    expect(missing({ ...facts, declinedToldOn: day('2028-01-30') })).toEqual([])
    expect(missing({ ...facts, adjournedOn: day('2028-01-20') })).toEqual(['mediationConcludedOn'])
    expect(missing({ ...facts, mediationConcludedOn: day('2028-01-20') })).toEqual([])
    expect(missing({ ...facts, declinedToldOn: day('2028-01-31') })).toEqual(['adviserContactedOn'])
    expect(missing({ ...facts, certificatesIssuedOn: [day('2028-01-30')] })).toEqual([])
  })

  it('of the first contact is not asked where the answer is known, or takes nothing away', () => {
    const certificates = { certificatesIssuedOn: [day('2028-02-10'), day('2028-01-31')] }
    const facts = { ...noticeOf('2027-11-30'), ...certificates, placementOnly: false }
    expect(missing(facts)).toEqual(['adviserContactedOn'])
    expect(missing({ ...facts, adviserContactedOn: day('2028-01-30') })).toEqual([])
    expect(missing({ ...facts, certificatesIssuedOn: [day('2028-02-10'), day('2028-01-20')] })).toEqual([])
    expect(missing({ ...facts, placementOnly: true })).toEqual([])
    expect(missing({ ...facts, placementOnly: undefined })).toEqual(['placementOnly'])
  })

  it('of the end of mediation counts from the first meeting (J8)', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: false, adjournedOn: day('2026-05-01') }
    expect(ruleAndDate(facts)).toMatchObject({ certificateMediated: 'D08 2026-05-07' })
    expect(missing(facts)).toContain('mediationConcludedOn')
    const concluded = { ...facts, mediationConcludedOn: day('2026-05-15') }
    expect(ruleAndDate(concluded)).toMatchObject({ certificateMediated: 'D08 2026-05-20' })
    expect(missing(concluded)).not.toContain('mediationConcludedOn')
  })

  it('of everything is refused', () => {
    expect(() => whichDates({})).toThrow(
      new NotEnoughFactsError(
        'No date can be worked out: nothing is known from which a time runs. Enter the date on the decision letter.',
      ),
    )
  })
})

describe('judgement calls of a case', () => {
  it('J1: run from the earlier of printed and sent (example 36)', () => {
    const { dates } = whichDates({ printedOn: day('2026-01-30'), sentOn: day('2026-02-04'), placementOnly: true })
    expect(dates.appeal).toMatchObject({
      lawDate: '2026-03-30',
      judgements: [{ id: 'J1', otherReading: '2026-04-07' }],
    })
  })

  it('J7: count from the earliest certificate and name what the later would give (example 37)', () => {
    const { dates } = whichDates({
      ...noticeOf('2026-02-05'),
      placementOnly: false,
      certificatesIssuedOn: [day('2026-05-22'), day('2026-04-01')],
      adviserContactedOn: day('2026-03-30'),
    })
    expect(dates.appeal).toMatchObject({
      ruleId: 'D10',
      lawDate: '2026-05-01',
      certainty: 'judgement',
      judgements: [{ id: 'J7', otherReading: '2026-06-22' }],
    })
  })

  it('J7: name what the latest would give, of however many certificates in whatever order', () => {
    const { appeal } = whichDates({
      ...noticeOf('2026-02-05'),
      placementOnly: false,
      certificatesIssuedOn: [day('2026-04-20'), day('2026-05-22'), day('2026-04-01'), day('2026-05-05')],
      adviserContactedOn: day('2026-03-30'),
    }).dates
    expect(appeal).toMatchObject({ lawDate: '2026-05-01', judgements: [{ id: 'J7', otherReading: '2026-06-22' }] })
  })

  it('J7: plays no part where no certificate counts', () => {
    const { appeal } = whichDates({
      ...noticeOf('2026-02-05'),
      placementOnly: true,
      certificatesIssuedOn: [day('2026-05-22'), day('2026-04-01')],
    }).dates
    expect(appeal.judgements.map(({ id }) => id)).toEqual(['J6'])
  })

  it('J13: keep the placement’s date when the appeal is widened, with a working day in hand (example 35)', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: true, widenedOn: day('2026-04-08') }
    const { appeal } = whichDates(facts).dates
    expect(appeal).toMatchObject({
      lawDate: '2026-04-10',
      aimDate: '2026-04-09',
      cautions: [{ id: 'J2' }, { id: 'J13' }],
    })
    expect(appeal?.working).toContain('To be safe, the day for an appeal about the place alone is kept for all of it.')
    expect(appeal?.working.join()).not.toContain('only about the school')
    expect(appeal?.working.filter((step) => step.startsWith('To be safe, the day for an appeal'))).toHaveLength(1)
    // The contents need a certificate, so the adviser is to be asked in time.
    expect(whichDates(facts).dates).toMatchObject({
      contact: { lawDate: '2026-04-10' },
      certificateBar: { lawDate: '2026-04-10' },
    })
    const notWidened = whichDates({ ...facts, widenedOn: undefined }).dates
    expect(notWidened.appeal).toMatchObject({ aimDate: '2026-04-10', cautions: [{ id: 'J2' }] })
    expect(notWidened).toMatchObject({ contact: undefined, certificateBar: undefined })
    const notPlacement = whichDates({ ...facts, placementOnly: false }).dates
    expect(notPlacement.appeal).toMatchObject({ aimDate: '2026-04-10', cautions: [{ id: 'J2' }] })
  })

  it('J14: keep the clock of the first notice when it is issued again', () => {
    const { dates } = whichDates({
      ...noticeOf('2026-02-10'),
      placementOnly: false,
      reissuedOn: day('2026-03-02'),
      adviserContactedOn: day('2026-02-20'),
      certificatesIssuedOn: [day('2026-02-25')],
    })
    const certainty = 'judgement'
    expect(dates).toMatchObject({
      contact: { lawDate: '2026-04-10', certainty, judgements: [{ id: 'J14', otherReading: '2026-05-02' }] },
      appeal: { lawDate: '2026-04-10', certainty, judgements: [{ id: 'J14', otherReading: '2026-05-05' }] },
    })
    expect([dates.contact, dates.appeal].map(dateOfLaterLetter)).toEqual(['2026-05-02', '2026-05-05'])
    const later = whichDates({
      ...noticeOf('2026-02-10'),
      placementOnly: false,
      reissuedOn: day('2026-02-10'),
    })
    const certain = { certainty: 'certain', judgements: [] }
    expect(later.dates).toMatchObject({ contact: certain, appeal: certain })
    const sentLater = { printedOn: day('2026-01-30'), sentOn: day('2026-02-04'), placementOnly: true }
    expect(dateOfLaterLetter(whichDates(sentLater).dates.appeal)).toBeUndefined()
  })

  it('J14: weigh the contact and the certificates from the day of the second notice on, the earliest of them first', () => {
    const facts = { ...noticeOf('2026-02-10'), placementOnly: false, reissuedOn: day('2026-03-02') }
    const onFreshRight = (more: DateFacts) =>
      whichDates({ ...facts, ...more }).dates.appeal?.judgements.find(({ id }) => id === 'J14')?.otherReading
    expect(onFreshRight({})).toBe('2026-05-05')
    const certificatesIssuedOn = [day('2026-05-20'), day('2026-02-25'), day('2026-04-20')]
    expect(onFreshRight({ certificatesIssuedOn })).toBe('2026-05-20')
    expect(onFreshRight({ certificatesIssuedOn, adviserContactedOn: day('2026-05-03') })).toBe('2026-05-05')
  })

  it('J14: counts a certificate after the second notice towards the fresh right', () => {
    const { dates } = whichDates({
      ...noticeOf('2026-02-10'),
      placementOnly: false,
      reissuedOn: day('2026-03-02'),
      certificatesIssuedOn: [day('2026-02-25'), day('2026-04-20')],
    })
    expect(dates.appeal).toMatchObject({
      lawDate: '2026-04-10',
      judgements: [
        { id: 'J7', otherReading: '2026-05-20' },
        { id: 'J14', otherReading: '2026-05-20' },
      ],
    })
  })

  it('J19: aims for the earlier of the request to the provider and the council’s being told (example 55)', () => {
    const facts = {
      ...noticeOf('2026-11-02'),
      placementOnly: false,
      providerAskedOn: day('2026-11-30'),
      councilToldOn: day('2026-12-04'),
    }
    expect(whichDates(facts).dates.mediation).toMatchObject({
      lawDate: '2027-01-03',
      aimDate: '2026-12-30',
      certainty: 'judgement',
    })
  })
})

describe('facts that cannot be true', () => {
  const before = day('2026-02-09')
  it.each<[string, DateFacts]>([
    ['The day the adviser was told that mediation is not wanted is', { declinedToldOn: before }],
    ['The day the mediation provider was asked is', { providerAskedOn: before }],
    ['The day the council was told that mediation is wanted is', { councilToldOn: before }],
    ['The day the integrated care board was told is', { boardToldOn: before }],
    ['The meeting is planned for', { meetingOn: before }],
    ['The mediation was adjourned on', { adjournedOn: before }],
    ['The mediation was concluded on', { mediationConcludedOn: before }],
    ['The day the adviser was told that mediation cannot be arranged is', { cannotArrangeToldOn: before }],
    ['The notice was sent again on', { reissuedOn: before }],
    ['The dispute was narrowed on', { narrowedOn: before }],
    ['The appeal was widened on', { widenedOn: before }],
    ['The appeal was sent to the council on', { appealSentToCouncilOn: before }],
    ['The agreement is of', { agreement: { on: before } }],
    ['The order is of', { order: { on: before, duties: ['assess'] } }],
    ['The concession is of', { concession: { on: before, duties: ['assess'] } }],
    ['The certificate is dated', { certificatesIssuedOn: [before] }],
    ['The first contact with the adviser was on', { adviserContactedOn: before }],
  ])('are refused: %s a day before the decision', (event, facts) => {
    for (const notice of [
      { printedOn: day('2026-02-12'), sentOn: day('2026-02-10') },
      { printedOn: day('2026-02-10'), sentOn: day('2026-02-12') },
      { sentOn: day('2026-02-10') },
      { printedOn: day('2026-02-10') },
    ]) {
      expect(() => whichDates({ ...notice, placementOnly: false, ...facts })).toThrow(
        new DateOrderError(
          `${event} Monday 9 February 2026, before the decision of Tuesday 10 February 2026. Check both dates.`,
        ),
      )
    }
  })

  it('do not include an event of the day of the decision', () => {
    const on = day('2026-02-10')
    const events: DateFacts = {
      declinedToldOn: on,
      providerAskedOn: on,
      councilToldOn: on,
      boardToldOn: on,
      meetingOn: on,
      adjournedOn: on,
      mediationConcludedOn: on,
      cannotArrangeToldOn: on,
      reissuedOn: on,
      widenedOn: on,
      narrowedOn: on,
      appealSentToCouncilOn: on,
      agreement: { on },
      order: { on, duties: ['assess'] },
      concession: { on, duties: ['assess'] },
      certificatesIssuedOn: [on],
      adviserContactedOn: on,
    }
    expect(() => whichDates({ ...noticeOf('2026-02-10'), placementOnly: false, ...events })).not.toThrow()
  })
})

describe('a letter that was at fault', () => {
  const first = { ...noticeOf('2026-02-10'), placementOnly: false } as const
  const fullNotice = { printedOn: day('2026-03-25'), sentOn: day('2026-03-26') }

  it('never sent: no time runs, and the answer says to ask for the decision in writing', () => {
    const { dates, missing: unknown } = whichDates({
      ...first,
      firstNotice: 'never-sent',
      requestReceivedOn: day('2026-01-05'),
    })
    expect(dates).toMatchObject({ contact: undefined, certificateBar: undefined, appeal: undefined })
    expect(unknown.map(({ words }) => words)).toContain(
      'No written decision was sent, so no time to contact the adviser or to appeal is given. Ask the council for the decision in writing now.',
    )
  })

  it('never sent, and sent now: everything is counted from that, and what came before it is in time', () => {
    const { dates } = whichDates({
      ...first,
      firstNotice: 'never-sent',
      fullNotice,
      adviserContactedOn: day('2026-03-02'),
      certificatesIssuedOn: [day('2026-03-04')],
    })
    expect(dates.contact).toMatchObject({ lawDate: '2026-05-25' })
    expect(dates.certificateBar).toMatchObject({ lawDate: '2026-05-25' })
    // Monday 25 May 2026 is a bank holiday.
    expect(dates.appeal).toMatchObject({ lawDate: '2026-05-26', setBy: 'decision', lateContact: false })
    const later = whichDates({
      ...first,
      firstNotice: 'never-sent',
      fullNotice,
      certificatesIssuedOn: [day('2026-05-20')],
    })
    expect(later.dates.appeal).toMatchObject({ lawDate: '2026-06-22', setBy: 'certificate' })
    // A talk on the day of the full letter is a talk in its time, so that a certificate is known to give its month.
    const sameDay = {
      ...first,
      firstNotice: 'never-sent',
      fullNotice,
      certificatesIssuedOn: [day('2026-06-10')],
    } as const
    const known = whichDates({ ...sameDay, adviserContactedOn: day('2026-03-25') })
    expect(known.missing).toEqual([])
    expect(whichDates(sameDay).missing.map(({ fact }) => fact)).toEqual(['adviserContactedOn'])
    const wide = whichDates({ ...first, firstNotice: 'never-sent', fullNotice, narrowedOn: day('2026-04-01') })
    expect(wide.dates.appeal).toMatchObject({ lawDate: '2026-05-26' })
  })

  it('J24: at fault, with no full letter yet: the first dates, a caution, and no certain bar', () => {
    const { dates } = whichDates({ ...first, firstNotice: 'at-fault', adviserContactedOn: day('2026-05-20') })
    expect(dates.contact).toMatchObject({ lawDate: '2026-04-10', certainty: 'certain', cautions: [{ id: 'J24' }] })
    expect(dates.appeal).toMatchObject({ lawDate: '2026-04-10', cautions: [{ id: 'J2' }, { id: 'J24' }] })
    expect(dates.certificateBar).toBeUndefined()
    const declined = { ...first, adviserContactedOn: day('2026-05-20'), declinedToldOn: day('2026-05-20') }
    expect(whichDates(declined).dates.certificateDeclined).toBeUndefined()
    expect(whichDates({ ...declined, firstNotice: 'at-fault' }).dates.certificateDeclined).toMatchObject({
      lawDate: '2026-05-26',
    })
  })

  it('J25: at fault, and a full letter since: the first dates, with those of the full one beside them', () => {
    const { dates } = whichDates({ ...first, firstNotice: 'at-fault', fullNotice })
    expect(dates.contact).toMatchObject({
      lawDate: '2026-04-10',
      certainty: 'judgement',
      judgements: [{ id: 'J25', otherReading: '2026-05-25' }],
      cautions: [],
    })
    expect(dates.certificateBar).toMatchObject({ judgements: [{ id: 'J25', otherReading: '2026-05-25' }] })
    expect(dates.appeal).toMatchObject({
      judgements: [{ id: 'J25', otherReading: '2026-05-26' }],
      cautions: [{ id: 'J2' }],
    })
    expect(dateOfLaterLetter(dates.appeal)).toBe('2026-05-26')
    const both = whichDates({ ...first, firstNotice: 'at-fault', fullNotice, reissuedOn: day('2026-03-02') })
    expect(both.dates.contact?.judgements.map(({ id }) => id)).toEqual(['J14', 'J25'])
    expect(dateOfLaterLetter(both.dates.contact)).toBe('2026-05-25')
    // Two letters whose dates give the same day leave nothing open.
    const same = whichDates({ ...first, firstNotice: 'at-fault', fullNotice: noticeOf('2026-02-10') })
    expect(same.dates.contact).toMatchObject({ certainty: 'certain', judgements: [], cautions: [] })
  })
})

describe('after the Tribunal has ended an appeal', () => {
  it('J35: gives the plain 28 days by name, with the other reading, and a month for the Upper Tribunal', () => {
    const facts = {
      tribunalDecidedOn: day('2026-07-10'),
      appealWithdrawnOn: day('2026-12-04'),
      permissionRefusedOn: day('2026-12-31'),
    }
    expect(whichDates(facts).dates).toMatchObject({
      challengeDecision: {
        ruleId: 'D41',
        aimDate: '2026-08-07',
        lawDate: '2026-08-07',
        judgements: [{ id: 'J35', otherReading: '2026-09-07' }],
      },
      reinstateAppeal: {
        ruleId: 'D43',
        aimDate: '2026-12-31',
        lawDate: '2027-01-01',
        judgements: [{ id: 'J35', otherReading: '2027-01-11' }],
      },
      permissionOfUpperTribunal: { ruleId: 'D42', aimDate: '2027-01-29', lawDate: '2027-01-31' },
    })
  })
})

describe('a plan after a move, and one that is to end', () => {
  it('gives the days of regulation 15 by name', () => {
    const { dates } = whichDates({
      move: { movedOn: day('2026-12-07'), becameAwareOn: day('2026-12-09') },
      transfer: { transferredOn: day('2026-12-31'), madeOrReviewedOn: day('2026-03-10') },
    })
    expect(dates).toMatchObject({
      planTransfer: { ruleId: 'D36', lawDate: '2026-12-31' },
      tellOfTransfer: { ruleId: 'D37', lawDate: '2027-02-11' },
      reviewAfterTransfer: { ruleId: 'D38b', lawDate: '2027-03-30' },
    })
    const unknown = whichDates({ transfer: { transferredOn: day('2026-12-31') } }).dates
    expect(unknown).toMatchObject({ tellOfTransfer: { lawDate: '2027-02-11' }, reviewAfterTransfer: undefined })
  })

  it('J41: keeps a plan until the latest day that any reading gives for the appeal', () => {
    const facts = {
      ...noticeOf('2026-09-01'),
      placementOnly: false,
      certificatesIssuedOn: [day('2026-10-30')],
      adviserContactedOn: day('2026-10-20'),
    }
    expect(whichDates({ ...facts, ceasesPlan: true }).dates.keepPlan).toMatchObject({ lawDate: '2026-11-30' })
    expect(whichDates({ ...facts, ceasesPlan: false }).dates.keepPlan).toBeUndefined()
    expect(whichDates({ ceasesPlan: true, meetingOn: day('2026-09-01') }).dates.keepPlan).toBeUndefined()
  })
})
