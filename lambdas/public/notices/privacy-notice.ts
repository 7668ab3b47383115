import { advisersOf } from '../../cases/advice/adviser.ts'
import type { GuidancePage } from '../../guidance/page.ts'
import { NOTICE_PATHS } from '../../guidance/paths.ts'
import { formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import type { CouncilOfNotices } from './notice-pages.ts'

/** The privacy notice: what articles 13 and 14 of the UK GDPR ask to be told, in their order. */
export function privacyNotice({ name, notices: { privacy }, providers }: CouncilOfNotices): GuidancePage {
  const { contact, dataProtectionOfficer, keptFor, writtenOn } = privacy
  return {
    path: NOTICE_PATHS.privacy,
    title: 'Privacy notice',
    introduction: [
      'This notice is about what we do with personal information when a family may disagree with our decision about special educational needs.',
      'The pages of help and the page that works out dates keep nothing about you.',
    ],
    sections: [
      {
        heading: 'Who we are',
        parts: [
          `${name} decides what is done with the information. In law we are the controller.`,
          ...(contact ? [{ contact, what: 'Answers about personal information' }] : []),
          ...(dataProtectionOfficer ? [{ contact: dataProtectionOfficer, what: 'Data protection officer' }] : []),
        ],
      },
      {
        heading: 'What we use it for, and what lets us',
        parts: [
          'We tell families their rights and their dates, arrange mediation, take part in appeals, and do what was agreed or ordered.',
          'The law asks this of us: Part 3 of the Children and Families Act 2014, and the Regulations made under it.',
          'So it is a task in the public interest: article 6(1)(e) of the UK GDPR.',
          'Some of it is about health or a disability. We may use that for reasons of substantial public interest: article 9(2)(g), and the Data Protection Act 2018, Schedule 1, paragraph 6.',
          'We send nothing to sell anything. No decision about you is made by a computer alone.',
        ],
      },
      {
        heading: 'What we keep, and where it comes from',
        parts: [
          {
            points: [
              'the names of the parent or young person and of the child, and the child’s date of birth',
              'how to reach you, and the language, print or format that you need',
              'somebody else who gets our messages, or who acts for you',
              'our own references, and the unique pupil number',
              'the decision, and what happened after it: advice, meetings, certificates, appeals, complaints',
              'each message that we sent, and whether it arrived',
              'notes of our staff',
            ],
          },
          'It comes from you, from our own records, and from the mediation adviser, the Tribunal, schools and health services.',
          'If you do not give us a way to reach you, we cannot tell you your dates.',
        ],
      },
      {
        heading: 'Who else gets it',
        parts: [
          {
            points: [
              ...advisersOf(providers).map(
                ({ contact }) =>
                  `${contact.name}, the mediation adviser: what is needed to speak to you and to arrange mediation`,
              ),
              'the integrated care board, where the disagreement is about health care',
              'the Tribunal, where you appeal',
              'Amazon Web Services, which runs the computers for us in London and may use nothing for itself',
            ],
          },
          'We store it in the United Kingdom.',
        ],
      },
      {
        heading: 'For how long',
        parts: [
          keptFor ?? 'The council has not said yet for how long a case is kept.',
          'Copies against loss go 35 days later.',
        ],
      },
      {
        heading: 'Your rights',
        parts: [
          'You can ask us:',
          {
            points: [
              'for a copy of what we have about you',
              'to put right what is wrong',
              'to erase something, or to use it no more, while we look at what you say',
              'to stop, because of your own situation. We then stop, unless we have reasons that weigh more.',
            ],
          },
          'We answer within one month. It is free. We have to keep some things by law, and then say so.',
        ],
      },
      {
        heading: 'If you are not happy',
        parts: [
          'Tell us first, so that we can put it right.',
          'You can also complain to the Information Commissioner’s Office (ICO).',
          { links: [{ text: 'Complain to the ICO', href: 'https://ico.org.uk/make-a-complaint/' }] },
          ...(writtenOn ? [`This notice was written on ${formatDate(parseCalendarDate(writtenOn))}.`] : []),
        ],
      },
    ],
    sources: [
      { title: 'UK GDPR, articles 13 and 14', url: 'https://www.legislation.gov.uk/eur/2016/679/article/13' },
      {
        title: 'Data Protection Act 2018, Schedule 1, paragraph 6',
        url: 'https://www.legislation.gov.uk/ukpga/2018/12/schedule/1',
      },
      {
        title: 'Children and Families Act 2014, Part 3',
        url: 'https://www.legislation.gov.uk/ukpga/2014/6/part/3',
      },
    ],
  }
}
