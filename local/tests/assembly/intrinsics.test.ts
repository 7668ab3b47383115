import { describe, expect, it } from 'vitest'
import { evaluateCondition, resolveIntrinsics, type Scope } from '../../assembly/intrinsics.ts'

const scope: Scope = {
  where: 'Stack S, R',
  ref: (name) => ({ Name: 'value', 'AWS::Region': 'eu-west-2', List: ['a', 'b'] })[name],
  attribute: (logicalId, attribute) => `${logicalId}/${attribute}`,
  importValue: (name) => `imported ${name}`,
  condition: (name) => name === 'Yes',
  mapping: (map, first, second) => (map === 'Map' && first === 'eu-west-2' && second === 'key' ? 'mapped' : undefined),
}
const page = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference'

const rows: readonly [behaviour: string, value: unknown, result: unknown, source: string][] = [
  ['Ref gives a parameter', { Ref: 'Name' }, 'value', `${page}-ref.html`],
  ['Ref to AWS::NoValue leaves the property out', { A: { Ref: 'AWS::NoValue' }, B: 1 }, { B: 1 }, `${page}-ref.html`],
  ['Fn::GetAtt takes a list', { 'Fn::GetAtt': ['R', 'Arn'] }, 'R/Arn', `${page}-getatt.html`],
  ['Fn::GetAtt takes a text', { 'Fn::GetAtt': 'R.Endpoint.Port' }, 'R/Endpoint.Port', `${page}-getatt.html`],
  ['Fn::Join joins', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }, 3]] }, 'a-value-3', `${page}-join.html`],
  ['Fn::Join takes a resolved list', { 'Fn::Join': [',', { Ref: 'List' }] }, 'a,b', `${page}-join.html`],
  [
    'Fn::Sub fills names and attributes',
    { 'Fn::Sub': '$' + '{Name} $' + '{R.Arn} $' + '{AWS::Region}' },
    'value R/Arn eu-west-2',
    `${page}-sub.html`,
  ],
  ['Fn::Sub leaves literals', { 'Fn::Sub': '$' + '{!Name}' }, '$' + '{Name}', `${page}-sub.html`],
  ['Fn::Sub takes its own values', { 'Fn::Sub': ['$' + '{X}', { X: { Ref: 'Name' } }] }, 'value', `${page}-sub.html`],
  ['Fn::Select counts from 0', { 'Fn::Select': ['1', ['a', 'b']] }, 'b', `${page}-select.html`],
  ['Fn::Split splits', { 'Fn::Split': ['|', 'a|b'] }, ['a', 'b'], `${page}-split.html`],
  ['Fn::ImportValue asks the other stack', { 'Fn::ImportValue': 'X' }, 'imported X', `${page}-importvalue.html`],
  [
    'Fn::FindInMap looks up',
    { 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'key'] },
    'mapped',
    `${page}-findinmap.html`,
  ],
  ['Fn::If chooses', { 'Fn::If': ['Yes', 'a', 'b'] }, 'a', `${page}-conditions.html`],
  ['Fn::If chooses the other', { 'Fn::If': ['No', 'a', 'b'] }, 'b', `${page}-conditions.html`],
]

describe('intrinsic functions', () => {
  it.each(rows)('%s', (_, value, result) => {
    expect(resolveIntrinsics(value, scope)).toEqual(result)
  })

  it.each([
    [{ 'Fn::Cidr': [] }, 'Stack S, R uses Fn::Cidr, which the local service does not support.'],
    [{ Ref: 'Nobody' }, 'Stack S, R refers to Nobody, which is neither a parameter nor a resource of its stack.'],
    [{ 'Fn::Select': [5, ['a']] }, 'Stack S, R selects item 5 of a list that does not have it: ["a"].'],
    [{ 'Fn::FindInMap': ['Map', 'x', 'key'] }, 'Stack S, R looks for x.key in mapping Map, which does not have it.'],
  ])('says what is wrong with %j', (value, sentence) => {
    expect(() => resolveIntrinsics(value, scope)).toThrow(sentence)
  })

  it.each([
    [{ 'Fn::Equals': [{ Ref: 'Name' }, 'value'] }, true],
    [{ 'Fn::Not': [{ Condition: 'Yes' }] }, false],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] }, false],
    [{ 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] }, true],
  ])('evaluates the condition %j', (definition, result) => {
    expect(evaluateCondition(definition, scope)).toBe(result)
  })
})
