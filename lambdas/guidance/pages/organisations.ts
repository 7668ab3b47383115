import { councilOfficer, impartialSupport, independentAdvisers } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import { NATIONAL_ORGANISATIONS } from '../organisations.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import {
  APPEAL_PAGE,
  COMPLAIN_ABOUT_A_SCHOOL,
  COUNCIL_OMBUDSMAN,
  HEALTH_OMBUDSMAN,
  SEND_CODE_OF_PRACTICE,
  SHORT_GUIDE_FOR_PARENTS,
  TRIBUNAL_PAGE,
} from '../sources.ts'

/** Everybody who can help: in the council's area, everywhere, and the pages of the law and the government. */
export function organisationsPage(council: CouncilForFamilies): GuidancePage {
  const { name } = council
  const { partnershipService, localOffer } = council.contacts
  const { disagreementResolution } = council.providers
  return {
    path: PATHS.organisations,
    title: 'People who can help',
    introduction: [`Ask the ${partnershipService.name} first. It is free, impartial and near you.`],
    sections: [
      {
        heading: 'In your area',
        parts: [
          `The ${partnershipService.name} can give you:`,
          {
            points: [
              'information about complaints, disagreement resolution and mediation',
              'advice if you are not happy with the help from a school or college',
              'the names of other organisations, support groups and information services',
              'information and advice about your right to appeal',
              'impartial support through a complaint, disagreement resolution, mediation or an appeal',
            ],
          },
          impartialSupport(council),
          ...independentAdvisers(council),
          ...(disagreementResolution ? [{ contact: disagreementResolution, what: 'Disagreement resolution' }] : []),
          councilOfficer(council),
          'The Local Offer says how to sort things out, how mediation is arranged and how to complain. It also says what you can appeal.',
          { links: [{ text: `The Local Offer of ${name}`, href: localOffer }] },
        ],
      },
      {
        heading: 'Everywhere in England',
        parts: ['These organisations do not belong to the council.', { organisations: NATIONAL_ORGANISATIONS }],
      },
      {
        heading: 'The rules, and where to take a case',
        parts: [
          {
            links: [
              {
                text: SEND_CODE_OF_PRACTICE.title,
                href: SEND_CODE_OF_PRACTICE.url,
                about: 'Chapter 11 is about disagreements, mediation, appeals and complaints.',
              },
              { text: SHORT_GUIDE_FOR_PARENTS.title, href: SHORT_GUIDE_FOR_PARENTS.url },
              { text: APPEAL_PAGE.title, href: APPEAL_PAGE.url },
              { text: TRIBUNAL_PAGE.title, href: TRIBUNAL_PAGE.url },
              {
                text: COUNCIL_OMBUDSMAN.title,
                href: COUNCIL_OMBUDSMAN.url,
                about: 'After you have complained to the council.',
              },
              {
                text: HEALTH_OMBUDSMAN.title,
                href: HEALTH_OMBUDSMAN.url,
                about: 'After you have complained to the NHS.',
              },
              { text: COMPLAIN_ABOUT_A_SCHOOL.title, href: COMPLAIN_ABOUT_A_SCHOOL.url },
            ],
          },
        ],
      },
    ],
    sources: [],
  }
}
