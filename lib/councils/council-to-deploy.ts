import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { SignInSettings } from '../../lambdas/staff/sign-in/settings.ts'
import { CouncilFileError, loadCouncil } from './council-schema.ts'
import type { Deployment } from './deployment-schema.ts'

const FOLDER = new URL('./', import.meta.url)

/** A council's file, and what it says of where the service is deployed. */
export interface CouncilToDeploy {
  readonly file: URL
  readonly deployment: Deployment
  /** Undefined where the file does not say how staff sign in. */
  readonly signIn: SignInSettings | undefined
}

/**
 * The file of a council in lib/councils.
 * @param id the file's name without ".json": "bath-and-north-east-somerset".
 * @throws CouncilFileError when there is none, with those that there are.
 */
export function councilFile(id: string): URL {
  const file = new URL(`${encodeURIComponent(id)}.json`, FOLDER)
  if (existsSync(file)) return file
  const all = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  throw new CouncilFileError(
    `There is no council "${id}": lib/councils has no file "${id}.json". It has ${all.join(', ')}.`,
  )
}

/**
 * The id of a council: its file's name. It becomes part of every name on AWS, so the file keeps its name once it has been
 * deployed, and a copy for another council cannot reach what the first one has.
 * @throws CouncilFileError when AWS would not take the name.
 */
export function councilIdOf(file: URL): string {
  const id = decodeURIComponent(basename(file.pathname, '.json'))
  if (/^[a-z][a-z0-9-]{0,39}$/.test(id)) return id
  throw new CouncilFileError(
    `The council's file "${id}.json" cannot be used: name it with at most 40 small letters, digits and hyphens, a letter first. The name becomes part of every name on AWS.`,
  )
}

/**
 * The council that is to be deployed. There is no default: a deployment by mistake would replace another council's.
 * @param id what COUNCIL says. @throws CouncilFileError in a sentence, when it cannot be deployed.
 */
export function councilToDeploy(id: string | undefined): CouncilToDeploy {
  if (!id) {
    throw new CouncilFileError(
      'Say which council is deployed: set COUNCIL to the name of its file in lib/councils, without ".json".',
    )
  }
  const file = councilFile(id)
  const { deployment, signIn } = loadCouncil(file)
  if (deployment) return { file, deployment, signIn }
  throw new CouncilFileError(
    `"${id}" cannot be deployed: lib/councils/${id}.json has no "deployment". Write there the account, the stage and the rest, as README.md says.`,
  )
}
