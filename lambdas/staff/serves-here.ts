const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether the staff pages may answer. Staff cannot sign in yet, so they do only where the function's AWS services are on the
 * same machine; a deployed function whose endpoint were set to loopback could not reach a real table either.
 *
 * @param environment the function's environment, of which AWS_ENDPOINT_URL is read
 */
export function servesHere(environment: Readonly<Record<string, string | undefined>>): boolean {
  const endpoint = environment.AWS_ENDPOINT_URL
  return endpoint !== undefined && URL.canParse(endpoint) && LOOPBACK.has(new URL(endpoint).hostname)
}
