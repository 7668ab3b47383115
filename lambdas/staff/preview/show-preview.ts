import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import { londonDay } from '../../cases/london.ts'
import { loadWords } from '../../cases/store/contact-store.ts'
import type { Preview } from '../../recording/preview.ts'
import type { Typed } from '../../web/forms/field.ts'
import type { StaffAnswers, StaffFrame } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { carriedItems, comparedWith } from './shown-before.ts'

/** What the page adds to a form: the confirmation of what it showed, and what that was. */
const CONFIRMED = 'confirmed'
const SHOWN = 'shown'

/** The confirmation that a form carries; undefined while nothing was shown. */
export function confirmedIn({ [CONFIRMED]: confirmed }: Typed): string | undefined {
  return confirmed
}

/** The same form, which confirms nothing, and says whether something was shown before. */
export function unconfirmed(typed: Typed): Typed {
  return typed[CONFIRMED] === undefined ? typed : { ...typed, [CONFIRMED]: '' }
}

interface ToShow {
  /** Above the heading: what is recorded, on which case. */
  readonly caption: string
  /** Where the form is sent. */
  readonly address: string
  readonly button: string
  /** Whether what it does has to be thought over. */
  readonly isWarning: boolean
  /** All that came with the form, which goes back with the answer. */
  readonly typed: Typed
  /** The case as it is; undefined before it is opened. */
  readonly file: CaseFile | undefined
  /** What others recorded since the form was filled in, each in words. */
  readonly added: readonly string[]
  readonly preview: Preview
  readonly frame: StaffFrame
}

/** Shows what a form will do, to be confirmed. Nothing has been recorded yet. */
export async function showPreview(
  c: Context,
  { tables, council, publicAddress, languages, clock }: StaffServiceOptions,
  answer: StaffAnswers,
  { caption, address, button, isWarning, typed, file, added, preview, frame }: ToShow,
) {
  // The words of every message are loaded for the first preview.
  const [{ previewView }, stored] = await Promise.all([
    import('./preview-view.ts'),
    file ? loadWords(tables, file.record.caseId) : new Map<never, never>(),
  ])
  const view = previewView({
    before: file?.subject,
    preview,
    stored,
    writer: { council, publicAddress, languages },
    ownTimes: council.ownTimes,
    today: londonDay(clock()),
  })
  const { confirmation } = preview
  const given: Typed = {
    ...typed,
    ...(file && { version: String(file.record.version) }),
    [CONFIRMED]: confirmation,
    [SHOWN]: carriedItems(view),
  }
  const page = {
    caption,
    address,
    button,
    isWarning,
    added,
    hasChanged: typed[CONFIRMED] !== undefined,
    isNewCase: file === undefined,
    carried: Object.entries(given).map(([name, value]) => ({ name, value })),
    ...comparedWith(typed[SHOWN], view),
  }
  const json = { ...(file && { version: file.record.version }), [CONFIRMED]: confirmation, added, ...view }
  return answer.pageOrJson(c, 'staff/preview/preview.njk', page, json, frame, page.hasChanged ? 409 : 200)
}
