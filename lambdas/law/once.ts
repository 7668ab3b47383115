/**
 * Works something out when it is first asked for, and keeps it. For tables that cost time to make: a function that only
 * stores or reads a case starts without them.
 */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
