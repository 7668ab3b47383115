import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type AnswerSchema, address, email, line, orNothing, phone } from '../../../lambdas/web/forms/schemas.ts'

function read(schema: AnswerSchema<unknown>, typed: string) {
  const { success, output, issues } = v.safeParse(schema, typed)
  return success ? output : issues[0].message
}

describe('an invisible character', () => {
  it('is left out of a name, a place, a phone number and the lines of an address', () => {
    expect(read(line('the name'), 'Sam\u200b Taylor\ufeff')).toBe('Sam Taylor')
    expect(read(phone('a phone number'), '\u202a07700 900982\u202c')).toBe('07700 900982')
    expect(read(address('the address'), '1 High\u200e Street\n\u200b\nBath\u00ad')).toEqual(['1 High Street', 'Bath'])
  })

  it('is left out of an email address, or named where it would be kept elsewhere', () => {
    expect(read(email('an email address'), '\u200bsam@example.com')).toBe('sam@example.com')
    expect(read(email('an email address'), 'sam@exam\u200bple.com')).toBe('sam@example.com')
    expect(read(email('an email address'), 'sam@exam\u200dple.com')).toBe(
      'An email address has a character that cannot be seen (U+200D). Delete it all and type it again',
    )
  })

  it('is no answer by itself', () => {
    expect(read(line('the name'), '\u3164')).toBe('Enter the name')
    expect(read(orNothing(line('the name')), '\u200b')).toBeUndefined()
  })
})

it('letters that are turned round are refused in a name and in the lines of an address', () => {
  const why =
    'The name has an invisible mark that turns its letters round (U+202D or U+202E). Delete it all and type it again'
  expect(read(line('the name'), 'Sam \u202eTaylor')).toBe(why)
  expect(read(email('the name'), '\u202emoc.elpmaxe@mas')).toBe(why)
  expect(read(address('the name'), '1 High Street\n\u202eBath')).toBe(why)
})
