/**
 * Says that a page which the law asks for is not finished. It is deployed all the same, and the page itself says so.
 * @param missing the fields of the council's file that it lacks, and what each is to say
 * @returns undefined for a finished one
 */
export function unfinishedNotice(
  notice: string,
  missing: readonly { readonly field: string; readonly says: string }[],
): string | undefined {
  if (missing.length === 0) return
  const fields = missing.map(({ field, says }) => `  notices.${notice}.${field}: ${says}`).join('\n')
  return `The page /help/${notice} is not finished, and says so to whoever reads it. The law asks for it before the service is used. Write in the council's file:\n${fields}`
}
