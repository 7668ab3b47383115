import { WriteConflictError } from '../../cases/store/retry-conflicts.ts'
import type { Typed } from '../../web/forms/field.ts'
import { DRAFT, forgetForm, type KeptForm, keptFormOf, keptFormsOf, replaceForm } from '../sign-in/kept-forms.ts'
import type { SessionTables } from '../sign-in/session-tables.ts'

/** How often a draft is read again when another tab of the same person kept another page of it in the same moment. */
const TRIES = 3

/** A case that somebody began to open: its answers so far, under the id that its form will carry. */
export interface Draft {
  readonly draftId: string
  readonly typed: Typed
  /** Epoch milliseconds. */
  readonly keptAt: number
}

/** The drafts of one person: nobody else is given them. They are kept for 7 days after they were changed last. */
export function draftsOf(sessions: SessionTables, personId: string, now: () => number) {
  const read = async (draftId: string) => keptFormOf(sessions, DRAFT, personId, draftId, now())
  return {
    async find(draftId: string): Promise<Draft | undefined> {
      const form = await read(draftId)
      return form && draftOf(form)
    },

    /** All of them, the latest first. */
    async list(): Promise<readonly Draft[]> {
      return (await keptFormsOf(sessions, DRAFT, personId, now())).map(draftOf)
    },

    /**
     * Changes the answers of a draft, or begins it.
     * @throws WriteConflictError when others change it all the time
     */
    async change(draftId: string, change: (typed: Typed) => Typed): Promise<Typed> {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const was = await read(draftId)
        const typed = change(was?.typed ?? {})
        const form: KeptForm = {
          formId: draftId,
          path: `/cases/new/${draftId}/check`,
          about: 'A new case',
          typed,
          keptAt: now(),
          changes: was ? was.changes + 1 : 0,
        }
        if (await replaceForm(sessions, DRAFT, personId, form, was)) return typed
      }
      throw new WriteConflictError(`The draft ${draftId} was changed by others ${TRIES} times in a row.`)
    },

    /** Removes a draft. Removing it twice changes nothing. */
    forget: (draftId: string): Promise<void> => forgetForm(sessions, DRAFT, personId, draftId),
  }
}

export type Drafts = ReturnType<typeof draftsOf>

function draftOf({ formId, typed, keptAt }: KeptForm): Draft {
  return { draftId: formId, typed, keptAt }
}
