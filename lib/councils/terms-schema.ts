import * as v from 'valibot'
import type { SchoolTerm } from '../../lambdas/cases/council.ts'
import { day, type FieldsOf, group, line } from './fields.ts'

/** Three years of six terms. A report reads the cells of each term, and of the holidays after it. */
const MOST_TERMS = 18

const dayOfTerm = (what: string) =>
  v.pipe(
    day(what),
    v.transform((written) => written as SchoolTerm['from']),
  )

const term = group(
  {
    name: line('the name of the term, for example "Autumn term 2026"'),
    from: dayOfTerm('the first day of the term'),
    to: dayOfTerm('the last day of the term'),
  } satisfies FieldsOf<SchoolTerm>,
  'Write one term between { and }.',
)

/** "terms": the terms of the council's schools, by which commissioners ask for figures. */
export const termsSchema = v.pipe(
  v.array(
    term,
    'Write the terms of the schools as a list between [ and ], or [] where nobody asks for figures by term.',
  ),
  v.maxLength(
    MOST_TERMS,
    `Write ${MOST_TERMS} terms at most. Remove the earliest: no figures by those terms can be had then.`,
  ),
  v.check(
    (terms) => terms.every(({ from, to }) => from <= to),
    'A term ends on the day on which it begins, or later. Check the days of each.',
  ),
  v.check(
    (terms) => terms.every(({ from }, place) => place === 0 || (terms[place - 1]?.to ?? '') < from),
    'Write the terms in their order. Each begins after the one before it is over.',
  ),
  v.check(
    (terms) => new Set(terms.map(({ name }) => name)).size === terms.length,
    'Give each term a name of its own, with its year.',
  ),
)
