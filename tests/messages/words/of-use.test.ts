import { describe, expect, it } from 'vitest'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { whyOfNoUse } from '../../../lambdas/messages/words/all-messages.ts'
import { aCase, type CaseBuilder } from '../../cases/case-builder.ts'
import { messageDue } from '../../cases/message-due.ts'
import { SETTINGS } from '../../cases/plan/settings-for-tests.ts'

function why(builder: CaseBuilder, key: string, today: string) {
  const subject = builder.build()
  const day = parseCalendarDate(today)
  return whyOfNoUse(messageDue(key), { subject, dates: caseDates(subject, day), ownTimes: SETTINGS, today: day })
}

const opened = aCase({ sentOn: '2026-02-10' })
const contacted = opened.and('adviser-contacted', { contactedOn: '2026-02-16' })
const certified = contacted.and('certificate-issued', { issuedOn: '2026-02-20' })
const appealed = certified.and('appeal-registered', { receivedOn: '2026-03-02' })
const chosen = contacted.and('mediation-chosen', { councilToldOn: '2026-02-18' })
const meeting = { startsAt: '10:00', format: 'online', arrangedOn: '2026-02-20' } as const
const arranged = chosen.and('meeting-arranged', { ...meeting, meetingOn: '2026-03-10' }, '2026-02-20')
const agreed = chosen.and('mediation-agreed', { concludedOn: '2026-03-10', duties: ['amend-contents'] })
const complained = opened.and('complaint-made', {
  madeOn: '2026-02-20',
  about: 'council',
  points: [],
  awareOn: '2026-02-16',
})

describe('a message is of use', () => {
  it.each<[string, CaseBuilder, string, string]>([
    ['the rights, before there is an appeal', contacted, 'rights_00001', '2026-02-20'],
    ['the rights that nobody has told, beside a certificate', certified, 'rights_00001', '2026-02-24'],
    ['the choice, until it is made', contacted, 'choose_00002', '2026-02-20'],
    ['the last day to appeal, until there is an appeal', certified, 'last-day-to-appeal_00003', '2026-02-24'],
    ['an invitation, until its day', arranged, 'meeting-invitation_00004', '2026-03-10'],
    ['the end of mediation, while a certificate follows', agreed, 'mediation-ended_00004', '2026-05-11'],
    ['what has to be done, while some of it is open', agreed, 'duties-set_00004', '2026-03-11'],
    [
      'a certificate that is overdue because no mediation was arranged',
      chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-20' }),
      'certificate-overdue_00004',
      '2026-02-27',
    ],
    ['a complaint, until it is answered', complained, 'complaint-recorded_00002', '2026-02-23'],
    [
      'mediation that the council said before the end of its 30 days it cannot arrange',
      chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-26' }),
      'mediation-not-arranged_00003',
      '2026-02-26',
    ],
  ])('%s', (_, builder, key, today) => {
    expect(why(builder, key, today)).toBeUndefined()
  })
})

describe('a message is of no use', () => {
  it.each<[string, CaseBuilder, string, string, string]>([
    ['the rights after the appeal', appealed, 'rights_00001', '2026-03-03', 'appeal-made'],
    [
      'that mediation is late, when the certificate of after its 30 days has ended what the council owes',
      arranged
        .and('meeting-cancelled', { cancelledOn: '2026-03-09', cancelledBy: 'council' }, '2026-03-09')
        .and('certificate-issued', { issuedOn: '2026-03-24' }),
      'mediation-late_00003',
      '2026-03-25',
      'certificate-issued',
    ],
    ['the choice after the certificate', certified, 'choose_00002', '2026-02-24', 'choice-made'],
    ['the last day to appeal after the appeal', appealed, 'last-day-to-appeal_00003', '2026-03-03', 'appeal-made'],
    [
      'a request for mediation that has its meeting',
      arranged,
      'mediation-requested_00003',
      '2026-02-20',
      'meeting-changed',
    ],
    ['an invitation after its day', arranged, 'meeting-invitation_00004', '2026-03-11', 'time-is-over'],
    [
      'an invitation to a meeting that was moved',
      arranged.and('meeting-moved', { ...meeting, meetingOn: '2026-03-12', movedOn: '2026-02-23' }, '2026-02-23'),
      'meeting-invitation_00004',
      '2026-02-23',
      'meeting-changed',
    ],
    [
      'the end of a mediation long ago, when the appeal is made',
      agreed.and('appeal-registered', { receivedOn: '2026-03-30' }),
      'mediation-ended_00004',
      '2026-04-30',
      'appeal-made',
    ],
    [
      'the appeal that was taken back since',
      appealed.and('appeal-withdrawn', { withdrawnOn: '2026-03-20' }),
      'appeal-at-tribunal_00004',
      '2026-03-20',
      'appeal-ended',
    ],
    [
      'a duty that is done',
      agreed.and('duty-done', { of: '00004', rule: 'D19', doneOn: '2026-04-01' }),
      'duty-overdue_00004-D19',
      '2026-05-11',
      'done',
    ],
    [
      'a no after which the family asked for mediation again',
      certified
        .and('mediation-declined', { declinedOn: '2026-03-02' })
        .and('mediation-chosen', { councilToldOn: '2026-03-05' }),
      'mediation-given-up_00004',
      '2026-03-05',
      'choice-made',
    ],
    [
      'a certificate that is not late after a correction',
      opened
        .and('mediation-declined', { declinedOn: '2026-02-17' }, '2026-02-26')
        .correct('mediation-declined', '00002', { declinedOn: '2026-02-24' }, '2026-02-26'),
      'certificate-overdue_00002',
      '2026-02-26',
      'time-is-not-over',
    ],
    [
      'a certificate that is due, when its day has gone by: it is told as late',
      opened.and('mediation-declined', { declinedOn: '2026-02-17' }, '2026-02-26'),
      'certificate-due_00002',
      '2026-02-26',
      'time-is-over',
    ],
    [
      'a late appeal, when a certificate has moved its last day ahead',
      contacted.and('certificate-issued', { issuedOn: '2026-04-08' }, '2026-04-14'),
      'late-appeal-possible_00001',
      '2026-04-14',
      'time-is-not-over',
    ],
    [
      'a duty that is overdue, when the day of its order has moved',
      agreed.correct('mediation-agreed', '00004', { concludedOn: '2026-03-30' }, '2026-04-15'),
      'duty-overdue_00004-D19',
      '2026-04-15',
      'time-is-not-over',
    ],
    [
      'an answer to a complaint that is overdue, when the day of the complaint has moved',
      complained.correct('complaint-made', '00002', { madeOn: '2026-03-13' }, '2026-03-20'),
      'complaint-overdue_00002',
      '2026-03-20',
      'time-is-not-over',
    ],
    [
      'mediation that is late, when the day of the request has moved',
      chosen.correct('mediation-chosen', '00003', { councilToldOn: '2026-03-10' }, '2026-03-23'),
      'mediation-late_00003',
      '2026-03-23',
      'time-is-not-over',
    ],
    [
      'mediation that was not arranged, when the day of the request has moved',
      chosen.correct('mediation-chosen', '00003', { councilToldOn: '2026-03-10' }, '2026-03-23'),
      'mediation-not-arranged_00003',
      '2026-03-23',
      'time-is-not-over',
    ],
    [
      'that the adviser can still help after the day for it, when the letter was sent later',
      opened.correct('case-opened', '00001', { printedOn: '2026-03-10', sentOn: '2026-03-10' }, '2026-04-13'),
      'adviser-can-still-help_00001',
      '2026-04-13',
      'time-is-not-over',
    ],
    [
      'that the result of a meeting is not known, until it has taken place',
      arranged,
      'meeting-result-unknown_00004',
      '2026-03-10',
      'time-is-not-over',
    ],
    [
      'what was taken back',
      contacted.and('fact-removed', { removes: '00002' }, '2026-02-20'),
      'choose_00002',
      '2026-02-20',
      'fact-taken-back',
    ],
  ])('%s', (_, builder, key, today, reason) => {
    expect(why(builder, key, today)).toBe(reason)
  })

  it('but that of a new request is, while a meeting of an earlier one still stands', () => {
    const again = arranged
      .and('mediation-declined', { declinedOn: '2026-02-24' })
      .and('mediation-chosen', { councilToldOn: '2026-03-02' })
    expect(why(again, 'mediation-requested_00006', '2026-03-02')).toBeUndefined()
  })
})
