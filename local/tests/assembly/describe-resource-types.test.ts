import { describe, expect, it } from 'vitest'
import { describeResourceTypes } from '../../assembly/describe-resource-types.ts'
import { RESOURCE_TYPES_WITHOUT_EFFECT, SUPPORTED_RESOURCE_TYPES } from '../../assembly/resource-types.ts'

describe('the page of resource types', () => {
  // After a change of the types: vitest run local/tests/assembly/describe-resource-types.test.ts --update
  it('is what the tables say', async () => {
    await expect(describeResourceTypes()).toMatchFileSnapshot('../../RESOURCE-TYPES.md')
  })

  it('puts no type and no property in two places', () => {
    for (const type of Object.keys(SUPPORTED_RESOURCE_TYPES))
      expect(RESOURCE_TYPES_WITHOUT_EFFECT).not.toHaveProperty([type])
    for (const { used, withoutEffect } of Object.values(SUPPORTED_RESOURCE_TYPES)) {
      const properties = [...used, ...withoutEffect]
      expect(properties.filter((property, index) => properties.indexOf(property) !== index)).toEqual([])
    }
  })
})
