import { handle } from 'hono/aws-lambda'
import { contacts, name, providers } from '#council'
import { functionLogger } from '../logger.ts'
import pages from './generated/pages.js'
import { createPublicService } from './public-service.ts'

export const handler = handle(
  createPublicService({
    council: { name, contacts, providers },
    pages,
    clock: () => new Date(),
    newReference: () => crypto.randomUUID(),
    log: functionLogger('public'),
  }),
)
