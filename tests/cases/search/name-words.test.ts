import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../lambdas/cases/contact.ts'
import { wordsOfName } from '../../../lambdas/cases/search/name-words.ts'
import { nearness } from '../../../lambdas/cases/search/nearness.ts'
import { MOST_KEYS, searchKeys } from '../../../lambdas/cases/search/search-keys.ts'

const family = (childName: string, others: Partial<Contact> = {}): Contact => ({
  name: 'Quincy Parent',
  relationship: 'parent',
  childName,
  ...others,
})

describe('a name is found however it is spelled', () => {
  it.each([
    ['O’Connor', "O'Connor"],
    ['O’Connor', 'OConnor'],
    ["O'Connor", 'o connor'],
    ['O Connor', 'O’Connor'],
    ["O'Connor", 'Connor'],
    ["O'Connor", 'conn'],
    ['Zoë', 'Zoe'],
    ['Zoe', 'ZOË'],
    ['Łukasz', 'lukasz'],
    ['Lukasz', 'Łukasz'],
    ['Müller', 'Muller'],
    ['Müller', 'Mueller'],
    ['Mueller', 'Müller'],
    ['Mu\u0308ller', 'Mueller'],
    ['Jørgensen', 'Joergensen'],
    ['Jørgensen', 'Jorgensen'],
    ['Großmann', 'Grossmann'],
    ['Nguyễn Văn Đức', 'nguyen duc'],
    ['Nguyen', 'Nguyễn'],
    ['Smith-Jones', 'Smith Jones'],
    ['Smith-Jones', 'Jones'],
    ['Smith-Jones', 'Jones-Smith'],
    ['Smith-Jones', 'smithjones'],
    ['Smith Jones', 'Smith–Jones'],
    ['van der Berg', 'vanderberg'],
    ['Vanderberg', 'van der Berg'],
    ['Ada van der Berg', 'berg ada'],
    ['Mc Donald', 'McDonald'],
    ['McDonald', 'Mc Donald'],
    ['Al-Hassan', 'Al Hassan'],
    ['Al Hassan', 'alhassan'],
    ['Alhassan', 'Al-Hassan'],
    ['Sam Taylor', 'Taylor, Sam'],
    ['Sam Taylor', 'Mr S. Taylor'],
    ['Sam Taylor', 'tay sa'],
    ['Юлия Ёлкина', 'юлия елкина'],
    ['مُحَمَّد أحمد', 'محمد احمد'],
    ['فاطمة', 'فاطمه'],
    ['李小龍', '李'],
    ['Seán\u00adMór', 'seanmor'],
    ['Þóra', 'Thora'],
  ])('%s by %s', (name, typed) => {
    expect(nearness(family(name), typed)).toBeLessThanOrEqual(1)
  })

  it.each([
    ['Sam Taylor', 'Taylors'],
    ['Sam Taylor', 'aylor'],
    ['Sam Taylor', 'Robin'],
    ['Sam Taylor', 'Sam Miller'],
    ['Sam Taylor', '’ - .'],
    ['Mr Bean', 'Dr'],
  ])('%s is not found by %s', (name, typed) => {
    expect(nearness(family(name), typed)).toBeUndefined()
  })

  it('nearer where whole words are those of one person than where they begin them, or belong to several', () => {
    const contact = family('Ada Smith', { name: 'Sam Jones' })
    expect(['smith ada', 'smi a', 'ada jones'].map((typed) => nearness(contact, typed))).toEqual([0, 1, 2])
  })

  it('of everybody whom the case has', () => {
    const other = { by: 'email', email: 'x@example.com' } as const
    const contact = family('Ada Smith', {
      second: { name: 'Bea Second', ...other },
      representative: { name: 'Cem Acting', gets: 'copy', ...other },
    })
    for (const typed of ['ada', 'quincy', 'bea second', 'acting']) expect(nearness(contact, typed), typed).toBe(0)
  })
})

it('takes the words apart and together', () => {
  expect(wordsOfName('Zoë O’Connor-Müller')).toEqual([
    'ZOE',
    'OCONNOR',
    'CONNOR',
    'MULLER',
    'MUELLER',
    'OCONNORMULLER',
    'OCONNORMUELLER',
  ])
  expect(wordsOfName('Ada van der Berg')).toEqual(['ADA', 'VAN', 'DER', 'BERG', 'VANDERBERG'])
})

describe('the keys of a case', () => {
  it('are five rows for a usual family, and say nothing of the names', () => {
    const keys = searchKeys('secret', { name: 'Sam Taylor', relationship: 'parent', childName: 'Ada Taylor' })
    expect(keys).toHaveLength(5)
    expect(JSON.stringify(keys)).not.toMatch(/taylor|ada|sam/i)
    for (const { searchKey, searchOrder } of keys) {
      expect(searchKey).toMatch(/^[\w-]{43}$/)
      expect(searchOrder).toMatch(/^(?:[0-9a-f]{4}|\.{4})*\.$/)
    }
  })

  it('are others under another secret', () => {
    const contact = family('Ada Smith')
    const [ones, others] = ['one', 'other'].map(
      (secret) => new Set(searchKeys(secret, contact).map((it) => it.searchKey)),
    )
    expect([...(ones ?? [])].filter((key) => others?.has(key))).toEqual([])
  })

  it('are bounded, with all words among them, whatever people are called', () => {
    const long = (first: string) =>
      Array.from({ length: 30 }, (_, at) => `${first}${String.fromCharCode(97 + (at % 26))}${at}name`).join(' ')
    const other = { by: 'email', email: 'x@example.com' } as const
    const keys = searchKeys('secret', {
      name: long('a'),
      relationship: 'parent',
      childName: long('b'),
      second: { name: long('c'), ...other },
      representative: { name: long('d'), gets: 'copy', ...other },
      caseReference: 'EHC 1',
    })
    expect(keys).toHaveLength(MOST_KEYS)
    // A transaction takes 100 writes, and holds more than these.
    expect(MOST_KEYS).toBeLessThanOrEqual(50)
  })
})
