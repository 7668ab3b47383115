import { handle } from 'hono/aws-lambda'
import { contacts, name, notices, providers } from '#council'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { publicEnvironment } from './environment.ts'
import pages from './generated/pages.js'
import { createPublicService } from './public-service.ts'

const { SECURITY_CONTACT } = readEnvironment(publicEnvironment, process.env)

export const handler = handle(
  createPublicService({
    council: { name, contacts, providers, notices },
    pages,
    securityContact: SECURITY_CONTACT,
    clock: () => new Date(),
    newReference: () => crypto.randomUUID(),
    log: functionLogger('public'),
  }),
)
