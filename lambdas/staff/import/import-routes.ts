import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import type { Actor } from '../../recording/actor.ts'
import { InputError } from '../../spreadsheet/input-error.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { noteListed } from '../reading.ts'
import { LARGEST_FILE_IN_BYTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { problemsCsv, templateCsv } from './csv-given-back.ts'
import { divideRows } from './divide-rows.ts'
import {
  changeImport,
  forgetImport,
  type Import,
  keepImport,
  listImports,
  loadFoundRows,
  loadImport,
  loadStepRows,
  NO_COUNTS,
} from './import-store.ts'
import { columnViews, importView, listView, rowViews } from './import-views.ts'
import { readFile } from './read-file.ts'
import { isUnderWay } from './run-step.ts'
import { asSeenBy, type TroubledRow, troubledRows } from './troubled-rows.ts'

const FRAME = { section: 'import' } as const
const TO_LIST = { href: '/import', text: 'Go to the imports' }
/** An import that has not moved for so long is offered to be set going again: milliseconds. */
const STANDS_STILL_AFTER = 3 * 60_000
/** Rows with problems on a page: the file of them has all. */
const MOST_TROUBLED_SHOWN = 100
/** What Lambda gives back is 6 MB at most. */
const LARGEST_ANSWER = 5 * 1024 * 1024

/** Bringing in what a council already has: a file is sent, looked through, and imported as far as somebody says. */
export function importRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { sessions, clock, newSubmissionId, runImport, log } = service

  async function showList(c: Context, problem?: string) {
    const imports = await listImports(sessions, clock().getTime())
    const view = { ...listView(imports), submissionId: newSubmissionId(), ...(problem && { problem }) }
    return answer.pageOrJson(c, 'staff/import/import-list.njk', view, view, FRAME, problem ? 422 : 200)
  }

  const noSuchImport = (c: Context) =>
    answer.message(
      c,
      404,
      'There is no such import',
      ['A file is kept for 7 days. What was imported from it is in its cases.'],
      TO_LIST,
    )

  const load = (c: Context) => loadImport(sessions, c.req.param('importId') ?? '', clock().getTime())

  /** Sets it going, under a name of its own, so that asking twice begins once. */
  async function setGoing(before: Import, change: Pick<Import, 'phase' | 'which' | 'next' | 'by'>): Promise<void> {
    const { stopped: _stopped, ...rest } = before
    const after: Import = { ...rest, ...change, runs: before.runs + 1, movedAt: clock().getTime() }
    if (await changeImport(sessions, before, after)) await runImport(after.importId, String(after.runs))
  }

  async function showImport(c: Context, actor: Actor, one: Import) {
    const isTroubled = c.req.query('show') === 'problems'
    const step = Math.min(Number(/^\d{1,4}$/.exec(c.req.query('part') ?? '')?.[0] ?? 0), one.steps - 1)
    const rows = isTroubled ? await firstTroubled(actor, one) : await partRows(actor, one, step)
    const view = {
      ...importView(one, clock().getTime() - one.movedAt > STANDS_STILL_AFTER),
      rows: rowViews(one.names, rows),
      step,
      isTroubled,
      mostShown: MOST_TROUBLED_SHOWN,
    }
    noteListed(c, { results: rows.length, about: [one.importId] })
    return answer.pageOrJson(c, 'staff/import/import.njk', view, view, FRAME)
  }

  async function firstTroubled(actor: Actor, one: Import) {
    const rows: TroubledRow[] = []
    for await (const row of troubledRows(service, actor, one, MOST_TROUBLED_SHOWN)) rows.push(row)
    return rows
  }

  async function partRows(actor: Actor, { importId }: Import, step: number) {
    const [rows, found] = await Promise.all([
      loadStepRows(sessions, importId, step),
      loadFoundRows(sessions, importId, step),
    ])
    return asSeenBy(
      service.tables,
      actor,
      rows.map((row) => ({ row, found: found.find(({ line }) => line === row.line) })),
    )
  }

  return {
    list: (c: Context) => showList(c),

    columns: (c: Context) =>
      answer.pageOrJson(c, 'staff/import/columns.njk', { columns: columnViews() }, { columns: columnViews() }, FRAME),

    template: (c: Context) => csv(c, 'cases-template.csv', templateCsv()),

    /** Keeps a file and has it looked through. The same form sent twice keeps one. */
    async send(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const { file } = await c.req.parseBody()
      const importId = submissionIdOf(typed)
      if (!importId) return showList(c, 'Open this page anew and send the file again')
      if (!(file instanceof File) || file.size === 0) return showList(c, 'Choose a file that is not empty')
      if (file.size > LARGEST_FILE_IN_BYTES) return answer.fileTooLarge(c)
      const now = clock()
      try {
        const read = await readFile(new Uint8Array(await file.arrayBuffer()))
        const steps = divideRows(read, londonDay(now))
        const one: Import = {
          importId,
          sentAt: now.getTime(),
          by: { id: actor.id, roles: [...actor.roles] },
          names: [...read.names],
          rows: read.rows.length,
          steps: steps.length,
          next: 0,
          phase: 'looking-through',
          which: 'good',
          runs: 1,
          movedAt: now.getTime(),
          counts: NO_COUNTS,
        }
        await keepImport(sessions, one, steps)
        log.info('Import sent', { importId, rows: one.rows })
        await runImport(importId, '1')
        return c.redirect(`/import/${importId}`, 303)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        return showList(c, error.message)
      }
    },

    async show(c: Context, actor: Actor) {
      const one = await load(c)
      return one ? showImport(c, actor, one) : noSuchImport(c)
    },

    async problems(c: Context, actor: Actor) {
      const one = await load(c)
      if (!one) return noSuchImport(c)
      const { text, results } = await problemsCsv(one.names, troubledRows(service, actor, one))
      noteListed(c, { results, about: [one.importId] })
      if (Buffer.byteLength(text) <= LARGEST_ANSWER) return csv(c, 'rows-not-imported.csv', text)
      return answer.message(
        c,
        413,
        'There is too much to give back in one file',
        ['Something is wrong in nearly every row. Put it right in your own file, and send that again.'],
        { href: `/import/${one.importId}?show=problems`, text: 'Look at the first rows with problems' },
      )
    },

    /** What somebody says is to be done with a file: its button says it. */
    async act(c: Context, actor: Actor) {
      const one = await load(c)
      if (!one) return noSuchImport(c)
      const { act } = await typedForm(c)
      const by = { id: actor.id, roles: [...actor.roles] }
      const { phase, which, next } = one
      switch (act) {
        case 'import-good':
        case 'import-all':
          if (phase === 'ready') {
            await setGoing(one, { by, phase: 'importing', which: act === 'import-all' ? 'all' : 'good', next: 0 })
          }
          break
        case 'stop':
          if (isUnderWay(one) && !one.stopped) await changeImport(sessions, one, { ...one, stopped: 'by-a-person' })
          break
        case 'go-on':
          // Where nobody stopped it, it may still run: two runs at once import each row once.
          if (isUnderWay(one)) await setGoing(one, { by: phase === 'importing' ? by : one.by, phase, which, next })
          break
        case 'remove':
          if (isUnderWay(one) && !one.stopped) {
            return answer.message(c, 409, 'This file is being worked on', ['Stop it first. Nothing was removed.'], {
              href: `/import/${one.importId}`,
              text: 'Go to the import',
            })
          }
          await forgetImport(sessions, one)
          return c.redirect('/import?removed=1', 303)
      }
      return c.redirect(`/import/${one.importId}`, 303)
    },
  }
}

function csv(c: Context, name: string, text: string) {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
