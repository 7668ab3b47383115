import type { Context } from 'hono'
import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import type { Answers } from '../web/http/answer.ts'
import { helpers } from './helpers.ts'

/** What the public pages say when they cannot show what was asked for. */
export function familiesMessages(council: CouncilForFamilies, answer: Answers) {
  return {
    notFound: (c: Context) =>
      answer.page(
        c,
        'public/message.njk',
        { heading: 'Page not found', paragraphs: ['If you typed the address, check it is correct.'] },
        {},
        404,
      ),

    /** @param reference what the fault was logged under */
    fault: (c: Context, reference: string) =>
      answer.page(
        c,
        'public/message.njk',
        {
          heading: 'Sorry, there is a problem with the service',
          paragraphs: [
            'Try again later. If you need your dates now, ask somebody who can help.',
            `If this happens again, tell the council this reference: ${reference}`,
          ],
          helpers: helpers(council),
        },
        {},
        500,
      ),
  }
}
