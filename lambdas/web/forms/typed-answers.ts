import { type Field, PARTS_OF, TICKED, type Typed } from './field.ts'

/**
 * What somebody would have typed to give these answers: the way back from what was recorded to the form.
 * @param answers by the name of the question. One that is missing is left blank.
 */
export function typedAnswers(fields: readonly Field[], answers: object): Typed {
  const given = new Map<string, unknown>(Object.entries(answers))
  return Object.assign({}, ...fields.map((field) => typedAnswer(field, given.get(field.name))))
}

function typedAnswer(field: Field, answer: unknown): Typed {
  if (answer === undefined) return {}
  const { name } = field
  switch (field.kind) {
    case 'date':
    case 'month': {
      const [year, month, day] = String(answer)
        .split('-')
        .map((part) => String(Number(part)))
      const parts = { day, month, year }
      return Object.fromEntries(PARTS_OF[field.kind].map((part) => [`${name}-${part}`, parts[part] ?? '']))
    }
    case 'choices':
      return Object.fromEntries((answer as readonly string[]).map((value) => [`${name}-${value}`, TICKED]))
    case 'choice':
      return { [name]: typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer) }
    case 'address':
      return { [name]: (answer as readonly string[]).join('\n') }
    default:
      return { [name]: String(answer) }
  }
}
