import { expect, it } from 'vitest'
import type { Case } from '../../lambdas/cases/case.ts'
import { isStillToDo, type Task, type TaskKind } from '../../lambdas/cases/task.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04' })
const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' })
const moved = arranged.and('meeting-moved', { meetingOn: '2026-03-23', startsAt: '10:00', format: 'online' })
const ended = arranged.and('mediation-not-agreed', { concludedOn: '2026-03-20' })
const certified = ended.and('certificate-issued', { issuedOn: '2026-03-24' })
const cancelled = arranged.and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-03-18' })
const declined = chosen.and('mediation-declined', { declinedOn: '2026-03-18' })
const notArranged = chosen.and('certificate-issued', { issuedOn: '2026-04-08' })
const chosenWith = aCase()
  .and('mediation-declined', { declinedOn: '2026-03-02' })
  .and('certificate-issued', { issuedOn: '2026-03-04' })
  .and('mediation-chosen', { councilToldOn: '2026-03-09' })
const noted = chosen.and('note-added', {})

function task(kind: TaskKind, about: string): Task {
  return {
    id: `${kind}_${about}`,
    kind,
    about,
    dueOn: parseCalendarDate('2026-03-24'),
    state: 'open',
    createdAt: '2026-03-24T09:00:00.000Z',
  }
}

it.each<[string, TaskKind, string, Case, boolean]>([
  ['a meeting is still to be arranged', 'arrange-mediation', '00002-day-20', chosen.build(), true],
  ['a meeting has been arranged', 'arrange-mediation', '00002-day-20', arranged.build(), false],
  ['the meeting was cancelled', 'arrange-mediation', '00002-day-25', cancelled.build(), true],
  ['the family has declined since', 'arrange-mediation', '00002-day-20', declined.build(), false],
  ['a certificate came because nothing was arranged', 'arrange-mediation', '00002-late', notArranged.build(), false],
  ['the family had a certificate before it chose', 'arrange-mediation', '00004-day-20', chosenWith.build(), true],
  ['the family has declined since', 'tell-adviser-not-arranged', '00002', declined.build(), false],
  ['nobody has recorded what came of the meeting', 'record-meeting-result', '00003', arranged.build(), true],
  ['the meeting was moved, which has a task of its own', 'record-meeting-result', '00003', moved.build(), false],
  ['the result has been recorded', 'record-meeting-result', '00003', ended.build(), false],
  ['the certificate has not come', 'chase-certificate', '00004', ended.build(), true],
  ['the certificate has come', 'chase-certificate', '00004', certified.build(), false],
  ['there has been no news but a note', 'check-no-news', '00002', noted.build(), true],
  ['there has been news', 'check-no-news', '00002', arranged.build(), false],
])('when %s, the task %s about %s is as it should be', (_, kind, about, subject, expected) => {
  expect(isStillToDo(task(kind, about), subject, false)).toBe(expected)
})

it('ends with the case, but for a family that has to be told another way', () => {
  expect(isStillToDo(task('chase-certificate', '00004'), ended.build(), true)).toBe(false)
  expect(isStillToDo(task('tell-family-another-way', 'rights_00001'), ended.build(), true)).toBe(true)
  expect(
    isStillToDo(
      { ...task('tell-family-another-way', 'rights_00001'), state: 'done', doneAt: '2026-03-09T10:00:00.000Z' },
      ended.build(),
      true,
    ),
  ).toBe(false)
})
