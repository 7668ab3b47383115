import { expect, it } from 'vitest'
import { KEPT } from '../../bin/data-protection/kept-data.ts'
import { ofType } from './templates.ts'

/** What stands beside the content of a row, for the tables and their indexes. */
const BESIDE = ['pk', 'sk', 'type', 'shape']

it('tells every attribute by which a table or an index lists its rows', () => {
  const told = Object.values(KEPT).flatMap(({ attributes }) => Object.values(attributes).flat())
  const tables = ofType('AWS::DynamoDB::Table')
  expect(tables.length).toBeGreaterThan(1)
  for (const [, { Properties }] of tables) {
    for (const { AttributeName } of Properties.AttributeDefinitions as { readonly AttributeName: string }[]) {
      expect([...told, ...BESIDE]).toContain(AttributeName)
    }
  }
})
