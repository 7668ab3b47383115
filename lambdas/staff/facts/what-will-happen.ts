import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Foreseen } from '../../cases/foresee.ts'
import type { TaskDue } from '../../cases/task.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Typed } from '../../web/forms/field.ts'
import type { StaffAnswers } from '../answer.ts'
import { frameOf } from '../case-of-address.ts'
import { dateCards } from '../cases/date-cards.ts'
import { STAFF_TASKS } from '../tasks/all-tasks.ts'

/** The button of a form that asks what would happen, instead of recording. */
const ASKS = 'whatWillHappen'

/** Whether a form was sent to see what recording it would do. */
export function asksForeseen(typed: Typed): boolean {
  return typed[ASKS] !== undefined
}

interface ToShow {
  readonly heading: string
  /** Where the form is sent. */
  readonly address: string
  readonly button: string
  /** All that came with the form, which goes back with the answer. */
  readonly typed: Typed
  readonly foreseen: Foreseen
  readonly today: CalendarDate
}

/** Says what recording would do. Nothing has been recorded yet. */
export function showForeseen(
  c: Context,
  answer: StaffAnswers,
  file: CaseFile,
  { heading, address, button, typed, foreseen, today }: ToShow,
) {
  const { caseId } = file.record
  const carried = Object.entries(typed).flatMap(([name, value]) => (name === ASKS ? [] : [{ name, value }]))
  const view = { caseId, heading, address, button, carried, ...foreseenInWords(file, foreseen, today) }
  const { dates, messages, begin, end } = view
  return answer.pageOrJson(
    c,
    'staff/facts/what-will-happen.njk',
    view,
    { caseId, dates, messages, begin, end },
    frameOf(file),
  )
}

function foreseenInWords({ subject }: CaseFile, { after, dates, messages, tasks }: Foreseen, today: CalendarDate) {
  const before = new Map(dateCards(dates.before, subject, today).map((card) => [card.kind, card]))
  const then = new Map(dateCards(dates.after, after, today).map((card) => [card.kind, card]))
  const kinds = [...new Set([...before.keys(), ...then.keys()])]
  return {
    dates: kinds.flatMap((kind) => {
      const [was, is] = [before.get(kind), then.get(kind)]
      const title = (is ?? was)?.title ?? ''
      return was?.lawInWords === is?.lawInWords
        ? []
        : [{ title, was: was?.lawInWords ?? 'Did not apply', is: is?.lawInWords ?? 'Does not apply any more' }]
    }),
    messages: messages.map(({ kind }) => sentence(kind.replaceAll('-', ' '))),
    begin: tasks.begin.map(taskInWords),
    end: tasks.end.map(taskInWords),
  }
}

function taskInWords({ kind, dueOn }: TaskDue): string {
  return `${STAFF_TASKS[kind].name}: from ${formatDate(dueOn)}`
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
