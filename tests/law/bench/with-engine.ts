import { appealDays } from '../../../lambdas/law/appeal-days.ts'
import { dateOfDay, parseDay } from '../../../lambdas/law/calendar-date.ts'
import type { Appeal, Input } from './inputs.ts'

/** By the engine. It also works out the contact date and what each other reading gives. */
export function appealByEngine({ decision, certificate }: Input): Appeal {
  const { appealBy, appealAim } = appealDays({
    decisionDay: parseDay(decision),
    certificateDay: parseDay(certificate),
    placementOnly: false,
  })
  return { appealBy: dateOfDay(appealBy), aim: dateOfDay(appealAim) }
}
