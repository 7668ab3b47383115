import * as v from 'valibot'
import type { CouncilRetention } from '../../lambdas/cases/council.ts'
import { day, type FieldsOf, group, line } from './fields.ts'

function years(outcome: string) {
  const message = `Write for how many years after closing a case that ended with "${outcome}" is kept, from 1 to 100.`
  return v.pipe(v.number(message), v.integer(message), v.minValue(1, message), v.maxValue(100, message))
}

function age(outcome: string) {
  const message = `Write until which age of the child a case that ended with "${outcome}" is kept, from 18 to 100, or "none" where only the closing counts.`
  return v.union([v.pipe(v.number(), v.integer(), v.minValue(18), v.maxValue(100)), v.literal('none')], message)
}

function rule(outcome: string) {
  return group(
    { yearsAfterClosing: years(outcome), untilAge: age(outcome) },
    `Write how long a case that ended with "${outcome}" is kept between { and }.`,
  )
}

/** "retention": how long closed cases are kept, by how they ended, and who lets them go. */
export const retentionSchema = group(
  {
    confirmed: v.union(
      [
        v.literal('example-to-confirm'),
        group(
          { by: line('who confirmed how long cases are kept'), on: day('the day on which that was confirmed') },
          'Write who confirmed how long cases are kept, and the day.',
        ),
      ],
      'Write { "by": "…", "on": "2026-11-27" } for who at the council confirmed how long cases are kept, or "example-to-confirm" until somebody has. Nothing can be erased by an example.',
    ),
    managers: v.picklist(
      ['several', 'one'],
      'Write "several" where two managers erase cases together, or "one" where the council has one.',
    ),
    rules: group(
      {
        appealed: rule('appealed'),
        agreed: rule('agreed'),
        'time-to-appeal-over': rule('time-to-appeal-over'),
        withdrawn: rule('withdrawn'),
        'closed-as-error': rule('closed-as-error'),
        'ended-without-news': rule('ended-without-news'),
        'passed-on': rule('passed-on'),
        'ended-by-death': rule('ended-by-death'),
      } satisfies FieldsOf<CouncilRetention['rules']>,
      'Write how long a case is kept, by how it ended, between { and }.',
    ),
  } satisfies FieldsOf<CouncilRetention>,
  'Write how long closed cases are kept between { and }. docs/retention.md tells how.',
)
