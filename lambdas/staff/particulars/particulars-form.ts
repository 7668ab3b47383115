import type { CouncilParticulars, ListedValue } from '../../cases/council.ts'
import { MOST_THEMES, nameIn, type Particulars, type ReachField, reachFieldsOf } from '../../cases/particulars.ts'
import { TICKED, type Typed } from '../../web/forms/field.ts'
import { askAny, askChoice, formOf, mapForm, type Questions } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'

/** The answer that records nothing: what was recorded before can be taken back with it. */
const NOT_RECORDED = 'not-recorded'

type Recorded = Omit<Particulars, 'changedAt'>
type Answers = Partial<Record<ReachField, string>> & { readonly themes?: readonly string[] }

/** What a case is about, and which groups its family belongs to: a question for each that the council has turned on. */
export function particularsForm(council: CouncilParticulars, recorded: Particulars | undefined): Form<Recorded> {
  const themes = optionsOf(council.themes, recorded?.themes ?? [])
  const reach = reachFieldsOf(council).map(({ field, question, values }) => {
    const value = recorded?.reach[field]
    const options = [...optionsOf(values, value ? [value] : []), { value: NOT_RECORDED, text: 'Not recorded' }]
    return [field, askChoice(options, { label: question, error: 'Select one of these, or “Not recorded”' })] as const
  })
  const questions: Questions<Answers> = {
    ...(themes.length > 0 && {
      themes: askAny(themes, { label: 'What is it about?', hint: `Tick ${MOST_THEMES} at most: those that say most.` }),
    }),
    ...Object.fromEntries(reach),
  }
  const form = formOf<Answers>(questions, [
    {
      field: 'themes',
      message: `Tick ${MOST_THEMES} at most`,
      holds: (typed) => themes.filter(({ value }) => typed[`themes-${value}`] === TICKED).length <= MOST_THEMES,
    },
  ])
  return mapForm(form, ({ themes: about = [], ...answers }) => ({
    themes: about,
    reach: Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== NOT_RECORDED)),
  }))
}

/** The form as it stands on record. */
export function typedParticulars(council: CouncilParticulars, recorded: Particulars | undefined): Typed {
  return {
    ...Object.fromEntries((recorded?.themes ?? []).map((id) => [`themes-${id}`, TICKED])),
    ...Object.fromEntries(reachFieldsOf(council).map(({ field }) => [field, recorded?.reach[field] ?? NOT_RECORDED])),
  }
}

/** The list, and what was recorded before it was changed. */
function optionsOf(values: readonly ListedValue[], recorded: readonly string[]) {
  const gone = recorded.filter((id) => values.every((one) => one.id !== id))
  return [
    ...values.map(({ id, name }) => ({ value: id, text: name })),
    ...gone.map((id) => ({ value: id, text: nameIn(values, id) })),
  ]
}
