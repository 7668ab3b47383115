import type { Standing } from '../../../cases/work/standing.ts'

const WORDS: Readonly<Record<Standing, string>> = { late: 'late', today: 'to do today', soon: 'coming up' }

/** "2 late, 1 to do today, 4 coming up": what of it there is. */
export function countStandings(work: readonly { readonly standing: Standing }[]): string {
  return (['late', 'today', 'soon'] as const)
    .map((standing) => ({ standing, count: work.filter((one) => one.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => `${count} ${WORDS[standing]}`)
    .join(', ')
}
