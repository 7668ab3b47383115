import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CHILD_KEYS, casesOfSameChild, childKeys, hashedChildKeys } from '../../lambdas/cases/child-keys.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

const contact = (changes: Partial<Contact> = {}): Contact => ({
  name: 'Sam Taylor',
  relationship: 'parent',
  childName: 'Robin Taylor',
  ...changes,
})
const KNOWN = contact({
  bornOn: parseCalendarDate('2015-04-03'),
  childReference: 'SEN/1234',
  uniquePupilNumber: 'B801200005001',
})

describe('the name of a child', () => {
  const compared = (childName: string) => childKeys(contact({ childName }))['child-name']

  it.each([
    ['ROBIN TAYLOR', 'in capitals'],
    [' Robin   Taylor ', 'with other blanks'],
    ['Robin\u00a0Taylor', 'with a no-break space'],
    ['Robin-Taylor', 'with a hyphen'],
    ['Robin\u2010Taylor', 'with another hyphen'],
    ['RobinTaylor', 'in one'],
    ['Ｒｏｂｉｎ Taylor', 'in wide letters'],
    ['Ro\u200dbin Taylor', 'with a joiner that cannot be seen'],
    ['Robin “Taylor”', 'in quotation marks'],
  ])('is the same as %s, %s', (other) => {
    expect(compared(other)).toBe(compared('Robin Taylor'))
  })

  it.each([
    ['Seán O’Brien', "Sean O'Brien"],
    ['Seán O’Brien', 'sean obrien'],
    ['Zoë', 'Zoe\u0308'],
    ['Zoë', 'Zoe'],
    ['Łukasz Gołąb', 'Lukasz Golab'],
    ['Søren Ærø', 'Soren Aero'],
    ['Đorđe Þór', 'Dorde Thor'],
    ['Strauß', 'STRAUSS'],
    ['İpek Işık', 'Ipek Isik'],
    ['Νίκος', 'ΝΙΚΟΣ'],
    ['ﬁona', 'Fiona'],
    ['Anne-Marie', 'Anne Marie'],
  ])('%s is the same as %s', (one, other) => {
    expect(compared(one)).toBe(compared(other))
    expect(compared(one)).toBeDefined()
  })

  it.each([
    ['Robin Taylor', 'Robyn Taylor'],
    ['Robin Taylor', 'Taylor Robin'],
    ['Robin Taylor', 'Robin Taylor 2'],
    ['राम', 'रमा'],
    ['مريم', 'مرام'],
  ])('%s is another than %s', (one, other) => {
    expect(compared(one)).not.toBe(compared(other))
  })

  it('of no letter and no digit is none', () => {
    expect(compared('—')).toBeUndefined()
  })
})

describe('a reference', () => {
  const compared = (childReference: string) => childKeys(contact({ childReference }))['child-reference']

  it('is the same in small letters, with blanks and with another hyphen, and in nothing else', () => {
    for (const same of ['sen/12-34', ' SEN / 12-34', 'SEN/12–34', 'ＳＥＮ/12-34'])
      expect(compared(same), same).toBe(compared('SEN/12-34'))
    for (const other of ['SEN/1234', 'SEN/12-3', 'SEN/12-340', 'SÉN/12-34', 'SEN12-34'])
      expect(compared(other), other).not.toBe(compared('SEN/12-34'))
  })
})

describe('the keys of a child', () => {
  it('are not known where nothing was typed', () => {
    expect(childKeys(contact())).toEqual({
      'child-reference': undefined,
      'unique-pupil-number': undefined,
      'child-name': 'ROBINTAYLOR',
      'born-on': undefined,
    })
    expect(hashedChildKeys('secret', contact())['born-on']).toBeUndefined()
  })

  it('are hashed with HMAC-SHA-256, each with its kind', () => {
    const expected = createHmac('sha256', 'secret').update('child-name\nROBINTAYLOR').digest('base64url')
    expect(hashedChildKeys('secret', KNOWN)['child-name']).toBe(expected)
    // The same text under two kinds is two things.
    const alike = hashedChildKeys('secret', contact({ childReference: 'A1', uniquePupilNumber: 'A1' }))
    expect(alike['child-reference']).not.toBe(alike['unique-pupil-number'])
  })

  it('tell nothing: a hash is as long for each, and another under another secret', () => {
    const hashes = hashedChildKeys('secret', KNOWN)
    const others = hashedChildKeys('another', KNOWN)
    for (const key of CHILD_KEYS) {
      expect(hashes[key]).toMatch(/^[\w-]{43}$/)
      expect(hashes[key]).not.toBe(others[key])
    }
    expect(new Set(Object.values(hashes)).size).toBe(CHILD_KEYS.length)
  })
})

describe('the cases of the same child', () => {
  const NONE = { 'child-reference': [], 'unique-pupil-number': [], 'child-name': [], 'born-on': [] }

  it('are those with its reference, or its pupil number, each once', () => {
    const found = { ...NONE, 'child-reference': ['A', 'B'], 'unique-pupil-number': ['B', 'C'] }
    expect(casesOfSameChild(found)).toEqual(['A', 'B', 'C'])
  })

  it('are those with its name and its date of birth, and not those with one of the two', () => {
    expect(casesOfSameChild({ ...NONE, 'child-name': ['A', 'B'], 'born-on': ['B', 'C'] })).toEqual(['B'])
    expect(casesOfSameChild({ ...NONE, 'child-name': ['A'] })).toEqual([])
    expect(casesOfSameChild({ ...NONE, 'born-on': ['A'] })).toEqual([])
  })
})
