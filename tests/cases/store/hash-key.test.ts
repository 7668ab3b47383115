import { expect, it } from 'vitest'
import { keptHashKey } from '../../../lambdas/cases/store/hash-key.ts'

it('is read when it is first asked for, and once', async () => {
  let reads = 0
  const hashKey = keptHashKey(async () => {
    reads += 1
    return `key ${reads}`
  })
  expect(reads).toBe(0)
  expect(await Promise.all([hashKey(), hashKey()])).toEqual(['key 1', 'key 1'])
  expect(await hashKey()).toBe('key 1')
})

it('is read again where it could not be', async () => {
  let reads = 0
  const hashKey = keptHashKey(async () => {
    reads += 1
    if (reads === 1) throw new Error('Secrets Manager does not answer.')
    return 'the key'
  })
  await expect(hashKey()).rejects.toThrow('does not answer')
  expect(await hashKey()).toBe('the key')
})
