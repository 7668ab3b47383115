import type { Context } from 'hono'
import { removeTeam, setTeam } from '../../cases/store/team-store.ts'
import { workOfPeople } from '../../cases/store/work-store.ts'
import { isTeamId, LARGEST_TEAM, type Team } from '../../cases/work/team.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { askChoices, askLine, formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { type Person, whoWorksOnCases } from '../sign-in/people.ts'

const LIST = { section: 'manage', back: { href: '/manage', text: 'Manage' } } as const
const ONE = { section: 'manage', back: { href: '/teams', text: 'Teams' } } as const

/** The teams by which everybody can shorten the lists of Today. A manager sets them. */
export function teamRoutes({ tables, clock, signIn: { randomBytes } }: StaffServiceOptions, answer: StaffAnswers) {
  async function showList(c: Context, typed: Typed = {}, problems: readonly Problem[] = []) {
    const [people, { teams }] = await Promise.all([whoWorksOnCases(tables), workOfPeople(tables)])
    const form = teamForm(people)
    const view = {
      teams: teams.map(({ teamId, name, members }) => ({ teamId, name, members: namesOfMembers(members, people) })),
      set: c.req.query('set') === 'yes',
      removed: c.req.query('removed') === 'yes',
      ...formView(form.fields, typed, problems),
    }
    const json = { teams, fields: describeFields(form.fields), problems }
    return answer.pageOrJson(c, 'staff/teams/teams.njk', view, json, LIST, statusOf(problems))
  }

  async function showOne(c: Context, team: Team, typed: Typed, problems: readonly Problem[] = []) {
    const form = teamForm(await whoWorksOnCases(tables), team)
    const view = { team, ...formView(form.fields, typed, problems) }
    const json = { team, fields: describeFields(form.fields), problems }
    return answer.pageOrJson(c, 'staff/teams/team.njk', view, json, ONE, statusOf(problems))
  }

  async function teamOf(c: Context): Promise<Team | undefined> {
    const teamId = c.req.param('teamId') ?? ''
    return isTeamId(teamId) ? (await workOfPeople(tables)).teams.find((one) => one.teamId === teamId) : undefined
  }

  const noSuchTeam = (c: Context) =>
    answer.message(c, 404, 'There is no such team', ['Somebody may have removed it.'], {
      href: '/teams',
      text: 'Go to the teams',
    })

  /** What is wrong with what was typed, or the team that it makes. */
  async function read(typed: Typed, teamId: string, before?: Team): Promise<Team | readonly Problem[]> {
    const reading = readForm(teamForm(await whoWorksOnCases(tables), before), typed)
    if (!reading.ok) return reading.problems
    const { teams } = await workOfPeople(tables, { consistent: true })
    const { name } = reading.values
    const isTaken = teams.some((one) => one.teamId !== teamId && one.name.toLowerCase() === name.toLowerCase())
    if (isTaken) return [{ field: 'name', message: `There is a team called ${name} already. Choose another name` }]
    return reading.values.members.length > LARGEST_TEAM
      ? [{ field: 'members', message: `A team can have ${LARGEST_TEAM} people. Make two teams of it` }]
      : { teamId, ...reading.values }
  }

  return {
    list: (c: Context) => showList(c),

    async add(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      const team = await read(typed, `team-${Buffer.from(randomBytes(4)).toString('hex')}`)
      if (!('teamId' in team)) return showList(c, typed, team)
      await setTeam(tables, team, actor.id, clock())
      return c.redirect('/teams?set=yes', 303)
    },

    async one(c: Context) {
      const team = await teamOf(c)
      return team ? showOne(c, team, asTyped(team)) : noSuchTeam(c)
    },

    async change(c: Context, actor: Actor) {
      const before = await teamOf(c)
      if (!before) return noSuchTeam(c)
      const typed = await typedForm(c)
      const team = await read(typed, before.teamId, before)
      if (!('teamId' in team)) return showOne(c, before, typed, team)
      await setTeam(tables, team, actor.id, clock())
      return c.redirect('/teams?set=yes', 303)
    },

    async remove(c: Context, actor: Actor) {
      const team = await teamOf(c)
      if (!team) return noSuchTeam(c)
      await removeTeam(tables, team.teamId, actor.id, clock())
      return c.redirect('/teams?removed=yes', 303)
    },
  }
}

/** @param before somebody who has left stays on the form of a team that they are in, until they are taken out */
function teamForm(people: readonly Person[], before?: Team) {
  const gone = (before?.members ?? []).filter((id) => !people.some(({ personId }) => personId === id))
  const options = [
    ...people.map(({ personId, name }) => ({ value: personId, text: name })),
    ...gone.map((id) => ({ value: id, text: 'Somebody who has left' })),
  ]
  return formOf<Pick<Team, 'name' | 'members'>>({
    name: askLine({
      label: 'What is the team called?',
      hint: 'For example, North, or Post-16. Do not put a name of a child or family here.',
      what: 'what the team is called',
    }),
    members: askChoices(options, {
      label: 'Who is in it?',
      hint: 'Whoever works on cases and has signed in before can be chosen. Somebody can be in several teams.',
      error: 'Select who is in the team',
    }),
  })
}

function asTyped({ name, members }: Team): Typed {
  return { name, ...Object.fromEntries(members.map((id) => [`members-${id}`, 'yes'])) }
}

function namesOfMembers(members: readonly string[], people: readonly Person[]): readonly string[] {
  return members.map((id) => people.find(({ personId }) => personId === id)?.name ?? 'Somebody who has left')
}
