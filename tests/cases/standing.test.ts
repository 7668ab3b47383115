import { describe, expect, it } from 'vitest'
import { standings } from '../../lambdas/cases/standing.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from './case-builder.ts'
import { SETTINGS } from './plan/settings-for-tests.ts'

function where(builder: CaseBuilder, today: string) {
  return standings(builder.build(), parseCalendarDate(today), SETTINGS).map(
    ({ stage, wait, heard, ending }) => `${stage}: ${wait} since ${heard}${ending ? `, ended: ${ending}` : ''}`,
  )
}

const opened = aCase({ sentOn: '2026-02-10' })

describe('where a stage stands', () => {
  it('is at its first wait when nothing has happened, and at the next when the time of that is over', () => {
    expect(where(opened, '2026-04-10')).toEqual(['mediation-advice: adviser-contact since 00001'])
    expect(where(opened, '2026-04-11')).toEqual(['mediation-advice: late-contact since 00001'])
  })

  it('is the same whichever of two facts was recorded first', () => {
    const contacted = { contactedOn: '2026-03-02' }
    const declined = { declinedOn: '2026-03-09' }
    const asItWas = opened.and('adviser-contacted', contacted).and('mediation-declined', declined, '2026-03-20')
    const learntLate = opened
      .and('mediation-declined', declined, '2026-03-20')
      .and('adviser-contacted', contacted, '2026-03-20')
    expect(where(asItWas, '2026-03-20')).toEqual(['mediation-advice: certificate-after-declining since 00003'])
    expect(where(learntLate, '2026-03-20')).toEqual(['mediation-advice: certificate-after-declining since 00002'])
  })

  it('goes on after a long silence when something happens after all', () => {
    const silent = opened.and('adviser-contacted', { contactedOn: '2026-03-02' })
    expect(where(silent, '2027-06-01')).toEqual(['mediation-advice: choice since 00002, ended: no-news'])
    const chosen = silent.and('mediation-chosen', { councilToldOn: '2027-06-01' })
    expect(where(chosen, '2027-06-01')).toEqual([
      'mediation-advice: choice since 00002, ended: mediation-chosen',
      'mediation: meeting-date since 00003',
    ])
  })

  it('stays ended when somebody did not want to take part, whatever was fixed on the same day', () => {
    const asked = opened.and('disagreement-resolution-asked', {
      askedOn: '2026-02-12',
      askedBy: 'family',
      subject: 'duties',
      occasion: 'at-review',
      parties: ['family', 'council'],
    })
    const meeting = { of: '00002', meetingOn: '2026-03-05', startsAt: '10:30', format: 'online' } as const
    const refused = { of: '00002', party: 'council', agrees: false, answeredOn: '2026-02-20' } as const
    const fixedFirst = asked
      .and('disagreement-resolution-meeting', meeting, '2026-02-20')
      .and('disagreement-resolution-answered', refused)
    expect(where(fixedFirst, '2026-02-20')).toContain(
      'disagreement-resolution: parties-agree since 00004, ended: party-declined',
    )
  })
})
