import { PUBLISHED_HOLIDAYS } from '../../../lambdas/law/bank-holiday-table.ts'

/** Bank holidays as each of the other ways looks them up: by the text of the day. */
export const bankHolidays: ReadonlySet<string> = new Set(PUBLISHED_HOLIDAYS.map(([day]) => day))
