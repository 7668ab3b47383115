import { setTimeout as sleep } from 'node:timers/promises'
import { SESClient } from '@aws-sdk/client-ses'
import type { CaseTables } from '../cases/store/tables.ts'
import type { Environment } from '../environment.ts'
import type { Sender } from './claim-to-send.ts'
import type { councilMailEnvironment } from './environment.ts'
import { sesSender } from './send-email.ts'
import { sendingTurns } from './sending-turn.ts'

type SendingEnvironment = Pick<Environment<typeof councilMailEnvironment>, 'CONFIGURATION_SET' | 'EMAILS_PER_SECOND'>

/** What every handler that sends has: SES, the turns that all functions share, and the clock. */
export function accountSender(
  tables: CaseTables,
  { CONFIGURATION_SET, EMAILS_PER_SECOND }: SendingEnvironment,
): Pick<Sender, 'sendEmail' | 'waitForTurn' | 'now'> {
  const now = () => new Date()
  const emailsPerSecond = Number(EMAILS_PER_SECOND)
  return {
    sendEmail: sesSender(new SESClient({}), CONFIGURATION_SET),
    waitForTurn: sendingTurns({ tables, emailsPerSecond, now, sleep, random: Math.random }),
    now,
  }
}
