import { childrenAndFamiliesAct, sendRegulation } from '../../law/citations.ts'
import { impartialSupport, independentAdvisers } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import { RECOMMENDATION_REGULATIONS, sendCode } from '../sources.ts'

/** Health and social care in a plan: no appeal of their own, recommendations beside an appeal about education. */
export function healthAndSocialCarePage(council: CouncilForFamilies): GuidancePage {
  return {
    path: PATHS.healthAndSocialCare,
    title: 'Health and social care in an EHC plan',
    introduction: [
      'An EHC plan says what health care and social care a child or young person needs because of their special educational needs.',
      'You cannot appeal about health or social care alone. But there is more that you can do.',
    ],
    sections: [
      {
        heading: 'Without an appeal',
        parts: [
          {
            points: [
              'Talk to the council, or to the integrated care board about health care.',
              'Use disagreement resolution.',
              'Use mediation. If it is about health care alone, the integrated care board must arrange it within 30 days of the day the council tells it.',
              'Complain to the council about social care, or to the NHS about health care.',
            ],
          },
          {
            links: [
              { text: 'How to use disagreement resolution', href: PATHS.disagreementResolution },
              { text: 'How to use mediation', href: PATHS.mediation },
              { text: 'How to complain', href: PATHS.complaint },
            ],
          },
        ],
      },
      {
        heading: 'With an appeal about education',
        parts: [
          'If you appeal about education, you can ask the Tribunal to look at health and social care in the same appeal.',
          {
            points: [
              'The Tribunal can recommend what should be done. The council and the integrated care board must answer, but do not have to do it.',
              'There must be something about education in the appeal. If that is settled, the rest cannot go on alone.',
              'You cannot do this if the council said no to an assessment. There is no plan to look at yet.',
              'Ask for it on the appeal form.',
            ],
          },
          'This is since 3 April 2018. Older leaflets do not tell you about it.',
          { links: [{ text: 'Appeal to the Tribunal', href: PATHS.appeal }] },
        ],
      },
      {
        heading: 'Who to speak to',
        parts: [...independentAdvisers(council), impartialSupport(council)],
      },
    ],
    sources: [RECOMMENDATION_REGULATIONS, childrenAndFamiliesAct(53), sendRegulation(35), sendCode('11.6 to 11.10')],
  }
}
