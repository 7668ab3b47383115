/**
 * What always holds here. Tests name each number that they prove.
 *
 * Secret 1. A value that could be read is read again after a restart, until its template asks for another one.
 * Secret 2. A value is in the data folder alone: no page, log or error of this machine tells it.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, EndpointResponse } from '../contracts.ts'
import { awsError, notSupported } from '../endpoint/aws-error.ts'
import { generateSecret } from './generate-secret.ts'
import type { SecretDefinition } from './secrets-of-template.ts'

/** The only stage of a secret that is never rotated. */
const CURRENT = 'AWSCURRENT'

interface StoredSecret {
  readonly value: string
  readonly version_id: string
  /** Epoch milliseconds on the service's clock. */
  readonly created_at: number
}

export interface SecretsOptions {
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly newId: () => string
  readonly randomInteger: (below: number) => number
}

/** The application's secrets, kept on disk, and the call that reads them. */
export class Secrets {
  readonly #definitions: readonly SecretDefinition[]
  readonly #database: DatabaseSync

  /** Makes the values that are not there yet, and those that are asked for in another way than before. */
  constructor(definitions: readonly SecretDefinition[], { database, clock, newId, randomInteger }: SecretsOptions) {
    this.#definitions = definitions
    this.#database = database
    database.exec(
      'CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value TEXT NOT NULL, recipe TEXT NOT NULL, version_id TEXT NOT NULL, created_at INTEGER NOT NULL)',
    )
    const isThere = database.prepare('SELECT 1 FROM secret WHERE name = ? AND recipe = ?')
    const keep = database.prepare('INSERT OR REPLACE INTO secret VALUES (?, ?, ?, ?, ?)')
    const valueFor = (recipe: SecretDefinition['recipe']) =>
      'value' in recipe ? recipe.value : generateSecret(recipe, randomInteger)
    for (const { name, recipe } of definitions) {
      const asked = JSON.stringify(recipe)
      if (isThere.get(name, asked) === undefined)
        keep.run(name, valueFor(recipe), asked, newId(), Math.round(clock.now()))
    }
  }

  /** Answers Secrets Manager's calls: GetSecretValue. */
  handle(operation: string, request: object): EndpointResponse {
    return operation === 'GetSecretValue'
      ? this.#getSecretValue(request as GetSecretValueInput)
      : notSupported(`secretsmanager.${operation}`)
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
  #getSecretValue({ SecretId, VersionId, VersionStage }: GetSecretValueInput): EndpointResponse {
    if (typeof SecretId !== 'string' || SecretId === '')
      return awsError(400, 'ValidationException', 'GetSecretValue needs a SecretId: the name or the ARN of a secret.')
    const definition = this.#definitions.find(({ name, arn }) => SecretId === name || SecretId === arn)
    if (definition === undefined) return notFound("Secrets Manager can't find the specified secret.")
    const { name, arn } = definition
    const secret = this.#database.prepare('SELECT * FROM secret WHERE name = ?').get(name) as unknown as StoredSecret
    if (VersionStage !== undefined && VersionStage !== CURRENT)
      return notFound(
        `Secrets Manager can't find the specified secret value for staging label: ${String(VersionStage)}`,
      )
    if (VersionId !== undefined && VersionId !== secret.version_id)
      return notFound(`Secrets Manager can't find the specified secret value for VersionId: ${String(VersionId)}`)
    return {
      status: 200,
      body: {
        ARN: arn,
        Name: name,
        SecretString: secret.value,
        VersionId: secret.version_id,
        VersionStages: [CURRENT],
        CreatedDate: secret.created_at / 1000,
      },
    }
  }
}

interface GetSecretValueInput {
  readonly SecretId?: unknown
  readonly VersionId?: unknown
  readonly VersionStage?: unknown
}

function notFound(message: string): EndpointResponse {
  return awsError(400, 'ResourceNotFoundException', message)
}
