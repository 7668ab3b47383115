import type { LocalService } from 'aws-on-one-machine'
import { expect } from 'vitest'
import type { AuditTables } from '../../lambdas/audit/audit-tables.ts'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { daysOfAge } from '../../lambdas/cases/days-of-age.ts'
import type { FactDetails, NewFact } from '../../lambdas/cases/fact.ts'
import { type FactInput, newFact } from '../../lambdas/cases/fact-input.ts'
import { whoJoins } from '../../lambdas/cases/joining.ts'
import { londonInstant } from '../../lambdas/cases/london.ts'
import { loadContact } from '../../lambdas/cases/store/contact-store.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../lambdas/cases/store/record-facts.ts'
import type { CaseTables, ContactTables } from '../../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { tablesOf } from './tables-of.ts'

export interface FactRecorder {
  /** Opens a case about a letter of `on`; its name is its reference. */
  open(name: string, on: string, decision?: Partial<FactDetails['case-opened']>): Promise<string>
  /** Goes to 10 in the morning of the day, unless it has passed, and records the facts, together where they are several. */
  record(caseId: string, on: string, ...facts: readonly NewFact[]): Promise<void>
  /** As `record`, of new contact details: the fact says who joins, as the form has it. */
  change(caseId: string, on: string, contact: Contact, party?: Contact['relationship']): Promise<void>
  /** Goes to a time of the day, 10 in the morning where none is given, unless it has passed. */
  goTo(on: string, time?: string): Promise<void>
  readonly tables: CaseTables & ContactTables & AuditTables
  read(caseId: string): Promise<CaseFile>
  /** The messages of a case with the day of each, and how often where that is more than once. */
  messages(caseId: string): Promise<string[]>
  /** The executions of a case by their names without its reference. */
  executions(caseId: string): Promise<Record<string, string>>
}

/** Records facts on a running service as the staff pages do, but without their forms. */
export async function factRecorder(service: LocalService): Promise<FactRecorder> {
  const tables = await tablesOf(service)
  let forms = 0
  const now = () => new Date(service.clock.now())
  async function recordForm(caseId: string, facts: readonly FactInput[]) {
    const file = await recorder.read(caseId)
    const submissionId = `form-${caseId}-${file.record.version}-${++forms}`
    expect(await recordFacts(tables, file, { submissionId, facts, recordedBy: 'officer-1' }, now(), SETTINGS)).toBe(
      'recorded',
    )
    await service.clock.settle()
  }
  const recorder: FactRecorder = {
    async open(name, on, decision = {}) {
      await recorder.goTo(on)
      const day = parseCalendarDate(on)
      await openCase(
        tables,
        {
          caseId: name,
          submissionId: `open-${name}`,
          decision: {
            decisionKind: 'plan-contents',
            placementOnly: false,
            printedOn: day,
            sentOn: day,
            ...decision,
          },
          contact: { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: `${name}@example.com` },
          recordedBy: 'officer-1',
        },
        now(),
      )
      await service.clock.settle()
      return name
    },
    async record(caseId, on, ...facts) {
      await recorder.goTo(on)
      await recordForm(
        caseId,
        facts.map((fact) => ({ fact })),
      )
    },
    async change(caseId, on, contact, party) {
      await recorder.goTo(on)
      const { subject } = await recorder.read(caseId)
      const details = {
        ...(subject.daysOfAge && { daysOfAge: subject.daysOfAge }),
        ...daysOfAge(contact.bornOn, subject.decision.printedOn),
        ...(party && { party }),
        ...whoJoins(await loadContact(tables, caseId), contact),
      }
      await recordForm(caseId, [{ fact: newFact('contact-details-changed', details), contact }])
    },
    tables,
    async goTo(on, time = '10:00') {
      const moment = londonInstant(parseCalendarDate(on), time).getTime()
      if (moment > service.clock.now()) await service.clock.advanceTo(moment)
    },
    read: (caseId) => requireCaseFile(tables, caseId),
    async messages(caseId) {
      const { messages } = await recorder.read(caseId)
      return messages
        .map(({ kind, sentAt, attempts }) => `${sentAt?.slice(0, 10)} ${kind}${attempts > 1 ? ' twice' : ''}`)
        .sort()
    },
    async executions(caseId) {
      const response = await fetch(`${service.consoleUrl}/executions.json`)
      const all = (await response.json()) as { readonly name: string; readonly status: string }[]
      const own = all.filter(({ name }) => name.startsWith(`${caseId}-`))
      return Object.fromEntries(own.map(({ name, status }) => [name.slice(caseId.length + 1), status]))
    },
  }
  return recorder
}
