import { expect, it } from 'vitest'
import type { Case } from '../../lambdas/cases/case.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { isStillToDo, type Task, taskId } from '../../lambdas/cases/task.ts'
import { aCase } from './case-builder.ts'
import { given } from './work/file-for-tests.ts'

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

const duty = aCase().and('appeal-conceded', { concededOn: '2026-02-20', duties: ['amend-contents'] })
const dutyDone = duty.and('duty-done', { of: '00002', rule: 'D31', doneOn: '2026-03-02' })
const asked = aCase().and('disagreement-resolution-asked', {
  askedOn: '2026-03-02',
  askedBy: 'family',
  subject: 'duties',
  occasion: 'at-review',
  parties: ['family', 'council'],
})
const answered = asked.and('disagreement-resolution-answered', {
  of: '00002',
  party: 'council',
  agrees: true,
  answeredOn: '2026-03-04',
})
const complained = aCase().and('complaint-made', {
  madeOn: '2026-03-02',
  about: 'school',
  points: [],
  awareOn: '2026-03-02',
})
const acknowledged = complained.and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-03-04' })
const DUE = '2026-03-24'

it.each<[string, Task, Case, boolean]>([
  [
    'a meeting is still to be arranged',
    given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-20' }, DUE),
    chosen.build(),
    true,
  ],
  [
    'a meeting has been arranged',
    given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-20' }, DUE),
    arranged.build(),
    false,
  ],
  [
    'the meeting was cancelled',
    given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-25' }, DUE),
    cancelled.build(),
    true,
  ],
  [
    'the family has declined since',
    given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-20' }, DUE),
    declined.build(),
    false,
  ],
  [
    'a certificate came because nothing was arranged',
    given('arrange-mediation', { fact: sequenceOf(2), moment: 'late' }, DUE),
    notArranged.build(),
    false,
  ],
  [
    'the family had a certificate before it chose',
    given('arrange-mediation', { fact: sequenceOf(4), moment: 'day-20' }, DUE),
    chosenWith.build(),
    true,
  ],
  ['the family has declined since', given('tell-adviser-not-arranged', sequenceOf(2), DUE), declined.build(), false],
  [
    'nobody has recorded what came of the meeting',
    given('record-meeting-result', sequenceOf(3), DUE),
    arranged.build(),
    true,
  ],
  [
    'the meeting was moved, which has a task of its own',
    given('record-meeting-result', sequenceOf(3), DUE),
    moved.build(),
    false,
  ],
  ['the result has been recorded', given('record-meeting-result', sequenceOf(3), DUE), ended.build(), false],
  ['the certificate has not come', given('chase-certificate', sequenceOf(4), DUE), ended.build(), true],
  ['the certificate has come', given('chase-certificate', sequenceOf(4), DUE), certified.build(), false],
  ['there has been no news but a note', given('check-no-news', sequenceOf(2), DUE), noted.build(), true],
  ['there has been news', given('check-no-news', sequenceOf(2), DUE), arranged.build(), false],
  ['the duty is not done', given('do-duty', { of: sequenceOf(2), rule: 'D31' }, DUE), duty.build(), true],
  ['the duty is done', given('do-duty', { of: sequenceOf(2), rule: 'D31' }, DUE), dutyDone.build(), false],
  ['another duty is not done', given('escalate-duty', { of: sequenceOf(2), rule: 'D14' }, DUE), duty.build(), false],
  [
    'the party has not answered',
    given('ask-party', { fact: sequenceOf(2), party: 'council' }, DUE),
    asked.build(),
    true,
  ],
  [
    'the party has answered',
    given('ask-party', { fact: sequenceOf(2), party: 'council' }, DUE),
    answered.build(),
    false,
  ],
  ['nobody has acknowledged', given('chase-acknowledgement', sequenceOf(2), DUE), complained.build(), true],
  ['somebody has acknowledged', given('chase-acknowledgement', sequenceOf(2), DUE), acknowledged.build(), false],
  ['nobody has answered', given('chase-complaint-answer', sequenceOf(2), DUE), acknowledged.build(), true],
])('when %s, the task $1.id is as it should be', (_, task, subject, expected) => {
  expect(isStillToDo(task, subject)).toBe(expected)
})

it.each<[Pick<Task, 'kind' | 'about'>, string]>([
  [given('chase-certificate', sequenceOf(3), DUE), 'chase-certificate_00003'],
  [given('do-duty', { of: sequenceOf(5), rule: 'D14' }, DUE), 'do-duty_00005-D14'],
  [given('ask-party', { fact: sequenceOf(5), party: 'health-body' }, DUE), 'ask-party_00005-health-body'],
  [given('ask-tribunal', { fact: sequenceOf(3), round: 2 }, DUE), 'ask-tribunal_00003-2'],
  [given('arrange-mediation', { fact: sequenceOf(2), moment: 'day-20' }, DUE), 'arrange-mediation_00002-day-20'],
  [given('tell-family-safely', { message: 'rights_00001_second' }, DUE), 'tell-family-safely_rights_00001_second'],
])('%o has an id that is never given twice: %s', (task, id) => {
  expect(taskId(task)).toBe(id)
})
