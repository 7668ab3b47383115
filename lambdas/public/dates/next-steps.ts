import { onlineOrOnTheForm } from '../../guidance/how-to-appeal.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { DatesThatApply } from './dates-that-apply.ts'

/** What has been done already, in sentences. */
export function whatIsDone({ facts, contact, appeal }: DatesThatApply): readonly string[] {
  const { placementOnly, adviserContactedOn, certificatesIssuedOn } = facts
  const certificateOn = certificatesIssuedOn?.[0]
  return [
    ...(placementOnly
      ? [
          'You disagree only about the school or college. So you do not need to speak to the mediation adviser, and you need no certificate.',
        ]
      : []),
    ...(contact && adviserContactedOn
      ? [
          `You spoke to the mediation adviser on ${formatDate(adviserContactedOn)}. ` +
            (appeal.lateContact
              ? `The last day in the law was ${formatDate(contact.lawDate)}. You can still appeal.`
              : 'That was in time.'),
        ]
      : []),
    ...(certificateOn ? [`Your certificate is dated ${formatDate(certificateOn)}.`] : []),
  ]
}

/** What to do, one thing after another. An appeal that is late is never called impossible: a judge decides. */
export function nextSteps(dates: DatesThatApply, partnershipService: string): readonly string[] {
  const { facts, contactIsDone, contactIsLate, appealIsPast } = dates
  const hasCertificate = facts.certificatesIssuedOn !== undefined
  const needsCertificate = facts.placementOnly !== true && !hasCertificate
  const isLate = contactIsLate || appealIsPast
  return [
    ...(needsCertificate && !contactIsDone
      ? [
          `Phone or email the mediation adviser${contactIsLate ? ' today' : ''}. Say that you want to appeal, and if you want mediation or not.`,
        ]
      : []),
    ...(needsCertificate
      ? [
          dates.certificateNeedsMediation
            ? 'The adviser can give you a certificate only if you want mediation. It is due 3 working days after mediation ends.'
            : 'Ask the adviser for a certificate. It is due 3 working days after you say no to mediation, or after mediation ends.',
        ]
      : []),
    facts.placementOnly === true
      ? `${onlineOrOnTheForm('plan-contents')} Say what you disagree with and why.`
      : onlineOrOnTheForm(),
    ...(isLate ? ['Say why you are late. For example, you were ill, or no letter told you your rights.'] : []),
    ...(isLate && needsCertificate
      ? ['If you have no certificate yet, ask the Tribunal to let you appeal without it.']
      : []),
    needsCertificate || hasCertificate
      ? `Send it to the Tribunal with a copy of your decision letter and your certificate.${isLate && !hasCertificate ? ' Do not wait for the certificate.' : ''}`
      : 'Send it to the Tribunal with a copy of your decision letter.',
    `If you want help, ask the ${partnershipService}. It is free and impartial.`,
  ]
}
