import type { Context } from 'hono'
import { chainOfCase } from '../../audit/entry.ts'
import { writeEntry } from '../../audit/write-entry.ts'
import type { CaseFile, CaseRecord } from '../../cases/case-file.ts'
import { newFact } from '../../cases/fact-input.ts'
import { londonDay } from '../../cases/london.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import { everyCase } from '../../cases/store/list-cases.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Actor } from '../../recording/actor.ts'
import { loadCaseFor } from '../../recording/load-case-for.ts'
import { previewOfFacts } from '../../recording/preview.ts'
import { recordForm } from '../../recording/record-form.ts'
import type { Typed } from '../../web/forms/field.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { DECISION_WORDS, inLine } from '../closed-words.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'

/** As many cases as somebody reads in one go: a few at first, or, of a large import, as many as one request can release. */
const CASES_ON_A_PAGE = { few: 10, many: 50 } as const
type Show = keyof typeof CASES_ON_A_PAGE
const showOf = (asked: string | undefined): Show => (asked === 'many' ? 'many' : 'few')
const FRAME = { section: 'import' } as const
/** That the history of a case is complete, and that its family is told where it stands. */
const COMPLETE = { fact: newFact('history-complete', {}) }

/**
 * The cases that are being taken over, each with the message that its family gets when somebody says that its history is
 * complete. A page shows each message in full, and what is released carries what was shown.
 */
export function takingOverRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, clock, council, publicAddress, languages, newSubmissionId } = service

  async function showPage(
    c: Context,
    actor: Actor,
    counts: { readonly released?: number; readonly again?: number } = {},
  ) {
    const quiet = await quietCases(actor)
    const show = showOf(c.req.query('show'))
    const onAPage = CASES_ON_A_PAGE[show]
    const lastPage = Math.max(1, Math.ceil(quiet.length / onAPage))
    const page = Math.min(Math.max(1, Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)), lastPage)
    const shown = quiet.slice((page - 1) * onAPage, page * onAPage)
    const cases = (await Promise.all(shown.map((record) => caseView(actor, record)))).filter((one) => one !== undefined)
    // The message of each is read in full here, and no page of its own tells of that.
    for (const { caseId } of cases) {
      const read = { chain: chainOfCase(caseId), who: actor.id, what: 'message-read', about: ['taking-over'] } as const
      await writeEntry(tables, read, clock())
    }
    noteListed(c, { results: cases.length, about: [] })
    const hasMore = quiet.length > CASES_ON_A_PAGE.few
    const view = {
      cases,
      count: quiet.length,
      show,
      hasMore,
      page,
      lastPage,
      submissionId: newSubmissionId(),
      ...counts,
    }
    return answer.pageOrJson(c, 'staff/taking-over/taking-over.njk', view, view, FRAME)
  }

  /** Of open cases alone, the one whose day comes first at the top. */
  async function quietCases(actor: Actor): Promise<readonly CaseRecord[]> {
    const found: CaseRecord[] = []
    for await (const record of everyCase(tables, 'open')) {
      if (record.history === 'being-recorded' && mayOpen(actor, record)) found.push(record)
    }
    return found
  }

  async function caseView(actor: Actor, { caseId }: CaseRecord) {
    const file = await loadCaseFor(tables, actor, caseId)
    if (file?.record.history !== 'being-recorded') return undefined
    const now = clock()
    // The words of every message are loaded for the first preview.
    const [{ previewView }, preview, contact, stored] = await Promise.all([
      import('../preview/preview-view.ts'),
      previewOfFacts(service, file, [COMPLETE], now),
      loadContact(tables, caseId),
      loadWords(tables, caseId),
    ])
    const { messages, begin } = previewView({
      before: file.subject,
      preview,
      stored,
      writer: { council, publicAddress, languages },
      ownTimes: council.ownTimes,
      today: londonDay(now),
    })
    const { decisionKind, printedOn } = file.subject.decision
    return {
      caseId,
      child: contact.childName,
      decision: `${inLine(DECISION_WORDS[decisionKind])}, letter of ${formatDate(printedOn)}`,
      happened: file.subject.facts.length - 1,
      version: file.record.version,
      confirmed: preview.confirmation,
      messages,
      begin,
    }
  }

  async function release(actor: Actor, typed: Typed, submissionId: string, file: CaseFile) {
    const { caseId } = file.record
    return recordForm(service, actor, file, {
      submissionId: `${submissionId}-${caseId}`,
      version: typed[`version-${caseId}`] ?? '',
      secondLook: undefined,
      confirmed: typed[`confirmed-${caseId}`] ?? '',
      asked: [{ records: COMPLETE.fact.type, read: () => ({ ok: true, values: COMPLETE }), isAnother: false }],
    })
  }

  return {
    page(c: Context, actor: Actor) {
      const [released, again] = ['released', 'again'].map((name) =>
        Number(/^\d{1,3}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0),
      )
      return showPage(c, actor, { ...(released && { released }), ...(again && { again }) })
    },

    /** Releases the cases that are ticked, or all of the page: those of which what was shown still holds. */
    async send(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const submissionId = submissionIdOf(typed)
      const on = Object.keys(typed).flatMap((name) => /^confirmed-(.+)$/.exec(name)?.[1] ?? [])
      const wanted = on
        .slice(0, CASES_ON_A_PAGE.many)
        .filter((id) => typed.all === 'yes' || typed[`release-${id}`] === 'yes')
      const show: Record<string, string> = showOf(typed.show) === 'many' ? { show: 'many' } : {}
      const back = (told: Record<string, string>) => {
        const query = new URLSearchParams({ ...show, ...told }).toString()
        return c.redirect(query ? `/taking-over?${query}` : '/taking-over', 303)
      }
      if (!submissionId || wanted.length === 0) return back({})
      let released = 0
      for (const caseId of wanted) {
        const file = await loadCaseFor(tables, actor, caseId)
        if (!file) continue
        const { outcome } = await release(actor, typed, submissionId, file)
        if (outcome === 'not-allowed') return answer.notAllowed(c)
        if (outcome === 'recorded' || outcome === 'recorded-before') released += 1
      }
      const again = wanted.length - released
      return back({ released: `${released}`, again: `${again}` })
    },
  }
}
