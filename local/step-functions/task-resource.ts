/** What a Task state's `Resource` asks for. */
export type TaskResource =
  | { readonly kind: 'function'; readonly functionArn: string }
  | { readonly kind: 'lambda'; readonly waitForTaskToken: boolean }
  | { readonly kind: 'start-execution'; readonly pattern: 'request-response' | 'sync' | 'task-token' }
  | {
      readonly kind: 'sdk'
      readonly service: string
      readonly action: string
      readonly waitForTaskToken: boolean
    }

const TOKEN_SUFFIX = '.waitForTaskToken'

/**
 * Reads a Task state's `Resource`
 * (https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html).
 * @returns undefined when it is not one that runs here
 */
export function readTaskResource(resource: string): TaskResource | undefined {
  if (/^arn:aws[\w-]*:lambda:[^:]+:\d{12}:function:.+$/.test(resource))
    return { kind: 'function', functionArn: resource }
  const integration = /^arn:aws[\w-]*:states:::(.+)$/.exec(resource)?.[1]
  switch (integration) {
    case undefined:
      return undefined
    case 'lambda:invoke':
      return { kind: 'lambda', waitForTaskToken: false }
    case `lambda:invoke${TOKEN_SUFFIX}`:
      return { kind: 'lambda', waitForTaskToken: true }
    case 'states:startExecution':
      return { kind: 'start-execution', pattern: 'request-response' }
    case 'states:startExecution.sync:2':
      return { kind: 'start-execution', pattern: 'sync' }
    case `states:startExecution${TOKEN_SUFFIX}`:
      return { kind: 'start-execution', pattern: 'task-token' }
  }
  const sdk = /^aws-sdk:([a-z0-9]+):([a-zA-Z0-9]+?)(\.waitForTaskToken)?$/.exec(integration)
  const [, service, action, suffix] = sdk ?? []
  if (service === undefined || action === undefined) return undefined
  return { kind: 'sdk', service, action, waitForTaskToken: suffix !== undefined }
}

/** True when the task ends by its token and not by what the call returns. */
export function waitsForTaskToken(resource: TaskResource): boolean {
  if (resource.kind === 'start-execution') return resource.pattern === 'task-token'
  return resource.kind !== 'function' && resource.waitForTaskToken
}

/** The words history events use for a resource, for example `lambda` and `invoke.waitForTaskToken`. */
export function resourceInHistory(resource: TaskResource): { resourceType: string; resource: string } {
  switch (resource.kind) {
    case 'function':
      return { resourceType: 'lambda', resource: resource.functionArn }
    case 'lambda':
      return { resourceType: 'lambda', resource: `invoke${resource.waitForTaskToken ? TOKEN_SUFFIX : ''}` }
    case 'start-execution': {
      const suffixes = { 'request-response': '', sync: '.sync:2', 'task-token': TOKEN_SUFFIX }
      return { resourceType: 'states', resource: `startExecution${suffixes[resource.pattern]}` }
    }
    case 'sdk': {
      const suffix = resource.waitForTaskToken ? TOKEN_SUFFIX : ''
      return { resourceType: `aws-sdk:${resource.service}`, resource: `${resource.action}${suffix}` }
    }
  }
}
