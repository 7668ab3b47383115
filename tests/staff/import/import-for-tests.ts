import { caseIdFrom } from '../../../lambdas/cases/case-id.ts'
import { whyNotPrinted } from '../../../lambdas/messages/letter/why-not-printed.ts'
import type { ColumnName } from '../../../lambdas/staff/import/columns.ts'
import { type ImportTools, runStep } from '../../../lambdas/staff/import/run-step.ts'
import type { StaffServiceOptions } from '../../../lambdas/staff/service.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { NOW, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

/** A row that can be imported: a letter of 10 February 2026, and nothing since. */
export const GOOD_ROW: Cells = {
  decision: 'plan-contents',
  printed_on: '10/02/2026',
  sent_on: '11/02/2026',
  sections: 'B; F',
  relationship: 'parent',
  name: 'Sam Taylor',
  child_name: 'Robin Taylor',
  born_on: '27/03/2014',
  by: 'email',
  email: 'sam.taylor@example.com',
}

export type Cells = Readonly<Partial<Record<ColumnName | (string & {}), string>>>

/** A file of these rows, with a column for each name that one of them has. */
export function fileOf(rows: readonly Cells[], { separator = ',', lineEnd = '\r\n' } = {}): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quoted = (cell: string) => (/[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
  return lines.map((cells) => cells.map(quoted).join(separator) + lineEnd).join('')
}

/** Families of whom no two are alike. */
export function goodRows(count: number, from = 0): readonly Cells[] {
  return Array.from({ length: count }, (_, index) => ({
    ...GOOD_ROW,
    name: `Sam Family${from + index}`,
    child_name: `Robin Family${from + index}`,
    child_reference: `C-${from + index}`,
  }))
}

/** The staff service with its imports run as the machine runs them: step after step, as long as there are more. */
export async function importsForTests(overrides: Partial<StaffServiceOptions> = {}) {
  const runs: string[] = []
  let references = 0
  /** Runs before a step: to fail, or to do what somebody else does at that moment. */
  let beforeStep: (step: number) => Promise<void> = async () => {}
  const service: ServiceForTests = await serviceForTests({
    runImport: async (importId, run) => {
      runs.push(`${importId}-${run}`)
      await machine(importId)
    },
    ...overrides,
  })
  const tools: ImportTools = {
    tables: service.tables,
    sessions: service.tables,
    council: COUNCIL,
    clock: () => NOW,
    whyNotPrinted,
    newCaseId: () => {
      references += 1
      return caseIdFrom(
        new Uint8Array([2, 2, 3, 4, 5, references / 900, references / 30, references % 30].map(Math.floor)),
      )
    },
  }
  async function machine(importId: string): Promise<void> {
    for (let step = 0; ; step += 1) {
      try {
        await beforeStep(step)
        const { isMore } = await runStep(tools, { importId })
        if (!isMore) return
      } catch {
        await runStep(tools, { importId, hasFailed: true })
        return
      }
    }
  }

  /** Sends a file as a browser does. @returns the answer, and the id of the import where it was taken */
  async function sendFile(text: string | Uint8Array<ArrayBuffer>, submissionId?: string) {
    const form = new FormData()
    form.set('submissionId', submissionId ?? (await service.json<{ submissionId: string }>('/import')).submissionId)
    form.set('file', new File([text], 'cases.csv', { type: 'text/csv' }))
    const answer = await service.ask('/import', { method: 'POST', body: form, headers: { host: 'localhost' } })
    return { ...answer, importId: /^\/import\/(.+)$/.exec(answer.location ?? '')?.[1] ?? '' }
  }

  return {
    ...service,
    tools,
    runs,
    sendFile,
    machine,
    look: (importId: string, query = '') => service.json<ImportJson>(`/import/${importId}${query}`),
    act: (importId: string, act: string) => service.post(`/import/${importId}`, { act }),
    before: (hook: typeof beforeStep) => {
      beforeStep = hook
    },
  }
}

export interface ImportJson {
  readonly phase: string
  readonly standing: string
  readonly counts: Readonly<Record<string, number>>
  readonly notRead: readonly string[]
  readonly canGoOn: boolean
  readonly rows: readonly {
    readonly line: number
    readonly child: string
    readonly standing: { readonly text: string }
    readonly caseId?: string
    readonly dates: readonly string[]
    readonly problems: readonly string[]
    readonly doubts: readonly { readonly why: string }[]
  }[]
}
