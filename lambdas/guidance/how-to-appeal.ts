import { APPEALABLE_DECISIONS, type DecisionKind } from '../law/appealable-decisions.ts'

/** When what this service knows of the law was last checked against it. */
export const LAW_LAST_CHECKED = 'November 2026'

/**
 * The first step of an appeal. The Tribunal takes it online or on its form, and it must not come twice.
 * @param kind the decision; absent where it is not known
 */
export function onlineOrOnTheForm(kind?: DecisionKind): string {
  return kind
    ? `Appeal online on GOV.UK, or on the form ${APPEALABLE_DECISIONS[kind].form}. Use one, not both.`
    : 'Appeal online on GOV.UK, or on the form. Use one, not both. The form is SEND35A if the council said no to an assessment. It is SEND35 for any other decision.'
}
