import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { madeUpFamily } from '../../tests/cases/search/made-up-families.ts'
import { NOW } from '../../tests/staff/service-for-tests.ts'
import type { BenchOptions } from '../bench.ts'
import { type LocalProcess, startLocalProcess } from '../demo/local-process.ts'
import { randomFrom } from '../demo/random.ts'
import { SignedIn } from '../demo/signed-in.ts'
import { synthesize } from '../synthesize.ts'

const MOST_SECONDS = 120
/** It is looked at so often, as somebody does who waits for it. */
const MILLISECONDS_BETWEEN_LOOKS = 500
const PATIENCE_MILLISECONDS = 20 * 60_000

interface ImportPage {
  readonly phase: string
  readonly standing: string
  readonly isMoving: boolean
  readonly counts: Readonly<Record<string, number>>
}

/**
 * An import on the local service, as an officer does it: a file is sent, looked through and imported. What the journeys of
 * the new cases then do by themselves is not waited for.
 *
 * @returns whether all rows are looked through and imported in two minutes, and each is a case
 */
export async function benchImports({ seed, importRows }: BenchOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'send-bench-'))
  let service: LocalProcess | undefined
  try {
    service = await startLocalProcess({
      assemblyDirectory: synthesize(join(folder, 'cdk.out')),
      dataDirectory: join(folder, 'data'),
      startAt: `${NOW.toISOString().slice(0, 10)}T11:00`,
      port: 0,
    })
    const officer = new SignedIn(service.addresses.staff)
    const file = fileOf(randomFrom(seed), importRows)
    console.log(`${importRows.toLocaleString('en-GB')} rows, ${(file.length / 1e6).toFixed(1)} MB`)
    const began = performance.now()
    const { submissionId } = await json<{ submissionId: string }>(officer, '/import')
    const form = new FormData()
    form.set('submissionId', submissionId)
    form.set('file', new File([file], 'cases.csv'))
    await officer.fetch('/import', { method: 'POST', body: form, redirect: 'manual' })
    tell('sent', began, importRows)
    const address = `/import/${submissionId}`
    await until(officer, address, 'ready')
    tell('looked through', began, importRows)
    const act = new URLSearchParams({ act: 'import-all' })
    await officer.fetch(address, { method: 'POST', body: act, redirect: 'manual' })
    const { counts } = await until(officer, address, 'imported')
    const seconds = tell('imported', began, importRows)
    console.log(JSON.stringify(counts))
    return seconds <= MOST_SECONDS && counts.imported === importRows
  } finally {
    await service?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell(what: string, began: number, rows: number): number {
  const seconds = (performance.now() - began) / 1000
  console.log(`${what} after ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows a second from the start`)
  return seconds
}

async function until(officer: SignedIn, address: string, phase: string): Promise<ImportPage> {
  const gaveUpAt = performance.now() + PATIENCE_MILLISECONDS
  for (;;) {
    const page = await json<ImportPage>(officer, address)
    if (page.phase === phase) return page
    if (!page.isMoving || performance.now() > gaveUpAt) throw new Error(`The import does not go on: ${page.standing}`)
    await sleep(MILLISECONDS_BETWEEN_LOOKS)
  }
}

async function json<View>(officer: SignedIn, path: string): Promise<View> {
  const response = await officer.fetch(path, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as View
}

/** A file of made-up families: some have just had their letter, others have gone on for weeks. */
function fileOf(random: () => number, rows: number): string {
  const names = `decision,printed_on,sent_on,sections,relationship,name,child_name,born_on,child_reference,case_reference,by,email,
address_1,address_2,postcode,phone,adviser_contacted_on,mediation_declined_on,certificate_issued_on,mediation_asked_on`
  const lines = Array.from({ length: rows }, (_, number) => {
    const { name, childName } = madeUpFamily(random)
    const roads = ['16/02/2026,,,', '16/02/2026,16/02/2026,18/02/2026,', ',,,20/02/2026', ',,,']
    return [
      `plan-contents,10/02/2026,11/02/2026,B; F,parent,${name},${childName},${1 + (number % 28)}/03/2014`,
      `C-${number},SEND-2026-${number},email,family${number}@example.com,${number} High Street,Bath,BA1 1AA,01225 394382`,
      roads[number % roads.length],
    ].join(',')
  })
  return [names.replaceAll('\n', ''), ...lines, ''].join('\r\n')
}
