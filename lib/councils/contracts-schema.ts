import * as v from 'valibot'
import type { Contract } from '../../lambdas/cases/council.ts'
import { type FieldsOf, group, line } from './fields.ts'

function month(what: string) {
  const message = `Write ${what} as a month with the year first, for example "2026-04". Prices change with a month.`
  return v.pipe(
    v.string(message),
    v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, message),
    v.transform((written) => written as Contract['from']),
  )
}

function price(what: string) {
  const message = `Write what ${what} costs in pounds as a number, for example 425.50.`
  return v.exactOptional(
    v.pipe(
      v.number(message),
      v.minValue(0, message),
      v.maxValue(100_000, message),
      v.check((pounds) => Math.abs(pounds * 100 - Math.round(pounds * 100)) < 1e-6, message),
    ),
  )
}

const contract = group(
  {
    provider: line('the id of the provider: "first" for the first mediation adviser'),
    from: month('the first month of the contract'),
    to: v.exactOptional(month('the last month of the contract')),
    prices: group(
      {
        information: price('information for a family'),
        certificate: price('a certificate'),
        'mediation-held': price('a mediation that was held'),
        'cancelled-late': price('a meeting that was called off late'),
        'disagreement-resolution': price('a disagreement resolution meeting'),
      } satisfies FieldsOf<Contract['prices']>,
      'Write the prices of the contract between { and }.',
    ),
  } satisfies FieldsOf<Contract>,
  'Write one contract between { and }.',
)

/** "contracts": what the providers are paid for, and from when to when. Empty where the service checks no bill. */
export const contractsSchema = v.pipe(
  v.array(
    contract,
    'Write what the providers are paid for as a list of contracts between [ and ], or [] where the service checks no bill.',
  ),
  v.check(
    (all) => all.every((one) => !one.to || one.from <= one.to),
    'A contract ends in the month in which it begins, or later. Check the months of each.',
  ),
  v.check(
    (all) =>
      all.every((one, place) =>
        all.every(
          (other, at) =>
            at <= place ||
            other.provider !== one.provider ||
            (one.to !== undefined && one.to < other.from) ||
            (other.to !== undefined && other.to < one.from),
        ),
      ),
    'A provider has one contract at a time. Give the earlier one a last month.',
  ),
)
