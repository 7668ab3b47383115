/** The longest address of our own pages, with room for every filter. */
const LONGEST = 2000

/**
 * One of our own addresses, to go to after sign-in.
 * @param asked a path with its query, as a request had it
 * @returns "/" for anything that could lead elsewhere
 */
export function ownPath(asked: string): string {
  const here = 'https://here.invalid'
  if (asked.length > LONGEST || !asked.startsWith('/') || !URL.canParse(asked, here)) return '/'
  const { origin, pathname, search } = new URL(asked, here)
  // Two slashes at the start would be the name of a host to a browser.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
