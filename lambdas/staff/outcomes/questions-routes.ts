import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { invoicesOf } from '../../cases/store/invoice-store.ts'
import { cellsOfMonths } from '../../cases/store/outcome-store.ts'
import { allReleases, releaseId } from '../../cases/store/release-store.ts'
import { typedMonths } from '../../cases/store/typed-figure-store.ts'
import { monthAfter } from '../../law/month.ts'
import { csvOf } from '../../pack/csv.ts'
import { jsonFile, textFile } from '../../pack/manifest.ts'
import { zipPack } from '../../pack/zip.ts'
import { namesOfProviders } from '../../reports/bill/statement.ts'
import { asCell, openDocumentSpreadsheet, type Sheet } from '../../reports/formats/open-document.ts'
import { SIGN_WORDS_OF_YEARS } from '../../reports/formats/titles.ts'
import { type Answer, answersOf } from '../../reports/questions/questions.ts'
import { spendOf, tribunalCostsOf } from '../../reports/questions/spend.ts'
import { KINDS_OF_YEAR, type KindOfYear, yearName, yearsThatAreOver } from '../../reports/questions/years.ts'
import { tablesOf } from '../../reports/releases.ts'
import { typedCells } from '../../reports/typed-in/typed-cells.ts'
import type { StaffAnswers } from '../answer.ts'
import { formatInstant } from '../day.ts'
import type { StaffServiceOptions } from '../service.ts'

const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const
const TITLE = 'Questions that come every year'
const KINDS = Object.keys(KINDS_OF_YEAR) as KindOfYear[]

/**
 * The answers to what information requests, members and panels ask every year. They are made of releases alone, so whoever reads them
 * learns nothing that is not released.
 */
export function questionsRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, council } = service

  /** @returns undefined where an address asks for years of another kind */
  function kindAsked(c: Context): KindOfYear | undefined {
    const asked = c.req.query('years') ?? 'calendar'
    return KINDS.find((kind) => kind === asked)
  }

  const noSuchYears = (c: Context) =>
    answer.message(c, 404, 'There are no such years', ['Choose calendar years or financial years.'], {
      href: '/outcomes/questions',
      text: 'Go to the questions',
    })

  async function answersFor(kind: KindOfYear) {
    const releases = await allReleases(tables)
    const years = await Promise.all(
      yearsThatAreOver(kind, londonDay(service.clock())).map(async (to) => {
        // The last correction comes first.
        const release = releases.find((one) => one.to === to)
        const months = { from: monthAfter(to, -11), to }
        const [invoices, cells, typed] = await Promise.all([
          invoicesOf(tables, months),
          cellsOfMonths(tables, months),
          typedMonths(tables, months),
        ])
        return {
          name: yearName(to),
          to,
          release,
          tables: release && tablesOf(release),
          invoices,
          cells,
          typed: typedCells(typed),
        }
      }),
    )
    const answers = answersOf(years)
    return {
      years: years.map(({ name, release }) => ({ name, ...(release && { release: releaseId(release) }) })),
      answers:
        answers.length > 0
          ? [...answers, spendOf(years, namesOfProviders(council.providers)), tribunalCostsOf(years)]
          : [],
    }
  }

  function spreadsheetOf(kind: KindOfYear, answers: readonly Answer[]) {
    const title = `${TITLE}: ${KINDS_OF_YEAR[kind].words}`
    const named = answers.map((one, place) => ({ ...one, name: `Question_${place + 1}` }))
    const sheets: readonly Sheet[] = [
      {
        name: 'Cover',
        title,
        about: [
          `${council.name}.`,
          `Made on ${formatInstant(service.clock().toISOString())}.`,
          'Small numbers are hidden, so that no family can be recognised. What was in none of the years is left out.',
        ],
        header: [],
        rows: [],
      },
      {
        name: 'Contents',
        title: 'Contents',
        about: ['This worksheet contains one table. It lists the worksheets that follow.'],
        header: ['Worksheet', 'Question'],
        rows: [
          ['Notes', 'How each figure is counted, and what the signs mean'],
          ...named.map((one) => [one.name, one.question]),
        ],
      },
      {
        name: 'Notes',
        title: 'Notes',
        about: ['This worksheet contains one table.'],
        header: ['Worksheet', 'About', 'Note'],
        rows: [
          ...Object.values(SIGN_WORDS_OF_YEARS).map((words) => ['All', 'Signs', words]),
          ...named.flatMap(({ name, definition }) => definition.map(({ term, text }) => [name, term, text])),
        ],
      },
      ...named.map(
        ({ name, question, title: figure, header, lines }): Sheet => ({
          name,
          title: question,
          about: [
            `This worksheet contains one table: ${figure}. The worksheet Notes says how it is counted.`,
            `Source: ${council.name}.`,
          ],
          header,
          rows: lines.map((line) => line.map((text, place) => (place < 2 ? text : asCell(text)))),
        }),
      ),
    ]
    return openDocumentSpreadsheet({ title, council: council.name, sheets })
  }

  return {
    /** The answers, with what is missing of them. */
    async show(c: Context) {
      const kind = kindAsked(c)
      if (!kind) return noSuchYears(c)
      const { years, answers } = await answersFor(kind)
      const view = {
        title: TITLE,
        years,
        missing: years.flatMap(({ name, release }) => (release ? [] : [name])),
        answers,
        signs: Object.values(SIGN_WORDS_OF_YEARS),
        pack: `/outcomes/questions.zip?years=${kind}`,
        kinds: KINDS.map((one) => ({
          text: KINDS_OF_YEAR[one].words,
          href: `/outcomes/questions?years=${one}`,
          isShown: one === kind,
        })),
      }
      return answer.pageOrJson(c, 'staff/outcomes/questions.njk', view, { years, answers }, FRAME)
    },

    /** The same as files, with how each figure is counted: what can be sent to whoever asked. */
    async pack(c: Context) {
      const kind = kindAsked(c)
      if (!kind) return noSuchYears(c)
      const { years, answers } = await answersFor(kind)
      const readMe = [
        `${TITLE}: ${KINDS_OF_YEAR[kind].words}`,
        council.name,
        ...years.map(
          ({ name, release }) => `${name}: ${release ? `release ${release}` : 'not released, so not available'}`,
        ),
        'Small numbers are hidden, so that no family can be recognised. What was in none of the years is left out.',
        '',
        'questions.ods: all answers. csv: each answer. questions.json: the same for programs.',
        '',
        ...Object.values(SIGN_WORDS_OF_YEARS),
        ...answers.flatMap(({ id, question, title, definition }) => [
          '',
          `csv/${id}.csv: ${question}`,
          `  ${title}`,
          ...definition.map(({ term, text }) => `  ${term}: ${text}`),
        ]),
        '',
      ].join('\n')
      const files = [
        ...answers.map(({ id, header, lines }) => textFile(`csv/${id}.csv`, csvOf(header, lines))),
        jsonFile('questions.json', { years, answers }),
        { name: 'questions.ods', bytes: spreadsheetOf(kind, answers) },
      ]
      const [zip] = zipPack(TITLE, [textFile('README.txt', readMe)], files)
      if (!zip) throw new Error('A pack has one part at least.')
      c.header('content-type', 'application/zip')
      c.header('content-disposition', `attachment; filename="questions-${kind}-years.zip"`)
      return c.body(zip.bytes)
    },
  }
}
