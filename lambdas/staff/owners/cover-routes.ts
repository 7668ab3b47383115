import type { Context } from 'hono'
import { londonDay } from '../../cases/london.ts'
import { allCovers, nameCover } from '../../cases/store/cover-store.ts'
import type { Cover } from '../../cases/work/cover.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { askChoice, askDate, formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { type Person, whoWorksOnCases } from '../sign-in/people.ts'

const FRAME = { section: 'today', back: { href: '/', text: 'Today' } } as const

/** Who looks after whose cases while they are away. Somebody names it for themselves, and a manager for anybody. */
export function coverRoutes({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  async function show(c: Context, actor: Actor, typed: Typed = {}, problems: readonly Problem[] = []) {
    const [people, covers] = await Promise.all([whoWorksOnCases(tables), allCovers(tables)])
    const form = coverForm(people, actor)
    const view = {
      covers: coversInWords(covers, people, londonDay(clock())),
      named: c.req.query('named') === 'yes',
      ...formView(form.fields, typed, problems),
    }
    const json = { covers: view.covers, fields: describeFields(form.fields), problems }
    return answer.pageOrJson(c, 'staff/owners/cover.njk', view, json, FRAME, statusOf(problems))
  }

  return {
    form: (c: Context, actor: Actor) => show(c, actor),

    async send(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const reading = readForm(coverForm(await whoWorksOnCases(tables), actor), typed)
      if (!reading.ok) return show(c, actor, typed, reading.problems)
      const problems = problemsOf(reading.values, londonDay(clock()))
      if (problems.length > 0) return show(c, actor, typed, problems)
      await nameCover(tables, reading.values, actor.id, clock())
      return c.redirect('/cover?named=yes', 303)
    },
  }
}

function coverForm(people: readonly Person[], { id, roles }: Pick<Actor, 'id' | 'roles'>) {
  const others = people
    .filter(({ personId }) => personId !== id)
    .map(({ personId, name }) => ({ value: personId, text: name }))
  const me = { value: id, text: 'Me' }
  return formOf<Cover>({
    owner: askChoice([me, ...(roles.includes('manager') ? others : [])], {
      label: 'Who is away?',
      error: 'Select who is away',
    }),
    cover: askChoice([...others, me], { label: 'Who covers for them?', error: 'Select who covers for them' }),
    from: askDate({ what: 'the first day', label: 'From' }),
    until: askDate({ what: 'the last day', label: 'Until and with', hint: 'The last day on which they are away.' }),
  })
}

function problemsOf({ owner, cover, from, until }: Cover, today: CalendarDate): readonly Problem[] {
  return [
    ...(owner === cover ? [{ field: 'cover', message: 'Select somebody else than who is away' }] : []),
    ...(until < from ? [{ field: 'until', message: 'The last day must be the first day or after it' }] : []),
    ...(until >= from && until < today ? [{ field: 'until', message: 'The last day must be today or after it' }] : []),
  ]
}

/** Those that are not over, the one that begins first at the top. */
function coversInWords(covers: readonly Cover[], people: readonly Person[], today: CalendarDate) {
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? 'Somebody who has left'
  return covers
    .filter(({ until }) => until >= today)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map(({ owner, cover, from, until }) => ({
      owner: nameOf(owner),
      cover: nameOf(cover),
      from: formatDate(from),
      until: formatDate(until),
    }))
}
