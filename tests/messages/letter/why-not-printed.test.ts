import { expect, it } from 'vitest'
import type { Contact } from '../../../lambdas/cases/contact.ts'
import { whyNotPrinted } from '../../../lambdas/messages/letter/why-not-printed.ts'

const FAMILY: Contact = {
  name: 'Zuleika Quorn',
  relationship: 'parent',
  childName: 'Ann Quorn',
  by: 'post',
  postalAddress: ['Flat 2', '14 Temple Street', 'Keynsham', 'Bristol', 'BS31 1LA'],
}

it.each(['Zuleika Quorn', 'Łucja Żółć', 'Ελένη', 'محمد عبد الله', 'ਹਰਪ੍ਰੀਤ', 'D’Arcy–Lee'])(
  'letters can show %s',
  async (name) => {
    expect(await whyNotPrinted({ contact: { ...FAMILY, name } })).toEqual([])
  },
)

it('says which characters they cannot show, wherever they are typed, and the way out', async () => {
  const sentence =
    'Letters cannot show “王”. They have the Latin, Greek, Cyrillic, Arabic, Hebrew, Bengali, Devanagari, Gujarati, Gurmukhi and Tamil alphabets. Write it in one of them, or no letter to this family can be printed.'
  const second = { name: '王', by: 'email' } as const
  expect(await whyNotPrinted({ contact: { ...FAMILY, childName: '王' } })).toEqual([sentence])
  expect(await whyNotPrinted({ contact: { ...FAMILY, second } })).toEqual([sentence])
  expect(await whyNotPrinted({ contact: { ...FAMILY, postalAddress: ['1 王', 'BS31 1LA'] } })).toEqual([sentence])
  expect(await whyNotPrinted({ place: 'Room 王' })).toEqual([sentence])
})

it('takes seven lines in large print, and says when an address is too long for the window of the envelope', async () => {
  const seven = Array.from({ length: 6 }, (_, index) => `${index + 1} Peregrine Featherstone`)
  expect(
    await whyNotPrinted({ contact: { ...FAMILY, print: 'large', postalAddress: [...seven, 'BS31 1LA'] } }),
  ).toEqual([])
  const postalAddress = Array.from({ length: 10 }, (_, index) => `${index} ${'Peregrine '.repeat(5)}`)
  expect((await whyNotPrinted({ contact: { ...FAMILY, postalAddress } })).join()).toContain(
    'Write the address in fewer or shorter lines',
  )
})
