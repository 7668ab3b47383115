import { type Block, heading, list, paragraph } from '../content.ts'
import type { Correction } from './correction.ts'

/** That something was recorded wrongly, was left out, or was learnt late. */
export function whyWeWrite({ isLearntLate, wrong, right }: Correction): string {
  if (isLearntLate) return 'We have learnt of something that happened before.'
  if (wrong.length > 0) return 'We recorded something wrongly in your case. We are sorry.'
  return right.length > 0
    ? 'We have added something to what we recorded in your case.'
    : 'We have corrected a detail of what we recorded in your case. It makes no difference to you.'
}

/** What had been recorded wrongly, and what is right. */
export function whatWasWrong({ isLearntLate, wrong, right, removed }: Correction): Block[] {
  const headingOfRight = wrong.length > 0 ? 'What is right' : isLearntLate ? 'What we have learnt' : 'What we added'
  return [
    ...(wrong.length > 0
      ? [
          heading('What was wrong'),
          paragraph(removed ? 'We had recorded this. It did not happen:' : 'We had recorded this wrongly:'),
          // The first sentence says which fact it was.
          list(...(removed ? wrong.slice(0, 1) : wrong)),
        ]
      : []),
    ...(right.length > 0 ? [heading(headingOfRight), list(...right)] : []),
  ]
}
