import bidiFactory from 'bidi-js/dist/bidi.mjs'
import { expect, it } from 'vitest'
import { lineOrderOf } from '../../../lambdas/messages/letter/line-order.ts'

const bidi = bidiFactory()

function onPaper(text: string, base: 'ltr' | 'rtl', from = 0, to = text.length): string[] {
  return lineOrderOf(
    bidi,
    text,
    base,
  )(from, to).map(({ start, end, direction }) => `${direction} ${text.slice(start, end)}`)
}

it('a name that runs from the right keeps its place in an English sentence', () => {
  expect(onPaper('Dear משה כהן, we write', 'ltr')).toEqual(['ltr Dear ', 'rtl משה כהן', 'ltr , we write'])
})

it('a sentence that runs from the right begins there, and its numbers stay as they are', () => {
  expect(onPaper('טלפון 01225 היום', 'rtl')).toEqual(['rtl  היום', 'ltr 01225', 'rtl טלפון '])
})

it('a number of several groups keeps their order where it is marked to', () => {
  expect(onPaper('טלפון \u206801225 394382\u2069', 'rtl')).toContain('ltr 01225 394382')
})

it('each line is ordered by itself, and a space at its end stands outside', () => {
  const text = 'משה Bath Somerset כהן'
  expect(onPaper(text, 'rtl', 0, 9)).toEqual(['ltr  ', 'ltr Bath', 'rtl משה '])
  expect(onPaper(text, 'rtl', 9)).toEqual(['rtl  כהן', 'ltr Somerset'])
})
