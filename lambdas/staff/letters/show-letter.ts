import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import { type Letter, printingOf } from '../../cases/letter.ts'
import { londonDay } from '../../cases/london.ts'
import { loadContact } from '../../cases/store/contact-store.ts'
import { loadKeptMessages } from '../../messages/kept-message-store.ts'
import { UnprintableLetterError } from '../../messages/letter/unprintable-letter-error.ts'
import type { Actor } from '../../recording/actor.ts'
import { recordLetters } from '../../recording/record-letters.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'
import { letterForm } from './letter-form.ts'
import { letterRows, letterViews } from './letter-view.ts'
import { PRINTING_WORDS } from './letter-words.ts'
import { printLetter } from './print-letter.ts'

/** What a browser's own viewer of PDFs needs, and nothing else. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

interface Found {
  readonly file: CaseFile
  readonly letter: Letter
  readonly contact: Contact
}

/** A letter, its PDF, and what was done with it. */
export function showLetterRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, clock, council } = service

  async function named(c: Context): Promise<Found | undefined> {
    const file = await caseOfAddress(tables, c)
    const asked = (c.req.param('key') ?? '').replace(/\.pdf$/, '')
    const letter = file?.letters.find(({ key }) => key === asked)
    return file && letter && { file, letter, contact: await loadContact(tables, file.record.caseId) }
  }

  function notThere(c: Context) {
    return answer.message(c, 404, 'There is no such letter', ['Look for the letter on the page of its case.'])
  }

  function formOf({ file, letter, contact }: Found) {
    const printing = printingOf(letter, contact, file.record)
    return letterForm(printing !== 'must-not-write' && printing !== 'child-died')
  }

  function show(c: Context, found: Found, typed: Typed = {}, problems: readonly Problem[] = []) {
    const { file, letter, contact } = found
    const { caseId } = file.record
    const view = letterViews(file, contact, londonDay(clock())).find(({ key }) => key === letter.key)
    if (!view) return notThere(c)
    const { fields } = formOf(found)
    const page = {
      ...view,
      caseId,
      rows: letterRows(view, letter, contact),
      messageHref: `/cases/${caseId}/messages/${letter.key}`,
      isOpen: letter.state === 'to-print',
      ...(view.printing === 'ready' && { pdfHref: `${view.href}.pdf` }),
      ...formView(fields, typed, problems),
    }
    const json = { ...view, caseId, fields: describeFields(fields), problems }
    const frame = frameOf(file, 'letters')
    return answer.pageOrJson(c, 'staff/letters/letter.njk', page, json, frame, statusOf(problems))
  }

  return {
    async page(c: Context) {
      const found = await named(c)
      return found ? show(c, found) : notThere(c)
    },

    /** The letter to print. A family that must not be written to has none, so that none can be posted by mistake. */
    async pdf(c: Context) {
      const found = await named(c)
      if (!found) return notThere(c)
      const { file, letter, contact } = found
      const { caseId } = file.record
      const here = { href: `/cases/${caseId}/letters/${letter.key}`, text: 'Look at the letter' }
      const printing = printingOf(letter, contact, file.record)
      if (printing !== 'ready') {
        return answer.message(c, 409, 'This letter cannot be printed', [`${PRINTING_WORDS[printing]}.`], here)
      }
      const kept = (await loadKeptMessages(tables, caseId, letter.key)).at(-1)
      if (!kept) return notThere(c)
      try {
        const date = londonDay(clock())
        const pdf = await printLetter(kept, { letter, contact, caseId, from: council.contacts.officer, date })
        c.header('content-type', 'application/pdf')
        c.header('content-security-policy', PDF_POLICY)
        c.header('content-disposition', `inline; filename="letter-${caseId}.pdf"`)
        return c.body(pdf)
      } catch (error) {
        if (!(error instanceof UnprintableLetterError)) throw error
        const instead = 'Or print the message from its own page: choose “Show it by itself” there.'
        return answer.message(c, 422, 'This letter cannot be printed', [error.message, instead], {
          href: `/cases/${caseId}/messages/${letter.key}`,
          text: 'Read the message',
        })
      }
    },

    async send(c: Context, actor: Actor) {
      const found = await named(c)
      if (!found) return notThere(c)
      const { file, letter } = found
      const { caseId } = file.record
      const here = `/cases/${caseId}/letters/${letter.key}`
      if (letter.state !== 'to-print') return c.redirect(here, 303)
      const typed = await typedForm(c)
      const reading = readForm(formOf(found), typed)
      if (!reading.ok) return show(c, found, typed, reading.problems)
      const done = await recordLetters(service, actor, { letters: [{ ...letter, caseId }], ...reading.values })
      switch (done.outcome) {
        case 'recorded':
          return c.redirect(here, 303)
        case 'problems':
          return show(c, found, typed, done.problems)
        case 'not-allowed':
          return answer.notAllowed(c)
      }
    },
  }
}
