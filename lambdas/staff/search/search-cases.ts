import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { findCases } from '../../cases/store/find-cases.ts'
import type { Actor } from '../../recording/actor.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askLine, formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { wantsJson } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { searchView } from './search-view.ts'

const SEARCH_FORM = formOf({ words: askLine({ what: 'a name or a reference', label: 'Find a case' }) })
const FRAME = { section: 'cases', back: { href: '/cases', text: 'All cases' } } as const

/** The search for a case. What was typed stands in no address and no log: only the page that answers repeats it. */
export function searchCasesRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  return {
    form: (c: Context) => answer.page(c, 'staff/search/search.njk', { heading: 'Find a case', errors: [] }, FRAME),

    async send(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const reading = readForm(SEARCH_FORM, typed)
      if (!reading.ok) {
        const { errors } = formView(SEARCH_FORM.fields, typed, reading.problems)
        const view = { heading: 'Find a case', errors, typed: typed.words }
        return answer.pageOrJson(c, 'staff/search/search.njk', view, { problems: reading.problems }, FRAME, 422)
      }
      const { words } = reading.values
      const found = await findCases(service.tables, (record) => mayOpen(actor, record), words)
      noteListed(c, { results: found.cases.length, about: [] })
      const [first, ...others] = found.cases
      // A reference in full is asked for by somebody who wants that case.
      if (first?.by === 'reference' && others.length === 0 && !wantsJson(c)) {
        return c.redirect(`/cases/${first.record.caseId}`, 303)
      }
      const view = searchView(words, found, londonDay(service.clock()))
      return answer.pageOrJson(c, 'staff/search/search.njk', view, view, FRAME)
    },
  }
}
