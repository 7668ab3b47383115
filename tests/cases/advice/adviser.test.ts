import { describe, expect, it } from 'vitest'
import { adviserOf, advisersOf, advisersToReach, otherAdviserId } from '../../../lambdas/cases/advice/adviser.ts'
import { council } from '../../messages/situations.ts'
import { aCase } from '../case-builder.ts'

const { mediationAdviser } = council.providers
const north = { ...mediationAdviser, id: 'north', name: 'Adviser of the North' }
const several = { mediationAdviser, otherMediationAdvisers: [north] }
const names = (contacts: readonly { readonly name: string }[]) => contacts.map(({ name }) => name)

describe('the mediation adviser of a case', () => {
  it('is the one of the council, where it has one', () => {
    const opened = aCase().build()
    expect(advisersOf(council.providers)).toEqual([{ id: 'first', contact: mediationAdviser }])
    expect(adviserOf(opened, council.providers).contact).toBe(mediationAdviser)
    expect(advisersToReach(opened, council.providers)).toEqual([mediationAdviser])
  })

  it('is any of several while the family has not chosen, and the first gets what is to be done', () => {
    const opened = aCase().build()
    expect(names(advisersToReach(opened, several))).toEqual(['Global Mediation', 'Adviser of the North'])
    expect(adviserOf(opened, several).id).toBe('first')
  })

  it('is the one that was said last, by whichever fact', () => {
    const chosen = aCase()
      .and('adviser-contacted', { contactedOn: '2026-03-02', adviser: 'first' })
      .and('mediation-chosen', { councilToldOn: '2026-03-04', adviser: 'north' })
    expect(names(advisersToReach(chosen.build(), several))).toEqual(['Adviser of the North'])
    const later = chosen.and('certificate-issued', { issuedOn: '2026-03-06' }).build()
    expect(adviserOf(later, several)).toEqual({
      id: 'north',
      contact: { ...mediationAdviser, name: 'Adviser of the North' },
    })
    const back = chosen.and('mediation-declined', { declinedOn: '2026-03-09', adviser: 'first' }).build()
    expect(names(advisersToReach(back, several))).toEqual(['Global Mediation'])
  })

  it('is the first of the council where its file does not name the other any more', () => {
    const chosen = aCase().and('adviser-contacted', { contactedOn: '2026-03-02', adviser: 'gone' }).build()
    expect(adviserOf(chosen, several).id).toBe('first')
    expect(names(advisersToReach(chosen, several))).toEqual(['Global Mediation', 'Adviser of the North'])
  })

  it('has a digest of its own, and the first keeps the one it had', () => {
    expect(advisersOf(several).map(otherAdviserId)).toEqual([undefined, 'north'])
  })
})
