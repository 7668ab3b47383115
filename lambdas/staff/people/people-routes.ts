import type { Context } from 'hono'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeEntry } from '../../audit/write-entry.ts'
import type { Actor } from '../../recording/actor.ts'
import type { StaffAnswers } from '../answer.ts'
import { noteListed } from '../reading.ts'
import { mayUse, ROUTES } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { isPersonId, listPeople, loadPerson } from '../sign-in/people.ts'
import { endSessionsOf, listSessions } from '../sign-in/sessions.ts'
import { limitsOf } from '../sign-in/settings.ts'
import { peopleView } from './people-view.ts'

/** Who has signed in, with their sessions, which a manager or an administrator can end. */
export function peopleRoutes({ tables, sessions, signIn, clock, log }: StaffServiceOptions, answer: StaffAnswers) {
  return {
    async page(c: Context, actor: Actor) {
      const [people, open] = await Promise.all([listPeople(tables), listSessions(sessions)])
      noteListed(c, { results: people.length, about: [] })
      const limits = limitsOf(signIn.settings ?? {})
      const view = peopleView(people, open, { limits, now: clock().getTime() })
      const ended =
        isPersonId(c.req.query('ended') ?? '') && people.find(({ personId }) => personId === c.req.query('ended'))
      const frame = { section: 'people' } as const
      return answer.pageOrJson(
        c,
        'staff/people/people.njk',
        {
          ...view,
          ended: ended ? ended.name : undefined,
          seesRestricted: mayUse(actor.roles, ROUTES['GET /restricted'].isFor),
        },
        view,
        frame,
      )
    },

    async endSessions(c: Context, actor: Actor) {
      const personId = c.req.param('personId') ?? ''
      const person = isPersonId(personId) ? await loadPerson(tables, personId) : undefined
      if (!person) {
        return answer.message(c, 404, 'There is no such person', ['Look for them in the list of people.'], {
          href: '/people',
          text: 'Go to the list of people',
        })
      }
      // Before they are ended: it is no change that nobody made.
      const ended = {
        chain: chainOfPerson(actor.id),
        who: actor.id,
        what: 'sessions-ended',
        about: [personId],
      } as const
      await writeEntry(tables, ended, clock())
      const sessionsEnded = await endSessionsOf(sessions, personId, clock().getTime())
      log.info('Sessions ended', { personId, sessionsEnded })
      return c.redirect(`/people?${new URLSearchParams({ ended: personId })}`, 303)
    },
  }
}
