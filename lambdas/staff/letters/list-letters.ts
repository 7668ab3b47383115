import type { Context } from 'hono'
import type { Contact } from '../../cases/contact.ts'
import { mayOpen } from '../../cases/may-open.ts'
import { loadContact } from '../../cases/store/contact-store.ts'
import { type LetterPage, listLetters } from '../../cases/store/letter-store.ts'
import type { Actor } from '../../recording/actor.ts'
import { recordLetters } from '../../recording/record-letters.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { pageFrom } from '../page-from.ts'
import { noteListed } from '../reading.ts'
import type { StaffServiceOptions } from '../service.ts'
import { POSTING_FORM } from './letter-form.ts'
import { type LetterListView, letterListView } from './letter-list-view.ts'

const LETTERS_ON_A_PAGE = 50

/** The letters to print of all cases, and the day on which some of them were posted. */
export function listLettersRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service

  async function readList(actor: Actor, from: string | undefined): Promise<LetterListView | undefined> {
    const page = await pageFrom(from, (position) =>
      listLetters(tables, (record) => mayOpen(actor, record), {
        limit: LETTERS_ON_A_PAGE,
        ...(position && { from: position }),
      }),
    )
    return page && letterListView(page, await contactsOf(page), from === undefined)
  }

  async function contactsOf({ letters }: LetterPage): Promise<ReadonlyMap<string, Contact>> {
    const caseIds = [...new Set(letters.map(({ caseId }) => caseId))]
    return new Map(await Promise.all(caseIds.map(async (id) => [id, await loadContact(tables, id)] as const)))
  }

  function show(c: Context, list: LetterListView, typed: Typed = {}, problems: readonly Problem[] = []) {
    noteListed(c, { results: list.ready.length + list.waiting.length, about: [] })
    const from = c.req.query('from')
    const view = {
      ...list,
      ready: list.ready.map((letter) => ({ ...letter, ticked: typed[letter.name] === 'yes' })),
      action: from ? `/letters?${new URLSearchParams({ from })}` : '/letters',
      posted: Number(/^\d{1,3}$/.exec(c.req.query('posted') ?? '')?.[0] ?? 0),
      ...formView(POSTING_FORM.fields, typed, problems),
    }
    const json = { ...list, fields: describeFields(POSTING_FORM.fields), problems }
    const frame = { section: 'letters' } as const
    return answer.pageOrJson(c, 'staff/letters/letter-list.njk', view, json, frame, statusOf(problems))
  }

  function noSuchPage(c: Context) {
    return answer.message(c, 404, 'There is no such page of letters', ['Start again from the first page.'], {
      href: '/letters',
      text: 'Go to the list of letters',
    })
  }

  return {
    async page(c: Context, actor: Actor) {
      const list = await readList(actor, c.req.query('from'))
      return list ? show(c, list) : noSuchPage(c)
    },

    /** Records the ticked letters as posted. One that somebody else recorded in the meantime is not on the list any more. */
    async send(c: Context, actor: Actor) {
      const list = await readList(actor, c.req.query('from'))
      if (!list) return noSuchPage(c)
      const typed = await typedForm(c)
      const ticked = list.ready.filter(({ name }) => typed[name] === 'yes')
      const reading = readForm(POSTING_FORM, typed)
      const problems: readonly Problem[] = [
        ...(ticked.length > 0 ? [] : [{ field: 'letters', message: 'Tick the letters that were posted' }]),
        ...(reading.ok ? [] : reading.problems),
      ]
      if (!reading.ok || problems.length > 0) return show(c, list, typed, problems)
      const posting = await recordLetters(service, actor, { letters: ticked, how: 'posted', ...reading.values })
      switch (posting.outcome) {
        case 'recorded':
          return c.redirect(`/letters?posted=${ticked.length}`, 303)
        case 'problems':
          return show(c, list, typed, posting.problems)
        case 'not-allowed':
          return answer.notAllowed(c)
      }
    },
  }
}
