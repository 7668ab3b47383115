import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import type { LetterPaper, LetterSize } from '../../../lambdas/messages/letter/letter-paper.ts'
import { renderLetter } from '../../../lambdas/messages/letter/render-letter.ts'
import type { MessageSituation } from '../../../lambdas/messages/message-situation.ts'

export const SIZES: readonly LetterSize[] = ['standard', 'large-print']

/** As many lines as an address in England has, with the postcode last. */
export const ADDRESS = ['Flat 2, Peregrine House', '14 Temple Street', 'Keynsham', 'Bristol', 'BS31 1LA']

export function paperFor(situation: MessageSituation, other: Partial<LetterPaper> = {}): LetterPaper {
  const { contact, council, subject, today } = situation
  return {
    size: 'standard',
    to: { name: contact.name, addressLines: ADDRESS },
    from: council.contacts.officer,
    caseReference: subject.caseId,
    date: today,
    language: 'en-GB',
    ...other,
  }
}

export function letterOf(situation: MessageSituation, other: Partial<LetterPaper> = {}): Promise<Uint8Array> {
  return renderLetter(composeMessage(situation).content, paperFor(situation, other))
}
