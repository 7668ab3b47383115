import { randomInt, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../assembly/resolve-resources.ts'
import { openDatabase } from '../../database.ts'
import { type ServedService, serveOneService } from '../../endpoint/one-service.ts'
import { generateSecret } from '../../secrets-manager/generate-secret.ts'
import { Secrets } from '../../secrets-manager/secrets.ts'
import { secretsOfTemplate } from '../../secrets-manager/secrets-of-template.ts'

const ARN = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:Stack-Key-AAAAAA'
const NOW = Date.parse('2026-03-02T09:00:00Z')
const randomInteger = (below: number) => randomInt(below)

const secret = (properties: Readonly<Record<string, unknown>>): Resource => ({
  stack: 'Stack',
  logicalId: 'Key',
  type: 'AWS::SecretsManager::Secret',
  name: 'Stack-Key',
  arn: ARN,
  streamArn: undefined,
  properties,
  assets: new Map(),
})
const recipeOf = (GenerateSecretString: Readonly<Record<string, unknown>>) => {
  const [definition] = secretsOfTemplate([secret({ GenerateSecretString })])
  if (!definition) throw new Error('The template has no secret.')
  return definition.recipe
}
const generated = (asked: Readonly<Record<string, unknown>>) => generateSecret(recipeOf(asked), randomInteger)

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html
describe('a value that a template has generated', () => {
  it('is of 32 characters with one of each kind, unless said', () => {
    const values = Array.from({ length: 50 }, () => generated({}))
    expect(new Set(values).size).toBe(50)
    for (const value of values) {
      expect(value).toMatch(/^[!-~]{32}$/)
      for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]) expect(value).toMatch(kind)
    }
  })

  it.each([
    [{ PasswordLength: 64, ExcludePunctuation: true }, /^[A-Za-z0-9]{64}$/],
    [{ PasswordLength: '8', ExcludeLowercase: true, ExcludePunctuation: true }, /^[A-Z0-9]{8}$/],
    [{ ExcludeUppercase: true, ExcludeNumbers: true, ExcludePunctuation: true }, /^[a-z]{32}$/],
    [{ PasswordLength: 200, ExcludePunctuation: true, ExcludeCharacters: '0Ol1' }, /^[A-NP-Za-km-z2-9]{200}$/],
    [{ PasswordLength: 3, RequireEachIncludedType: false }, /^[!-~]{3}$/],
    [{ PasswordLength: 200, IncludeSpace: true }, / /],
  ])('is as %j asks', (asked, looks) => {
    expect(generated(asked)).toMatch(looks)
  })

  it('goes into an object where the template gives one', () => {
    const asked = { SecretStringTemplate: '{"user":"a"}', GenerateStringKey: 'password', ExcludePunctuation: true }
    expect(JSON.parse(generated(asked))).toEqual({ user: 'a', password: expect.stringMatching(/^[A-Za-z0-9]{32}$/) })
  })

  it.each([
    [{ PasswordLength: 0 }, 'PasswordLength is 0, and has to be a whole number from 1 to 4096'],
    [{ PasswordLength: 'many' }, 'PasswordLength is many'],
    [{ PasswordLength: 3 }, 'PasswordLength is 3, with 4 kinds of characters'],
    [{ ExcludeLowercase: true, ExcludeUppercase: true, ExcludeNumbers: true, ExcludePunctuation: true }, 'excludes'],
    [{ SecretStringTemplate: '{}' }, 'go together'],
    [{ SecretStringTemplate: '[]', GenerateStringKey: 'a' }, 'is not a JSON object'],
  ])('is refused for %j', (asked, why) => {
    expect(() => recipeOf(asked)).toThrow(
      /^Stack Stack, resource Key \(AWS::SecretsManager::Secret\): the local service does not support its property GenerateSecretString: /,
    )
    expect(() => recipeOf(asked)).toThrow(why)
  })

  it('has to be asked for', () => {
    expect(() => secretsOfTemplate([secret({ Name: 'a' })])).toThrow('a secret without a generated value')
  })
})

describe('the secrets of an application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  let served: ServedService
  let client: SecretsManagerClient

  /** As the service does when it starts. */
  function secretsIn(directory: string, asked: Readonly<Record<string, unknown>> = { ExcludePunctuation: true }) {
    const database = openDatabase(directory)
    const definitions = secretsOfTemplate([secret({ GenerateSecretString: asked })])
    const secrets = new Secrets(definitions, { database, clock: { now: () => NOW }, newId: randomUUID, randomInteger })
    return { secrets, database }
  }
  function read(directory: string, asked?: Readonly<Record<string, unknown>>): unknown {
    const { secrets, database } = secretsIn(directory, asked)
    const { body } = secrets.handle('GetSecretValue', { SecretId: ARN })
    database.close()
    return body
  }

  beforeAll(async () => {
    served = await serveOneService(secretsIn(':memory:').secrets)
    client = new SecretsManagerClient({
      endpoint: served.url,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    })
  })
  afterAll(async () => {
    client.destroy()
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const get = (input: Partial<GetSecretValueCommand['input']>) =>
    client.send(new GetSecretValueCommand({ SecretId: ARN, ...input }))

  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
  it('are read by ARN and by name, with their only version', async () => {
    const byArn = await get({})
    expect(byArn).toMatchObject({
      ARN,
      Name: 'Stack-Key',
      SecretString: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      VersionId: expect.stringMatching(/^[\w-]{36}$/),
      VersionStages: ['AWSCURRENT'],
      CreatedDate: new Date(NOW),
    })
    const others = [{ SecretId: 'Stack-Key' }, { VersionStage: 'AWSCURRENT' }, { VersionId: String(byArn.VersionId) }]
    for (const input of others) expect((await get(input)).SecretString).toBe(byArn.SecretString)
  })

  it.each([
    [{ SecretId: 'Stack-Other' }, "Secrets Manager can't find the specified secret."],
    [
      { VersionStage: 'AWSPREVIOUS' },
      "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS",
    ],
    [{ VersionId: 'another' }, "Secrets Manager can't find the specified secret value for VersionId: another"],
  ])('are not found by %j', async (input, message) => {
    await expect(get(input)).rejects.toMatchObject({ name: 'ResourceNotFoundException', message })
  })

  it('are asked for by a name, and by no other call', async () => {
    await expect(get({ SecretId: '' })).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'The local service does not support secretsmanager.ListSecrets.',
    })
  })

  it('are the same after a restart, until the template asks for others [Secret 1]', () => {
    const first = read(folder)
    expect(read(folder)).toEqual(first)
    const asked = { PasswordLength: 64, ExcludePunctuation: true }
    const second = read(folder, asked) as { readonly SecretString: string }
    expect(second.SecretString).toHaveLength(64)
    expect(read(folder, asked)).toEqual(second)
  })
})
