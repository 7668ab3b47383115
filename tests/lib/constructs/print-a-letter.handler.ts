import type { MessageContent } from '../../../lambdas/messages/content.ts'
import type { LetterPaper } from '../../../lambdas/messages/letter/letter-paper.ts'
import { renderLetter } from '../../../lambdas/messages/letter/render-letter.ts'

/** A function for service-function.test.ts. */
export async function handler({ content, paper }: { content: MessageContent; paper: LetterPaper }): Promise<string> {
  return Buffer.from(await renderLetter(content, paper)).toString('base64')
}
