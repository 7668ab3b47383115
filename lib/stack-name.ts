/** The parts of the service that are a stack each. */
export type StackPart = 'Data' | 'Public' | 'Staff' | 'Messages' | 'Journey'

/**
 * CloudFormation's name of a stack. AWS makes the names of tables, keys, functions and machines from it: another name would
 * be another service, without the cases.
 * @param council the council's id. @param stage which of its services
 */
export function stackName(council: string, stage: string, part: StackPart): string {
  return `SendDisputes-${council}-${stage}-${part}`
}
