import type { Council, CouncilNotices } from '../../cases/council.ts'
import { missingIn, type Notice } from '../../cases/council-notices.ts'
import type { GuidancePage, Part } from '../../guidance/page.ts'
import { accessibilityStatement } from './accessibility-statement.ts'
import { cookiesPage } from './cookies-page.ts'
import { privacyNotice } from './privacy-notice.ts'

/** What the notices say of a council. */
export interface CouncilOfNotices extends Pick<Council, 'name' | 'providers'> {
  readonly notices: CouncilNotices
}

/** The pages that the law asks of whoever runs a service: every footer leads to them. */
export function noticePages(council: CouncilOfNotices): readonly GuidancePage[] {
  return [
    withWhatIsMissing(accessibilityStatement(council), council, 'accessibility'),
    withWhatIsMissing(privacyNotice(council), council, 'privacy'),
    cookiesPage(council),
  ]
}

/** An unfinished page says so before all else. */
function withWhatIsMissing(page: GuidancePage, { notices }: CouncilOfNotices, notice: Notice): GuidancePage {
  const missing = missingIn(notices, notice)
  if (missing.length === 0) return page
  const said: readonly Part[] = [
    { important: 'This page is not finished.' },
    'The council has still to say:',
    { points: missing.map(({ says }) => says) },
  ]
  return { ...page, introduction: [...said, ...page.introduction] }
}
