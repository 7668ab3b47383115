import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadContact } from '../../../lambdas/cases/store/contact-store.ts'
import { everyCase } from '../../../lambdas/cases/store/list-cases.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { restrictCase } from '../../../lambdas/cases/store/restriction-store.ts'
import { runStep } from '../../../lambdas/staff/import/run-step.ts'
import { NOW } from '../service-for-tests.ts'
import { fileOf, GOOD_ROW, goodRows, importsForTests } from './import-for-tests.ts'

let service: Awaited<ReturnType<typeof importsForTests>>
beforeEach(async () => {
  service = await importsForTests()
})
afterEach(() => service.close())

async function cases(): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { caseId } of everyCase(service.tables, 'open')) found.push(caseId)
  return found
}

describe('a dry run', () => {
  it('tells of each row its dates, its problems and what may be there already, and imports nothing', async () => {
    const there = await service.open({
      childName: 'Ali There',
      'bornOn-day': '1',
      'bornOn-month': '2',
      'bornOn-year': '2015',
    })
    const { status, importId } = await service.sendFile(
      fileOf([
        GOOD_ROW,
        { ...GOOD_ROW, child_name: 'Ali There', born_on: '01/02/2015' },
        { ...GOOD_ROW, sent_on: '1/2/2026', email: 'no address' },
        GOOD_ROW,
      ]),
    )
    expect(status).toBe(303)
    const { phase, counts, rows } = await service.look(importId)
    expect(phase).toBe('ready')
    expect(counts).toMatchObject({ good: 1, doubtful: 2, bad: 1, imported: 0 })
    expect(rows.map(({ line, standing }) => [line, standing.text])).toEqual([
      [2, 'Good'],
      [3, 'Look at it'],
      [4, 'Problem'],
      [5, 'Look at it'],
    ])
    expect(rows[0]?.dates).toEqual(['Speak to the adviser by Friday 10 April 2026', 'Appeal by Friday 10 April 2026'])
    expect(rows[1]?.doubts[0]?.why).toContain(`A case about the same child and decision is already open: case ${there}`)
    expect(rows[2]?.problems).toEqual([
      'email says "no address". Enter an email address in the correct format, like name@example.com.',
    ])
    expect(rows[3]?.doubts[0]?.why).toBe('The row on line 2 is about the same child and decision.')
    expect(await cases()).toEqual([there])
  })

  it('says nothing of a case that whoever looks may not open', async () => {
    const caseId = await service.open({
      childName: 'Ali There',
      'bornOn-day': '1',
      'bornOn-month': '2',
      'bornOn-year': '2015',
    })
    const row = { ...GOOD_ROW, child_name: 'Ali There', born_on: '01/02/2015' }
    const seen = await service.sendFile(fileOf([row]))
    expect(JSON.stringify(await service.look(seen.importId))).toContain(caseId)
    const restriction = { to: ['somebody-else'], why: 'safeguarding', changedBy: 'manager-1' } as const
    await restrictCase(service.tables, { caseId }, restriction, NOW)
    expect(JSON.stringify(await service.look(seen.importId))).not.toContain(caseId)
    expect((await service.ask(`/import/${seen.importId}/problems.csv`)).html).not.toContain(caseId)
    const unseen = await service.sendFile(fileOf([{ ...row, phone: '01225 394382' }]))
    expect((await service.look(unseen.importId)).counts).toMatchObject({ good: 1, doubtful: 0 })
  })

  it('shows what stands in a cell as text, whatever it is', async () => {
    const cell = '<script>alert("x")</script>{{ 7 * 7 }}'
    const { importId } = await service.sendFile(
      fileOf([{ ...GOOD_ROW, child_name: cell, decision: cell, [cell]: 'x' }]),
    )
    const { html } = await service.ask(`/import/${importId}`)
    expect(html).not.toContain('<script>')
    expect(html.split('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;{{ 7 * 7 }}').length).toBeGreaterThan(2)
  })

  it('tells what the law says of a row at its column', async () => {
    const { importId } = await service.sendFile(
      fileOf([
        { ...GOOD_ROW, sent_on: '09/02/2026' },
        { ...GOOD_ROW, mediation_asked_on: '09/01/2026' },
      ]),
    )
    const { rows } = await service.look(importId)
    expect(rows[0]?.problems).toEqual([
      'sent_on says "09/02/2026". The date the letter was sent (Monday 9 February 2026) must be the same as or after the date printed on it (Tuesday 10 February 2026).',
    ])
    expect(rows[1]?.problems[0]).toContain('mediation_asked_on says "09/01/2026".')
  })
})

describe('an import', () => {
  it('opens a case for each good row, owned by who imports, with what has happened, and tells nobody', async () => {
    const { importId } = await service.sendFile(
      fileOf([
        {
          ...GOOD_ROW,
          adviser_contacted_on: '16/02/2026',
          mediation_declined_on: '16/02/2026',
          certificate_issued_on: '18/02/2026',
          information_given: 'yes',
        },
      ]),
    )
    expect((await service.act(importId, 'import-good')).status).toBe(303)
    const { phase, rows } = await service.look(importId)
    expect(phase).toBe('imported')
    const { record, subject, waits } = await requireCaseFile(service.tables, rows[0]?.caseId ?? '')
    expect(record).toMatchObject({ history: 'being-recorded', version: 4, status: 'open' })
    expect(subject.recorded.map(({ type, recordedBy }) => [type, recordedBy])).toEqual([
      ['case-opened', 'officer-1'],
      ['adviser-contacted', 'officer-1'],
      ['mediation-declined', 'officer-1'],
      ['certificate-issued', 'officer-1'],
    ])
    // Each stage begins where what has happened has led it.
    expect(waits.map(({ stage, state }) => [stage, state])).toContainEqual(['appeal-window', 'starting'])
    expect(waits.find(({ stage }) => stage === 'mediation-advice')).toMatchObject({
      name: 'certificate-after-declining',
    })
  })

  it('leaves out what may be there already unless somebody wants all', async () => {
    const rows = [GOOD_ROW, { ...GOOD_ROW, phone: '01225 394382' }]
    const one = await service.sendFile(fileOf(rows))
    await service.act(one.importId, 'import-good')
    expect((await service.look(one.importId)).counts).toMatchObject({ imported: 1, 'left-out': 1 })
    const other = await service.sendFile(fileOf(rows))
    expect((await service.look(other.importId)).counts).toMatchObject({ here: 1, doubtful: 1 })
    await service.act(other.importId, 'import-all')
    expect((await service.look(other.importId)).counts).toMatchObject({ here: 1, imported: 1 })
    expect(await cases()).toHaveLength(2)
  })

  it('keeps nothing of a row that is imported, and gives back the others with why', async () => {
    const { importId } = await service.sendFile(
      fileOf([GOOD_ROW, { ...GOOD_ROW, child_name: '=HYPERLINK("http://x")', name: '+1', printed_on: '31/02/2026' }]),
    )
    await service.act(importId, 'import-good')
    const { html, headers } = await service.ask(`/import/${importId}/problems.csv`)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(headers.get('content-disposition')).toBe('attachment; filename="rows-not-imported.csv"')
    const [header, row, ...rest] = html.replace('\ufeff', '').trimEnd().split('\r\n')
    expect(rest).toEqual([])
    expect(header).toBe(`${Object.keys(GOOD_ROW).join(',')},why_not_imported`)
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(row).toContain(",'+1,")
    expect(row).toContain('Line 3: printed_on says')
    // The name of a child stands in their contact details, and nowhere else any more.
    expect((await service.everything()).split('Robin Taylor')).toHaveLength(2)
  })

  it('takes the rows that were given back again, once they are mended', async () => {
    const { importId } = await service.sendFile(fileOf([{ ...GOOD_ROW, printed_on: '', phone: '+44 1225 394382' }]))
    const { html } = await service.ask(`/import/${importId}/problems.csv`)
    const mended = html.replace('plan-contents,,', 'plan-contents,10/02/2026,')
    const again = await service.sendFile(mended)
    const { counts, notRead } = await service.look(again.importId)
    expect(counts).toMatchObject({ good: 1, bad: 0 })
    expect(notRead).toEqual([])
    await service.act(again.importId, 'import-good')
    const { rows } = await service.look(again.importId)
    expect(await loadContact(service.tables, rows[0]?.caseId ?? '')).toMatchObject({ phone: '+44 1225 394382' })
  })
})

describe('stopped and started again', () => {
  it('imports each row once when a step crashed after its rows, and goes on where it stood', async () => {
    const { importId } = await service.sendFile(fileOf(goodRows(101)))
    service.before(async (step) => {
      if (step !== 1) return
      // It has opened the cases of its step, and dies before it says so.
      const [one, rows] = [await service.look(importId), 'rows']
      expect([one.phase, rows]).toEqual(['importing', 'rows'])
      const crashed = { ...service.tools, sessions: { ...service.tools.sessions, client: failingAt('TransactWrite') } }
      await runStep(crashed, { importId })
    })
    await service.act(importId, 'import-good')
    const stopped = await service.look(importId)
    expect(stopped.standing).toContain('stopped because of a fault')
    expect(stopped.canGoOn).toBe(true)
    expect(await cases()).toHaveLength(101)
    service.before(async () => {})
    await service.act(importId, 'go-on')
    const { phase, counts } = await service.look(importId)
    expect([phase, counts.imported, (await cases()).length]).toEqual(['imported', 101, 101])
  })

  /** The tables' client, which fails to write a transaction. */
  function failingAt(command: string) {
    const { client } = service.tables
    return new Proxy(client, {
      get: (target, name) =>
        name === 'send'
          ? (sent: { constructor: { name: string } }) => {
              if (sent.constructor.name.startsWith(command)) throw new Error('The machine is switched off.')
              return target.send(sent as never)
            }
          : Reflect.get(target, name),
    })
  }

  it('stops when somebody says so, and imports nothing twice with two runs at once', async () => {
    const { importId } = await service.sendFile(fileOf(goodRows(201)))
    service.before(async (step) => {
      if (step === 1) await service.act(importId, 'stop')
    })
    await service.act(importId, 'import-good')
    expect((await service.look(importId)).standing).toBe('Stopped. Imported 67 of 201 rows.')
    service.before(async () => {})
    await Promise.all([service.act(importId, 'go-on'), service.machine(importId), service.machine(importId)])
    await service.machine(importId)
    const { phase, counts } = await service.look(importId)
    expect([phase, counts.imported, (await cases()).length]).toEqual(['imported', 201, 201])
  })

  it('keeps one file where the same form is sent twice, and sets each run going under its own name', async () => {
    const text = fileOf([GOOD_ROW])
    const { importId } = await service.sendFile(text, 'the-same-form-0001')
    await service.sendFile(text, 'the-same-form-0001')
    expect((await service.json<{ imports: object[] }>('/import')).imports).toHaveLength(1)
    await service.act(importId, 'import-good')
    await service.act(importId, 'import-good')
    expect(new Set(service.runs)).toEqual(new Set([`${importId}-1`, `${importId}-2`]))
    expect(await cases()).toHaveLength(1)
  })

  it('forgets a file when somebody says so, and after 7 days', async () => {
    const { importId } = await service.sendFile(fileOf([GOOD_ROW]))
    expect((await service.act(importId, 'remove')).location).toBe('/import?removed=1')
    expect((await service.ask(`/import/${importId}`)).status).toBe(404)
    expect(await service.everything()).not.toContain('Taylor')
    const other = await service.sendFile(fileOf([GOOD_ROW]))
    service.goTo('2026-03-18')
    expect((await service.ask(`/import/${other.importId}`)).status).toBe(404)
  })
})

describe('the one route that takes a file', () => {
  it.each([
    ['a file that is no CSV of ours', 'a,b\r\n1,2\r\n', 'It has to be a header row'],
    ['nothing', '', 'Choose a file that is not empty'],
    ['a header alone', `${Object.keys(GOOD_ROW).join(',')}\r\n`, 'nothing to import'],
  ])('says what is wrong with %s', async (_what, text, words) => {
    const { status, html } = await service.sendFile(text)
    expect(status).toBe(422)
    expect(html).toContain(words)
  })

  it('says in words that a file is larger than 4 MB, and takes one of 4 MB', async () => {
    const large = await service.sendFile(fileOf([GOOD_ROW]) + ','.repeat(4 * 1024 * 1024))
    expect([large.status, large.html]).toEqual([413, expect.stringContaining('4 MB at most')])
    const long = Array.from({ length: 100 }, () => ({ ...GOOD_ROW, name: 'a'.repeat(41_500) }))
    const text = fileOf(long)
    expect(text.length).toBeGreaterThan(4_100_000)
    const { status, importId } = await service.sendFile(text)
    expect([status, (await service.look(importId)).counts.bad]).toEqual([303, 100])
  })

  it('answers a multipart form without a boundary with 400, and keeps the limit of every other form', async () => {
    const headers = { 'content-type': 'multipart/form-data', host: 'localhost' }
    const noForm = await service.ask('/import', { method: 'POST', body: 'no form', headers })
    expect([noForm.status, noForm.html]).toEqual([400, expect.stringContaining('This form cannot be read')])
    const typed = await service.post('/cases', { name: 'a'.repeat(300 * 1024) })
    expect(typed.status).toBe(413)
  })

  it('gives a template that it reads itself', async () => {
    const { html } = await service.ask('/import/template.csv')
    const { status, html: page } = await service.sendFile(html)
    expect([status, page]).toEqual([422, expect.stringContaining('nothing to import')])
  })
})
