import { providers } from '#council'

/** A function for service-function.test.ts. */
export function handler(): string {
  return providers.mediationAdviser.name
}
