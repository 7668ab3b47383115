import { impartialSupport } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import { EXCLUSION_REGULATIONS, EXCLUSIONS_PAGE, equalityAct, TRIBUNAL_PAGE } from '../sources.ts'

/**
 * Two ways with clocks of their own. To check by hand before release: the 15 school days of the governing board and of the
 * request for a panel, and the right to an expert, in the regulations of 2012 as they stand; and what a panel can decide.
 * The 6 months of a claim are rule D22 of lambdas/law.
 */
export function exclusionAndDiscriminationPage(council: CouncilForFamilies): GuidancePage {
  const { partnershipService } = council.contacts
  return {
    path: PATHS.exclusionAndDiscrimination,
    title: 'School exclusion and disability discrimination',
    explains: ['permanent-exclusion', 'suspension'],
    introduction: [
      {
        important:
          'These have their own time limits. You do not need a mediation adviser or a certificate, and the mediation dates are not for them.',
      },
    ],
    sections: [
      {
        id: 'exclusion',
        heading: 'If your child is excluded from school',
        parts: [
          'A suspension is for some days. A permanent exclusion is for good. The headteacher must tell you in writing and give the reason.',
          'For a permanent exclusion:',
          {
            numbered: [
              'The school’s governing board must look at it within 15 school days. You can tell the board what you think.',
              'If the board says that the exclusion stays, you can ask for an independent review panel. You have 15 school days from the day you are told.',
              'Ask for an expert in special educational needs to come to the panel. You can do this even if the school says that your child has no such needs. It is free.',
            ],
          },
          'The letter from the board says how to ask and gives the last day. Use that day. School days leave out weekends and holidays.',
          'The panel can let the exclusion stay. It can ask the board to think again, or cancel the board’s decision and tell it to decide again.',
          'It cannot make the school take your child back.',
          'For a suspension you can also tell the governing board what you think. There is no panel.',
          { links: [{ text: EXCLUSIONS_PAGE.title, href: EXCLUSIONS_PAGE.url }] },
        ],
      },
      {
        id: 'discrimination',
        heading: 'If a school discriminated because of disability',
        parts: [
          'A school must not treat a child unfairly because of a disability. It must make reasonable adjustments. This is in the Equality Act 2010.',
          'If it breaks this law, you can make a claim against the school. It goes to the SEND Tribunal.',
          {
            points: [
              'The Tribunal must have your claim within 6 months of what happened.',
              'This date does not move for August, Christmas, a weekend or a bank holiday.',
              'You do not need mediation, advice about it or a certificate.',
              'You do not have to complain to the school first. A complaint does not stop the 6 months.',
              'The claim is for schools. For a college, a private nursery or a council there is another court. Ask for advice.',
            ],
          },
          { action: { text: 'Find the last day', href: PATHS.claimDate } },
          { links: [{ text: TRIBUNAL_PAGE.title, href: TRIBUNAL_PAGE.url }] },
        ],
      },
      {
        heading: 'If it is both',
        parts: [
          'An exclusion can be discrimination too. You can ask for a panel and make a claim. The panel does not stop the 6 months.',
          'If you ask the Tribunal to let a permanently excluded child come back, it will try to be quick.',
        ],
      },
      {
        heading: 'Who can help you',
        parts: [
          `The ${partnershipService.name} can tell you more about both.`,
          impartialSupport(council),
          { links: [{ text: 'Other people who can help', href: PATHS.organisations }] },
        ],
      },
    ],
    sources: [
      EXCLUSION_REGULATIONS,
      equalityAct(20),
      equalityAct(85),
      {
        title: 'Equality Act 2010, schedule 17, paragraph 4',
        url: 'https://www.legislation.gov.uk/ukpga/2010/15/schedule/17/paragraph/4',
      },
    ],
  }
}
