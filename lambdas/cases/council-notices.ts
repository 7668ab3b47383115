import type { CouncilNotices } from './council.ts'

/** The notices that the council's file fills in. */
export const NOTICES = ['accessibility', 'privacy'] as const satisfies readonly (keyof CouncilNotices)[]
export type Notice = (typeof NOTICES)[number]

/** What a notice is not finished without, in words that follow "still to say". */
const NEEDED: { readonly [Name in Notice]: Readonly<Partial<Record<keyof CouncilNotices[Name], string>>> } = {
  accessibility: {
    contact: 'who answers when a page cannot be used',
    answersWithinWorkingDays: 'in how many working days they answer',
    compliance: 'how far the pages keep to the guidelines',
    testedOn: 'on which day the pages were tested',
    testedBy: 'who tested them',
    preparedOn: 'on which day the statement was written',
  },
  privacy: {
    contact: 'who answers questions about personal information',
    dataProtectionOfficer: 'who the data protection officer is',
    keptFor: 'for how long a case is kept',
    writtenOn: 'on which day the notice was written',
  },
}

/** What a notice still lacks: the field of the council's file, and what it is to say. */
export interface Missing {
  readonly field: string
  readonly says: string
}

/** What each notice still lacks; nothing for a finished one. */
export function missingIn(notices: CouncilNotices, notice: Notice): readonly Missing[] {
  const written: object = notices[notice]
  return Object.entries(NEEDED[notice]).flatMap(([field, says]) => (field in written ? [] : [{ field, says }]))
}
