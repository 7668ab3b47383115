import { describe, expect, it } from 'vitest'
import { difference, expectOfAll, expectOfAllInTurn, found, missing } from './rule.ts'

const LETTERS: readonly (readonly [string, string])[] = [
  ['short', 'Dear Ann'],
  ['long', 'Dear Ann, you can’t, and you won’t.'],
  ['rude', 'Ann!'],
]

function messageOf(run: () => void): string {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}

describe('a rule on many things', () => {
  it('holds where nothing breaks it', () => {
    expectOfAll(LETTERS, (text) => missing(text, 'Ann'))
    expectOfAll(LETTERS, () => undefined)
  })

  it('names each that breaks it, and what breaks it', () => {
    const broken = () =>
      expectOfAll(LETTERS, (text) => [...missing(text, 'Dear', /^\w+ \w+/), ...found(text, /\w+’t/, /!/)])
    expect(messageOf(broken).split('\n  ')).toEqual([
      '2 of 3 break this rule:',
      'long: says "can’t"',
      'rude: does not say "Dear"',
      'rude: does not say /^\\w+ \\w+/',
      'rude: says "!"',
    ])
  })

  it('is broken by what throws, and goes on to the next', () => {
    const broken = () =>
      expectOfAll(LETTERS, (text) => {
        if (!text.startsWith('Dear')) throw new Error('There is no greeting.')
        return text.endsWith('.') ? 'ends with a full stop' : null
      })
    expect(messageOf(broken)).toContain('\n  long: ends with a full stop\n  rude: Error: There is no greeting.')
  })

  it('is tried in turn where it takes time', async () => {
    const tried: string[] = []
    const broken = expectOfAllInTurn(LETTERS, async (text) => {
      tried.push(text)
      if (text.includes('!')) throw new Error('It shouts.')
      return missing(text, '.')
    })
    await expect(broken).rejects.toThrow(
      '2 of 3 break this rule:\n  short: does not say "."\n  rude: Error: It shouts.',
    )
    expect(tried).toEqual(LETTERS.map(([, text]) => text))
  })

  it('cannot be tried on nothing', async () => {
    expect(() => expectOfAll([], () => undefined)).toThrow('This rule was tried on nothing')
    await expect(expectOfAllInTurn([], async () => undefined)).rejects.toThrow('This rule was tried on nothing')
  })
})

describe('two lists', () => {
  it('are told apart where they first differ', () => {
    expect(difference(['a', 'b'], ['a', 'b'])).toEqual([])
    expect(difference(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual(['"a b c", but "a x c"'])
    expect(difference(['a'], ['a', 'b'])).toEqual(['"a", but "a b"'])
  })
})
