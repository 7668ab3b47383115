/** The addresses of the public pages. They stand in emails and on other sites, so they stay. */
export const PATHS = {
  start: '/help',
  complaint: '/help/complaint',
  disagreementResolution: '/help/disagreement-resolution',
  mediation: '/help/mediation',
  appeal: '/help/appeal',
  healthAndSocialCare: '/help/health-and-social-care',
  exclusionAndDiscrimination: '/help/exclusion-and-discrimination',
  claimDate: '/help/discrimination-claim-date',
  organisations: '/help/organisations',
  glossary: '/help/glossary',
  dates: '/dates',
} as const

/** The addresses of the pages that the law asks of whoever runs a service. The footer of every page leads to them. */
export const NOTICE_PATHS = {
  accessibility: '/help/accessibility',
  privacy: '/help/privacy',
  cookies: '/help/cookies',
} as const
