import type { Caller, WhoActs } from '../caller.ts'
import type { StaffServiceOptions } from '../service.ts'
import { sessionCookie } from './cookies.ts'
import { findSession } from './sessions.ts'
import { limitsOf, whyNobodySignsIn } from './settings.ts'

/** Tells who sends a request by the session that its cookie leads to. */
export function bySession({
  sessions,
  signIn,
  clock,
}: Pick<StaffServiceOptions, 'sessions' | 'signIn' | 'clock'>): WhoActs {
  const { settings } = signIn
  const why = whyNobodySignsIn(settings)
  return async (c): Promise<Caller> => {
    if (!settings || why) return { is: 'refused', why: why ?? '' }
    const id = sessionCookie.read(c)
    if (id === undefined) return { is: 'signed-out' }
    const found = await findSession(sessions, id, { limits: limitsOf(settings), now: clock().getTime() })
    switch (found.is) {
      case 'open': {
        const { personId, name, roles, hash: session } = found.session
        const actor = { kind: 'council-staff', id: personId, roles } as const
        return { is: 'signed-in', actor, session, name, signsOutAt: new Date(found.signsOutAt) }
      }
      case 'run-out':
        return { is: 'signed-out', was: found.session }
      case 'ended':
      case 'unknown':
        return { is: 'signed-out' }
    }
  }
}
