import { formatDate } from '../../lambdas/law/calendar-date.ts'
import type { AppealDeadline, Deadline } from '../../lambdas/law/deadline.ts'
import { familyReason } from '../../lambdas/law/explanations.ts'
import type { Dates } from './facts.ts'
import type { MissingFact } from './missing-facts.ts'

/** The dates of a case in plain words: each with its reasons, then where the law is, then what is not known. */
export function inWords(dates: Dates, missing: readonly MissingFact[], notes: readonly string[]): string {
  const answers: readonly (readonly [string, Deadline | AppealDeadline | undefined])[] = [
    ['Contact the mediation adviser', dates.contact],
    ['The adviser issues the certificate, because mediation was declined', dates.certificateDeclined],
    ['The council arranges mediation', dates.mediation],
    ['The adviser issues the certificate after mediation', dates.certificateMediated],
    ['The council does what was agreed at mediation, where it could not have been appealed', dates.agreement],
    ['Appeal', dates.appeal],
  ]
  const notGiven = [...notes, ...missing.map(({ effect }) => effect)]
  return [
    ...answers.flatMap(([heading, deadline]) => (deadline === undefined ? [] : [answer(heading, deadline)])),
    ...(notGiven.length === 0 ? [] : [`What was not given\n${notGiven.map((line) => `  ${line}\n`).join('')}`]),
    `Bank holidays: ${dates.appeal.holidayTableVersion}. This is not legal advice.\n`,
  ].join('\n')
}

function answer(heading: string, deadline: Deadline | AppealDeadline): string {
  const time = deadline.lawTime === undefined ? '' : ', 5pm'
  const judgements = deadline.judgements.map(({ id }) => id).join(', ')
  const lines = [
    ...familyReason(deadline),
    ...(judgements === '' ? [] : [`Judgement: ${judgements} (docs/judgement-calls.md).`]),
    `Law: ${deadline.sources.map(({ title }) => title).join('; ')}.`,
  ]
  return `${heading}: by ${formatDate(deadline.lawDate)}${time}\n${lines.map((line) => `  ${line}\n`).join('')}`
}
