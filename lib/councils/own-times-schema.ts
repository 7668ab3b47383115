import * as v from 'valibot'
import type { CouncilOwnTimes } from '../../lambdas/cases/council.ts'
import { type FieldsOf, group } from './fields.ts'

/** How long a body takes, by its own procedure, to say that it has a complaint and to answer it. */
function complaintTimes(whose: string) {
  const workingDays = (what: string) =>
    v.pipe(
      v.number(`Write in how many working days ${whose} ${what} a complaint as a whole number.`),
      v.integer(`Write in how many working days ${whose} ${what} a complaint as a whole number.`),
      v.minValue(1, `Set the working days in which ${whose} ${what} a complaint to 1 or more.`),
      v.maxValue(
        130,
        `Set the working days in which ${whose} ${what} a complaint to 130 or fewer: that is half a year.`,
      ),
    )
  return group(
    { acknowledgeWorkingDays: workingDays('acknowledges'), answerWorkingDays: workingDays('answers') },
    `Write the times for a complaint to ${whose} between { and }.`,
  )
}

/** "ownTimes": times that are not the law's. */
export const ownTimesSchema = group(
  {
    keepOpenMonths: v.pipe(
      v.number('Write keepOpenMonths as a whole number of months, without quotes.'),
      v.integer('Write keepOpenMonths as a whole number of months.'),
      v.minValue(1, 'Set keepOpenMonths to 1 or more, so that a case is not closed as soon as it is opened.'),
      v.maxValue(
        8,
        'Set keepOpenMonths to 8 or fewer: a stage of a case can last a year at most, with its own two months and more.',
      ),
    ),
    complaintTimes: group(
      {
        school: complaintTimes('a school'),
        college: complaintTimes('a college'),
        'health-body': complaintTimes('a health body'),
      } satisfies FieldsOf<CouncilOwnTimes['complaintTimes']>,
      'Write the times for a complaint between { and }.',
    ),
  } satisfies FieldsOf<CouncilOwnTimes>,
  'Write between { and } how long a case is kept open with no news, and how long a complaint takes.',
)
