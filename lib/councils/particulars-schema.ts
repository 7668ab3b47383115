import * as v from 'valibot'
import type { CouncilParticulars, ListedValue } from '../../lambdas/cases/council.ts'
import { type FieldsOf, group, line } from './fields.ts'

/** Each is a line of a table, and a cell of every case. */
const MOST_VALUES = 30

/** Names of lines that the tables have of their own. */
const OWN_LINES = ['all', 'not-recorded', 'not-listed']

function listOf(what: string, oneOf: string, example: string) {
  const id = `Write the id of ${oneOf} in small letters, digits and hyphens, for example "${example}". Never change it later.`
  const value = group(
    {
      id: v.pipe(
        v.string(id),
        v.regex(/^[a-z][a-z0-9-]{1,30}$/, id),
        v.check((written) => !OWN_LINES.includes(written), `Give ${oneOf} an id other than ${OWN_LINES.join(', ')}.`),
      ),
      name: line(`the name of ${oneOf}`),
    } satisfies FieldsOf<ListedValue>,
    `Write the id and the name of ${oneOf} between { and }.`,
  )
  return v.pipe(
    v.array(value, `Write ${what} as a list between [ and ], or [] where they are not recorded.`),
    v.maxLength(
      MOST_VALUES,
      `Write ${MOST_VALUES} of ${what} at most: with more of them almost every number is small.`,
    ),
    v.check((all) => all.length !== 1, `Write two of ${what} at least, or [] where they are not recorded.`),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length, `Give each of ${what} an id of its own.`),
    v.check(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      `Give each of ${what} a name of its own.`,
    ),
  )
}

function isRecorded(name: string, what: string) {
  return v.boolean(`Write ${name} as true where staff record ${what} of each case, and as false where not.`)
}

/** "particulars": what staff record of a case for the outcomes alone. All of it can be off. */
export const particularsSchema = group(
  {
    themes: listOf('the themes', 'a theme', 'transport'),
    reach: group(
      {
        phase: isRecorded('phase', 'the phase of education'),
        ageBand: isRecorded('ageBand', 'how old the child was'),
        primaryNeed: isRecorded('primaryNeed', 'the primary need'),
        areas: listOf('the parts of the council’s area', 'a part of the council’s area', 'north'),
        language: isRecorded('language', 'the first language of the family'),
        lookedAfter: isRecorded('lookedAfter', 'whether the child is looked after'),
      } satisfies FieldsOf<CouncilParticulars['reach']>,
      'Write which groups of families are told apart between { and }.',
    ),
  } satisfies FieldsOf<CouncilParticulars>,
  'Write what staff record of a case for the outcomes alone between { and }.',
)
