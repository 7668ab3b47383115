import { expect, it } from 'vitest'
import { firstDayOf } from '../../lambdas/law/first-days.ts'

it.each([
  ['appeal', '2014-09-01', 'Part 3 of the Children and Families Act 2014 comes into force'],
  ['discriminationClaim', '2020-07-21', 'rule 12(3) is amended, so that these claims do not move any more'],
] as const)('the law gives the date "%s" from %s, when %s', (date, day, _why) => {
  expect(firstDayOf(date)).toBe(day)
})
