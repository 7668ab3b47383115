import { appealDeadline } from '../../lambdas/law/appeal-deadline.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { CertificateGround } from '../../lambdas/law/certificate-deadline.ts'
import type { AppealDeadline } from '../../lambdas/law/deadline.ts'

/** A decision notice printed and sent on one day, or on two. */
export function notice(printed: string, sent = printed) {
  return { printedOn: parseCalendarDate(printed), sentOn: parseCalendarDate(sent) }
}

/** The appeal date for a decision, in the words of the worked examples: empty text is "none". */
export function appeal(
  decision: string,
  more: {
    sent?: string
    certificate?: string
    ground?: CertificateGround
    contact?: string
    placementOnly?: boolean
  } = {},
): AppealDeadline {
  return appealDeadline({
    ...notice(decision, more.sent ?? decision),
    placementOnly: more.placementOnly ?? false,
    ...(more.certificate && { certificateIssuedOn: parseCalendarDate(more.certificate) }),
    ...(more.ground && { certificateGround: more.ground }),
    ...(more.contact && { adviserContactedOn: parseCalendarDate(more.contact) }),
  })
}
