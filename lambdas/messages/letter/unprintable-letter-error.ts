import { LETTER_ALPHABETS } from './letter-fonts.ts'

/**
 * A letter that cannot be printed as it is, with a sentence for the council about what to change. The sentence names
 * nobody, so that it can be logged.
 */
export class UnprintableLetterError extends Error {
  override readonly name = 'UnprintableLetter'
}

/** The letter has characters that no font of ours can show. */
export class MissingLettersError extends UnprintableLetterError {
  readonly #characters: readonly string[]

  constructor(characters: readonly string[]) {
    const count = characters.length
    super(
      `The letter has ${count === 1 ? '1 character' : `${count} characters`} that no font of ours can show. ` +
        `It has ${LETTER_ALPHABETS}. ` +
        'Write the name, the address or the place of the meeting in one of them.',
    )
    this.#characters = characters
  }

  /** For the page of a person who may see the family's name. Not in the message: it can be part of the name. */
  get characters(): readonly string[] {
    return this.#characters
  }
}
