import { handle } from 'hono/aws-lambda'
import { readEnvironment } from '../environment.ts'
import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import { logLoadedLater } from '../web/http/log.ts'
import { publicEnvironment } from './environment.ts'
import pages from './generated/pages.js'
import { createPublicService } from './public-service.ts'

const environment = readEnvironment(publicEnvironment, process.env)

export const handler = handle(
  createPublicService({
    // Checked against its schema when the stack was made.
    council: JSON.parse(environment.COUNCIL) as CouncilForFamilies,
    pages,
    clock: () => new Date(),
    newReference: () => crypto.randomUUID(),
    log: logLoadedLater('public'),
  }),
)
