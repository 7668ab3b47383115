import { impartialSupport } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage, PageLink } from '../page.ts'
import { PATHS } from '../paths.ts'
import { COMPLAIN_ABOUT_A_SCHOOL, COUNCIL_OMBUDSMAN, HEALTH_OMBUDSMAN, sendCode } from '../sources.ts'

/** How to complain, to whom, and what comes after the answer. */
export function complaintPage(council: CouncilForFamilies): GuidancePage {
  const { name } = council
  const { officer, partnershipService, complaintPages } = council.contacts
  return {
    path: PATHS.complaint,
    title: 'Make a complaint',
    introduction: [
      `You can complain if you think that a school, a college or ${name} could do more. Each has a complaints procedure.`,
      {
        important:
          'A complaint does not stop the time for an appeal. If you have a decision letter, check your dates first.',
      },
      { action: { text: 'Work out your dates', href: PATHS.dates } },
    ],
    sections: [
      {
        heading: 'How to complain',
        parts: [
          'Most of the time you need to:',
          {
            points: [
              'try first to sort it out with the right people',
              'put your complaint in writing, and use the word “complaint”',
              'be clear about everything that you want put right',
              'say what you want to happen',
              'give a fair time by which you would like an answer',
            ],
          },
          'They will send you a form if you ask for one. Keep a copy of what you send.',
        ],
      },
      {
        heading: 'A school, college or nursery',
        parts: [
          'Look for its complaints procedure on its website, or ask for it.',
          'If its answer does not put things right, GOV.UK says where to go next.',
          { links: [{ text: COMPLAIN_ABOUT_A_SCHOOL.title, href: COMPLAIN_ABOUT_A_SCHOOL.url }] },
        ],
      },
      {
        heading: 'The council',
        parts: [
          'Complain about what the council did or did not do. For example, it was late, or it did not give the help in the plan.',
          { contact: officer, what: 'Ask here for the complaints procedure' },
          ...pageOf(complaintPages?.council, `How to complain about ${name}`),
        ],
      },
      {
        id: 'ombudsman',
        heading: 'After the council has answered',
        parts: [
          'If you are still not happy, you can go to the Local Government and Social Care Ombudsman. It is free and independent of the council.',
          {
            points: [
              'Go there within 12 months of the day you first knew of the problem. If it is later, go all the same and say why.',
              'Let the council answer your complaint first. If it takes too long, you can go to the Ombudsman without an answer.',
              'The Ombudsman cannot look at what you took to the Tribunal, or could have taken there.',
              'It can look at other things. For example, the council was late, or did not do what it agreed in mediation.',
            ],
          },
          { links: [{ text: COUNCIL_OMBUDSMAN.title, href: COUNCIL_OMBUDSMAN.url }] },
        ],
      },
      {
        heading: 'Health services',
        parts: [
          'Complain to the service that treats your child, or to the integrated care board that pays for it.',
          'If its answer does not put things right, you can go to the Parliamentary and Health Service Ombudsman.',
          ...pageOf(complaintPages?.health, 'How to complain about the integrated care board'),
          { links: [{ text: HEALTH_OMBUDSMAN.title, href: HEALTH_OMBUDSMAN.url }] },
        ],
      },
      {
        heading: 'Help with a complaint',
        parts: [
          `Ask the ${partnershipService.name} which procedure to use, and what to do next if you are not happy with the answer.`,
          impartialSupport(council),
        ],
      },
    ],
    sources: [
      sendCode('11.2'),
      sendCode('11.67 to 11.111'),
      {
        title: 'Local Government Act 1974, section 26B',
        url: 'https://www.legislation.gov.uk/ukpga/1974/7/section/26B',
      },
    ],
  }
}

function pageOf(href: string | undefined, text: string): readonly { readonly links: readonly PageLink[] }[] {
  return href === undefined ? [] : [{ links: [{ text, href }] }]
}
