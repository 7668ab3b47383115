import { caseIdFrom } from '../../lambdas/cases/case-id.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { whyNotPrinted } from '../../lambdas/messages/letter/why-not-printed.ts'
import type { Actor } from '../../lambdas/recording/actor.ts'
import { type Opening, type OpeningOutcome, openCase } from '../../lambdas/recording/open-case.ts'
import type { ToConfirm } from '../../lambdas/recording/preview.ts'
import { parkForTests, type WaitToPark } from '../cases/park-for-tests.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { tablesForTests } from '../cases/tables-for-tests.ts'

/** Tuesday 10 March 2026, 11am in England. */
export const NOW = new Date('2026-03-10T11:00:00Z')

export const OFFICER: Actor = { kind: 'council-staff', id: 'officer-7', roles: ['case-officer'] }
/** Somebody whom nothing allows to record anything. */
export const NOBODY: Actor = { kind: 'council-staff', id: 'visitor', roles: [] }

export const DECISION = {
  decisionKind: 'plan-contents',
  placementOnly: false,
  printedOn: parseCalendarDate('2026-02-10'),
  sentOn: parseCalendarDate('2026-02-11'),
} as const

export const CONTACT: Contact = {
  name: 'Sam Taylor',
  relationship: 'parent',
  childName: 'Robin Taylor',
  by: 'email',
  email: 'sam.taylor@example.com',
}

/**
 * Sends a form as a person does: what it will do is looked at and confirmed, when it comes to that.
 * @param send sends the form, with the confirmation that it carries
 */
export async function confirming<Outcome extends { readonly outcome: string }>(
  send: (confirmed: string | undefined) => Promise<Outcome | ToConfirm>,
): Promise<Outcome | ToConfirm> {
  const first = await send(undefined)
  return first.outcome === 'to-confirm' && 'preview' in first ? send(first.preview.confirmation) : first
}

/** Recording over tables in memory. */
export async function recordingForTests() {
  const { tables, everything, audited, close } = await tablesForTests()
  let references = 0
  let submissions = 0
  const tools = {
    tables,
    council: { ownTimes: SETTINGS },
    clock: () => NOW,
    whyNotPrinted,
    newCaseId: () => {
      references += 1
      return caseIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, references]))
    },
  }
  const newSubmission = () => {
    submissions += 1
    return `submission-${String(submissions).padStart(12, '0')}`
  }
  const open = (
    opening: Omit<Opening, 'secondLook' | 'confirmed'> & Partial<Pick<Opening, 'secondLook'>>,
    by = OFFICER,
    using = tools,
  ): Promise<OpeningOutcome> =>
    confirming((confirmed) => openCase(using, by, { secondLook: undefined, ...opening, confirmed }))
  return {
    tools,
    open,
    everything,
    audited,
    close,
    newSubmission,
    file: (caseId: string) => requireCaseFile(tables, caseId),
    park: (caseId: string, ...wait: WaitToPark) => parkForTests(tables, NOW, caseId, ...wait),
    /** Opens a case that waits for the family to speak to the adviser. */
    async waitingCase(): Promise<string> {
      const opened = await open({ submissionId: newSubmission(), decision: DECISION, contact: CONTACT })
      if (opened.outcome !== 'opened') throw new Error(`No case was opened: ${opened.outcome}.`)
      const awaits = ['adviser-contacted', 'mediation-declined', 'mediation-chosen'] as const
      await parkForTests(tables, NOW, opened.caseId, 'adviser-contact', awaits, {
        kind: 'family-speaks-to-adviser',
        date: '2026-04-10',
      })
      return opened.caseId
    },
  }
}

export type RecordingForTests = Awaited<ReturnType<typeof recordingForTests>>
