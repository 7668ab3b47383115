import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { aboutToBecomeDue, foresee } from '../../lambdas/cases/foresee.ts'
import { messageKey } from '../../lambdas/cases/message.ts'
import { taskId } from '../../lambdas/cases/task.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from './case-builder.ts'
import { fileOf } from './orders/stories.ts'
import { SETTINGS } from './plan/settings-for-tests.ts'
import { aFile } from './work/file-for-tests.ts'

function foreseen(before: CaseBuilder, facts: readonly NewFact[], on: string, known: Partial<CaseFile> = {}) {
  const subject = before.build()
  const file = { ...fileOf(subject, day(on)), ...known }
  const { messages, tasks, dates, after } = foresee(file, facts, new Date(`${on}T10:00:00Z`), SETTINGS)
  return {
    messages: messages.map((one) => messageKey(one)),
    begin: tasks.begin.map(taskId),
    end: tasks.end.map(taskId),
    dates,
    after,
  }
}

const opened = aCase({ sentOn: '2026-02-10' })

describe('what recording a fact will do', () => {
  it('tells the messages of the wait that it leads to, and the dates that move', () => {
    const certificate: NewFact = {
      type: 'certificate-issued',
      details: { issuedOn: day('2026-04-02'), contactedOn: day('2026-03-30') },
    }
    const { messages, dates, after } = foreseen(opened, [certificate], '2026-04-02')
    expect(messages).toEqual(['last-day-to-appeal_00002'])
    expect([dates.before?.appeal.lawDate, dates.after.appeal.lawDate]).toEqual(['2026-04-10', '2026-05-05'])
    expect(after.certificate).toMatchObject({ issuedOn: '2026-04-02' })
  })

  it('tells of a certificate that was on its way when the family came to disagree with the placement alone', () => {
    const certificate: NewFact = { type: 'certificate-issued', details: { issuedOn: day('2026-02-24') } }
    const narrowed = opened
      .and('mediation-chosen', { councilToldOn: '2026-02-11', contactedOn: '2026-02-11' })
      .and('meeting-arranged', {
        meetingOn: '2026-03-04',
        startsAt: '10:30',
        format: 'online',
        arrangedOn: '2026-02-12',
      })
      .and('dispute-changed', { changedOn: '2026-02-23', sections: ['I'] })
    const { messages, begin } = foreseen(narrowed, [certificate], '2026-02-24')
    expect(messages).toEqual(['last-day-to-appeal_00005'])
    expect(begin).toContain('ask-about-information_00005')
    // A certificate that nobody ever needed is no news.
    const never = aCase({ sentOn: '2026-02-10', placementOnly: true })
    expect(foreseen(never, [certificate], '2026-02-24').messages).not.toContain('last-day-to-appeal_00002')
  })

  it('tells nothing that has been told', () => {
    const corrected: NewFact = {
      type: 'contact-details-changed',
      details: {},
    }
    expect(foreseen(opened, [corrected], '2026-02-12').messages).toEqual([])
  })

  it('goes on through a wait that has nothing to wait for, to the end of the stage', () => {
    const withCertificate = opened
      .and('certificate-issued', { issuedOn: '2026-02-18', contactedOn: '2026-02-16' })
      .and('mediation-chosen', { councilToldOn: '2026-02-20' })
    const declined: NewFact = { type: 'mediation-declined', details: { declinedOn: day('2026-02-25') } }
    const { messages, begin, end } = foreseen(withCertificate, [declined], '2026-02-25')
    expect(messages).toEqual(['mediation-given-up_00004'])
    expect([begin, end]).toEqual([
      [],
      [
        'arrange-mediation_00003-day-20',
        'arrange-mediation_00003-day-25',
        'arrange-mediation_00003-late',
        'escalate-mediation_00003-late',
      ],
    ])
  })

  it('tells a family that its case is closing only where it is told so then', () => {
    const withdrawn: NewFact = {
      type: 'case-withdrawn',
      details: { withdrawnOn: day('2026-02-20'), reason: 'council-changed-decision' },
    }
    expect(foreseen(opened, [withdrawn], '2026-02-20').messages).toEqual(['closing-after-withdrawal_00002'])
  })

  it('tells of several facts what follows from all of them: no wait that they pass says anything', () => {
    const contacted: NewFact = { type: 'adviser-contacted', details: { contactedOn: day('2026-04-01') } }
    const declined: NewFact = { type: 'mediation-declined', details: { declinedOn: day('2026-04-01') } }
    expect(foreseen(opened, [contacted], '2026-04-01').messages).toEqual(['choose_00002'])
    const { messages, after } = foreseen(opened, [contacted, declined], '2026-04-01')
    expect(messages).toEqual(['certificate-due_00003'])
    expect(after.declined).toEqual({ sequence: '00003', declinedOn: '2026-04-01' })
  })
})

describe('what is about to become due', () => {
  it('is that of where the stage stands by now, where what sent it on was removed within seconds', () => {
    const removed = opened
      .and('mediation-chosen', { councilToldOn: '2026-02-18' })
      .and('meeting-arranged', { meetingOn: '2026-03-12', startsAt: '10:30', format: 'online' }, '2026-02-25')
      .and('fact-removed', { removes: '00003' }, '2026-02-25')
    const file = aFile(removed, [['meeting-date', '00002', '00002']])
    const waits = file.waits.map((wait) => ({
      ...wait,
      state: 'answered',
      answer: { outcome: 'meeting-arranged', heard: '00003' },
    })) as unknown as CaseFile['waits']
    expect(
      aboutToBecomeDue({ ...file, waits }, day('2026-02-25'), SETTINGS).map((message) => messageKey(message)),
    ).toEqual(['mediation-requested_00002'])
  })
})
