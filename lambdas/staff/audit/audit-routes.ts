import type { Context } from 'hono'
import { caseOfChain, chainOfCase } from '../../audit/entry.ts'
import { type EntriesAsked, type ListedEntry, listEntries } from '../../audit/list-entries.ts'
import { caseIdIn, isCaseId } from '../../cases/case-id.ts'
import { londonDay, londonInstant } from '../../cases/london.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { pageOfSeen } from '../../cases/store/page-of-seen.ts'
import { recordsOf } from '../../cases/store/rows-by-case.ts'
import type { PageAsked } from '../../cases/store/rows-of-status.ts'
import { addDays, type CalendarDate, formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { askOptionalDate, askOptionalLine, formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { pageFrom } from '../page-from.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { isPersonId, listPeople, type Person } from '../sign-in/people.ts'
import { entryView } from './audit-view.ts'

const ENTRIES_ON_A_PAGE = 50
/** Without a first day: the week up to the last. */
const USUAL_DAYS = 7

/** What is asked for, as the address carries it: codes, and never a name. */
interface Asked {
  readonly person: string | undefined
  readonly caseId: string | undefined
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const FORM = formOf({
  case: askOptionalLine({
    what: 'the reference of the case',
    label: 'Case reference',
    hint: 'For example, 7K2M-4QXP.',
  }),
  from: askOptionalDate({ what: 'the first day', label: 'From' }),
  to: askOptionalDate({ what: 'the last day', label: 'To' }),
})

const NOTHING_TYPED = { case: undefined, from: undefined, to: undefined }

/** Who did and who read what, for managers and auditors: by person, case and time. */
export function auditRoutes({ tables, clock }: StaffServiceOptions, answer: StaffAnswers) {
  async function show(c: Context, actor: Actor, asked: Asked) {
    const people = await listPeople(tables)
    const page = await pageFrom(c.req.query('page'), (position) =>
      entriesFor(actor, asked, { limit: ENTRIES_ON_A_PAGE, ...(position && { from: position }) }),
    )
    if (!page) {
      return answer.message(c, 404, 'There is no such page of entries', ['Start again from the first page.'], {
        href: '/audit',
        text: 'Go to the first page',
      })
    }
    noteListed(c, { results: page.items.length, about: aboutOf(asked) })
    const names = new Map(people.map(({ personId, name }) => [personId, name]))
    const { person } = asked
    const view = {
      entries: page.items.map((one) => entryView(one, names)),
      asked: {
        ...(person && { person: names.get(person) ?? person }),
        ...(asked.caseId && { caseId: asked.caseId }),
        fromInWords: formatDate(asked.from),
        toInWords: formatDate(asked.to),
      },
      ...(page.next && { nextPage: addressOf(asked, page.next) }),
      ...(c.req.query('page') && { firstPage: addressOf(asked) }),
    }
    const form = formParts(people, typedOf(asked), [])
    return answer.pageOrJson(c, 'staff/audit/audit.njk', { ...view, ...form }, view, { section: 'audit' })
  }

  /** The entries that somebody may see: of a case that is restricted to others there are none, as of no case. */
  async function entriesFor(actor: Actor, { person, caseId, from, to }: Asked, page: PageAsked) {
    const asked: EntriesAsked = {
      from: londonInstant(from, '00:00'),
      to: londonInstant(addDays(to, 1), '00:00'),
      ...(person && { who: person }),
      ...(caseId && { chain: chainOfCase(caseId) }),
    }
    const read = async (some: PageAsked) => {
      const { entries, next } = await listEntries(tables, asked, some)
      return { items: entries, ...(next && { next }) }
    }
    if (!caseId) return pageOfSeen(page, read, (entries) => seenBy(actor, entries))
    const [record, some] = await Promise.all([recordsOf(tables, [caseId]), read(page)])
    const own = record.get(caseId)
    return own && !mayOpen(actor, own) ? { items: [] } : some
  }

  /** Entries outlive their case: of one that is not there any more they are seen. */
  async function seenBy(actor: Actor, entries: readonly ListedEntry[]): Promise<readonly ListedEntry[]> {
    const records = await recordsOf(
      tables,
      entries.flatMap(({ chain }) => caseOfChain(chain) ?? []),
    )
    return entries.filter(({ chain }) => {
      const record = records.get(caseOfChain(chain) ?? '')
      return !record || mayOpen(actor, record)
    })
  }

  return {
    page(c: Context, actor: Actor) {
      const today = londonDay(clock())
      return show(c, actor, askedIn(c.req.query(), today))
    },

    /** Leads to the address of what was chosen: what is no reference of a case gets into no address. */
    async send(c: Context) {
      const typed = await typedForm(c)
      const today = londonDay(clock())
      const reading = readForm(FORM, typed)
      const values = reading.ok ? reading.values : NOTHING_TYPED
      const caseId = values.case === undefined ? undefined : caseIdIn(values.case)
      const to = values.to ?? today
      const from = values.from ?? addDays(to, 1 - USUAL_DAYS)
      const problems: readonly Problem[] = [
        ...(reading.ok ? [] : reading.problems),
        ...(values.case !== undefined && caseId === undefined
          ? [{ field: 'case', message: 'Enter a case reference like 7K2M-4QXP, or leave this blank' }]
          : []),
        ...(to < from ? [{ field: 'to', message: 'The last day must be the same as or after the first' }] : []),
      ]
      if (problems.length > 0) {
        const form = formParts(await listPeople(tables), typed, problems)
        const view = { ...form, entries: [] }
        return answer.pageOrJson(
          c,
          'staff/audit/audit.njk',
          view,
          { problems },
          { section: 'audit' },
          statusOf(problems),
        )
      }
      const person = isPersonId(typed.person ?? '') ? typed.person : undefined
      return c.redirect(addressOf({ person, caseId, from, to }), 303)
    },
  }
}

/** What an address asks for. What is none of our codes is left out. */
function askedIn(query: Typed, today: CalendarDate): Asked {
  const to = dayIn(query.to) ?? today
  return {
    person: isPersonId(query.person ?? '') ? query.person : undefined,
    caseId: isCaseId(query.case ?? '') ? query.case : undefined,
    from: dayIn(query.from) ?? addDays(to, 1 - USUAL_DAYS),
    to,
  }
}

function dayIn(text: string | undefined): CalendarDate | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return parseCalendarDate(text)
  } catch {
    return undefined
  }
}

function addressOf({ person, caseId, from, to }: Asked, page?: string): string {
  const codes = { ...(person && { person }), ...(caseId && { case: caseId }), from, to, ...(page && { page }) }
  return `/audit?${new URLSearchParams(codes)}`
}

function aboutOf({ person, caseId, from, to }: Asked): readonly string[] {
  return [...(person ? [person] : []), ...(caseId ? [caseId] : []), from, to]
}

/** The form as it was filled in for what is shown. */
function typedOf({ person, caseId, from, to }: Asked): Typed {
  return {
    ...(person && { person }),
    ...(caseId && { case: caseId }),
    ...typedDay('from', from),
    ...typedDay('to', to),
  }
}

function typedDay(name: string, date: CalendarDate): Typed {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

function formParts(people: readonly Person[], typed: Typed, problems: readonly Problem[]) {
  const chosen = (value: string) => value === (typed.person ?? '')
  return {
    ...formView(FORM.fields, typed, problems),
    people: [
      { value: '', text: 'Everybody', selected: chosen('') },
      ...people.map(({ personId, name }) => ({ value: personId, text: name, selected: chosen(personId) })),
    ],
  }
}
