import { describe, expect, it } from 'vitest'
import { glossary } from '../../lambdas/guidance/glossary.ts'
import { COUNCILS } from './words-of-guidance.ts'

/** The anchors to which emails that were sent lead. One may be added; none may go. */
const ANCHORS = [
  'annual-review',
  'appeal',
  'best-endeavours',
  'council-send-team',
  'disability-discrimination',
  'disagreement-resolution',
  'early-years-provider',
  'ehc-needs-assessment',
  'ehc-plan',
  'first-tier-tribunal',
  'governing-board',
  'health-ombudsman',
  'independent-review-panel',
  'integrated-care-board',
  'local-authority',
  'local-offer',
  'mediation',
  'mediation-advice',
  'mediation-adviser',
  'mediation-certificate',
  'mediator',
  'ombudsman',
  'partnership-service',
  'permanent-exclusion',
  're-assessment',
  'reasonable-adjustments',
  'section-b',
  'section-f',
  'section-i',
  'sen',
  'sen-support',
  'senco',
  'send',
  'send-code-of-practice',
  'special-educational-provision',
  'suspension',
  'working-day',
  'young-person',
]

/** The terms that the factsheet explains or sets in bold, by the names of today. */
const TERMS_OF_THE_FACTSHEET = [
  'Education, Health and Care (EHC) plan',
  'EHC needs assessment',
  'First-tier Tribunal (SEND)',
  'Local Offer',
  'Mediation advice',
  'SEN support',
  'SEND Code of Practice',
  'Special educational needs coordinator (SENCO)',
  'Disagreement resolution',
  'Mediation',
  'Integrated care board (ICB)',
  'Best endeavours',
]

describe.each(COUNCILS)('the glossary of %s', (_, council) => {
  const entries = glossary(council)

  it('keeps every anchor that an email may lead to, each once', () => {
    expect(entries.map(({ id }) => id).toSorted()).toEqual(ANCHORS)
  })

  it('explains every term of the factsheet, and the council’s own services', () => {
    const terms = entries.map(({ term }) => term)
    expect(terms).toEqual(expect.arrayContaining(TERMS_OF_THE_FACTSHEET))
    expect(terms).toEqual(
      expect.arrayContaining([council.contacts.partnershipService.name, council.contacts.officer.name]),
    )
  })

  it('is in the order of the alphabet', () => {
    const terms = entries.map(({ term }) => term)
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en-GB')))
  })

  it('gives each form of a term to one entry alone', () => {
    const forms = entries.flatMap((entry) => entry.forms.map((form) => form.toLowerCase()))
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([])
  })

  it('says when no mediation advice is needed as the law does: the type of school or college', () => {
    const advice = entries.find(({ id }) => id === 'mediation-advice')?.explanation.join(' ')
    expect(advice).toContain('if you only disagree with the school or college named, or its type')
    expect(advice).toContain('if you only disagree that none is named')
  })

  it('leads to safe addresses', () => {
    for (const { url } of entries.flatMap(({ sources }) => sources)) expect(url).toMatch(/^https:\/\//)
  })
})

it('names the disagreement resolution service where it is not the mediation adviser’s organisation', () => {
  const [, council] = COUNCILS[0] ?? expect.fail('There is no council.')
  const point = { name: 'Mediation for All', phone: '01632 960400', email: 'agree@example.org' }
  const entry = glossary({ ...council, providers: { ...council.providers, disagreementResolution: point } }).find(
    ({ id }) => id === 'disagreement-resolution',
  )
  expect(entry?.forms).toContain('Mediation for All')
})
