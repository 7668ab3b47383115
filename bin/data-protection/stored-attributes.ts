import { AUDIT_CONTENTS } from '../../lambdas/audit/entry.ts'
import { FACT_TYPES, kindOf } from '../../lambdas/cases/facts.ts'
import { CONTENTS, type RowType } from '../../lambdas/cases/store/rows.ts'

/** Every schema through which a row is read. */
const ALL_CONTENTS = { ...CONTENTS, ...AUDIT_CONTENTS }
/** A kind of row, of any of the tables that are told. */
export type StoredRow = RowType | keyof typeof AUDIT_CONTENTS
export const STORED_ROWS = Object.keys(ALL_CONTENTS) as readonly StoredRow[]

/** What a schema of Valibot says of itself, as far as it is walked here. */
interface Schema {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly options?: readonly unknown[]
  readonly item?: Schema
  readonly items?: readonly Schema[]
  readonly value?: Schema
  readonly wrapped?: Schema
  readonly pipe?: readonly unknown[]
}

/** The kinds of schema that hold no attribute of their own. Any other is refused, so that none is passed over. */
const WITHOUT_ATTRIBUTES: readonly string[] = [
  'string',
  'number',
  'boolean',
  'picklist',
  'literal',
  'unknown',
  'custom',
  'instance',
]

/**
 * Every attribute that rows of a kind can have, by the schema through which the row is read: "second.name". What a fact
 * holds hangs on its kind, so that the details of all kinds are taken together.
 * @throws Error when a schema is of a kind that is not known here
 */
export function storedAttributes(type: StoredRow): readonly string[] {
  const own = attributesIn(ALL_CONTENTS[type] as unknown as Schema)
  const details =
    type === 'fact'
      ? FACT_TYPES.flatMap((fact) => attributesIn(kindOf(fact).details as unknown as Schema, 'details.'))
      : []
  return [...new Set([...own, ...details])].sort()
}

function attributesIn(schema: Schema, before = ''): readonly string[] {
  if (schema.entries) {
    return Object.entries(schema.entries).flatMap(([name, entry]) => {
      const within = attributesIn(entry, `${before}${name}.`)
      return within.length > 0 ? within : [`${before}${name}`]
    })
  }
  if (schema.options && schema.type !== 'picklist') {
    return schema.options.flatMap((option) => attributesIn(option as Schema, before))
  }
  const inner = schema.wrapped ?? schema.item ?? (schema.type === 'record' ? schema.value : undefined)
  if (inner) return attributesIn(inner, schema.type === 'record' ? `${before}*.` : before)
  if (schema.items) return schema.items.flatMap((item) => attributesIn(item, before))
  if (WITHOUT_ATTRIBUTES.includes(schema.type)) return []
  throw new Error(`What a schema of the kind "${schema.type}" holds is not known: add it to stored-attributes.ts.`)
}
