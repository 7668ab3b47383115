import type { Letter, LetterReason, Printing } from '../../cases/letter.ts'

/** Why a message goes by post. */
export const LETTER_REASON_WORDS: Readonly<Record<LetterReason, string>> = {
  chosen: 'We write to them by post',
  bounced: 'An email was returned',
  undelivered: 'The email was not taken, though it was tried for hours',
  complained: 'An email was marked as unwanted',
  suppressed: 'The email address has failed before',
  'could-not-be-sent': 'The email could not be sent',
  'no-email': 'There is no email address',
}

export const LETTER_STATE_WORDS: Readonly<Record<Letter['state'], string>> = {
  'to-print': 'To print',
  posted: 'Posted',
  'told-another-way': 'Told another way',
  'not-needed': 'Not needed',
}

/** What stands in the way of a letter, or that nothing does. */
export const PRINTING_WORDS: Readonly<Record<Printing, string>> = {
  ready: 'Ready to print',
  'no-address': 'The postal address is missing',
  nobody: 'Nobody is written to in this place any more',
  'must-not-write': 'Do not post: for safety we must not write to this family',
  'child-died': 'Do not post: the child or young person has died',
}

/** The same in a word or two, for a tag. */
export const PRINTING_TAGS: Readonly<Record<Printing, string>> = {
  ready: 'Ready to print',
  'no-address': 'Address missing',
  nobody: 'Nobody to write to',
  'must-not-write': 'Do not post',
  'child-died': 'Do not post',
}

/** Said of a letter that a correction came after, while both are to be printed. */
export const POST_WITH_CORRECTION =
  'Post it together with the letter about the correction: a day in this one may be wrong'
