import { childrenAndFamiliesAct } from '../../law/citations.ts'
import { impartialSupport } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import { sendCode } from '../sources.ts'

/** What disagreement resolution is, its three kinds and five occasions, and what it does not do. */
export function disagreementResolutionPage(council: CouncilForFamilies): GuidancePage {
  const { partnershipService } = council.contacts
  const { mediationAdviser, disagreementResolution } = council.providers
  const resolution = disagreementResolution ?? mediationAdviser
  return {
    path: PATHS.disagreementResolution,
    title: 'Get help to agree: disagreement resolution',
    explains: ['disagreement-resolution'],
    introduction: [
      'Many disagreements can be sorted out by talking. Talk to the school, the college or the council first. For health services, talk to the integrated care board.',
      'If that does not work, somebody independent can help you to talk to each other. This is called disagreement resolution.',
    ],
    sections: [
      {
        heading: 'What it is',
        parts: [
          'A trained mediator helps you to talk. You look together for a way forward that all of you accept.',
          {
            points: [
              'It is voluntary. It takes place only if all sides agree to it.',
              'It is free.',
              'It is confidential.',
              'It is independent. Nobody who works for the council may do it.',
            ],
          },
          'It is for parents and young people.',
        ],
      },
      {
        heading: 'What it is for',
        parts: [
          'It is for three kinds of disagreement:',
          {
            numbered: [
              'How early years providers, schools, colleges and the council do their duties. The council must keep help under review, assess needs and write EHC plans. Schools must use their “best endeavours” to meet a child’s needs.',
              'The special educational provision that an early years provider, a school or a college makes. It may be SEN support, or the help in an EHC plan.',
              'Health or social care, when it is part of an EHC needs assessment. Also while a plan is written or reviewed, or at a re-assessment.',
            ],
          },
        ],
      },
      {
        heading: 'When you can use it',
        parts: [
          'You can use it with an EHC plan or without one. You can also use it:',
          {
            points: [
              'during an EHC needs assessment',
              'while an EHC plan is written',
              'while you wait for the Tribunal',
              'at a review',
              'during a re-assessment',
            ],
          },
        ],
      },
      {
        heading: 'What it does not do',
        parts: [
          {
            points: [
              'It does not give you a mediation certificate. You need one for most appeals.',
              'It does not stop the time for an appeal, or to speak to the mediation adviser.',
              'It does not take away your right to appeal or to complain.',
            ],
          },
          {
            links: [
              { text: 'Work out your dates', href: PATHS.dates },
              { text: 'Mediation about a decision', href: PATHS.mediation },
            ],
          },
        ],
      },
      {
        heading: 'How to ask for it',
        parts: [
          `Contact ${resolution.name}, or ask the ${partnershipService.name} if it is the right way for you.`,
          { contact: resolution, what: 'Disagreement resolution' },
          impartialSupport(council),
        ],
      },
    ],
    sources: [sendCode('11.3'), sendCode('11.6 to 11.10'), childrenAndFamiliesAct(57)],
  }
}
