/** A route of an HTTP API: `GET /cases/{id}`, `ANY /{proxy+}` or `$default`. */
export interface Route {
  readonly key: string
  /** `undefined` for the default route. */
  readonly match: { readonly method: string; readonly segments: readonly string[] } | undefined
}

/** Reads a route key. */
export function parseRouteKey(key: string): Route {
  if (key === '$default') return { key, match: undefined }
  const [method = '', path = ''] = key.split(' ')
  return { key, match: { method, segments: segmentsOf(path) } }
}

/** The route that a request goes to, and what its path gives the route's parameters. */
export interface RouteMatch<Candidate extends Route> {
  readonly route: Candidate
  /** As they stand in the path, percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Finds the most specific route: a full match before one with a greedy parameter, before `$default`; among equals a
 * fixed part before a parameter, and a named method before `ANY`.
 *
 * @param path the path without the query, still percent-encoded.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function findRoute<Candidate extends Route>(
  routes: readonly Candidate[],
  method: string,
  path: string,
): RouteMatch<Candidate> | undefined {
  const segments = segmentsOf(path)
  const matches = routes.flatMap((route) => {
    const parameters = match(route, method, segments)
    return parameters === undefined ? [] : [{ route, parameters, rank: rank(route) }]
  })
  const [best] = matches.sort((left, right) => (left.rank < right.rank ? -1 : 1))
  return best && { route: best.route, parameters: best.parameters }
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\//, '').split('/')
}

function match(
  route: Route,
  method: string,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (route.match === undefined) return {}
  if (route.match.method !== 'ANY' && route.match.method !== method) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, part] of route.match.segments.entries()) {
    const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(part) ?? []
    const segment = segments[index]
    if (greedy === '+') {
      const rest = segments.slice(index).join('/')
      if (rest === '') return undefined
      parameters[String(name)] = decode(rest)
      return parameters
    }
    if (segment === undefined) return undefined
    if (name === undefined) {
      if (part !== segment) return undefined
    } else {
      if (segment === '') return undefined
      parameters[name] = decode(segment)
    }
  }
  return segments.length === route.match.segments.length ? parameters : undefined
}

/** Sorts before what is less specific. */
function rank(route: Route): string {
  if (route.match === undefined) return '9'
  const parts = route.match.segments.map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'))
  const greedy = parts.includes('2') ? '1' : '0'
  return `${greedy}${parts.join('')}${route.match.method === 'ANY' ? 'b' : 'a'}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
