import { listProperty, ofType, read, requiredText, textProperty, unsupported } from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'

/** The kinds of event that SES tells of here. */
export type SesEventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint'

export interface ConfigurationSet {
  readonly name: string
  readonly isSendingEnabled: boolean
  /** Lower case, without separators: `send`, `delivery`, `deliverydelay`, ... */
  readonly publishedEventTypes: ReadonlySet<string>
}

/** An application's email settings. */
export interface EmailDefinition {
  /** Addresses and domains that may send, in lower case, with their default configuration set. */
  readonly identities: ReadonlyMap<string, { readonly configurationSet: string | undefined }>
  readonly configurationSets: ReadonlyMap<string, ConfigurationSet>
}

/**
 * Reads the application's identities, configuration sets and event destinations.
 *
 * @throws Error naming stack, logical id, type and property, for what cannot be run here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_SES.html
 */
export function emailOfTemplate(resources: readonly Resource[]): EmailDefinition {
  const published = new Map<string, Set<string>>()
  for (const destination of ofType(resources, 'AWS::SES::ConfigurationSetEventDestination')) {
    const bus = read(destination.properties, 'EventDestination', 'EventBridgeDestination', 'EventBusArn')
    if (bus === undefined) {
      throw unsupported(destination, 'EventDestination', 'only an EventBridgeDestination is supported')
    }
    if (!String(bus).endsWith(':event-bus/default')) {
      throw unsupported(
        destination,
        'EventDestination.EventBridgeDestination',
        `only the default bus is supported, not ${bus}`,
      )
    }
    if (read(destination.properties, 'EventDestination', 'Enabled') === false) continue
    const name = requiredText(destination, 'ConfigurationSetName')
    const types = published.get(name) ?? new Set()
    for (const type of listProperty(destination, 'EventDestination', 'MatchingEventTypes')) types.add(normalise(type))
    published.set(name, types)
  }
  return {
    identities: new Map(
      ofType(resources, 'AWS::SES::EmailIdentity').map((identity) => [
        identity.name.toLowerCase(),
        { configurationSet: textProperty(identity, 'ConfigurationSetAttributes', 'ConfigurationSetName') },
      ]),
    ),
    configurationSets: new Map(
      ofType(resources, 'AWS::SES::ConfigurationSet').map((set) => [
        set.name,
        {
          name: set.name,
          isSendingEnabled: read(set.properties, 'SendingOptions', 'SendingEnabled') !== false,
          publishedEventTypes: published.get(set.name) ?? new Set(),
        },
      ]),
    ),
  }
}

function normalise(type: unknown): string {
  return String(type).toLowerCase().replaceAll(/[_ -]/g, '')
}
