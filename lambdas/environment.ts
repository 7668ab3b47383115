/** A function's environment: each variable's name, with a sentence that says what it holds. */
export type EnvironmentSchema = Readonly<Record<string, string>>

export type Environment<Schema extends EnvironmentSchema> = { readonly [Name in keyof Schema]: string }

/**
 * Reads a function's environment by its schema. The same schema makes the compiler ask the stack for each variable.
 * @throws Error that names every variable that is missing or empty, and what it should hold.
 */
export function readEnvironment<Schema extends EnvironmentSchema>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): Environment<Schema> {
  const missing = Object.keys(schema).filter((name) => !environment[name])
  if (missing.length > 0) {
    const list = missing.map((name) => `${name} (${schema[name]})`).join(', ')
    throw new Error(`The function's environment lacks ${list}. The stack that defines the function has to set it.`)
  }
  return environment as Environment<Schema>
}
