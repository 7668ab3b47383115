import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { type LocalProcessOptions, startLocalProcess } from '../../bin/demo/local-process.ts'
import { drawn, randomFrom } from '../../bin/demo/random.ts'
import { STORIES } from '../../bin/demo/stories.ts'
import { type CrashOptions, crashesFrom, tellWithCrashes } from '../../bin/demo/tell-with-crashes.ts'

/** A sample of `npm run prove:crashes`, which tells all five families with at least 50 kills. */
const FAMILIES = 2
const KILLS = 3

describe(`families, told while the service is killed and started again (seed ${inject('seed')})`, () => {
  const random = randomFrom(inject('seed'))
  const stories = drawn(random, STORIES, FAMILIES)

  it('end as the law says, with nothing lost', { timeout: 300_000 }, async () => {
    const { checked, kills } = await tellWithCrashes(
      { ...emptyService(), stories },
      crashesFrom(random, KILLS, stories.length),
    )
    expect(kills).toBeGreaterThan(0)
    for (const { story, problems } of checked) expect(problems, story.family).toEqual([])
    const again = checked.flatMap(({ sentAgain }) => sentAgain)
    expect(again.reduce((total, { times }) => total + times - 1, 0)).toBeLessThanOrEqual(kills)
  })

  it('are seen to end otherwise when a crash loses a message', { timeout: 300_000 }, async () => {
    const lost: unknown[] = []
    const { checked, kills } = await tellWithCrashes(
      {
        ...emptyService(),
        stories: stories.slice(0, 1),
        start(options) {
          lost.push(...lastMessageLost(options))
          return startLocalProcess(options)
        },
      },
      // By then the case is open, and its family has the first message.
      [{ afterRequests: 10, afterMilliseconds: 0 }],
    )
    expect({ kills, lost: lost.length }).toEqual({ kills: 1, lost: 1 })
    expect(checked.flatMap(({ problems }) => problems).join('\n')).toContain('The messages in the mailbox is')
  })
})

function emptyService(): CrashOptions {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'crashes-'))
  onTestFinished(() => rmSync(dataDirectory, { recursive: true, force: true }))
  return { assemblyDirectory: inject('assembly'), dataDirectory }
}

/** What a disk would do that does not keep what was written last: takes the newest message out of the mailbox. */
function lastMessageLost({ dataDirectory }: LocalProcessOptions): readonly unknown[] {
  const file = join(dataDirectory, 'service.sqlite')
  // Before the first start there is nothing to lose.
  if (!existsSync(file)) return []
  const database = new DatabaseSync(file)
  try {
    return database
      .prepare('DELETE FROM mailbox_message WHERE rowid = (SELECT max(rowid) FROM mailbox_message) RETURNING id')
      .all()
  } finally {
    database.close()
  }
}
