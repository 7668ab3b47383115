import { describe, expect, it } from 'vitest'
import { whoActs } from '../../lambdas/staff/who-acts.ts'

const REQUEST = new Request('http://localhost/cases')

describe('council staff are known', () => {
  it.each(['http://127.0.0.1:3001', 'http://localhost:3001/', 'http://[::1]:3001'])('beside %s', (endpoint) => {
    expect(whoActs({ AWS_ENDPOINT_URL: endpoint })(REQUEST)).toEqual({
      kind: 'council-staff',
      id: 'council-staff',
      roles: ['case-officer'],
    })
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
    expect(whoActs({ AWS_ENDPOINT_URL: endpoint })(REQUEST)).toBeUndefined()
  })
})
