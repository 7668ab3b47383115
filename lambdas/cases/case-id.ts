/** Letters and digits that cannot be mistaken for one another when read aloud or copied by hand (no I, L, O, U, 0, 1). */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const CASE_ID = new RegExp(`^[${ALPHABET}]{4}-[${ALPHABET}]{4}$`)

/**
 * Makes a case reference such as "7K2M-4QXP" from random bytes.
 * @param bytes 8 random bytes. 30^8 references: opening fails and is tried again in the rare case of two alike.
 */
export function caseIdFrom(bytes: Uint8Array): string {
  if (bytes.length !== 8) throw new Error(`A case reference is made from 8 random bytes, not ${bytes.length}.`)
  const letters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Whether some text, such as a part of an address, can be the reference of a case. */
export function isCaseId(text: string): boolean {
  return CASE_ID.test(text)
}

/** The reference that was typed, in small letters, with a blank for the hyphen or without either; undefined for none. */
export function caseIdIn(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
  const id = `${plain.slice(0, 4)}-${plain.slice(4)}`
  return isCaseId(id) ? id : undefined
}
