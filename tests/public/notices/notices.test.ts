import { describe, expect, it } from 'vitest'
import { NOTICE_PATHS } from '../../../lambdas/guidance/paths.ts'
import { PRESCRIBED } from '../../../lambdas/public/notices/accessibility-statement.ts'
import { noticePages } from '../../../lambdas/public/notices/notice-pages.ts'
import { COOKIES } from '../../../lambdas/web/cookies.ts'
import { notices } from '../../council-for-tests.ts'
import { sentencesIn, textsOf } from '../../guidance/words-of-guidance.ts'
import { wordsOf } from '../../messages/read-message.ts'
import { readingGrade } from '../../messages/reading-grade.ts'
import { CONTRACTION, PRESSURE } from '../../messages/wrong-words.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { publicForTests } from '../public-for-tests.ts'

const FINISHED = { ...COUNCIL, notices }
const UNFINISHED = { ...COUNCIL, notices: { accessibility: {}, privacy: {} } }

const asked = async (council: typeof FINISHED | typeof UNFINISHED, path: string) =>
  (await (await publicForTests(undefined, { council })).ask(path)).html.replaceAll('&#39;', '’')

describe('the accessibility statement', () => {
  it('has the parts and the prescribed words of the model statement, with what the council says', async () => {
    const html = await asked(FINISHED, NOTICE_PATHS.accessibility)
    for (const said of [
      'This accessibility statement applies to',
      PRESCRIBED.committed('Example &amp; District Council'),
      PRESCRIBED.partially,
      PRESCRIBED.listed,
      'Our letters are PDF files',
      'We answer within 5 <a class="govuk-link" href="/help/glossary#working-day">working days</a>.',
      'mailto:web@example.gov.uk',
      PRESCRIBED.enforcement,
      'https://www.equalityadvisoryservice.com/',
      'This statement was prepared on Monday 9 February 2026.',
      'It was last reviewed on Monday 9 February 2026.',
      'This website was last tested on Monday 2 February 2026 against the WCAG 2.2 AA standard.',
      'The test was carried out by Example Access Ltd.',
    ]) {
      expect(html).toContain(said)
    }
    expect(html).not.toContain('not finished')
  })

  it('has the headings of the model statement, in their order', async () => {
    const html = await asked(FINISHED, NOTICE_PATHS.accessibility)
    const headings = [...html.matchAll(/<h2 class="govuk-heading-m">([^<]+)</g)].map(([, heading]) => heading)
    expect(headings.slice(0, 9)).toEqual([
      'How accessible this website is',
      'Feedback and contact information',
      'Enforcement procedure',
      'Technical information about this website’s accessibility',
      'Compliance status',
      'Non-accessible content',
      'Non-compliance with the accessibility regulations',
      'What we are doing to improve accessibility',
      'Preparation of this accessibility statement',
    ])
  })

  it.each(['fully', 'not'] as const)('says how far the pages keep to the guidelines: %s', async (compliance) => {
    const html = await asked(
      { ...FINISHED, notices: { ...notices, accessibility: { ...notices.accessibility, compliance } } },
      NOTICE_PATHS.accessibility,
    )
    expect(html).toContain(PRESCRIBED[compliance])
    expect(html).not.toContain(PRESCRIBED.partially)
  })
})

it('the privacy notice says who decides, why, what, who gets it, for how long, and what rights there are', async () => {
  const html = await asked(FINISHED, NOTICE_PATHS.privacy)
  for (const said of [
    'In law we are the controller',
    'mailto:dpo@example.gov.uk',
    'article 6(1)(e)',
    'article 9(2)(g)',
    'Example Mediation, the mediation adviser',
    'Amazon Web Services',
    'in the United Kingdom',
    'We keep a case until the child is 25.',
    'for a copy of what we have about you',
    'to put right what is wrong',
    'to erase something',
    'No decision about you is made by a computer alone',
    'https://ico.org.uk/make-a-complaint/',
    'written on Monday 9 February 2026',
  ]) {
    expect(html).toContain(said)
  }
})

it('the cookies page tells each cookie of the table, and that the pages for families set none', async () => {
  const html = await asked(FINISHED, NOTICE_PATHS.cookies)
  for (const { name, lasts } of Object.values(COOKIES)) {
    expect(html).toContain(`${name}: `)
    expect(html).toContain(lasts)
    // What a browser takes from our own host over https alone.
    expect(name).toMatch(/^__Host-/)
  }
  expect(html).toContain('The pages for families set no cookies.')
})

describe('an unfinished page', () => {
  it.each([NOTICE_PATHS.accessibility, NOTICE_PATHS.privacy])('says so, and invents nobody: %s', async (path) => {
    const html = await asked(UNFINISHED, path)
    expect(html).toContain('This page is not finished.')
    expect(html).toContain('The council has still to say:')
    expect(html).not.toMatch(/mailto:|tel:|undefined|compliant with/)
  })
})

describe('the words', () => {
  const prescribed = [PRESCRIBED.committed(COUNCIL.name), ...Object.values(PRESCRIBED)].flatMap((said) =>
    typeof said === 'string' ? sentencesIn([said]) : [],
  )
  it.each([FINISHED, UNFINISHED].flatMap(noticePages).map((page) => [page.path, page] as const))(
    'of %s are plain, but for those that the law prescribes',
    (_, page) => {
      const sentences = sentencesIn(textsOf(page)).filter((sentence) => !prescribed.includes(sentence))
      expect(sentences.filter((sentence) => wordsOf(sentence).length > 25)).toEqual([])
      expect(sentences.filter((sentence) => CONTRACTION.test(sentence) || PRESSURE.test(sentence))).toEqual([])
      expect(readingGrade(sentences)).toBeLessThan(8)
    },
  )
})
