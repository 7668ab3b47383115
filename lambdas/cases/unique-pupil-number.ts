/** The letters in the order of their values. I, O and S are left out: they are misread as 1, 0 and 5. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
/** The check letter, 11 digits, and a digit or, in a temporary number, a letter. */
const UNIQUE_PUPIL_NUMBER = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/

/**
 * Whether this can be a unique pupil number: 13 characters, of which the first is the check letter of the others. Each
 * of them counts as often as its place says, from 2 to 13, and the remainder of their sum by 23 is the letter's place.
 * Department for Education, "Unique pupil numbers (UPNs): guide", the section on the structure of a UPN.
 *
 * @param number in capitals, without blanks
 */
export function isUniquePupilNumber(number: string): boolean {
  if (!UNIQUE_PUPIL_NUMBER.test(number)) return false
  const [check, ...others] = number
  const sum = others.reduce((before, one, index) => before + numberOf(one) * (index + 2), 0)
  return check === LETTERS[sum % LETTERS.length]
}

function numberOf(character: string): number {
  return /\d/.test(character) ? Number(character) : LETTERS.indexOf(character)
}
