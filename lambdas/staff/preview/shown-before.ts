import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { PreviewView } from './preview-view.ts'

/** What a preview says in one place: a fact, a date, a message or a task. */
interface Item {
  readonly says: string
  /** Stands for all of it, so that a message with other words is another one. */
  readonly is: string
}

const items = v.pipe(v.string(), v.parseJson(), v.array(v.object({ says: v.string(), is: v.string() })))

/** What a preview shows, as its page carries it to the next one. */
export function carriedItems(view: PreviewView): string {
  return JSON.stringify(itemsOf(view))
}

/**
 * The preview with what is different from what was shown before, and what is not so any more.
 * @param carried what the page before carried; undefined where there was none
 */
export function comparedWith(carried: string | undefined, view: PreviewView) {
  const read = v.safeParse(items, carried)
  const before = new Set(read.success ? read.output.map(({ is }) => is) : itemsOf(view).map(({ is }) => is))
  const now = new Set(itemsOf(view).map(({ is }) => is))
  const mark = <Shown>(shown: Shown, item: (shown: Shown) => Item) => ({ ...shown, isNew: !before.has(item(shown).is) })
  return {
    ...view,
    records: view.records.map((fact) => mark(fact, ofFact)),
    dates: view.dates.map((date) => mark(date, ofDate)),
    messages: view.messages.map((message) => mark(message, ofMessage)),
    begin: view.begin.map((says) => mark({ says }, ofBeginning)),
    end: view.end.map((says) => mark({ says }, ofEnd)),
    notAnyMore: read.success ? read.output.filter(({ is }) => !now.has(is)).map(({ says }) => says) : [],
  }
}

function itemsOf({ records, dates, messages, begin, end }: PreviewView): readonly Item[] {
  return [
    ...records.map(ofFact),
    ...dates.map(ofDate),
    ...messages.map(ofMessage),
    ...begin.map((says) => ofBeginning({ says })),
    ...end.map((says) => ofEnd({ says })),
  ]
}

function ofFact({ title, lines }: PreviewView['records'][number]): Item {
  return item([title, ...lines].join(': '), [])
}

function ofDate({ title, was, is, why }: PreviewView['dates'][number]): Item {
  return item(`${title}: ${is}`, [was, ...why])
}

function ofMessage({ how, to, way, subject, text, leaves = '', waitsForParty }: PreviewView['messages'][number]): Item {
  return item(`${how} to ${to}: ${subject}`, [way, text, leaves, String(waitsForParty)])
}

function ofBeginning({ says }: Pick<Item, 'says'>): Item {
  return item(`A task that begins: ${says}`, [])
}

function ofEnd({ says }: Pick<Item, 'says'>): Item {
  return item(`A task that ends: ${says}`, [])
}

function item(says: string, rest: readonly string[]): Item {
  return {
    says,
    is: createHash('sha256')
      .update(JSON.stringify([says, ...rest]))
      .digest('base64url')
      .slice(0, 16),
  }
}
