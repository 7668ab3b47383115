import { describe, expect, it } from 'vitest'
import { servesHere } from '../../lambdas/staff/serves-here.ts'

describe('the staff pages serve', () => {
  it.each(['http://127.0.0.1:3001', 'http://localhost:3001/', 'http://[::1]:3001'])('beside %s', (endpoint) => {
    expect(servesHere({ AWS_ENDPOINT_URL: endpoint })).toBe(true)
  })

  it.each([
    undefined,
    '',
    'localhost',
    'https://dynamodb.eu-west-2.amazonaws.com',
    'http://localhost.elsewhere.example',
    'http://127.0.0.1@elsewhere.example',
    'http://10.0.0.1',
  ])('nowhere else, such as beside %s', (endpoint) => {
    expect(servesHere({ AWS_ENDPOINT_URL: endpoint })).toBe(false)
  })
})
