import { expect, it } from 'vitest'
import { caseDates } from '../../lambdas/cases/case-dates.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const chosen = aCase({ sentOn: '2026-02-10' }).and('mediation-chosen', {
  councilToldOn: '2026-02-18',
  contactedOn: '2026-02-17',
})
const certificateOn = (subject: Parameters<typeof caseDates>[0], today: string) =>
  caseDates(subject, parseCalendarDate(today)).certificate?.lawDate

it('dates the certificate from day 31 where the council was silent (J9)', () => {
  // Day 30 is Friday 20 March 2026.
  expect(certificateOn(chosen.build(), '2026-03-20')).toBeUndefined()
  expect(certificateOn(chosen.build(), '2026-03-21')).toBe('2026-03-25')
})

it('sets no day for a certificate that was there before the 30 days had passed', () => {
  const early = chosen.and('certificate-issued', { issuedOn: '2026-03-02' }).build()
  expect(certificateOn(early, '2026-04-30')).toBeUndefined()
})

it('keeps the day by which a certificate was due that came after it', () => {
  const late = chosen.and('certificate-issued', { issuedOn: '2026-03-27' }).build()
  expect(certificateOn(late, '2026-04-30')).toBe('2026-03-25')
})

it('dates the certificate by what the family said of mediation last', () => {
  const declined = chosen.and('mediation-declined', { declinedOn: '2026-02-25' })
  // Three working days after Wednesday 25 February 2026; the council's 30 days are over by then.
  expect(certificateOn(declined.build(), '2026-04-30')).toBe('2026-03-02')
  const again = declined.and('mediation-chosen', { councilToldOn: '2026-03-03' }).build()
  expect(certificateOn(again, '2026-03-20')).toBeUndefined()
})

it('dates no certificate where the health board does not arrange mediation about health care alone (regulation 35)', () => {
  const healthOnly = aCase({ sentOn: '2026-02-10' })
    .and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-17', healthIssue: 'only' })
    .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-12' })
    .build()
  expect(certificateOn(healthOnly, '2026-04-30')).toBeUndefined()
})

it('keeps the contact date where all but the placement was agreed, and counts no certificate (section 55(2))', () => {
  const narrowed = chosen
    .and('mediation-partly-agreed', { concludedOn: '2026-03-31', duties: ['amend-contents'], stillDisputed: ['I'] })
    .and('certificate-issued', { issuedOn: '2026-04-02' })
    .build()
  const { contact, appeal } = caseDates(narrowed, parseCalendarDate('2026-04-02'))
  expect(contact?.lawDate).toBe('2026-04-10')
  expect(appeal).toMatchObject({ lawDate: '2026-04-10', judgements: [{ id: 'J6', otherReading: '2026-05-05' }] })
})
