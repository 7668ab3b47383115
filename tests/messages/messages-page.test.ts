import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MESSAGE_KINDS } from '../../lambdas/cases/message.ts'

it('docs/messages.md has a row for each message, in their order', () => {
  const page = readFileSync(new URL('../../docs/messages.md', import.meta.url), 'utf8')
  expect([...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, kind]) => kind)).toEqual(MESSAGE_KINDS)
})
