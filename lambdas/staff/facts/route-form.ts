import { OPENED, type Sequence } from '../../cases/sequence.ts'
import type { Option } from '../../web/forms/field.ts'
import { askChoice, formOf, mapForm, type Questions } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'

/**
 * The form of something that belongs to one route of a case: one complaint, one disagreement resolution. Which one is
 * asked only where several are open. Where none is, it belongs to none, and the check of the fact says what is missing.
 *
 * @param routes the routes that it can belong to, each by the sequence of the fact that opened it
 */
export function routeForm<Details extends object>(
  routes: readonly Option<Sequence>[],
  label: string,
  questions: Questions<Details>,
): Form<Details & { readonly of: Sequence }> {
  const [first, ...others] = routes
  if (others.length === 0) {
    // What opened the case opens no route.
    return mapForm(formOf<Details>(questions), (details) => ({ of: first?.value ?? OPENED, ...details }))
  }
  const which = { of: askChoice(routes, { label, error: 'Select which one this is about' }) }
  return formOf<Details & { readonly of: Sequence }>({ ...which, ...questions } as Questions<
    Details & { readonly of: Sequence }
  >)
}
