import { ofType, read, textProperty, unsupported } from './assembly/property.ts'
import type { Resource } from './assembly/resolve-resources.ts'
import type { StateMachineInput } from './step-functions/step-functions.ts'

/**
 * Reads the state machines of an application, with their substitutions put in.
 * @throws Error naming stack, logical id, type and property, for what cannot be run here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
 */
export function stateMachinesOfTemplate(resources: readonly Resource[]): readonly StateMachineInput[] {
  return ofType(resources, 'AWS::StepFunctions::StateMachine').map((resource) => {
    const type = textProperty(resource, 'StateMachineType') ?? 'STANDARD'
    if (type !== 'STANDARD') throw unsupported(resource, 'StateMachineType', `only STANDARD is supported, not ${type}`)
    const definition = resource.properties.Definition
    const text = definition === undefined ? textProperty(resource, 'DefinitionString') : JSON.stringify(definition)
    if (text === undefined) throw unsupported(resource, 'DefinitionString', 'it is missing')
    return {
      name: resource.name,
      definition: substitute(resource, text),
      roleArn: textProperty(resource, 'RoleArn') ?? '',
    }
  })
}

/** `${Name}` stands for a substitution; any other `${...}` is left as it is, as on AWS. */
function substitute(resource: Resource, text: string): string {
  const values = (read(resource.properties, 'DefinitionSubstitutions') ?? {}) as Readonly<Record<string, unknown>>
  return text.replaceAll(/\$\{([\w-]+)\}/g, (whole, name: string) =>
    name in values ? JSON.stringify(String(values[name])).slice(1, -1) : whole,
  )
}
