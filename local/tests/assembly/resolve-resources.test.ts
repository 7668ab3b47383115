import { describe, expect, it } from 'vitest'
import { physicalName } from '../../assembly/physical-name.ts'
import type { AssemblyStack, Template } from '../../assembly/read-assembly.ts'
import { resolveAssembly } from '../../assembly/resolve-resources.ts'

const environment = { region: 'eu-west-2', accountId: '000000000000', apiUrl: 'http://127.0.0.1:3000' }
const stack = (template: Template, name = 'Stack'): AssemblyStack => ({
  name,
  accountId: undefined,
  region: undefined,
  template,
  assets: new Map(),
})

describe('resolving an assembly', () => {
  it('names resources by stack and logical id, and follows references across stacks', () => {
    const data = stack(
      {
        Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [] } } },
        Outputs: { Name: { Value: { Ref: 'Table' }, Export: { Name: 'table-name' } } },
      },
      'Data',
    )
    const journey = stack(
      {
        Resources: {
          F: {
            Type: 'AWS::Lambda::Function',
            Properties: {
              Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
              Environment: { Variables: { TABLE: { 'Fn::ImportValue': 'table-name' } } },
            },
          },
          Role: { Type: 'AWS::IAM::Role' },
        },
      },
      'Journey',
    )
    const { resources, withoutEffect } = resolveAssembly([data, journey], environment)
    expect(resources.map(({ name, arn }) => ({ name, arn }))).toEqual([
      { name: 'Data-Table', arn: 'arn:aws:dynamodb:eu-west-2:000000000000:table/Data-Table' },
      { name: 'Journey-F', arn: 'arn:aws:lambda:eu-west-2:000000000000:function:Journey-F' },
    ])
    expect(resources[1]?.properties).toEqual({
      Role: 'arn:aws:iam::000000000000:role/Journey-Role',
      Environment: { Variables: { TABLE: 'Data-Table' } },
    })
    expect(withoutEffect).toEqual([
      { stack: 'Journey', logicalId: 'Role', type: 'AWS::IAM::Role', why: expect.any(String) },
    ])
  })

  it('puts this machine in the place of the public address of the HTTP API', () => {
    const { outputs } = resolveAssembly(
      [
        stack({
          Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } } },
          Outputs: {
            Url: {
              Value: {
                'Fn::Join': [
                  '',
                  [
                    'https://',
                    { Ref: 'Api' },
                    '.execute-api.',
                    { Ref: 'AWS::Region' },
                    '.',
                    { Ref: 'AWS::URLSuffix' },
                    '/x',
                  ],
                ],
              },
            },
          },
        }),
      ],
      environment,
    )
    expect(outputs.get('Stack.Url')).toBe('http://127.0.0.1:3000/x')
  })

  it('leaves out what a condition leaves out', () => {
    const { resources } = resolveAssembly(
      [
        stack({
          Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
          Resources: { Q: { Type: 'AWS::SQS::Queue', Condition: 'Never' }, R: { Type: 'AWS::SQS::Queue' } },
        }),
      ],
      environment,
    )
    expect(resources.map(({ logicalId }) => logicalId)).toEqual(['R'])
  })

  it('names stack, logical id, type and property of everything that it does not support', () => {
    const unsupported = stack({
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket' },
        F: { Type: 'AWS::Lambda::Function', Properties: { Layers: [], VpcConfig: {} } },
      },
    })
    expect(() => resolveAssembly([unsupported], environment)).toThrow(
      [
        'Stack Stack has Bucket of type AWS::S3::Bucket, which the local service does not support.',
        'Stack Stack, resource F (AWS::Lambda::Function): the local service does not support its property Layers.',
        'Stack Stack, resource F (AWS::Lambda::Function): the local service does not support its property VpcConfig.',
      ].join('\n'),
    )
  })

  it('says which import nobody exports', () => {
    const importing = stack({
      Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'nothing' } } } },
    })
    expect(() => resolveAssembly([importing], environment)).toThrow(
      'imports nothing, which no stack of the assembly exports',
    )
  })

  it('cuts a name that is too long, keeping different ones different', () => {
    const [one, other] = [
      physicalName('S'.repeat(50), `${'L'.repeat(40)}A`),
      physicalName('S'.repeat(50), `${'L'.repeat(40)}B`),
    ]
    expect(one).toHaveLength(64)
    expect(one).not.toBe(other)
    expect(physicalName('S'.repeat(50), `${'L'.repeat(40)}A`)).toBe(one)
  })
})
