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

  const pages = ['ANY /help', 'ANY /help/{proxy+}', '$default'].map(parseRouteKey)

  it.each<[path: string, key: string, why: string]>([
    ['/help', 'ANY /help', 'a full match goes first'],
    ['/help/glossary', 'ANY /help/{proxy+}', 'a greedy parameter goes before the default route'],
    ['/help/a/b', 'ANY /help/{proxy+}', 'a greedy parameter takes all children'],
    ['/helpful', '$default', 'a route is matched part by part'],
    ['/cases/help', '$default', 'a route begins at the beginning'],
  ])('%s goes to %s', (path, key) => {
    expect(findRoute(pages, 'GET', path)?.route.key).toBe(key)
  })

  it('finds nothing without a default route', () => {
    expect(findRoute([parseRouteKey('GET /pets')], 'POST', '/pets')).toBeUndefined()
  })
})
