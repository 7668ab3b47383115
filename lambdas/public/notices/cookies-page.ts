import type { GuidancePage } from '../../guidance/page.ts'
import { NOTICE_PATHS } from '../../guidance/paths.ts'
import { COOKIES } from '../../web/cookies.ts'
import type { CouncilOfNotices } from './notice-pages.ts'

/** Which cookies there are: from the table from which they are set. */
export function cookiesPage({ name, notices: { privacy } }: CouncilOfNotices): GuidancePage {
  return {
    path: NOTICE_PATHS.cookies,
    title: 'Cookies',
    introduction: [
      'A cookie is a small file that a website keeps in your browser.',
      'The pages for families set no cookies. They run no script, and nobody counts who reads what.',
    ],
    sections: [
      {
        heading: 'On the pages for council staff',
        parts: [
          `Staff of ${name} sign in to pages of their own. Those pages need these cookies to work, so they ask for no consent.`,
          {
            points: Object.values(COOKIES).map(({ name: cookie, purpose, lasts }) => `${cookie}: ${purpose} ${lasts}`),
          },
          'No cookie follows anybody from one website to another.',
        ],
      },
      ...(privacy.contact
        ? [{ heading: 'Questions', parts: [{ contact: privacy.contact, what: 'Answers about personal information' }] }]
        : []),
    ],
    sources: [
      {
        title: 'Privacy and Electronic Communications (EC Directive) Regulations 2003, regulation 6',
        url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/6',
      },
    ],
  }
}
