import type { RetentionRule } from '../../cases/council.ts'
import type { ListResult, RetentionList } from '../../cases/retention/retention-list.ts'
import type { Due } from '../../retention/due-on.ts'

export const LIST_STATE_WORDS: Readonly<Record<RetentionList['state'], string>> = {
  proposed: 'Proposed: another person has to confirm it',
  withdrawn: 'Withdrawn: nothing was erased by it',
  confirmed: 'Confirmed, and not finished',
  'carried-out': 'Carried out',
}

export const RESULT_WORDS: Readonly<Record<ListResult['result'], string>> = {
  erased: 'Erased',
  'on-hold': 'Left out: there is a legal hold on it',
  reopened: 'Left out: it is not closed any more',
  changed: 'Left out: something was recorded on it since it was listed',
  'still-working': 'Left out: a part of its journey is still under way',
  'not-due': 'Left out: it is not due by the times that are set now',
  restricted: 'Left out: it is restricted to others than who had it erased',
  'erased-before': 'Left out: it was erased before',
  'not-there': 'Left out: there is no such case',
}

export const DUE_BY_WORDS: Readonly<Record<Due['by'], string>> = {
  closing: 'after the closing',
  birthday: 'after the birthday',
  'birth-not-known': 'the date of birth is not known: counted from the day of opening',
}

/** "6 years after closing, and until the child is 31". */
export function ruleInWords({ yearsAfterClosing, untilAge }: RetentionRule): string {
  const years = `${yearsAfterClosing} ${yearsAfterClosing === 1 ? 'year' : 'years'} after closing`
  return untilAge === 'none' ? years : `${years}, and until the child or young person is ${untilAge}`
}
