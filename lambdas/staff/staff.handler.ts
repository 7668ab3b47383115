import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { handle } from 'hono/aws-lambda'
import { contacts, name, ownTimes, providers } from '#council'
import { caseIdFrom } from '../cases/case-id.ts'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { staffEnvironment } from './environment.ts'
import pages from './generated/pages.js'
import { servesHere } from './serves-here.ts'
import { createStaffService } from './staff-service.ts'

const environment = readEnvironment(staffEnvironment, process.env)

export const handler = handle(
  createStaffService({
    tables: {
      client: tableClient(),
      casesTable: environment.CASES_TABLE,
      contactsTable: environment.CONTACTS_TABLE,
    },
    council: { name, contacts, providers, ownTimes },
    pages,
    clock: () => new Date(),
    newSubmissionId: randomUUID,
    newCaseId: () => caseIdFrom(randomBytes(8)),
    servesHere: servesHere(process.env),
    log: functionLogger('staff'),
    pause: async (milliseconds) => {
      await pause(milliseconds)
    },
  }),
)
