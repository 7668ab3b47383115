import type { RestrictingReason } from '../../audit/entry.ts'
import { WHO_READS, WHO_RECORDS } from '../../cases/role.ts'
import type { WhoMayOpen } from '../../cases/store/restriction-store.ts'
import { TICKED, type Typed } from '../../web/forms/field.ts'
import { askAny, askChoice, formOf, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { RESTRICTING_REASON_WORDS } from '../audit/audit-words.ts'
import { mayUse, ROLE_WORDS } from '../routes.ts'
import type { Person } from '../sign-in/people.ts'

export interface RestrictionAnswers {
  readonly who: 'everybody' | 'named'
  readonly people: readonly string[]
  readonly why: RestrictingReason
}

/** Who may open a case, and why. @param people everybody who has signed in */
export function restrictionForm(
  people: readonly Person[],
  { restrictedTo = [] }: Pick<WhoMayOpen, 'restrictedTo'>,
): Form<RestrictionAnswers> {
  const readers = people.filter(({ roles }) => mayUse(roles, WHO_READS))
  const recorders = readers.filter(({ roles }) => mayUse(roles, WHO_RECORDS)).map(({ personId }) => personId)
  const unknown = restrictedTo.filter((id) => readers.every(({ personId }) => personId !== id))
  const options = [
    ...readers.map(({ personId, name, roles }) => ({
      value: personId,
      text: name,
      hint: roles.map((role) => ROLE_WORDS[role]).join(', '),
    })),
    ...unknown.map((value) => ({ value, text: 'Somebody who does not read cases any more' })),
  ]
  const ticked = (typed: Typed) => recorders.filter((id) => typed[`people-${id}`])
  return formOf<RestrictionAnswers>(
    {
      who: askChoice(
        [
          { value: 'named', text: 'Only the people that I tick', hint: 'For everybody else there is no such case.' },
          { value: 'everybody', text: 'Everybody who reads cases' },
        ],
        { label: 'Who may open this case?', error: 'Select who may open this case' },
      ),
      people: askAny(options, {
        label: 'Who are they?',
        hint: 'Tick yourself too if you work on it. A manager who is not ticked cannot open the case, but can change this page.',
      }),
      why: askChoice(optionsOf(RESTRICTING_REASON_WORDS), { label: 'Why?', error: 'Select why' }),
    },
    [
      {
        field: 'people',
        message: 'Tick at least one case officer or manager, so that somebody can work on the case',
        holds: (typed) => typed.who !== 'named' || ticked(typed).length > 0,
      },
    ],
  )
}

/** The form as it stands on record. */
export function typedRestriction({ restrictedTo }: Pick<WhoMayOpen, 'restrictedTo'>): Typed {
  if (!restrictedTo) return {}
  return { who: 'named', ...Object.fromEntries(restrictedTo.map((id) => [`people-${id}`, TICKED])) }
}
