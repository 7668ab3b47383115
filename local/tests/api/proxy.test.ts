import { describe, expect, it } from 'vitest'
import { proxyEvent } from '../../api/proxy-event.ts'
import { proxyResponse } from '../../api/proxy-response.ts'

const page = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html'
const context = {
  apiId: 'api',
  accountId: '000000000000',
  routeKey: 'GET /x',
  pathParameters: {},
  stageVariables: undefined,
  requestId: 'request',
  now: Date.parse('2026-01-02T03:04:05.678Z'),
}
const request = { method: 'GET', target: '/x', rawHeaders: [], body: new Uint8Array(), sourceIp: '127.0.0.1' }

describe(`payload format 2.0, as ${page} has it`, () => {
  it('gives path, query, headers and cookies', () => {
    const event = proxyEvent(
      {
        ...request,
        target: '/caf%C3%A9/a?b=1&b=2&c=%20d',
        rawHeaders: ['Host', 'localhost:3000', 'X-A', '1', 'x-a', '2', 'Cookie', 'one=1; two=2', 'User-Agent', 'test'],
      },
      context,
    )
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'GET /x',
      rawPath: '/café/a',
      rawQueryString: 'b=1&b=2&c=%20d',
      cookies: ['one=1', 'two=2'],
      headers: { host: 'localhost:3000', 'x-a': '1,2', 'user-agent': 'test' },
      queryStringParameters: { b: '1,2', c: ' d' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        domainName: 'localhost',
        domainPrefix: 'localhost',
        http: { method: 'GET', path: '/café/a', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: 'request',
        routeKey: 'GET /x',
        stage: '$default',
        time: '02/Jan/2026:03:04:05 +0000',
        timeEpoch: context.now,
      },
      isBase64Encoded: false,
    })
  })

  it.each([
    ['application/json', false],
    ['text/plain; charset=utf-8', false],
    ['application/problem+json', false],
    ['application/x-www-form-urlencoded', true],
    ['image/png', true],
  ])('a body of %s is in base64: %s', (type, isBase64Encoded) => {
    const event = proxyEvent({ ...request, rawHeaders: ['content-type', type], body: Buffer.from('a=é') }, context)
    expect(event).toMatchObject({
      isBase64Encoded,
      body: isBase64Encoded ? Buffer.from('a=é').toString('base64') : 'a=é',
    })
  })

  it.each([
    ['a text', 'Hello', { status: 200, type: 'application/json', body: 'Hello' }],
    ['an object without statusCode', { a: 1 }, { status: 200, type: 'application/json', body: '{"a":1}' }],
    ['a response', { statusCode: 404, body: 'no' }, { status: 404, type: 'text/plain; charset=utf-8', body: 'no' }],
    [
      'its headers in any case',
      { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' },
      { status: 200, type: 'text/html', body: '<p>' },
    ],
    [
      'base64',
      { statusCode: 200, body: 'aGk=', isBase64Encoded: true },
      { status: 200, type: 'text/plain; charset=utf-8', body: 'hi' },
    ],
    [
      'a status that is none',
      { statusCode: 'x' },
      { status: 500, type: 'application/json', body: '{"message":"Internal Server Error"}' },
    ],
  ])('reads %s', (_, result, expected) => {
    const { status, headers, body } = proxyResponse(result)
    expect({ status, type: headers['content-type'], body: Buffer.from(body).toString() }).toEqual(expected)
  })
})
