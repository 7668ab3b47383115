import type { Case } from '../../lambdas/cases/case.ts'
import { caseDates } from '../../lambdas/cases/case-dates.ts'
import type { Contact, PrivateWords } from '../../lambdas/cases/contact.ts'
import type { MessageKind } from '../../lambdas/cases/message.ts'
import { parseSequence, type Sequence } from '../../lambdas/cases/sequence.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { loadCouncil } from '../../lib/councils/council-schema.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import { messageDue } from '../cases/message-due.ts'

export const council = loadCouncil(new URL('../../lib/councils/bath-and-north-east-somerset.json', import.meta.url))

/** Names that stand out, so that a test can look for them where they must not be. */
export const PARENT = {
  name: 'Zuleika Quorn',
  relationship: 'parent',
  childName: 'Peregrine Quorn',
  email: 'zuleika.quorn@example.org',
  phone: '07700 900123',
} as const satisfies Contact
export const YOUNG_PERSON = {
  name: 'Peregrine Quorn',
  relationship: 'young-person',
  childName: 'Peregrine Quorn',
  email: 'peregrine.quorn@example.org',
} as const satisfies Contact
export const PUBLIC_ADDRESS = 'https://send.example.gov.uk'
export const PLACE = 'Room 3, Keynsham Civic Centre, Temple Street'

/** Messages of a meeting: each says where it is. */
const SAYS_THE_PLACE: readonly MessageKind[] = [
  'meeting-invitation',
  'meeting-new-time',
  'meeting-is-off',
  'meeting-result-unknown',
  'resolution-invitation',
]

/** Puts a message in its situation. What is left out is as usual: a parent, and a meeting at the civic centre. */
export function situation(
  kind: MessageKind,
  about: string,
  builder: CaseBuilder,
  today: string,
  other: { readonly contact?: Contact; readonly words?: PrivateWords; readonly news?: readonly string[] } = {},
): MessageSituation {
  const subject = builder.build()
  const day = parseCalendarDate(today)
  const news = (other.news ?? []).map(parseSequence)
  return {
    ...messageDue(`${kind}_${about}`),
    subject,
    dates: caseDates(subject, day),
    contact: other.contact ?? PARENT,
    words: other.words ?? (SAYS_THE_PLACE.includes(kind) ? { place: PLACE } : {}),
    news,
    wasTold: () => true,
    lastTold: knownBefore(
      subject,
      news[0] ?? subject.recorded.find(({ sequence }) => sequence.startsWith(about.slice(0, 5)))?.sequence,
    ),
    council,
    publicAddress: PUBLIC_ADDRESS,
    today: day,
  }
}

/** A moment at which the family was told of everything that was recorded before a fact. */
function knownBefore({ recorded }: Case, fact: Sequence | undefined): string | undefined {
  return recorded.filter(({ sequence }) => fact !== undefined && sequence < fact).at(-1)?.recordedAt
}

export const plain = aCase({ sentOn: '2026-02-10' })
export const august = aCase({ sentOn: '2026-06-30', decisionKind: 'refusal-to-assess' })
const christmas = aCase({ sentOn: '2026-10-27', decisionKind: 'ceasing-plan' })
export const placement = aCase({ printedOn: '2026-01-30', sentOn: '2026-02-04', placementOnly: true })
const placementAugust = aCase({ sentOn: '2026-06-15', placementOnly: true })

export const spoken = plain.and('adviser-contacted', { contactedOn: '2026-03-02' })
const declined = plain.and('mediation-declined', { declinedOn: '2026-04-02' })
export const certified = declined.and('certificate-issued', { issuedOn: '2026-04-09' })
const augustCertified = aCase({ sentOn: '2026-05-20' })
  .and('mediation-declined', { declinedOn: '2026-07-07' })
  .and('certificate-issued', { issuedOn: '2026-07-10' })
const christmasCertified = aCase({ sentOn: '2026-10-01' })
  .and('mediation-declined', { declinedOn: '2026-11-27' })
  .and('certificate-issued', { issuedOn: '2026-11-29' })
export const lateSpoken = aCase({ sentOn: '2026-01-09' }).and('adviser-contacted', { contactedOn: '2026-03-23' })
const lateDeclined = lateSpoken.and('mediation-declined', { declinedOn: '2026-03-23' })
const lateCertified = lateDeclined.and('certificate-issued', { issuedOn: '2026-03-26' })
const lateInAugust = august
  .and('mediation-declined', { declinedOn: '2026-08-31', contactedOn: '2026-08-31' })
  .and('certificate-issued', { issuedOn: '2026-09-01' })
export const chosen = plain.and('mediation-chosen', { councilToldOn: '2026-03-04' })
const lateChosen = aCase({ sentOn: '2026-01-09' }).and('mediation-chosen', {
  councilToldOn: '2026-03-23',
  contactedOn: '2026-03-23',
})
export const arranged = chosen.and(
  'meeting-arranged',
  { meetingOn: '2026-03-30', startsAt: '14:30', format: 'in-person' },
  '2026-03-16',
)
export const moved = arranged.and(
  'meeting-moved',
  { meetingOn: '2026-04-01', startsAt: '10:00', format: 'online' },
  '2026-03-20',
)
export const cancelled = moved.and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-03-27' })
const christmasChosen = christmas.and('mediation-chosen', { councilToldOn: '2026-11-27' })
const notArranged = chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-07' })
const cannotBeforeDay30 = chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-25' })
const tooLateToPromise = chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-07' }, '2026-04-20')
const declinedWithMeeting = moved.and('mediation-declined', { declinedOn: '2026-03-24', contactedOn: '2026-03-02' })
const declinedWithMeetingRecordedLate = moved.and(
  'mediation-declined',
  { declinedOn: '2026-03-24', contactedOn: '2026-03-02' },
  '2026-04-08',
)
const cannotWithMeeting = moved.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-25' })
const secondCannot = notArranged
  .and('meeting-arranged', { meetingOn: '2026-05-05', startsAt: '11:00', format: 'online' }, '2026-04-13')
  .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-29' })
const declinedRecordedLate = plain.and(
  'mediation-declined',
  { declinedOn: '2026-03-10', contactedOn: '2026-03-10' },
  '2026-04-20',
)
const certifiedTalkNotKnown = chosen.and('certificate-issued', { issuedOn: '2026-04-14' })
export const registered = certified.and('appeal-registered', { receivedOn: '2026-05-08' })

/** Every kind of message in each way in which it can come out differently. */
export const SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'rights, certificate needed': situation('rights', '00001', plain, '2026-02-10'),
  'rights, young person': situation('rights', '00001', plain, '2026-02-10', { contact: YOUNG_PERSON }),
  'rights, refusal to assess, August': situation('rights', '00001', august, '2026-06-30'),
  'rights, plan ends, Christmas': situation('rights', '00001', christmas, '2026-10-28'),
  'rights, refusal to re-assess': situation(
    'rights',
    '00001',
    aCase({ sentOn: '2027-05-31', decisionKind: 'refusal-to-reassess' }),
    '2027-06-01',
  ),
  'rights, no plan, a leap year': situation(
    'rights',
    '00001',
    aCase({ sentOn: '2027-12-31', decisionKind: 'refusal-to-issue-plan' }),
    '2028-01-04',
  ),
  'rights, no amendment, told after the aim date': situation(
    'rights',
    '00001',
    aCase({ sentOn: '2026-06-30', decisionKind: 'refusal-to-amend-plan' }),
    '2026-08-29',
  ),
  'rights, told after every date': situation('rights', '00001', plain, '2026-05-01'),
  'rights, opened late, appeal still ahead': situation('rights', '00001', august, '2026-08-31'),
  'rights, the young person becomes 25 before the last day': situation(
    'rights',
    '00001',
    aCase({
      sentOn: '2026-02-10',
      daysOfAge: {
        compulsorySchoolAgeEndsOn: parseCalendarDate('2017-06-30'),
        youngPersonUntil: parseCalendarDate('2026-03-31'),
      },
    }),
    '2026-02-10',
    { contact: YOUNG_PERSON },
  ),
  'rights, placement only': situation('rights', '00001', placement, '2026-02-04'),
  'rights, placement only, young person': situation('rights', '00001', placement, '2026-02-04', {
    contact: YOUNG_PERSON,
  }),
  'rights, placement only, August': situation('rights', '00001', placementAugust, '2026-06-15'),
  'rights, placement only, told late': situation('rights', '00001', placement, '2026-05-01'),
  'reminder, day 30': situation('contact-reminder-day-30', '00001', plain, '2026-03-12'),
  'reminder, day 50': situation('contact-reminder-day-50', '00001', christmas, '2026-12-16'),
  'reminder, last week': situation('contact-reminder-last-week', '00001', august, '2026-08-21'),
  'reminder, last week, after the aim date': situation('contact-reminder-last-week', '00001', august, '2026-08-29'),
  'contact time passed': situation('adviser-can-still-help', '00001', plain, '2026-04-11'),
  'contact time passed, appeal still ahead': situation('adviser-can-still-help', '00001', august, '2026-08-31'),
  'contact time passed, young person': situation('adviser-can-still-help', '00001', plain, '2026-04-11', {
    contact: YOUNG_PERSON,
  }),
  choose: situation('choose', '00002', spoken, '2026-03-02'),
  'choose, late': situation('choose', '00002', lateSpoken, '2026-03-23'),
  'choose, in time and recorded late': situation('choose', '00002', spoken, '2026-04-20'),
  'choose, in time and recorded late, appeal still ahead': situation(
    'choose',
    '00002',
    august.and('adviser-contacted', { contactedOn: '2026-08-20' }),
    '2026-08-31',
  ),
  'choose before two months': situation('choose-before-two-months', '00002', spoken, '2026-04-01'),
  'certificate due, over Easter': situation('certificate-due', '00002', declined, '2026-04-02'),
  'certificate due, late': situation('certificate-due', '00003', lateDeclined, '2026-03-23'),
  'certificate due, meeting called off': situation('certificate-due', '00005', declinedWithMeeting, '2026-03-24'),
  'certificate overdue, declined and recorded late': situation(
    'certificate-overdue',
    '00002',
    declinedRecordedLate,
    '2026-04-20',
  ),
  'certificate overdue, meeting called off and recorded late': situation(
    'certificate-overdue',
    '00005',
    declinedWithMeetingRecordedLate,
    '2026-04-08',
  ),
  'certificate overdue, none was arranged': situation('certificate-overdue', '00003', notArranged, '2026-04-13'),
  'certificate overdue': situation('certificate-overdue', '00002', declined, '2026-04-10'),
  'certificate overdue, late': situation('certificate-overdue', '00002', lateChosen, '2026-04-29'),
  'certificate issued': situation('last-day-to-appeal', '00003', certified, '2026-04-09'),
  'certificate issued, August': situation('last-day-to-appeal', '00003', augustCertified, '2026-07-10'),
  'certificate issued, Christmas': situation('last-day-to-appeal', '00003', christmasCertified, '2026-11-30'),
  'certificate issued, young person': situation('last-day-to-appeal', '00003', certified, '2026-04-09', {
    contact: YOUNG_PERSON,
  }),
  'certificate issued, late contact': situation('last-day-to-appeal', '00004', lateCertified, '2026-03-26'),
  'certificate issued, late contact, appeal still ahead': situation(
    'last-day-to-appeal',
    '00003',
    lateInAugust,
    '2026-09-01',
  ),
  'certificate issued, the first talk is not known': situation(
    'last-day-to-appeal',
    '00003',
    certifiedTalkNotKnown,
    '2026-04-15',
  ),
  'certificate told after the time limit': situation('last-day-to-appeal', '00003', certified, '2026-05-20'),
  'mediation requested': situation('mediation-requested', '00002', chosen, '2026-03-04'),
  'mediation requested, Christmas': situation('mediation-requested', '00002', christmasChosen, '2026-11-27'),
  'mediation requested, young person': situation('mediation-requested', '00002', chosen, '2026-03-04', {
    contact: YOUNG_PERSON,
  }),
  'mediation requested, told after the aim date': situation(
    'mediation-requested',
    '00002',
    christmasChosen,
    '2026-12-26',
  ),
  'mediation requested, late': situation('mediation-requested', '00002', lateChosen, '2026-03-23'),
  'meeting arranged': situation('meeting-invitation', '00003', arranged, '2026-03-16'),
  'meeting arranged, short notice, place not known': situation('meeting-invitation', '00003', arranged, '2026-03-26', {
    words: {},
  }),
  'meeting arranged after the 30 days, by phone': situation(
    'meeting-invitation',
    '00003',
    chosen.and('meeting-arranged', { meetingOn: '2026-04-20', startsAt: '12:00', format: 'by-phone' }, '2026-03-30'),
    '2026-03-30',
    { contact: YOUNG_PERSON },
  ),
  'meeting moved': situation('meeting-new-time', '00004', moved, '2026-03-20', {
    words: { place: 'https://meet.example.org/join/keynsham-0401' },
  }),
  'asked to talk before mediation': situation(
    'an-offer-to-talk',
    '00002',
    plain.and('way-forward-meeting', { askedOn: '2026-03-04', meetingOn: '2026-03-20' }),
    '2026-03-04',
  ),
  'asked to talk before mediation, no day yet': situation(
    'an-offer-to-talk',
    '00002',
    plain.and('way-forward-meeting', { askedOn: '2026-03-04' }),
    '2026-03-04',
  ),
  'meeting to which the family did not come': situation(
    'meeting-did-not-happen',
    '00004',
    arranged.and('meeting-missed', { missedOn: '2026-03-26', absent: ['family'], knownBefore: false }, '2026-03-27'),
    '2026-03-27',
  ),
  'meeting to which two did not come': situation(
    'meeting-did-not-happen',
    '00004',
    arranged.and(
      'meeting-missed',
      { missedOn: '2026-03-26', absent: ['mediation-provider', 'health-body'] },
      '2026-03-27',
    ),
    '2026-03-27',
  ),
  'not arranged: the council did not come': situation(
    'mediation-not-arranged',
    '00004',
    arranged.and('meeting-missed', { missedOn: '2026-03-26', absent: ['council'] }, '2026-03-27'),
    '2026-03-27',
  ),
  'not arranged: the council takes no part': situation(
    'mediation-not-arranged',
    '00002',
    chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-20', because: 'refused' }),
    '2026-03-20',
  ),
  'meeting cancelled by the council': situation('meeting-is-off', '00005', cancelled, '2026-03-27'),
  'meeting cancelled by the family': situation(
    'meeting-is-off',
    '00004',
    arranged.and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-03-25' }),
    '2026-03-25',
  ),
  'meeting cancelled by the provider after the 30 days': situation(
    'meeting-is-off',
    '00004',
    arranged.and('meeting-cancelled', { cancelledBy: 'mediation-provider', cancelledOn: '2026-04-14' }),
    '2026-04-14',
  ),
  'meeting cancelled by the health body': situation(
    'meeting-is-off',
    '00004',
    arranged.and('meeting-cancelled', { cancelledBy: 'health-body', cancelledOn: '2026-03-25' }),
    '2026-03-25',
  ),
  'meeting cancelled, recorded after its day': situation(
    'meeting-is-off',
    '00004',
    arranged.and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-03-27' }, '2026-04-01'),
    '2026-04-01',
  ),
  'meeting result unknown, late contact': situation(
    'meeting-result-unknown',
    '00003',
    lateChosen.and('meeting-arranged', { meetingOn: '2026-04-15', startsAt: '10:00', format: 'online' }, '2026-03-30'),
    '2026-04-22',
  ),
  'meeting result unknown, the 3 working days still run': situation(
    'meeting-result-unknown',
    '00003',
    christmasChosen.and(
      'meeting-arranged',
      { meetingOn: '2026-12-24', startsAt: '10:00', format: 'online' },
      '2026-12-01',
    ),
    '2026-12-31',
  ),
  'meeting result unknown': situation('meeting-result-unknown', '00003', arranged, '2026-04-06'),
  'meeting result unknown, moved': situation('meeting-result-unknown', '00004', moved, '2026-04-08'),
  'mediation not arranged': situation('mediation-not-arranged', '00002', notArranged, '2026-04-07'),
  'mediation not arranged, council silent': situation('mediation-not-arranged', '00002', chosen, '2026-04-07'),
  'mediation not arranged, told before day 30': situation(
    'mediation-not-arranged',
    '00002',
    cannotBeforeDay30,
    '2026-03-25',
  ),
  'mediation not arranged, recorded late': situation('mediation-not-arranged', '00002', tooLateToPromise, '2026-04-20'),
  'mediation not arranged, meeting called off before day 30': situation(
    'mediation-not-arranged',
    '00005',
    cannotWithMeeting,
    '2026-03-25',
  ),
  'mediation not arranged, a second time': situation('mediation-not-arranged', '00005', secondCannot, '2026-04-29'),
  'mediation not arranged, the meeting was cancelled before': situation(
    'mediation-not-arranged',
    '00002',
    cancelled,
    '2026-04-07',
  ),
  'mediation not arranged, late contact': situation(
    'mediation-not-arranged',
    '00002',
    lateChosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-10' }),
    '2026-04-10',
  ),
  'mediation ended, agreed, recorded late': situation(
    'mediation-ended',
    '00004',
    arranged.and('mediation-agreed', { concludedOn: '2026-03-30' }, '2026-04-20'),
    '2026-04-20',
  ),
  'mediation ended, spoken in time, recorded late': situation(
    'mediation-ended',
    '00004',
    spoken
      .and('mediation-chosen', { councilToldOn: '2026-03-04' })
      .and('mediation-not-agreed', { concludedOn: '2026-03-30' }, '2026-04-20'),
    '2026-04-20',
  ),
  'mediation ended, late contact, recorded late': situation(
    'mediation-ended',
    '00003',
    lateChosen.and('mediation-not-agreed', { concludedOn: '2026-04-15' }, '2026-05-01'),
    '2026-05-01',
  ),
  'mediation ended, agreed': situation(
    'mediation-ended',
    '00004',
    arranged.and('mediation-agreed', { concludedOn: '2026-03-30' }),
    '2026-03-30',
  ),
  'mediation ended, agreed in part, Christmas': situation(
    'mediation-ended',
    '00003',
    christmasChosen.and('mediation-partly-agreed', { concludedOn: '2026-12-16' }),
    '2026-12-16',
  ),
  'mediation ended, not agreed': situation(
    'mediation-ended',
    '00004',
    arranged.and('mediation-not-agreed', { concludedOn: '2026-03-30' }),
    '2026-03-30',
  ),
  'mediation ended, not agreed, late contact': situation(
    'mediation-ended',
    '00003',
    lateChosen.and('mediation-not-agreed', { concludedOn: '2026-04-15' }),
    '2026-04-15',
  ),
  'appeal closing, 14 days': situation('appeal-closing-14-days', '00003', certified, '2026-04-24'),
  'appeal closing, 14 days, placement only': situation('appeal-closing-14-days', '00001', placement, '2026-03-16'),
  'appeal closing, 5 working days, August': situation(
    'appeal-closing-5-working-days',
    '00003',
    augustCertified,
    '2026-08-03',
  ),
  'appeal closing, 5 working days, sent on the last day': situation(
    'appeal-closing-5-working-days',
    '00003',
    augustCertified,
    '2026-09-01',
  ),
  'appeal time passed': situation('late-appeal-possible', '00003', certified, '2026-05-12'),
  'appeal time passed, placement only': situation('late-appeal-possible', '00001', placement, '2026-03-31'),
  'appeal time passed, late contact': situation('late-appeal-possible', '00004', lateCertified, '2026-04-26'),
  'appeal registered': situation('appeal-at-tribunal', '00004', registered, '2026-05-11'),
  'appeal time passed, a month after a certificate recorded late': situation(
    'late-appeal-possible',
    '00003',
    declined.and('certificate-issued', { issuedOn: '2026-04-09' }, '2026-05-20'),
    '2026-06-20',
  ),
  'appeal registered, recorded late': situation('appeal-at-tribunal', '00004', registered, '2026-06-08'),
  'appeal registered, late': situation(
    'appeal-at-tribunal',
    '00004',
    certified.and('appeal-registered', { receivedOn: '2026-06-01' }),
    '2026-06-02',
  ),
  'agreement reached': situation(
    'closing-after-agreement',
    '00004',
    certified.and('agreement-reached', { agreedOn: '2026-04-20' }),
    '2026-04-20',
  ),
  'case withdrawn, the family does not go on': situation(
    'closing-after-withdrawal',
    '00002',
    plain.and('case-withdrawn', { withdrawnOn: '2026-03-02', reason: 'family-does-not-want-to-go-on' }),
    '2026-03-02',
  ),
  'case withdrawn, new decision': situation(
    'closing-after-withdrawal',
    '00002',
    plain.and('case-withdrawn', { withdrawnOn: '2026-03-02', reason: 'council-changed-decision' }),
    '2026-03-02',
  ),
  'case withdrawn, opened in error': situation(
    'closing-after-withdrawal',
    '00002',
    plain.and('case-withdrawn', { withdrawnOn: '2026-03-02', reason: 'opened-in-error' }),
    '2026-03-02',
  ),
  'no news': situation('closing-without-news', '00001', plain, '2026-10-10'),
  'no news after a talk with the adviser': situation('closing-without-news', '00002', spoken, '2026-10-10'),
  'no news, and mediation is still owed': situation(
    'closing-without-news',
    '00002',
    plain.and('mediation-chosen', { councilToldOn: '2026-03-02', contactedOn: '2026-03-02' }),
    '2026-10-10',
  ),
  'no news, placement only': situation('closing-without-news', '00001', placement, '2026-10-10'),
}
