import { describe, expect, it } from 'vitest'
import { findRoute, parseRouteKey } from '../../api/routes.ts'

const page = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html'
const routes = [
  'GET /pets',
  'ANY /pets',
  'GET /pets/{id}',
  'GET /pets/dog/1',
  'GET /pets/dog/{id}',
  'GET /{proxy+}',
  'ANY /{proxy+}',
  '$default',
].map(parseRouteKey)

describe(`which route a request goes to, as ${page} has it`, () => {
  it.each<[method: string, path: string, key: string, parameters: Record<string, string>, why: string]>([
    ['GET', '/pets', 'GET /pets', {}, 'a named method goes before ANY'],
    ['POST', '/pets', 'ANY /pets', {}, 'ANY takes the others'],
    ['GET', '/pets/6', 'GET /pets/{id}', { id: '6' }, 'a parameter takes one part'],
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}, 'a full match goes first'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }, 'then the longest fixed beginning'],
    ['GET', '/a/b%20c', 'GET /{proxy+}', { proxy: 'a/b c' }, 'a greedy parameter takes all that follows, decoded'],
    ['POST', '/a/b', 'ANY /{proxy+}', { proxy: 'a/b' }, 'ANY with a greedy parameter'],
    ['GET', '/', '$default', {}, 'a greedy parameter takes at least one part'],
  ])('%s %s goes to %s', (method, path, key, parameters) => {
    const found = findRoute(routes, method, path)
    expect(found?.route.key).toBe(key)
    expect(found?.parameters).toEqual(parameters)
  })

  it('finds nothing without a default route', () => {
    expect(findRoute([parseRouteKey('GET /pets')], 'POST', '/pets')).toBeUndefined()
  })
})
