import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseView } from '../../lambdas/staff/cases/case-view.ts'
import type { SearchView } from '../../lambdas/staff/search/search-view.ts'
import { dateInputs } from '../web/date-inputs.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** The council's own keys and the date of birth: for its staff, so not even in messages. */
const KEYS = ['Zyxchildkey', 'Zyxcasekey', 'B801200005001', '2010-05-17'] as const
/** Words that stand nowhere else, so that every copy of them is found. */
const MARKED = [
  ...KEYS,
  'Zyxparent',
  'Zyxchild',
  'zyxaddress',
  'Zyxplace',
  'Zyxnote',
  'Zyxstreet',
  'Zyxsecond',
  'zyxother',
  'Zyxacts',
  'Zyxish',
] as const

/** What somebody looks for, and what no case has. It is to be kept nowhere. */
const LOOKED_FOR = 'Zyxlooked'

let house: ServiceForTests
let caseId: string
beforeAll(async () => {
  house = await serviceForTests('2026-02-10')
  caseId = await house.open('marked', {
    parent: 'Zyxparent Lee',
    child: 'Zyxchild Lee',
    email: 'zyxaddress@example.com',
    answers: {
      childReference: 'Zyxchildkey 1',
      caseReference: 'Zyxcasekey 2',
      uniquePupilNumber: 'B801200005001',
      'bornOn-day': '17',
      'bornOn-month': '5',
      'bornOn-year': '2010',
      postalAddress: '1 Zyxstreet\nBath',
      more: 'yes',
      inFull: 'yes',
      print: 'large',
      otherFormat: 'braille',
      language: 'Zyxish',
      second: 'yes',
      secondName: 'Zyxsecond Lee',
      secondBy: 'email',
      secondEmail: 'zyxother@example.net',
      representative: 'copy',
      representativeFor: 'family',
      representativeName: 'Zyxacts Ake',
      representativeBy: 'post',
      representativeAddress: '2 Zyxstreet\nBath',
    },
  })
  await house.record(caseId, '2026-02-11', 'note-added', { note: 'Zyxnote was said on the phone.' })
  await house.record(caseId, '2026-02-12', 'mediation-chosen', { councilToldOn: '2026-02-12', healthIssue: 'none' })
  await house.record(caseId, '2026-02-13', 'meeting-arranged', {
    meetingOn: '2026-03-02',
    startsAt: '10:30',
    format: 'in-person',
    place: 'Zyxplace Hall',
  })
  await house.record(caseId, '2026-03-02', 'mediation-not-agreed', { concludedOn: '2026-03-02' })
  await house.record(caseId, '2026-03-04', 'certificate-issued', {
    issuedOn: '2026-03-04',
    contactedOn: '2026-02-11',
  })
  await house.record(caseId, '2026-03-10', 'appeal-registered', { receivedOn: '2026-03-10' })
  await house.client.goTo('2026-03-12', '12:00')
})
afterAll(() => house.close())

it('stands in the messages and the contacts table, so the search below can find it', () => {
  const found = occurrences()
  expect(found.some(({ place }) => isMessage(place))).toBe(true)
  expect(found.some(({ place }) => isContactsTable(place))).toBe(true)
  expect(new Set(found.map(({ word }) => word))).toEqual(new Set(MARKED))
})

it('stands nowhere else: not in a case, an execution, its history, an event, a queue or a log', () => {
  expect(occurrences().filter(({ place }) => !isMessage(place) && !isContactsTable(place))).toEqual([])
})

it('stands in the contacts table alone where it is a key of the council or the date of birth', () => {
  const isKey = (word: string) => KEYS.some((key) => key === word)
  expect(occurrences().filter(({ word, place }) => isKey(word) && !isContactsTable(place))).toEqual([])
})

it('is found by what is typed in the search, which is kept nowhere', async () => {
  const search = async (words: string) => {
    const answer = await house.client.fetch('/search', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ words }),
    })
    return ((await answer.json()) as SearchView).cases.map((one) => one.caseId)
  }
  expect(await search('zyxchild')).toEqual([caseId])
  expect(await search('Zyxish Zyxsecond')).toEqual([])
  expect(await search(LOOKED_FOR)).toEqual([])
  expect(occurrences([LOOKED_FOR, LOOKED_FOR.toUpperCase(), 'zyxchild'])).toEqual([])
  expect(occurrences().filter(({ place }) => !isMessage(place) && !isContactsTable(place))).toEqual([])
})

it('leaves the day on which compulsory school age ends, and no day of birth, in the cases table', async () => {
  const answer = await house.client.fetch(`/cases/${caseId}`, { headers: { accept: 'application/json' } })
  const { facts } = (await answer.json()) as CaseView
  const days = facts.flatMap((fact) => (fact.type === 'case-opened' ? [fact.details.daysOfAge] : []))
  expect(days).toEqual([{ compulsorySchoolAgeEndsOn: '2026-06-26' }])
})

it('finds a second case of the same child through the hashes alone, on a key that stands nowhere but in its place', async () => {
  const form = await house.client.fetch(`/cases/new`, { headers: { accept: 'application/json' } })
  const { submissionId } = (await form.json()) as { readonly submissionId: string }
  const answer = await house.client.fetch(`/cases`, {
    method: 'POST',
    body: new URLSearchParams({
      submissionId,
      decisionKind: 'plan-contents',
      'sections-B': 'yes',
      ...dateInputs('printedOn', '2026-02-10'),
      ...dateInputs('sentOn', '2026-02-10'),
      ...dateInputs('bornOn', '2010-05-17'),
      underWay: 'no',
      relationship: 'parent',
      name: 'Zyxparent Lee',
      childName: 'ZYXCHILD-LEE',
      by: 'not-at-all',
      more: 'no',
    }),
  })
  // Its appeal is at the Tribunal by now, so the case is open.
  expect(await answer.text()).toContain(`already open: case ${caseId}, opened Tuesday 10 February 2026.`)

  const database = new DatabaseSync(join(house.dataDirectory, 'service.sqlite'), { readOnly: true })
  const key = String(database.prepare('SELECT value FROM secret').get()?.value)
  database.close()
  expect(key).toMatch(/^[A-Za-z0-9]{64}$/)
  const places = [...rows(), ...files()].filter(({ content }) => content.includes(key)).map(({ place }) => place)
  expect(places).toEqual([expect.stringMatching(/^table secret: /)])
})

it('does not stand in a subject line, nor in an address on the lists of cases', async () => {
  const subjects = (await house.client.mailbox()).map(({ subject }) => subject)
  const pages = await Promise.all(['/', '/?whose=team', '/cases'].map((path) => house.client.fetch(path)))
  const lists = await Promise.all(pages.map((page) => page.text()))
  expect(lists[1]).toContain('Zyxchild')
  const addresses = lists.flatMap((list) =>
    [...list.matchAll(/(?:href|action|value|id)="([^"]*)"/g)].map(([, text = '']) => text),
  )
  expect(subjects.length).toBeGreaterThan(4)
  for (const word of MARKED) for (const text of [...subjects, ...addresses]) expect(text).not.toContain(word)
})

interface Occurrence {
  readonly word: string
  readonly place: string
}

/** Every place in the data folder, rows and files, that holds a marked word, however it is encoded. */
function occurrences(words: readonly string[] = MARKED): Occurrence[] {
  return [...rows(), ...files()].flatMap(({ place, content }) =>
    words.filter((word) => holds(content, word)).map((word) => ({ word, place })),
  )
}

function holds(content: Buffer, word: string): boolean {
  if (content.includes(word)) return true
  // Three ways in which base64 can hold it, by where in a group of three bytes it begins.
  return [0, 1, 2].some((shift) => {
    const inner = Buffer.from(`${'.'.repeat(shift)}${word}`).toString('base64')
    return content.includes(inner.slice(Math.ceil((shift * 4) / 3), -4))
  })
}

function* rows(): Generator<{ readonly place: string; readonly content: Buffer }> {
  const database = new DatabaseSync(join(house.dataDirectory, 'service.sqlite'), { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
  for (const { name } of tables) {
    for (const row of database.prepare(`SELECT * FROM "${name}"`).all()) {
      const text = Object.values(row).map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
      )
      yield {
        place: `table ${name}: ${text.join(' | ').slice(0, 200)}`,
        content: Buffer.from(text.join('\n'), 'latin1'),
      }
    }
  }
  database.close()
}

function* files(folder = house.dataDirectory): Generator<{ readonly place: string; readonly content: Buffer }> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    // The database is searched row by row; its files hold pages of rows that have gone.
    else if (!name.startsWith('service.sqlite')) {
      yield { place: `file ${path.slice(house.dataDirectory.length)}`, content: readFileSync(path) }
    }
  }
}

function isMessage(place: string): boolean {
  return /^file \/(mailbox|messages?|mail)\//.test(place) || /^table (ses_|mail)/.test(place)
}

function isContactsTable(place: string): boolean {
  return /^table dynamodb_\w+: .*Contacts/.test(place)
}
