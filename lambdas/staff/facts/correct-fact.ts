import type { Context } from 'hono'
import { advisersOf, type NamedAdviser } from '../../cases/advice/adviser.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Fact } from '../../cases/fact.ts'
import { newFact } from '../../cases/fact-input.ts'
import { correctableFacts, removableFacts } from '../../cases/recordable-facts.ts'
import { loadWords } from '../../cases/store/contact-store.ts'
import type { Actor } from '../../recording/actor.ts'
import { recordableBy } from '../../recording/record-form.ts'
import { formOf, mapForm } from '../../web/forms/questions.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf, noSuchCase } from '../case-of-address.ts'
import { formatInstant } from '../day.ts'
import type { StaffServiceOptions } from '../service.ts'
import { describeFact, factTitle } from './all-facts.ts'
import { type CaseWords, wordsInLines, wordsOf } from './case-words.ts'
import { correctionForm } from './correction-form.ts'
import { correctionsView } from './corrections-view.ts'
import { type RecordingPage, recordingPages } from './recording-pages.ts'
import { correctionEffect, removalEffect } from './recording-words.ts'

/** The list of what can be corrected, the form that corrects one thing, and the page that takes one back. */
export function correctFactRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables } = service
  const pages = recordingPages(service, answer)

  async function load(c: Context): Promise<{ file: CaseFile; words: CaseWords } | undefined> {
    const file = await caseOfAddress(tables, c)
    return file && { file, words: await loadWords(tables, file.record.caseId) }
  }

  function noSuchFact(c: Context, { record }: CaseFile) {
    return answer.message(
      c,
      404,
      'There is nothing here to correct',
      ['It may have been taken back. Choose from the list of what was recorded.'],
      { href: `/cases/${record.caseId}/correct`, text: 'See what can be corrected' },
    )
  }

  /** A correction, or a taking back, of the fact that the address names. */
  function routes(pageOf: (file: CaseFile, sequence: string, words: CaseWords) => RecordingPage | undefined) {
    const find = async (c: Context) => {
      const found = await load(c)
      const sequence = c.req.param('sequence') ?? ''
      return found && { file: found.file, pageOf: (file: CaseFile) => pageOf(file, sequence, found.words) }
    }
    return pages.routes(find, noSuchFact)
  }

  return {
    async list(c: Context, actor: Actor) {
      const found = await load(c)
      if (!found) return noSuchCase(c, answer)
      const { file, words } = found
      if (!recordableBy(actor, file).includes('fact-corrected')) {
        return pages.notAwaited(c, file, 'fact-corrected')
      }
      const view = correctionsView(file, words)
      return answer.pageOrJson(c, 'staff/facts/corrections.njk', view, view, frameOf(file))
    },
    correct: routes((file, sequence, words) =>
      correctionPage(file, sequence, words, advisersOf(service.council.providers)),
    ),
    remove: routes(removalPage),
  }
}

function correctionPage(
  file: CaseFile,
  sequence: string,
  words: CaseWords,
  advisers: readonly NamedAdviser[],
): RecordingPage | undefined {
  const { record, subject } = file
  const fact = correctableFacts(subject).find((one) => one.sequence === sequence)
  if (!fact) return undefined
  const before = wordsOf(fact, subject, words)
  const { form, typed } = correctionForm(subject, fact, before, advisers)
  return {
    parts: [
      { type: 'fact-corrected', prefix: '', form, beginsWith: async () => typed, corrects: { fact, words: before } },
    ],
    takesMore: false,
    address: `/cases/${record.caseId}/correct/${sequence}`,
    heading: `Correct “${factTitle(fact)}”`,
    standing: asRecorded(fact, file, before),
    effects: correctionEffect(fact.type, record.status),
    button: 'Record the correction',
    isWarning: false,
  }
}

function removalPage(file: CaseFile, sequence: string, words: CaseWords): RecordingPage | undefined {
  const { record, subject } = file
  const fact = removableFacts(subject).find((one) => one.sequence === sequence)
  if (!fact) return undefined
  const form = mapForm(formOf({}), () => ({ fact: newFact('fact-removed', { removes: fact.sequence }) }))
  return {
    parts: [{ type: 'fact-removed', prefix: '', form, beginsWith: async () => ({}) }],
    takesMore: false,
    address: `/cases/${record.caseId}/remove/${sequence}`,
    heading: `“${factTitle(fact)}” never happened`,
    standing: asRecorded(fact, file, wordsOf(fact, subject, words)),
    effects: removalEffect(record.status),
    button: 'Take it back',
    isWarning: true,
  }
}

/** What stands now, so that nobody corrects the wrong thing. */
function asRecorded(fact: Fact, { subject }: CaseFile, words: PrivateWords): RecordingPage['standing'] {
  return {
    recordedInWords: formatInstant(fact.recordedAt),
    lines: [...describeFact(fact, subject), ...wordsInLines(words)],
  }
}
