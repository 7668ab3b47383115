import { expect, it } from 'vitest'
import type { Case } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import type { MessageKind } from '../../../lambdas/cases/message.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { loadCouncil } from '../../../lib/councils/council-schema.ts'
import { aCase } from '../../cases/case-builder.ts'
import { messageDue } from '../../cases/message-due.ts'

const council = loadCouncil(new URL('../../../lib/councils/bath-and-north-east-somerset.json', import.meta.url))

function compose(kind: MessageKind, about: string, subject: Case, on: string) {
  const today = parseCalendarDate(on)
  return composeMessage({
    ...messageDue(`${kind}_${about}`),
    subject,
    dates: caseDates(subject, today),
    contact: { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: 'ann@example.com' },
    words: {},
    news: [],
    lastTold: undefined,
    wasTold: () => true,
    council,
    publicAddress: 'https://send.example.gov.uk',
    today,
  })
}

const planned = aCase()
  .and('mediation-chosen', { councilToldOn: '2026-02-16', contactedOn: '2026-02-12' })
  .and('meeting-arranged', { meetingOn: '2026-03-16', startsAt: '10:00', format: 'online' }, '2026-02-18')

it('tells once that a meeting is called off: in the first message about the decline, not in the reminder after it', () => {
  const declined = planned.and('mediation-declined', { declinedOn: '2026-02-20' }).build()
  const first = compose('certificate-due', '00004', declined, '2026-02-20')
  const reminder = compose('certificate-overdue', '00004', declined, '2026-02-26')
  expect([first.text.includes('will not take place'), first.calendarFile?.method]).toEqual([true, 'CANCEL'])
  expect([reminder.text.includes('will not take place'), reminder.calendarFile]).toEqual([false, undefined])
})

it('tells it in the message that the certificate is overdue when that is the first one', () => {
  const late = planned.and('mediation-declined', { declinedOn: '2026-02-20' }, '2026-03-03').build()
  const first = compose('certificate-overdue', '00004', late, '2026-03-03')
  expect([first.text.includes('will not take place'), first.calendarFile?.method]).toEqual([true, 'CANCEL'])
})

it('says that a planned meeting still stands when the certificate comes before it', () => {
  const certified = planned.and('certificate-issued', { issuedOn: '2026-03-02' }).build()
  const { text } = compose('last-day-to-appeal', '00004', certified, '2026-03-02')
  expect(text).toContain('Your mediation meeting on Monday 16 March 2026 still stands.')
})
