import { describe, expect, it } from 'vitest'
import { MESSAGE_KINDS, messageKey, readMessageKey } from '../../lambdas/cases/message.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

const about = sequenceOf(1)
const rights = { kind: 'rights', about } as const
const overdue = { kind: 'duty-overdue', about: { of: sequenceOf(5), rule: 'D14' } } as const

describe('the key of a message', () => {
  it('says its kind and what it is about, and whose copy it is', () => {
    expect(messageKey(rights)).toBe('rights_00001')
    expect(messageKey(rights, 'second')).toBe('rights_00001_second')
    expect(messageKey(overdue)).toBe('duty-overdue_00005-D14')
    expect(messageKey(overdue, 'representative')).toBe('duty-overdue_00005-D14_representative')
  })

  it('of the council’s own people has the day, or the case and what is to be done', () => {
    const day = parseCalendarDate('2026-09-10')
    expect(messageKey({ kind: 'officer-digest', about: day })).toBe('officer-digest_2026-09-10')
    const work = { caseId: '7K2M-4Q9X', work: 'do-duty_00005-D14' }
    expect(messageKey({ kind: 'officer-today', about: work })).toBe('officer-today_7K2M-4Q9X_do-duty_00005-D14')
  })

  it('is read as it was written, of every kind', () => {
    for (const kind of MESSAGE_KINDS) {
      const message = kind === 'duty-overdue' ? overdue : { kind, about }
      expect(readMessageKey(messageKey(message))).toEqual({ message })
      for (const copyFor of ['second', 'representative'] as const) {
        expect(readMessageKey(messageKey(message, copyFor))).toEqual({ message, copyFor })
      }
    }
  })

  it.each([
    '',
    'rights',
    'rights_1',
    'rights_00001_family',
    'rights_00001-D14',
    'duty-overdue_00005',
    'duty-overdue_00005-D999',
    'officer-digest_2026-09-10',
    'nothing_00001',
    '../CONTACT',
    'rights_00001#001',
    'Rights_00001',
    ' rights_00001',
    'rights_00001\n',
    `${'x'.repeat(80)}_1`,
  ])('is not "%s"', (text) => {
    expect(readMessageKey(text)).toBeUndefined()
  })
})
