import { createHash } from 'node:crypto'

/** The longest name that every kind of resource takes (a Lambda function's limit). */
const LONGEST_NAME = 64
/** As much of a logical id as stays readable in a name that is too long. */
const LONGEST_ID = 36

/**
 * The name of a resource whose template gives none. It is made of the stack's name and the logical id alone, so it is
 * the same after a restart and after the app is synthesized again, and the resource's data is found again. On AWS
 * the name also has a random part.
 *
 * @returns at most 64 characters of `A-Z a-z 0-9 - _`; of too long a name both parts are cut, and it ends with a hash of the
 *   whole.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
 */
export function physicalName(stack: string, logicalId: string): string {
  const name = `${stack}-${logicalId}`
  if (name.length <= LONGEST_NAME) return name
  const end = `-${logicalId.slice(0, LONGEST_ID)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  return `${stack.slice(0, LONGEST_NAME - end.length)}${end}`
}
