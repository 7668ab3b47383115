import type { TypedTable } from './typed-tables.ts'

/** A whole number, as people type it: "1,234". */
const WHOLE = /^(?:\d{1,3}(?:,\d{3})+|\d{1,7})$/
/** An amount in pounds, as people type it: "1,234.50", "£1234". */
const POUNDS = /^£?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?$/

/** An amount in pounds that was typed, in pence. @returns undefined where it is none */
export function penceOf(text: string): number | undefined {
  const [, pounds, pence = '0'] = POUNDS.exec(text.trim()) ?? []
  return pounds === undefined ? undefined : Number(pounds.replaceAll(',', '')) * 100 + Number(pence)
}

/** Reads a number that was typed: things, or pence. @returns or why it is none, as a sentence without its full stop */
export function readNumber(
  unit: TypedTable['unit'],
  text: string,
): { readonly number: number } | { readonly why: string } {
  const typed = text.trim()
  if (unit === 'pounds') {
    const pence = penceOf(typed)
    return pence === undefined
      ? { why: `"${typed}" is no amount. Write it in pounds, like 1,234.50` }
      : { number: pence }
  }
  return WHOLE.test(typed)
    ? { number: Number(typed.replaceAll(',', '')) }
    : { why: `"${typed}" is no whole number. Write it like 12 or 1,234` }
}

/** A number as it is typed: read again, it is the same. */
export function numberAsTyped(unit: TypedTable['unit'], number: number): string {
  return unit === 'pounds' ? (number / 100).toFixed(2) : String(number)
}
