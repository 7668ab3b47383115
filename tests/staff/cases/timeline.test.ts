import { describe, expect, it } from 'vitest'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { parseCalendarDate as day } from '../../../lambdas/law/calendar-date.ts'
import { timeline } from '../../../lambdas/staff/cases/timeline.ts'
import { aCase } from '../../cases/case-builder.ts'
import { aTask, caseFile } from './case-file-for-tests.ts'

const NO_NAMES: ReadonlyMap<string, string> = new Map()
const NO_WORDS = new Map()
const certified = aCase().and('certificate-issued', { issuedOn: '2026-03-02' }, '2026-03-03')
const corrected = certified.and(
  'fact-corrected',
  { corrects: '00002', details: { issuedOn: day('2026-03-03') } },
  '2026-03-04',
)

describe('the timeline', () => {
  it('tells a corrected fact as it is right, with what was wrong and when it was corrected', () => {
    const [correction, certificate] = timeline(caseFile(corrected.build()), NO_WORDS, NO_NAMES)
    expect(certificate).toMatchObject({
      title: 'The mediation certificate was issued',
      tag: { text: 'Corrected' },
      lines: [
        'Dated Tuesday 3 March 2026.',
        'Recorded wrongly as: Dated Monday 2 March 2026. Corrected on Wednesday 4 March 2026 at 10am.',
      ],
    })
    expect(correction).toMatchObject({
      title: 'A mistake was corrected',
      lines: [
        'What was corrected: “The mediation certificate was issued”.',
        'It said: Dated Monday 2 March 2026.',
        'It says now: Dated Tuesday 3 March 2026.',
      ],
    })
  })

  it('tells each of two corrections with what it changed', () => {
    const twice = corrected.and(
      'fact-corrected',
      { corrects: '00002', details: { issuedOn: day('2026-03-04') } },
      '2026-03-05',
    )
    const [second, first] = timeline(caseFile(twice.build()), NO_WORDS, NO_NAMES)
    expect(second?.lines.slice(1)).toEqual([
      'It said: Dated Tuesday 3 March 2026.',
      'It says now: Dated Wednesday 4 March 2026.',
    ])
    expect(first?.lines.slice(1)).toEqual([
      'It said: Dated Monday 2 March 2026.',
      'It says now: Dated Tuesday 3 March 2026.',
    ])
  })

  it('strikes out in words what never happened', () => {
    const removed = certified.and('fact-removed', { removes: '00002' }, '2026-03-04')
    const [removal, certificate] = timeline(caseFile(removed.build()), NO_WORDS, NO_NAMES)
    expect(certificate).toMatchObject({
      title: 'Taken back: The mediation certificate was issued',
      lines: [
        'This never happened. It was taken back on Wednesday 4 March 2026 at 10am.',
        'It said: Dated Monday 2 March 2026.',
      ],
    })
    expect(removal?.lines[0]).toBe('What never happened: “The mediation certificate was issued”.')
  })

  it('names which of two complaints something is about, and not where there is one', () => {
    const complaint = { about: 'council', points: [], madeOn: '2026-03-02', awareOn: '2026-02-16' } as const
    const one = aCase().and('complaint-made', complaint)
    const answered = (subject: typeof one) =>
      timeline(
        caseFile(
          subject.and('complaint-answered', { of: '00002', answeredOn: '2026-03-09', result: 'upheld' }).build(),
        ),
        NO_WORDS,
        NO_NAMES,
      )[0]?.lines
    expect(answered(one)).toEqual(['Upheld. Answered on Monday 9 March 2026.'])
    expect(answered(one.and('complaint-made', { ...complaint, about: 'school' }))).toEqual([
      'Upheld. Answered on Monday 9 March 2026.',
      'Complaint about the council, made on Monday 2 March 2026.',
    ])
  })

  it('tells tasks with what they are about', () => {
    const conceded = aCase()
      .and('appeal-registered', { receivedOn: '2026-02-16' })
      .and('appeal-conceded', { concededOn: '2026-02-20', duties: ['amend-contents'] })
    const [entry] = timeline(
      caseFile(conceded.build(), { tasks: [aTask('do-duty', { of: sequenceOf(3), rule: 'D31' })] }),
      NO_WORDS,
      NO_NAMES,
    )
    expect(entry?.lines).toEqual([
      'Send the plan with its contents amended, after conceding, by Friday 27 March 2026.',
      'Due Monday 9 March 2026.',
    ])
  })
})
