import { expect, it } from 'vitest'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'

/** A meeting on Thursday 26 March 2026: two working days before is Tuesday 24 March, five are Thursday 19 March. */
const arranged = aCase({ sentOn: '2026-02-10' })
  .and('mediation-chosen', { councilToldOn: '2026-02-25' })
  .and('meeting-arranged', { meetingOn: '2026-03-26', startsAt: '10:30', format: 'online' }, '2026-03-02')
const position = { startedFrom: '00002' }

it('asks who comes five working days before, goes up two before, and tells the family then whatever was said', () => {
  const on = (today: string) => plan(arranged.build(), 'meeting', '00003', today, position)
  expect(on('2026-03-18').tasks).toEqual([])
  expect(on('2026-03-19').tasks).toEqual(['name-who-comes_00003'])
  expect(on('2026-03-23').messages).not.toContain('who-comes_00003')
  expect(on('2026-03-24')).toMatchObject({
    messages: ['meeting-invitation_00003', 'who-comes_00003'],
    tasks: ['name-who-comes_00003', 'escalate-who-comes_00003'],
  })
  // After the day nobody is asked who comes.
  expect(on('2026-03-27').tasks).toEqual(['record-meeting-result_00003'])
})

it('asks no more once it is said, and tells at once what is said after the family was told', () => {
  const named = (namedOn: string) =>
    arranged.and('attendance-named', { namedOn, role: 'manager', canDecide: true }).build()
  expect(plan(named('2026-03-20'), 'meeting', '00004', '2026-03-24', position)).toMatchObject({
    messages: ['who-comes_00003'],
    tasks: [],
  })
  expect(plan(named('2026-03-25'), 'meeting', '00004', '2026-03-25', position).messages).toEqual(['who-comes_00004'])
})

it('is asked anew for another meeting', () => {
  const again = arranged
    .and('attendance-named', { namedOn: '2026-03-20', role: 'manager', canDecide: true })
    .and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-03-23' })
    .and('meeting-arranged', { meetingOn: '2026-04-16', startsAt: '10:30', format: 'online' }, '2026-03-24')
  expect(again.build().attendance).toBeUndefined()
})
