import { ofType, unsupported } from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'
import type { SecretRecipe } from './generate-secret.ts'

/** A secret of an application. */
export interface SecretDefinition {
  readonly name: string
  readonly arn: string
  /** How its value is made, or the value itself where somebody else has put it there. */
  readonly recipe: SecretRecipe | { readonly value: string }
}

/** How CloudFormation asks for the value of a secret: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html */
interface GenerateSecretString {
  readonly PasswordLength?: number
  readonly ExcludeCharacters?: string
  readonly ExcludeLowercase?: boolean
  readonly ExcludeUppercase?: boolean
  readonly ExcludeNumbers?: boolean
  readonly ExcludePunctuation?: boolean
  readonly IncludeSpace?: boolean
  readonly RequireEachIncludedType?: boolean
  readonly SecretStringTemplate?: string
  readonly GenerateStringKey?: string
}

const UNLESS_SAID = 32
const LONGEST = 4096
const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz'
const NUMBERS = '0123456789'
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

/**
 * Reads the secrets of an application.
 * @throws Error naming stack, logical id, type and property, for what AWS would refuse or what cannot be made here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 */
export function secretsOfTemplate(
  resources: readonly Resource[],
): readonly (SecretDefinition & { readonly recipe: SecretRecipe })[] {
  return ofType(resources, 'AWS::SecretsManager::Secret').map((resource) => ({
    name: resource.name,
    arn: resource.arn,
    recipe: readRecipe(resource),
  }))
}

/** Secrets that no template makes: somebody put them there by hand, by name. */
export function secretsThatAreThere(
  secrets: Readonly<Record<string, string>>,
  { region, accountId }: { readonly region: string; readonly accountId: string },
): readonly SecretDefinition[] {
  return Object.entries(secrets).map(([name, value]) => ({
    name,
    arn: `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-AAAAAA`,
    recipe: { value },
  }))
}

function readRecipe(resource: Resource): SecretRecipe {
  const refuse = (reason: string) => unsupported(resource, 'GenerateSecretString', reason)
  const asked = resource.properties.GenerateSecretString as GenerateSecretString | undefined
  if (asked === undefined) throw refuse('it is missing, and a secret without a generated value is not supported')
  const { PasswordLength = UNLESS_SAID, ExcludeCharacters = '', RequireEachIncludedType = true } = asked
  const { SecretStringTemplate, GenerateStringKey } = asked
  if (!Number.isInteger(Number(PasswordLength)) || Number(PasswordLength) < 1 || Number(PasswordLength) > LONGEST)
    throw refuse(`PasswordLength is ${PasswordLength}, and has to be a whole number from 1 to ${LONGEST}`)
  const length = Number(PasswordLength)
  const kinds = [
    ...(asked.ExcludeLowercase ? [] : [LOWERCASE]),
    ...(asked.ExcludeUppercase ? [] : [LOWERCASE.toUpperCase()]),
    ...(asked.ExcludeNumbers ? [] : [NUMBERS]),
    ...(asked.ExcludePunctuation ? [] : [PUNCTUATION]),
    ...(asked.IncludeSpace ? [' '] : []),
  ]
  const alphabets = kinds
    .map((kind) => [...kind].filter((character) => !ExcludeCharacters.includes(character)).join(''))
    .filter((kind) => kind !== '')
  if (alphabets.length === 0) throw refuse('it excludes every character')
  if (RequireEachIncludedType && length < alphabets.length)
    throw refuse(`PasswordLength is ${length}, with ${alphabets.length} kinds of characters to have one of each`)
  if ((SecretStringTemplate === undefined) !== (GenerateStringKey === undefined))
    throw refuse('SecretStringTemplate and GenerateStringKey go together')
  const recipe = { length, alphabets, hasOneOfEach: RequireEachIncludedType }
  if (SecretStringTemplate === undefined || GenerateStringKey === undefined) return recipe
  const template = readObject(SecretStringTemplate)
  if (template === undefined) throw refuse('SecretStringTemplate is not a JSON object')
  return { ...recipe, within: { template, key: GenerateStringKey } }
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
