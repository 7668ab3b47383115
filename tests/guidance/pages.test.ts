import { describe, expect, it } from 'vitest'
import type { GuidancePage, Part } from '../../lambdas/guidance/page.ts'
import { guidancePages } from '../../lambdas/guidance/pages/all-pages.ts'
import { PATHS } from '../../lambdas/guidance/paths.ts'
import { COUNCILS, linksOf, textsOf } from './words-of-guidance.ts'

const [, council] = COUNCILS[0] ?? expect.fail('There is no council.')
const pages = guidancePages(council)
const page = (path: string): GuidancePage => pages.find((one) => one.path === path) ?? expect.fail(`No page ${path}.`)
const saidOn = (path: string) => textsOf(page(path)).join('\n')

/** The points or numbered items below a heading. */
function listBelow(path: string, heading: string): readonly string[] {
  const parts: readonly Part[] = page(path).sections.find((section) => section.heading === heading)?.parts ?? []
  return parts.flatMap((part) =>
    typeof part === 'string' ? [] : 'points' in part ? part.points : 'numbered' in part ? part.numbered : [],
  )
}

describe('what the factsheet tells a family', () => {
  it('first steps: the teacher, the SENCO or the headteacher, an assessment, and the council’s service', () => {
    const steps = listBelow(PATHS.start, 'First steps')
    expect(steps[0]).toContain('teacher, the SENCO or the headteacher')
    expect(steps[1]).toContain('ask the council for an EHC needs assessment')
    expect(steps[2]).toContain(council.contacts.officer.name)
  })

  it('seeking help: a friend or relative at a meeting, notes and records, and the partnership service', () => {
    expect(listBelow(PATHS.start, 'Get help to say what worries you')).toHaveLength(4)
    expect(listBelow(PATHS.start, 'Who can help you')).toHaveLength(5)
    expect(saidOn(PATHS.start)).toContain('prepare for a meeting, and can come with you')
  })

  it('more than one way, and what that does not change', () => {
    expect(saidOn(PATHS.start)).toContain('Most of the time you can use more than one.')
    expect(listBelow(PATHS.start, 'Do I have to choose one way?')[0]).toBe(
      'The time for an appeal does not stop. A complaint, a talk or disagreement resolution does not change your dates.',
    )
  })

  it('a complaint in five points, and the Ombudsman after it', () => {
    expect(listBelow(PATHS.complaint, 'How to complain')).toHaveLength(5)
    expect(listBelow(PATHS.complaint, 'How to complain')[1]).toContain('“complaint”')
    expect(saidOn(PATHS.complaint)).toContain('within 12 months of the day you first knew')
    expect(saidOn(PATHS.complaint)).toContain('cannot look at what you took to the Tribunal, or could have taken there')
  })

  it('disagreement resolution: three kinds, five occasions, and no certificate', () => {
    expect(listBelow(PATHS.disagreementResolution, 'What it is for')).toHaveLength(3)
    expect(listBelow(PATHS.disagreementResolution, 'When you can use it')).toHaveLength(5)
    for (const word of [
      'voluntary',
      'free',
      'confidential',
      'independent',
      'does not give you a mediation certificate',
    ]) {
      expect(saidOn(PATHS.disagreementResolution)).toContain(word)
    }
  })

  it('mediation: after five decisions, with the times of the law and its one exception', () => {
    expect(listBelow(PATHS.mediation, 'When you can use it')).toHaveLength(5)
    expect(listBelow(PATHS.mediation, 'When you do not need the adviser')).toHaveLength(3)
    for (const words of [
      'within 2 months of the day the decision letter was sent',
      'within 3 working days',
      'within 30 days',
      'at least 5 working days before',
      'You can still appeal, even with no certificate.',
    ]) {
      expect(saidOn(PATHS.mediation)).toContain(words)
    }
  })

  it('an appeal against six decisions, on its two forms', () => {
    expect(listBelow(PATHS.appeal, 'What you can appeal')).toHaveLength(6)
    expect(saidOn(PATHS.appeal)).toMatch(/SEND35A if the council said no to an assessment\. It is SEND35 for any other/)
  })

  it('where to find more: the Local Offer, the code with its short guide, and the national organisations', () => {
    const links = linksOf(page(PATHS.organisations))
    expect(links.map(({ href }) => href)).toContain(council.contacts.localOffer)
    const texts = links.map(({ text }) => text).join('\n')
    for (const name of ['SEND Code of Practice', 'shorter guide', 'Coram', 'Contact', 'IPSEA']) {
      expect(texts).toContain(name)
    }
  })
})

describe('what the factsheet does not tell', () => {
  it('health and social care: recommendations beside an appeal, and not where the council said no to an assessment', () => {
    const said = saidOn(PATHS.healthAndSocialCare)
    expect(said).toContain('You cannot appeal about health or social care alone.')
    expect(said).toContain('You cannot do this if the council said no to an assessment.')
  })

  it('an exclusion and a claim have other clocks, and never a mediation date', () => {
    const said = saidOn(PATHS.exclusionAndDiscrimination)
    expect(said).toContain('the mediation dates are not for them')
    expect(said).toContain('15 school days')
    expect(said).toContain('within 6 months of what happened')
    expect(linksOf(page(PATHS.exclusionAndDiscrimination)).map(({ href }) => href)).not.toContain(PATHS.dates)
  })
})

describe('the council’s own file', () => {
  it('decides who runs disagreement resolution, and where complaints go', () => {
    const point = { name: 'Example Resolution', phone: '01632 960400', email: 'agree@example.org' }
    const own = guidancePages({
      ...council,
      contacts: {
        ...council.contacts,
        complaintPages: { council: 'https://example.gov.uk/complain', health: 'https://example.nhs.uk/complain' },
      },
      providers: { ...council.providers, disagreementResolution: point },
    })
    const find = (path: string) => own.find((one) => one.path === path) ?? expect.fail(path)
    expect(textsOf(find(PATHS.disagreementResolution)).join()).toContain('Contact Example Resolution')
    expect(JSON.stringify(find(PATHS.organisations))).toContain('agree@example.org')
    const links = linksOf(find(PATHS.complaint)).map(({ href }) => href)
    expect(links).toEqual(
      expect.arrayContaining(['https://example.gov.uk/complain', 'https://example.nhs.uk/complain']),
    )
  })
})

describe('the links', () => {
  it('lead to pages and anchors that are there, or to safe addresses elsewhere', () => {
    const known = new Set<string>([...Object.values(PATHS)])
    for (const one of pages) {
      const anchors = one.sections.flatMap(({ id }) => (id ? [`#${id}`] : []))
      for (const { href } of linksOf(one)) {
        expect(
          /^https:\/\/[^ ]+$/.test(href) || known.has(href) || anchors.includes(href),
          `${href} on ${one.path}`,
        ).toBe(true)
      }
    }
  })

  it('lead from the start to every page', () => {
    const fromStart = linksOf(page(PATHS.start)).map(({ href }) => href)
    const others = Object.values(PATHS).filter((path) => path !== PATHS.start && path !== PATHS.claimDate)
    expect(fromStart).toEqual(expect.arrayContaining(others))
    expect(linksOf(page(PATHS.exclusionAndDiscrimination)).map(({ href }) => href)).toContain(PATHS.claimDate)
  })

  it('have words of their own: no two on a page lead to different places under one name', () => {
    for (const one of pages) {
      const places = new Map<string, string>()
      for (const { text, href } of linksOf(one)) {
        expect([one.path, text, places.get(text) ?? href]).toEqual([one.path, text, href])
        places.set(text, href)
      }
    }
  })
})
