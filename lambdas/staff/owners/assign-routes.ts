import type { Context } from 'hono'
import type { Actor } from '../../recording/actor.ts'
import { giveTo, type ToGive, toGiveOf } from '../../recording/give-to.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { askChoice, formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { type Person, whoWorksOnCases } from '../sign-in/people.ts'
import { filtersOf, todayAddress } from '../today/today-filters.ts'

/** More than a page of work has. */
const MOST_AT_ONCE = 60

/** Stands for nobody in the form. */
const NOBODY = 'nobody'

/** Cases and tasks are given to somebody: one, or many at a time. Those that were ticked travel in codes. */
export function assignRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  async function show(
    c: Context,
    actor: Actor,
    { things, whose }: { readonly things: readonly ToGive[]; readonly whose: string },
    typed: Typed = {},
    problems: readonly Problem[] = [],
  ) {
    const back = { href: todayAddress({ whose }), text: 'Today' }
    if (things.length === 0) {
      return answer.message(c, 422, 'Nothing is selected', ['Tick what you want to give to somebody.'], back)
    }
    const form = assignForm(await whoWorksOnCases(service.tables), actor)
    const cases = things.filter(({ taskId }) => taskId === undefined).length
    const view = {
      what: [countOf(cases, 'case'), countOf(things.length - cases, 'task')].filter(Boolean).join(' and '),
      codes: codesOf(things).join(' '),
      caseIds: [...new Set(things.map(({ caseId }) => caseId))],
      hasTasks: cases < things.length,
      whose,
      ...formView(form.fields, typed, problems),
    }
    const json = { items: codesOf(things), fields: describeFields(form.fields), problems }
    return answer.pageOrJson(c, 'staff/owners/assign.njk', view, json, { section: 'today', back }, statusOf(problems))
  }

  return {
    form: (c: Context, actor: Actor) =>
      show(c, actor, { things: thingsIn(c.req.queries('item') ?? []), whose: filtersOf((n) => c.req.query(n)).whose }),

    async send(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const things = thingsIn((typed.items ?? '').split(' '))
      const { whose } = filtersOf((name) => typed[name])
      const reading = readForm(assignForm(await whoWorksOnCases(service.tables), actor), typed)
      if (!reading.ok || things.length === 0) {
        return show(c, actor, { things, whose }, typed, reading.ok ? [] : reading.problems)
      }
      const { to } = reading.values
      const { given, refused } = await giveTo(service, actor, things, to === NOBODY ? undefined : to)
      const told = new URLSearchParams({
        ...(given > 0 && { given: String(given) }),
        ...(refused > 0 && { refused: String(refused) }),
        ...(whose !== 'mine' && { whose }),
      })
      return c.redirect(`/?${told}`, 303)
    },
  }
}

/** Whoever records cases can have them. Whoever asks stands at the top. */
function assignForm(people: readonly Person[], { id }: Pick<Actor, 'id'>) {
  const others = people.filter(({ personId }) => personId !== id)
  return formOf<{ readonly to: string }>({
    to: askChoice(
      [
        { value: id, text: 'Me' },
        ...others.map(({ personId, name }) => ({ value: personId, text: name })),
        { value: NOBODY, text: 'Nobody: they wait for an owner' },
      ],
      { label: 'Who is to have them?', error: 'Select who is to have them' },
    ),
  })
}

function thingsIn(codes: readonly string[]): readonly ToGive[] {
  const things = codes.flatMap((code) => toGiveOf(code) ?? [])
  return [...new Map(things.map((thing) => [codeOf(thing), thing])).values()].slice(0, MOST_AT_ONCE)
}

function codesOf(things: readonly ToGive[]): readonly string[] {
  return things.map(codeOf)
}

function codeOf({ caseId, taskId }: ToGive): string {
  return [caseId, ...(taskId ? [taskId] : [])].join('/')
}

function countOf(count: number, what: string): string | undefined {
  if (count === 0) return undefined
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
