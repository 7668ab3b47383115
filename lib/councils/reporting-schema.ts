import * as v from 'valibot'
import { type CouncilArea, type CouncilReporting, ROUNDINGS } from '../../lambdas/cases/council.ts'
import { type FieldsOf, group, line } from './fields.ts'

const HIDE =
  'Set hideUpTo to the largest number that commissioners do not see because a family could be recognised by it, from 1 to 20. 4 hides 1 to 4.'

/** As many as national tools for comparing councils name, and some more. */
const MOST_NEIGHBOURS = 15
const NEIGHBOURS = `List the codes of the councils that this one is compared with, at most ${MOST_NEIGHBOURS}, or write [] for none.`

function code(what: string, pattern: RegExp, example: string) {
  const message = `Write ${what} as national statistics have it, for example "${example}".`
  return v.pipe(v.string(message), v.regex(pattern, message))
}

/** "reporting": how what came of the cases is told to those who read no case. */
export const reportingSchema = v.pipe(
  group(
    {
      hideUpTo: v.pipe(v.number(HIDE), v.integer(HIDE), v.minValue(1, HIDE), v.maxValue(20, HIDE)),
      roundTo: v.picklist(
        ROUNDINGS,
        'Set roundTo to 5 to round all other numbers to the nearest 5 for commissioners, or to 1 to leave them as they are.',
      ),
      area: group(
        {
          name: line('the name of the council’s area'),
          newCode: code('the new code of the area', /^E\d{8}$/, 'E06000022'),
          oldCode: code('the old code of the area', /^\d{3}$/, '800'),
          regionName: line('the name of the region'),
          regionCode: code('the code of the region', /^E12\d{6}$/, 'E12000009'),
        } satisfies FieldsOf<CouncilArea>,
        'Write how national statistics name the council’s area between { and }.',
      ),
      neighbours: v.pipe(
        v.array(code('the code of a council', /^E(?:06|08|09|10)\d{6}$/, 'E06000023'), NEIGHBOURS),
        v.maxLength(MOST_NEIGHBOURS, NEIGHBOURS),
        v.check((codes) => new Set(codes).size === codes.length, 'Name each neighbour once.'),
      ),
    } satisfies FieldsOf<CouncilReporting>,
    'Write how outcomes are told to commissioners between { and }.',
  ),
  v.check(
    ({ hideUpTo, roundTo }) => roundTo === 1 || 2 * hideUpTo >= roundTo - 1,
    'With roundTo 5, set hideUpTo to 2 or more: otherwise 1 or 2 would be shown as none.',
  ),
)
