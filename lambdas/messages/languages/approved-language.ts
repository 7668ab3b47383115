import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Language } from './language.ts'

/**
 * The language that staff have named for a family, if its file has been approved.
 *
 * @param named as staff typed it: the name in English, the language's own name or its code
 * @param today the day in England: an approval that is dated later is not yet one
 * @returns undefined when there is no such file, or nobody has approved it
 */
export function approvedLanguage(
  named: string | undefined,
  languages: readonly Language[],
  today: CalendarDate,
): Language | undefined {
  if (named === undefined) return undefined
  const wanted = named.trim().toLowerCase()
  const language = languages.find(({ code, englishName, ownName }) =>
    [code, englishName, ownName].some((name) => name.toLowerCase() === wanted),
  )
  const { approval } = language ?? {}
  return approval && approval.by.trim() !== '' && approval.on <= today ? language : undefined
}
