import { childrenAndFamiliesAct, sendRegulation } from '../../law/citations.ts'
import { independentAdvisers } from '../contacts.ts'
import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage } from '../page.ts'
import { PATHS } from '../paths.ts'
import { sendCode } from '../sources.ts'

/** Mediation advice, mediation and the certificate. Each date of a family's own is worked out by the date calculator. */
export function mediationPage(council: CouncilForFamilies): GuidancePage {
  const { partnershipService } = council.contacts
  return {
    path: PATHS.mediation,
    title: 'Mediation',
    explains: ['mediation'],
    introduction: [
      'Mediation is a kind of disagreement resolution. It is about decisions of the council that you can appeal.',
      'It is voluntary, free and confidential. You do not have to choose it. Your right to appeal is not affected.',
    ],
    sections: [
      {
        heading: 'When you can use it',
        parts: [
          'You can ask for mediation after the council:',
          {
            points: [
              'says no to an EHC needs assessment, or to a new one',
              'says no to an EHC plan',
              'sends you a final or a changed EHC plan',
              'says no to a change of an EHC plan',
              'decides to end an EHC plan',
            ],
          },
        ],
      },
      {
        heading: 'What to do',
        parts: [
          {
            numbered: [
              'Speak to the mediation adviser within 2 months of the day the decision letter was sent. The letter says who the adviser is.',
              'Listen to the mediation advice. It must take no side. Then say if you want mediation or not.',
              'If you do not want it, the adviser sends you a certificate within 3 working days. You can then appeal.',
              'If you want it, tell the council. Say what you disagree with, and what health care you want if that is part of it.',
            ],
          },
          { action: { text: 'Work out your dates', href: PATHS.dates } },
        ],
      },
      {
        heading: 'If you choose mediation',
        parts: [
          {
            points: [
              'The council must take part. If it is about health care, the integrated care board must take part too.',
              'They must arrange it within 30 days of the day they are told.',
              'You must be told the day and the place at least 5 working days before, unless you agree to less.',
              'An independent mediator runs the meeting. The mediator is trained and accredited.',
              'The council must send somebody who can decide.',
              'You can bring a friend, a relative, an adviser or a lawyer.',
              // The amounts of regulation 41.
              'You can ask for help with costs: public transport, 25p a mile, lost earnings up to £45, £5.35 an hour for a carer.',
              'Ask about costs before the meeting, and keep the receipts.',
              'The mediator will try to find out what your child thinks.',
            ],
          },
          'After the meeting the mediation adviser gives you a certificate within 3 working days. You need it if you still want to appeal.',
          'If they cannot arrange it in 30 days, the adviser gives you a certificate. You can then appeal, or still wait for mediation.',
          'If you agree, the council must do what it agreed, and by a set time. If it does not, you can complain.',
        ],
      },
      {
        id: 'no-certificate',
        heading: 'When you do not need the adviser',
        parts: [
          'You do not need mediation advice or a certificate if you only disagree with:',
          {
            points: [
              'the school or college that the plan names',
              'the type of school or college in the plan',
              'the fact that the plan names none',
            ],
          },
          'If you disagree with anything else too, you need both.',
        ],
      },
      {
        heading: 'How long you have to appeal',
        parts: [
          'The Tribunal must have your appeal within 2 months of the day the decision letter was sent.',
          'Or within 1 month of the date on the certificate, if that is later.',
          'If you disagree only about the school or college, it is always the 2 months.',
        ],
      },
      {
        heading: 'If you are late',
        parts: [
          'Speak to the mediation adviser today. After the 2 months the adviser can give you a certificate only if you want mediation.',
          'You can still appeal, even with no certificate. Send the appeal as soon as you can and say why it is late. A judge decides.',
        ],
      },
      {
        heading: 'Who to speak to',
        parts: [
          ...independentAdvisers(council),
          { contact: partnershipService, what: 'It can help you to decide if mediation is right for you' },
        ],
      },
    ],
    sources: [
      sendCode('11.13 to 11.38'),
      childrenAndFamiliesAct(52),
      childrenAndFamiliesAct(55),
      sendRegulation(33),
      sendRegulation(34),
      sendRegulation(36),
      sendRegulation(37),
      sendRegulation(39),
      sendRegulation(42),
    ],
  }
}
