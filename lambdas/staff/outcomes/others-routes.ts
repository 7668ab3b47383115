import type { Context } from 'hono'
import { csvOf } from '../../pack/csv.ts'
import { NATIONAL, nationalYears } from '../../reports/national/national-figures.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { englandByDecision, everyAreaAndYear, OTHERS_DEFINITION, othersTable } from './others-view.ts'

const ADDRESS = '/outcomes/others'
const FRAME = { section: 'outcomes', back: { href: '/outcomes', text: 'Outcomes' } } as const

/** The council beside England, its region and its neighbours, as the return to the Department for Education has them. All of it is published. */
export function othersRoutes({ council }: StaffServiceOptions, answer: StaffAnswers) {
  return {
    async show(c: Context) {
      const years = nationalYears(NATIONAL)
      const year = Number(c.req.query('year') ?? years[0])
      const table = othersTable(NATIONAL, year, council.reporting)
      if (!table) {
        return answer.message(
          c,
          404,
          'There are no figures of that year',
          [`There are figures of ${years.join(', ')}.`],
          {
            href: ADDRESS,
            text: 'Go to the latest year',
          },
        )
      }
      const view = {
        table,
        year,
        byDecision: englandByDecision(NATIONAL, year),
        hasNeighbours: council.reporting.neighbours.length > 0,
        definition: OTHERS_DEFINITION,
        years: years
          .filter((one) => one !== year)
          .map((one) => ({ href: `${ADDRESS}?year=${one}`, text: String(one) })),
      }
      return answer.pageOrJson(c, 'staff/outcomes/others.njk', view, { year, table }, FRAME)
    },

    /** Every area and year, to be looked at in other ways. */
    csv(c: Context) {
      const { columns, rows } = everyAreaAndYear(NATIONAL, nationalYears(NATIONAL))
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="beside-other-councils.csv"')
      return c.body(csvOf(columns, rows))
    },
  }
}
