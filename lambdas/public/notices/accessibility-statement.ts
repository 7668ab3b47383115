import type { AccessibilityNotice } from '../../cases/council.ts'
import type { GuidancePage, Section } from '../../guidance/page.ts'
import { NOTICE_PATHS } from '../../guidance/paths.ts'
import { formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import type { CouncilOfNotices } from './notice-pages.ts'

const THE_REGULATIONS =
  'the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018'
const THE_STANDARD = 'the Web Content Accessibility Guidelines version 2.2 AA standard'

/** The words that the model statement prescribes, which may not be changed (regulation 8(1) of the Regulations). */
export const PRESCRIBED = {
  committed: (council: string) =>
    `${council} is committed to making its website accessible, in accordance with ${THE_REGULATIONS}.`,
  fully: `This website is fully compliant with ${THE_STANDARD}.`,
  partially: `This website is partially compliant with ${THE_STANDARD}, due to the non-compliances listed below.`,
  not: `This website is not compliant with ${THE_STANDARD}. The non-compliances are listed below.`,
  listed: 'The content listed below is non-accessible for the following reasons.',
  enforcement: `The Equality and Human Rights Commission (EHRC) is responsible for enforcing ${THE_REGULATIONS} (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).`,
} as const

/**
 * The accessibility statement, in the parts and the prescribed words of the model statement for England.
 * @see https://www.gov.uk/government/publications/sample-accessibility-statement
 */
export function accessibilityStatement({ name, notices: { accessibility } }: CouncilOfNotices): GuidancePage {
  const { contact, answersWithinWorkingDays } = accessibility
  return {
    path: NOTICE_PATHS.accessibility,
    title: 'Accessibility statement for the pages on decisions and appeals',
    introduction: [
      'This accessibility statement applies to these pages: the help for families, the page that works out dates, and the pages for council staff.',
      `${name} runs them. We want as many people as possible to be able to use them. You should be able to:`,
      {
        points: [
          'change colours, contrast and fonts',
          'zoom in to 400% without the text going off the screen',
          'use every page with a keyboard alone, or with speech recognition',
          'listen to every page with a screen reader',
          'use every page with scripts turned off, because none has any',
        ],
      },
      'We have made the words as simple as we can.',
    ],
    sections: [
      { heading: 'How accessible this website is', parts: [inShort(accessibility)] },
      {
        heading: 'Feedback and contact information',
        parts: [
          'If you find a problem that is not listed on this page, or think that we do not do what the law asks, tell us.',
          'Tell us too if you need a page in another format, such as large print, easy read, audio or braille.',
          ...(answersWithinWorkingDays === undefined ? [] : [answerSentence(answersWithinWorkingDays)]),
          ...(contact ? [{ contact, what: 'Answers about accessibility' }] : []),
        ],
      },
      {
        heading: 'Enforcement procedure',
        parts: [
          PRESCRIBED.enforcement,
          { links: [{ text: 'Website of the EASS', href: 'https://www.equalityadvisoryservice.com/' }] },
        ],
      },
      { heading: 'Technical information about this website’s accessibility', parts: [PRESCRIBED.committed(name)] },
      ...complianceSections(accessibility),
      {
        heading: 'What we are doing to improve accessibility',
        parts: [
          'Whenever the service is changed, a program looks at each page for faults, at the width of a desk and of a phone.',
          'It also goes through the pages with a keyboard alone. We look into whatever people tell us.',
        ],
      },
      { heading: 'Preparation of this accessibility statement', parts: preparation(accessibility) },
    ],
    sources: [
      {
        title: 'The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
        url: 'https://www.legislation.gov.uk/uksi/2018/952/contents',
      },
    ],
  }
}

function answerSentence(days: number): string {
  return `We answer within ${days} working ${days === 1 ? 'day' : 'days'}.`
}

const NOT_SAID = 'The council has not said yet how far these pages keep to the guidelines.'

/** For whoever needs to know what they can use, without the terms of the law. */
function inShort({ compliance }: AccessibilityNotice): string {
  switch (compliance) {
    case undefined:
      return NOT_SAID
    case 'fully':
      return 'We know of no part of this website that somebody cannot use.'
    case 'partially':
      return 'We know that some parts of this website are not fully accessible. They are listed below, with what to do instead.'
    case 'not':
      return 'We know that many parts of this website are not accessible. They are listed below, with what to do instead.'
  }
}

/** Under the headings that the model statement prescribes. */
function complianceSections({ compliance, notAccessible = [] }: AccessibilityNotice): readonly Section[] {
  return [
    { heading: 'Compliance status', parts: [compliance ? PRESCRIBED[compliance] : NOT_SAID] },
    ...(notAccessible.length > 0
      ? [
          { heading: 'Non-accessible content', parts: [PRESCRIBED.listed] },
          { heading: 'Non-compliance with the accessibility regulations', parts: [{ points: notAccessible }] },
        ]
      : []),
  ]
}

function preparation({ preparedOn, reviewedOn, testedOn, testedBy }: AccessibilityNotice): readonly string[] {
  // A statement that was not reviewed since was last looked at when it was written.
  const reviewed = reviewedOn ?? preparedOn
  return [
    ...(preparedOn ? [`This statement was prepared on ${inWords(preparedOn)}.`] : []),
    ...(reviewed ? [`It was last reviewed on ${inWords(reviewed)}.`] : []),
    ...(testedOn
      ? [`This website was last tested on ${inWords(testedOn)} against the WCAG 2.2 AA standard.`]
      : ['The council has not said yet when these pages were tested.']),
    ...(testedBy ? [`The test was carried out by ${testedBy}.`] : []),
  ]
}

function inWords(day: string): string {
  return formatDate(parseCalendarDate(day))
}
