import { describe, expect, it } from 'vitest'
import { dateFactsOf, dateFactsOfComplaint, dateFactsOfUndertaking } from '../../lambdas/cases/date-facts-of.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const today = parseCalendarDate('2026-07-20')
const opened = aCase({ printedOn: '2026-02-09', sentOn: '2026-02-10' })
const chosen = opened.and('mediation-chosen', {
  councilToldOn: '2026-02-18',
  contactedOn: '2026-02-17',
  providerAskedOn: '2026-02-16',
  healthIssue: 'only',
})
const meeting = { startsAt: '10:30', format: 'online' } as const

/** The law's facts that a case gives, without what is not known. */
function factsOf(subject: Parameters<typeof dateFactsOf>[0]) {
  return Object.fromEntries(Object.entries(dateFactsOf(subject, today)).filter(([, value]) => value !== undefined))
}

const always = {
  printedOn: '2026-02-09',
  sentOn: '2026-02-10',
  placementOnly: false,
  healthIssue: 'none',
  askedOn: '2026-07-20',
}
const asked = {
  ...always,
  adviserContactedOn: '2026-02-17',
  providerAskedOn: '2026-02-16',
  councilToldOn: '2026-02-18',
  healthIssue: 'only',
}

describe('a case in the terms of the law', () => {
  it.each([
    ['a decision alone', opened, always],
    [
      'a letter that was sent again',
      opened.and('notice-sent-again', { sentAgainOn: '2026-02-24' }),
      { ...always, reissuedOn: '2026-02-24' },
    ],
    [
      'a no to mediation',
      opened.and('mediation-declined', { declinedOn: '2026-02-20', contactedOn: '2026-02-19' }),
      { ...always, adviserContactedOn: '2026-02-19', declinedToldOn: '2026-02-20' },
    ],
    ['a request for mediation', chosen, asked],
    [
      'a health board that was told',
      chosen.and('health-board-told', { boardToldOn: '2026-02-20' }),
      { ...asked, boardToldOn: '2026-02-20' },
    ],
    [
      'a meeting that is planned',
      chosen.and('meeting-arranged', { meetingOn: '2026-03-10', ...meeting }),
      { ...asked, meetingOn: '2026-03-10' },
    ],
    [
      'a meeting that was cancelled',
      chosen
        .and('meeting-arranged', { meetingOn: '2026-03-10', ...meeting })
        .and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-03-03' }),
      asked,
    ],
    [
      'mediation that goes on another day, and a second time',
      chosen
        .and('meeting-arranged', { meetingOn: '2026-03-10', ...meeting })
        .and('mediation-adjourned', { adjournedOn: '2026-03-10' })
        .and('mediation-adjourned', { adjournedOn: '2026-03-24' }),
      { ...asked, adjournedOn: '2026-03-10' },
    ],
    [
      'a council that cannot arrange mediation',
      chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-12' }),
      { ...asked, cannotArrangeToldOn: '2026-03-12' },
    ],
    [
      'mediation without agreement',
      chosen.and('mediation-not-agreed', { concludedOn: '2026-03-10' }),
      { ...asked, mediationConcludedOn: '2026-03-10' },
    ],
    [
      'an agreement of which it is not recorded what it is',
      chosen.and('mediation-agreed', { concludedOn: '2026-03-10' }),
      { ...asked, mediationConcludedOn: '2026-03-10', agreement: { on: '2026-03-10' } },
    ],
    [
      'an agreement that has its own duties',
      chosen.and('mediation-agreed', { concludedOn: '2026-03-10', duties: ['assess'] }),
      { ...asked, mediationConcludedOn: '2026-03-10' },
    ],
    [
      'an agreement on all but the placement',
      chosen.and('mediation-partly-agreed', {
        concludedOn: '2026-03-10',
        duties: ['amend-contents'],
        stillDisputed: ['I'],
      }),
      { ...asked, mediationConcludedOn: '2026-03-10', narrowedOn: '2026-03-10' },
    ],
    [
      'two certificates: the law counts the first and names what the other would give (J7)',
      chosen
        .and('certificate-issued', { issuedOn: '2026-03-24' })
        .and('certificate-issued', { issuedOn: '2026-03-26' }),
      { ...asked, certificatesIssuedOn: ['2026-03-24', '2026-03-26'] },
    ],
    [
      'an appeal of which the Tribunal has written',
      opened.and('appeal-registered', {
        receivedOn: '2026-03-24',
        sentToCouncilOn: '2026-03-26',
        responseDueOn: '2026-05-14',
      }),
      { ...always, appealSentToCouncilOn: '2026-03-26', responseDueInLetter: '2026-05-14' },
    ],
  ])('%s', (_what, subject, facts) => {
    expect(factsOf(subject.build())).toEqual(facts)
  })

  it('says what is to be done after an agreement, an order and a concession each by itself', () => {
    const agreed = chosen.and('mediation-partly-agreed', {
      concludedOn: '2026-03-10',
      duties: ['assess', 'not-appealable'],
      agreedDate: '2026-04-30',
      agreedDateFor: ['not-appealable'],
    })
    const ordered = opened
      .and('appeal-registered', { receivedOn: '2026-03-24' })
      .and('appeal-decided', { decidedOn: '2026-06-24', decision: 'decided-in-part', duties: ['make-plan'] })
    const conceded = opened
      .and('appeal-registered', { receivedOn: '2026-03-24' })
      .and('appeal-conceded', { concededOn: '2026-04-07', duties: ['assess'] })
    const [agreement, order, concession] = [agreed, ordered, conceded].flatMap((one) =>
      one.build().undertakings.map(dateFactsOfUndertaking),
    )
    expect(agreement).toEqual({
      agreement: {
        on: '2026-03-10',
        duties: ['assess', 'not-appealable'],
        agreedDate: '2026-04-30',
        agreedDateFor: ['not-appealable'],
        // The health board agreed to it alone.
        councilTookPart: false,
      },
    })
    expect(order).toEqual({ order: { on: '2026-06-24', duties: ['make-plan'] } })
    expect(concession).toEqual({ concession: { on: '2026-04-07', duties: ['assess'] } })
  })

  it('says of a complaint when the family became aware of what it is about', () => {
    const of = { awareOn: today, madeOn: today } as const
    expect(dateFactsOfComplaint({ ...of, about: 'school' })).toEqual({ becameAwareOn: '2026-07-20' })
    const aboutUs = { becameAwareOn: '2026-07-20', complaintReceivedOn: '2026-07-20' }
    expect(dateFactsOfComplaint({ ...of, about: 'council' })).toEqual(aboutUs)
    const acknowledged = { sequence: sequenceOf(9), acknowledgedOn: today }
    expect(dateFactsOfComplaint({ ...of, about: 'council', acknowledged })).toEqual({
      ...aboutUs,
      complaintAcknowledgedOn: '2026-07-20',
    })
  })
})
