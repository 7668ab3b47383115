import { childrenAndFamiliesAct, tribunalRule } from '../../law/citations.ts'
import { impartialSupport } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import { onlineOrOnTheForm } from '../how-to-appeal.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import { APPEAL_PAGE, sendCode } from '../sources.ts'

/** What can be appealed, on which form, and by when. */
export function appealPage(council: CouncilForFamilies): GuidancePage {
  const { partnershipService } = council.contacts
  return {
    path: PATHS.appeal,
    title: 'Appeal to the Tribunal',
    introduction: [
      'The First-tier Tribunal (SEND) is independent of the council. It can change a decision of the council. An appeal is free.',
      'A parent can appeal. A young person who is over the age for school appeals for themselves.',
      { action: { text: 'Work out your dates', href: PATHS.dates } },
    ],
    sections: [
      {
        heading: 'What you can appeal',
        parts: [
          'You can appeal if the council:',
          {
            numbered: [
              'says no to an EHC needs assessment, or to a re-assessment',
              'says after an assessment that no EHC plan is needed',
              'sends you an EHC plan and you disagree with what is in section B, section F or section I',
              'changes one of these parts of the plan',
              'says no to a change of the plan after a review or a re-assessment',
              'decides to end the plan',
            ],
          },
          'Section B says what the needs are. Section F says what special help there must be. Section I names the school or college, or its type, or names none.',
        ],
      },
      {
        heading: 'Before you appeal',
        parts: [
          'For most appeals you need a certificate from the mediation adviser. You do not have to choose mediation to get one.',
          'You do not need one if you disagree only about section I.',
          { links: [{ text: 'Mediation and the certificate', href: PATHS.mediation }] },
        ],
      },
      {
        heading: 'How long you have',
        parts: [
          'The Tribunal must have your appeal within 2 months of the day the decision letter was sent.',
          'Or within 1 month of the date on your certificate, if that is later.',
          'It counts on the day that the Tribunal has it, not the day that you send it. It must be there by 5pm.',
          'If the last day is in August or over Christmas, it can move. The date calculator knows these rules.',
          'If you are late you can still appeal. Send it today and say why it is late. A judge decides.',
        ],
      },
      {
        heading: 'How to appeal',
        parts: [
          {
            numbered: [
              onlineOrOnTheForm(),
              'Say what you disagree with and why.',
              'Add a copy of the decision letter, and of your certificate if you need one.',
              'Send it all to the Tribunal.',
            ],
          },
          { links: [{ text: APPEAL_PAGE.title, href: APPEAL_PAGE.url }] },
        ],
      },
      {
        heading: 'What happens then',
        parts: [
          'The Tribunal writes to you and to the council with the dates of the case.',
          'You may not get a day for a hearing at first. An appeal about a move to the next school gets one when it is ready.',
          'In February 2026 the government proposed to change these rights. In June 2026, when we last looked, the law had not changed.',
        ],
      },
      {
        heading: 'What happens then',
        parts: [
          'The Tribunal writes to you and to the council with the dates of the case.',
          'You may not get a day for a hearing at first. An appeal about a move to the next school gets one when it is ready.',
          'In February 2026 the government proposed to change these rights. In June 2026, when we last looked, the law had not changed.',
        ],
      },
      {
        heading: 'Health and social care',
        parts: [
          'You can ask the Tribunal to look at health and social care too, in most appeals.',
          { links: [{ text: 'Health and social care in an EHC plan', href: PATHS.healthAndSocialCare }] },
        ],
      },
      {
        heading: 'School exclusion and discrimination',
        parts: [
          'These have other ways and other time limits. The dates on this page are not for them.',
          { links: [{ text: 'Exclusion and discrimination', href: PATHS.exclusionAndDiscrimination }] },
        ],
      },
      {
        heading: 'Help with an appeal',
        parts: [
          `The ${partnershipService.name} can explain the appeal to you and give you impartial advice and support.`,
          impartialSupport(council),
          { links: [{ text: 'Other people who can help', href: PATHS.organisations }] },
        ],
      },
    ],
    sources: [
      sendCode('11.39 to 11.55'),
      childrenAndFamiliesAct(51),
      childrenAndFamiliesAct(55),
      tribunalRule(12),
      tribunalRule(20),
    ],
  }
}
