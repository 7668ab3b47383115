import { expect, it } from 'vitest'
import { unfinishedNotice } from '../../../bin/deploy/unfinished-notice.ts'
import { missingIn, NOTICES } from '../../../lambdas/cases/council-notices.ts'
import { notices } from '../../council-for-tests.ts'

it('says nothing of a finished page', () => {
  for (const notice of NOTICES) expect(unfinishedNotice(notice, missingIn(notices, notice))).toBeUndefined()
})

it('names each field that an unfinished page lacks, and what it is to say', () => {
  const { keptFor: _unknown, ...privacy } = notices.privacy
  expect(unfinishedNotice('privacy', missingIn({ ...notices, privacy }, 'privacy'))).toBe(
    "The page /help/privacy is not finished, and says so to whoever reads it. The law asks for it before the service is used. Write in the council's file:\n  notices.privacy.keptFor: for how long a case is kept",
  )
  expect(missingIn({ accessibility: {}, privacy: {} }, 'accessibility')).toHaveLength(6)
})
