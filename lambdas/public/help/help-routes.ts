import type { Context } from 'hono'
import { impartialSupport } from '../../guidance/contacts.ts'
import { guidancePages } from '../../guidance/pages/all-pages.ts'
import { PATHS } from '../../guidance/paths.ts'
import { TRIBUNAL_PAGE } from '../../guidance/sources.ts'
import type { Problem } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { type Answers, statusOf } from '../../web/http/answer.ts'
import { helper } from '../helpers.ts'
import { momentOf } from '../moment.ts'
import { noticePages } from '../notices/notice-pages.ts'
import type { PublicServiceOptions } from '../public-service.ts'
import { termLinks } from '../term-links.ts'
import { CLAIM_FORM, claimPanel, claimProblems } from './claim-date.ts'
import { glossaryView } from './glossary-view.ts'
import { pageView } from './page-view.ts'

/** Help says the same to everybody: a browser, and whatever stands between, may keep it for five minutes. */
const MAY_BE_KEPT = ['cache-control', 'public, max-age=300'] as const

const TO_THE_START = { href: PATHS.start, text: 'All help' }
const TO_DISCRIMINATION = {
  href: `${PATHS.exclusionAndDiscrimination}#discrimination`,
  text: 'School exclusion and disability discrimination',
}

/**
 * The pages of help for families: first steps, a page for each route, who can help, the words explained, and the last day
 * for a claim that a school discriminated. They reach no table and keep nothing.
 */
export function helpRoutes({ council, clock }: Pick<PublicServiceOptions, 'council' | 'clock'>, answer: Answers) {
  function askForClaimDate(c: Context, problems: readonly Problem[] = []) {
    const { fields, errors } = formView(CLAIM_FORM.fields, c.req.query(), problems)
    const heading = CLAIM_FORM.fields[0]?.label
    const view = {
      action: PATHS.claimDate,
      heading,
      view: fields[0],
      errors,
      carried: [{ name: 'answering', value: 'yes' }],
    }
    return answer.page(c, 'public/question.njk', view, { back: TO_DISCRIMINATION }, statusOf(problems))
  }

  return {
    /** A page of guidance by its address, without a slash at the end. */
    page(c: Context) {
      const path = c.req.path.replace(/\/$/, '')
      const page = [...guidancePages(council), ...noticePages(council)].find((one) => one.path === path)
      if (!page) return c.notFound()
      c.header(...MAY_BE_KEPT)
      const frame = path === PATHS.start ? {} : { back: TO_THE_START }
      return answer.page(c, 'public/help/page.njk', pageView(page, council), frame)
    },

    glossary(c: Context) {
      c.header(...MAY_BE_KEPT)
      return answer.page(c, 'public/help/glossary.njk', glossaryView(council), { back: TO_THE_START })
    },

    /** Asks for the day; with the day in the address, gives the last day for a claim and why. */
    claimDate(c: Context) {
      const typed = c.req.query()
      if (typed.answering === undefined) return askForClaimDate(c)
      const reading = readForm(CLAIM_FORM, typed)
      if (!reading.ok) return askForClaimDate(c, reading.problems)
      const actOn = reading.values['act-on']
      const moment = momentOf(clock())
      const problems = claimProblems(actOn, moment.today)
      if (problems.length > 0) return askForClaimDate(c, problems)
      const view = {
        panel: claimPanel(actOn, moment),
        helpers: [helper(impartialSupport(council))],
        terms: termLinks(council),
        formsPage: TRIBUNAL_PAGE,
      }
      return answer.page(c, 'public/help/claim-date.njk', view, { back: { href: PATHS.claimDate, text: 'Back' } })
    },
  }
}
