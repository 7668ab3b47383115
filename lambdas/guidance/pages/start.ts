import { councilOfficer, impartialSupport } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import { SEND_CODE_OF_PRACTICE, SHORT_GUIDE_FOR_PARENTS, sendCode } from '../sources.ts'

/** Where a family begins: what it wants to do, the first steps, who can help, and how the routes go together. */
export function startPage(council: CouncilForFamilies): GuidancePage {
  const { officer, partnershipService } = council.contacts
  const service = partnershipService.name
  return {
    path: PATHS.start,
    title: 'What to do if you disagree about SEND help',
    introduction: [
      'SEND means special educational needs and disabilities.',
      'This is for parents, carers and young people. It is for you if you are not happy with the help from a school, a college or the council.',
      {
        important:
          'Has the council sent you a decision letter? Most time limits are 2 months from the day it was sent. Work out your dates first.',
      },
      { action: { text: 'Work out your dates', href: PATHS.dates } },
    ],
    sections: [
      {
        heading: 'What do you want to do?',
        parts: [
          {
            links: [
              {
                text: 'Take the first steps',
                href: '#first-steps',
                about: 'Talk to the school, or ask for an assessment.',
              },
              { text: 'Complain', href: PATHS.complaint, about: 'About a school, a college, the council or the NHS.' },
              {
                text: 'Get help to agree',
                href: PATHS.disagreementResolution,
                about: 'This is called disagreement resolution.',
              },
              {
                text: 'Use mediation',
                href: PATHS.mediation,
                about: 'For a decision of the council that you can appeal.',
              },
              { text: 'Appeal', href: PATHS.appeal, about: 'Ask the Tribunal to change a decision of the council.' },
              { text: 'Sort out health or social care', href: PATHS.healthAndSocialCare },
              {
                text: 'Deal with an exclusion or discrimination',
                href: PATHS.exclusionAndDiscrimination,
                about: 'These have other time limits.',
              },
              { text: 'Find people who can help', href: PATHS.organisations },
              { text: 'Look up a word', href: PATHS.glossary },
            ],
          },
        ],
      },
      {
        id: 'first-steps',
        heading: 'First steps',
        parts: [
          'Decisions about help should be made together. The school and the council should listen to you and to your child.',
          {
            numbered: [
              'Talk to your child’s teacher, the SENCO or the headteacher. At a college, talk to the tutor or the SEND team.',
              `If the school does all that it can and your child needs more, ask the council for an EHC needs assessment. Write to the ${officer.name}.`,
              `If your child has an EHC plan, you can also contact the ${officer.name}.`,
            ],
          },
          'The council has 6 weeks to tell you if it will do the assessment. If it says no, you can appeal.',
          councilOfficer(council),
        ],
      },
      {
        id: 'seeking-help',
        heading: 'Get help to say what worries you',
        parts: [
          {
            points: [
              'Ask a friend or relative to come to a meeting with you.',
              'Keep notes of each talk, with the day and the name.',
              'Keep what the school has written to you, and a list of what it has done.',
              `Ask the ${service} what ways there are to go on.`,
            ],
          },
          `The ${service} can help you to prepare for a meeting, and can come with you. It may give you more support, or tell you of local and national groups.`,
        ],
      },
      {
        id: 'who-can-help',
        heading: 'Who can help you',
        parts: [
          `The ${service} is free and impartial. It can:`,
          {
            points: [
              'listen to what worries you',
              'help you to sort out the problem',
              'find other people who can support you',
              'help you to decide what to do next',
              'explain the law and your rights',
            ],
          },
          impartialSupport(council),
          { links: [{ text: 'Other people who can help', href: PATHS.organisations }] },
          `Do you need these pages in another form? Ask the ${service} for large print, Braille, audio or another language.`,
        ],
      },
      {
        id: 'which-way',
        heading: 'Do I have to choose one way?',
        parts: [
          'No. Most of the time you can use more than one. For example, you can complain after disagreement resolution. You can use mediation and then appeal.',
          'There are three things to know first:',
          {
            points: [
              'The time for an appeal does not stop. A complaint, a talk or disagreement resolution does not change your dates.',
              'For most appeals you need a certificate from the mediation adviser. Disagreement resolution does not give you one.',
              'The Ombudsman cannot look at what you can appeal. So appeal in time, and complain about the rest.',
            ],
          },
          `The ${service} can explain your rights and each way.`,
        ],
      },
    ],
    sources: [sendCode('11.1'), sendCode('11.3'), SEND_CODE_OF_PRACTICE, SHORT_GUIDE_FOR_PARENTS],
  }
}
