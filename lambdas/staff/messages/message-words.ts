import { didNotArrive, type MessageRecord } from '../../cases/message.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import type { Tag } from '../tag.ts'

/** "Email to the family: Your right to appeal ...". */
export function messageTitle({ state, recipient = 'family', subject }: MessageRecord): string {
  const what = state === 'by-letter' ? 'Letter' : state === 'withheld' ? 'Message' : 'Email'
  return `${what} to ${RECIPIENT_WORDS[recipient]}: ${subject}`
}

/** What there is to know about how a message went, each in a sentence. */
export function messageLines({
  key,
  state,
  attempts,
  sesMessageIds,
  problem,
  delivery,
}: MessageRecord): readonly string[] {
  return [...sending(), ...arrival()]

  function sending(): string[] {
    if (sesMessageIds.length > 1) return [`Sent ${times(sesMessageIds.length)} under the same key (${key}).`]
    if (attempts > 1) {
      return [
        `Sending was begun ${times(attempts)} under the same key (${key}), so the family may have it more than once.`,
      ]
    }
    return []
  }

  function arrival(): string[] {
    if (state === 'unsettled') return [`It could not be sent${problem ? ` (${problem})` : ''}. It goes by letter.`]
    if (state === 'withheld') return ['For safety it was not sent. A task asks you to tell the family.']
    if (delivery === 'delayed') return ['It has not arrived yet. The email service is still trying.']
    return didNotArrive(delivery) ? ['It did not arrive. It goes by letter.'] : []
  }
}

/** What became of a message, in a word or two. */
export function messageTag({ state, delivery }: MessageRecord): Tag {
  if (state === 'unsettled') return { text: 'Not sent', colour: 'red' }
  if (state === 'by-letter') return { text: 'By post', colour: 'grey' }
  if (state === 'withheld') return { text: 'Not sent, for safety', colour: 'yellow' }
  switch (delivery) {
    case 'delivered':
      return { text: 'Delivered', colour: 'green' }
    case 'delayed':
      return { text: 'Delayed', colour: 'yellow' }
    case 'undelivered':
      return { text: 'Not taken', colour: 'red' }
    case 'bounced':
      return { text: 'Returned', colour: 'red' }
    case 'suppressed':
      return { text: 'Address has failed before', colour: 'red' }
    case 'complained':
      return { text: 'Marked as unwanted', colour: 'red' }
    case 'rejected':
      return { text: 'Rejected', colour: 'red' }
    case undefined:
      return state === 'sent' ? { text: 'Sent', colour: 'green' } : { text: 'Being sent', colour: 'grey' }
  }
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`
}
