/** An input of which no row can be answered. The message is a sentence for whoever gave it. */
export class InputError extends Error {
  override readonly name = 'InputError'
}
