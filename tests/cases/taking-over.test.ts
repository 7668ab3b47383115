import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { foresee, foreseeOpening } from '../../lambdas/cases/foresee.ts'
import { newCase } from '../../lambdas/cases/new-case.ts'
import { summaryOf } from '../../lambdas/cases/outcome.ts'
import { endingMessages } from '../../lambdas/cases/plan/ending.ts'
import { recordableFacts } from '../../lambdas/cases/recordable-facts.ts'
import { parseSequence } from '../../lambdas/cases/sequence.ts'
import { hasBegunInHistory } from '../../lambdas/cases/standing.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { leavesLater } from '../../lambdas/cases/telling/when-it-leaves.ts'
import { adviserWork } from '../../lambdas/cases/work/adviser-work.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { toldBefore } from '../../lambdas/messages/telling/told-before.ts'
import { aCase } from './case-builder.ts'
import { SETTINGS } from './plan/settings-for-tests.ts'

const NOW = new Date('2026-04-01T10:00:00Z')
const TODAY = day('2026-04-01')

/** A refusal of 10 February whose family has chosen mediation, taken over on 1 April. */
const opened = aCase({ history: 'being-recorded' })
const history = opened.and('mediation-chosen', chosen('2026-03-23'), '2026-04-01')
const complete = history.and('history-complete', {}, '2026-04-02')
const CHOSEN = parseSequence('00002')

function chosen(on: string) {
  return { councilToldOn: on, contactedOn: on, healthIssue: 'none' } as const
}

function fileOf(builder: typeof opened): CaseFile {
  const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: TODAY, sentOn: TODAY } as const
  const contact = { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee' } as const
  const subject = builder.build()
  const { record, ...file } = newCase({ caseId: subject.caseId, decision, contact, recordedBy: 'officer-1' }, NOW)
  return { ...file, subject, record: { ...record, ...summaryOf(subject) } }
}

describe('while its history is being recorded, a case', () => {
  it('tells the council nothing but to finish, from five working days after it was opened', () => {
    const { openedAt } = opened.build()
    expect(openedAt.slice(0, 10)).toBe('2026-02-10')
    expect(tasksOf(fileOf(history), TODAY, SETTINGS)).toEqual([
      { kind: 'finish-taking-over', about: '00001', dueOn: '2026-02-17' },
    ])
    expect(adviserWork(fileOf(history), TODAY)).toEqual([])
    expect(adviserWork(fileOf(complete), TODAY)).not.toEqual([])
  })

  it('tells the family nothing, whatever is recorded', () => {
    const facts: NewFact[] = [
      { type: 'mediation-chosen', details: { ...chosen('2026-03-23'), councilToldOn: TODAY, contactedOn: TODAY } },
      { type: 'contact-details-changed', details: { joins: ['second'] } },
      { type: 'fact-removed', details: { removes: CHOSEN } },
    ]
    const { messages, held, tasks } = foresee(fileOf(opened), facts, NOW, SETTINGS)
    expect([messages, held, tasks]).toEqual([[], [], { begin: [], end: [] }])
  })

  it('is opened with nothing sent', () => {
    const decision = { decisionKind: 'plan-contents', placementOnly: false, printedOn: TODAY, sentOn: TODAY } as const
    const contact = { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee' } as const
    const opening = { caseId: 'one', decision, contact, recordedBy: 'officer-1' }
    expect(foreseeOpening(newCase(opening, NOW), NOW, SETTINGS).messages).toHaveLength(1)
    const underWay = foreseeOpening(newCase({ ...opening, history: 'being-recorded' }, NOW), NOW, SETTINGS)
    expect(underWay.messages).toEqual([])
    expect(underWay.tasks.begin).toMatchObject([{ kind: 'finish-taking-over', dueOn: '2026-04-10' }])
  })

  it('stays so when its decision is corrected, and its own row says so', () => {
    const corrected = history.correct('case-opened', '00001', { sentOn: '2026-02-11' }, '2026-04-01')
    expect(summaryOf(corrected.build()).history).toBe('being-recorded')
    expect(summaryOf(complete.build()).history).toBeUndefined()
  })
})

describe('when its history is complete, a case', () => {
  it('is told of in one message, or in none with a reason, and never twice', () => {
    const finish = (details: { leftOut?: 'told-before' }) =>
      foresee(fileOf(history), [{ type: 'history-complete', details }], NOW, SETTINGS)
    expect(finish({}).messages).toEqual([])
    expect(finish({}).held).toMatchObject([{ key: 'where-your-case-stands_00003', state: 'ready' }])
    expect(finish({ leftOut: 'told-before' }).held).toMatchObject([{ state: 'not-needed', reason: 'left-out' }])
    const kinds = (builder: typeof opened) => recordableFacts(fileOf(builder))
    expect(kinds(history)).toContain('history-complete')
    expect(kinds(complete)).not.toContain('history-complete')
    expect(kinds(aCase())).not.toContain('history-complete')
  })

  it('tells nothing of what is recorded with that', () => {
    const { messages, held } = foresee(
      fileOf(opened),
      [
        { type: 'mediation-chosen', details: { councilToldOn: TODAY, contactedOn: TODAY, healthIssue: 'none' } },
        { type: 'history-complete', details: {} },
      ],
      NOW,
      SETTINGS,
    )
    expect([...messages.map((due) => due.kind), ...held.map(({ key }) => key)]).toEqual([
      'where-your-case-stands_00003',
    ])
  })

  it('counts the waits that its stages had come to as told, and those that they come to since as not', () => {
    const hasBegun = (wait: 'meeting-date' | 'certificate-without-meeting') =>
      hasBegunInHistory(complete.build(), { stage: 'mediation', startedFrom: CHOSEN, wait, heard: CHOSEN }, SETTINGS)
    expect(hasBegun('meeting-date')).toBe(true)
    expect(hasBegun('certificate-without-meeting')).toBe(false)
  })

  it('tells no end that a fact of its history brought, and every end that its time brings', () => {
    const subject = complete.build()
    const end = (ending: 'agreement-reached' | 'no-news') =>
      endingMessages(subject, { stage: 'mediation', ending, heard: CHOSEN }, true)
    expect(end('agreement-reached')).toEqual([])
    expect(end('no-news')).toHaveLength(1)
  })

  it('was told of by then, in whatever way, so that what was wrong is put right', () => {
    const corrected = complete.correct('mediation-chosen', '00002', chosen('2026-03-24'), '2026-04-03').build()
    const message = { kind: 'dates-corrected', about: parseSequence('00004') } as const
    expect(toldBefore({ subject: corrected, messages: [] }, message, []).lastTold).toBe('2026-04-02T10:00:00.000Z')
  })

  it('lets what was learnt late before that hold nothing back', () => {
    const message = { kind: 'choose', about: CHOSEN } as const
    expect(leavesLater(history.build(), message, NOW)).toBeUndefined()
    const ordinary = aCase().and('mediation-chosen', chosen('2026-03-23'), '2026-04-01').build()
    expect(leavesLater(ordinary, message, NOW)).toBeDefined()
  })
})
