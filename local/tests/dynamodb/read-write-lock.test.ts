import { expect, it } from 'vitest'
import { ReadWriteLock } from '../../dynamodb/read-write-lock.ts'

/** Work that notes its start and ends when told to. */
function worker(started: string[], name: string) {
  const end = Promise.withResolvers<void>()
  return {
    end: end.resolve,
    work: async () => {
      started.push(name)
      await end.promise
      return name
    },
  }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

it('Readers work beside each other; a writer works alone, in its turn', async () => {
  const lock = new ReadWriteLock()
  const started: string[] = []
  const [first, second, writer, third, last] = ['first', 'second', 'writer', 'third', 'last'].map((name) =>
    worker(started, name),
  ) as [
    ReturnType<typeof worker>,
    ReturnType<typeof worker>,
    ReturnType<typeof worker>,
    ReturnType<typeof worker>,
    ReturnType<typeof worker>,
  ]
  const ended = [
    lock.shared(first.work),
    lock.shared(second.work),
    lock.exclusive(writer.work),
    lock.shared(third.work),
    lock.exclusive(last.work),
  ]
  await soon()
  expect(started).toEqual(['first', 'second'])
  first.end()
  await soon()
  expect(started).toEqual(['first', 'second'])
  second.end()
  await soon()
  expect(started).toEqual(['first', 'second', 'writer'])
  writer.end()
  await soon()
  expect(started).toEqual(['first', 'second', 'writer', 'third'])
  expect(lock.isFree()).toBe(false)
  third.end()
  last.end()
  expect(await Promise.all(ended)).toEqual(['first', 'second', 'writer', 'third', 'last'])
  expect(lock.isFree()).toBe(true)
})

it('Work that fails lets the next in', async () => {
  const lock = new ReadWriteLock()
  const failing = lock.exclusive(async () => {
    throw new Error('no')
  })
  const next = lock.exclusive(async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
  expect(lock.isFree()).toBe(true)
})
