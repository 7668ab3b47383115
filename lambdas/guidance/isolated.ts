/**
 * Text that keeps its own direction inside other text: without this a phone number of two groups of digits would be read
 * in the wrong order in Arabic or Urdu. Marked by characters, so that it holds in the text part as in the HTML
 * (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates: FSI and PDI).
 */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
