import { formatInstant } from '../day.ts'
import { ROLE_WORDS } from '../routes.ts'
import type { Person } from '../sign-in/people.ts'
import { type Session, signsOutAt } from '../sign-in/sessions.ts'
import type { SessionLimits } from '../sign-in/settings.ts'

export interface PeopleView {
  readonly people: readonly {
    readonly personId: string
    readonly name: string
    readonly email?: string
    readonly roles: readonly string[]
    readonly signedInInWords: string
    /** Those that are open now, the last used first. */
    readonly sessions: readonly {
      readonly beganInWords: string
      readonly lastUsedInWords: string
      readonly endsInWords: string
    }[]
  }[]
}

/** Everybody who has signed in, and where they are signed in now. */
export function peopleView(
  people: readonly Person[],
  sessions: readonly Session[],
  { limits, now }: { readonly limits: SessionLimits; readonly now: number },
): PeopleView {
  const open = sessions
    .filter((session) => now < signsOutAt(session, limits))
    .sort((one, other) => other.lastUsedAt - one.lastUsedAt)
  return {
    people: people.map(({ personId, name, email, roles, lastSignedInAt }) => ({
      personId,
      name,
      ...(email && { email }),
      roles: roles.map((role) => ROLE_WORDS[role]),
      signedInInWords: formatInstant(lastSignedInAt),
      sessions: open
        .filter((session) => session.personId === personId)
        .map((session) => ({
          beganInWords: inWords(session.beganAt),
          lastUsedInWords: inWords(session.lastUsedAt),
          endsInWords: inWords(signsOutAt(session, limits)),
        })),
    })),
  }
}

function inWords(instant: number): string {
  return formatInstant(new Date(instant).toISOString())
}
