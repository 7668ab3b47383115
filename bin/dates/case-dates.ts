import { adviserContactDeadline } from '../../lambdas/law/adviser-contact-deadline.ts'
import { agreementDeadline } from '../../lambdas/law/agreement-deadline.ts'
import { appealDeadline } from '../../lambdas/law/appeal-deadline.ts'
import { certificateDeadline } from '../../lambdas/law/certificate-deadline.ts'
import type { AppealDeadline, Deadline } from '../../lambdas/law/deadline.ts'
import { mediationDeadline } from '../../lambdas/law/mediation-deadline.ts'
import type { Facts } from './facts.ts'

/** Every date that the facts of a case give, with its working. A date is absent where it does not apply or has not started. */
export interface CaseDates {
  /** D01. Not where only the school or other place named is in dispute. */
  readonly contact?: Deadline
  /** D02. Once the adviser has been told that the family does not want mediation. */
  readonly certificateDeclined?: Deadline
  /** D04. Once the council has been told that the family wants mediation. */
  readonly mediate?: Deadline
  /** D08. Once mediation is concluded. */
  readonly certificateMediated?: Deadline
  /** D09 and D10. */
  readonly appeal: AppealDeadline
  /** D12. Once there is an agreement. */
  readonly agreement?: Deadline
}

/**
 * The dates of a case.
 *
 * @throws RuleNotInForceError when a date is before 1 September 2014
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function caseDates(facts: Facts): CaseDates {
  return {
    ...(facts.placementOnly ? {} : { contact: adviserContactDeadline(facts) }),
    ...(facts.declinedToldOn === undefined
      ? {}
      : { certificateDeclined: certificateDeadline({ ground: 'declined', startsOn: facts.declinedToldOn }) }),
    ...(facts.councilToldOn === undefined
      ? {}
      : { mediate: mediationDeadline({ councilToldOn: facts.councilToldOn }) }),
    ...(facts.mediationConcludedOn === undefined
      ? {}
      : { certificateMediated: certificateDeadline({ ground: 'mediated', startsOn: facts.mediationConcludedOn }) }),
    appeal: appealDeadline(facts),
    ...(facts.agreedOn === undefined ? {} : { agreement: agreementDeadline({ agreedOn: facts.agreedOn }) }),
  }
}

/** Whether a date rests on bank holidays that the government has not published yet. */
export function isProvisional(dates: CaseDates): boolean {
  return Object.values(dates).some((deadline: Deadline) => deadline.provisional)
}
