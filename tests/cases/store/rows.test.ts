import { describe, expect, it } from 'vitest'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { contentOf, rowOf, UnreadableRowError } from '../../../lambdas/cases/store/rows.ts'
import { contactKeys, keys } from '../../../lambdas/cases/store/tables.ts'
import { STORED_SHAPE } from '../../../lambdas/cases/stored-shape.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'

const task = {
  id: 'chase-certificate_00003',
  kind: 'chase-certificate',
  about: '00003',
  dueOn: parseCalendarDate('2026-03-12'),
  state: 'open',
  createdAt: '2026-03-12T09:00:00.000Z',
} as const
const row = rowOf(keys.task('7K2M-4Q9X', task.id), 'task', task)

describe('a stored row', () => {
  it('carries the version of its shape, and is read as it was written', () => {
    expect(row).toMatchObject({ pk: '7K2M-4Q9X', type: 'task', shape: STORED_SHAPE })
    expect(contentOf('task', row)).toEqual(task)
  })

  it.each([
    ['of another shape', { ...row, shape: 1 }, 'has the shape 1'],
    ['of another kind', { ...row, type: 'letter' }, 'is a "letter" where a "task" has to be'],
    ['in a state that it lacks the fields of', { ...row, content: { ...task, state: 'done' } }, 'doneAt'],
    ['with a field that its state has not', { ...row, content: { ...task, doneAt: task.createdAt } }, 'doneAt'],
    ['with a day that is none', { ...row, content: { ...task, dueOn: '2026-02-30' } }, 'dueOn must be a day'],
    ['with a word that nobody knows', { ...row, content: { ...task, kind: 'chase' } }, 'kind'],
  ])('%s is an error that names the case and the row', (_, wrong, says) => {
    const read = () => contentOf('task', wrong)
    expect(read).toThrow(UnreadableRowError)
    expect(read).toThrow('the row TASK#chase-certificate_00003 of the case 7K2M-4Q9X')
    expect(read).toThrow(says)
  })

  it('that holds somebody’s name does not tell it in the error', () => {
    const contact = {
      ...contactKeys.contact('7K2M-4Q9X'),
      type: 'contact',
      shape: STORED_SHAPE,
      content: 'Zuleika Quorn',
    }
    expect(() => contentOf('contact', contact)).toThrow(/^(?!.*Zuleika).*CONTACT/)
  })

  it('of a fact is held to the details of its kind', () => {
    const fact = {
      type: 'certificate-issued',
      sequence: '00004',
      recordedAt: '2026-03-09T10:00:00.000Z',
      recordedBy: 'council-staff',
      details: { issuedOn: '9 March' },
    }
    const stored = { ...keys.fact('7K2M-4Q9X', sequenceOf(4)), type: 'fact', shape: STORED_SHAPE, content: fact }
    expect(() => contentOf('fact', stored)).toThrow('details.issuedOn must be a day')
  })

  const finished = {
    stage: 'appeal-window',
    startedFrom: sequenceOf(4),
    run: '1',
    parkedAt: '2026-03-12T09:00:00.000Z',
    state: 'finished',
    endedWith: 'appeal-registered',
  } as const

  it.each([
    [
      'ended with a word that ends nothing',
      { ...finished, endedWith: 'lunch' },
      'endedWith must be how a stage can end',
    ],
    [
      'began from something that is no fact',
      { ...finished, startedFrom: 'rights_00001' },
      'startedFrom must be the number',
    ],
  ])('of a stage that %s cannot be read', (_, content, says) => {
    const stored = rowOf(keys.wait('7K2M-4Q9X', 'appeal-window'), 'wait', finished)
    expect(contentOf('wait', stored)).toEqual(finished)
    expect(() => contentOf('wait', { ...stored, content })).toThrow(says)
  })

  it('of a message is held to what its kind is about', () => {
    const record = {
      key: 'duty-overdue_00005-D14',
      kind: 'duty-overdue',
      about: { of: sequenceOf(5), rule: 'D14' },
      claimedAt: '2026-03-12T09:00:00.000Z',
      attempts: 1,
      subject: 'Something is late',
      sesMessageIds: [],
      state: 'claimed',
    } as const
    const stored = rowOf(keys.message('7K2M-4Q9X', record.key), 'message', record)
    expect(contentOf('message', stored)).toEqual(record)
    const aboutAFact = { ...stored, content: { ...record, about: '00005' } }
    expect(() => contentOf('message', aboutAFact)).toThrow('about must be')
    const ofAnotherKind = { ...stored, content: { ...record, kind: 'duties-set' } }
    expect(() => contentOf('message', ofAnotherKind)).toThrow('about must be the number of a fact')
  })
})
