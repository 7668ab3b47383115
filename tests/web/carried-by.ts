/** What a page carries in hidden inputs, as its form would send it. */
export function carriedBy(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&#39;', "'")]))
}
