import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { checkStories } from '../../bin/demo/check-stories.ts'
import { startLocalProcess } from '../../bin/demo/local-process.ts'
import { drawn, randomFrom } from '../../bin/demo/random.ts'
import { ServiceClient } from '../../bin/demo/service-client.ts'
import { STORIES } from '../../bin/demo/stories.ts'
import { crashesFrom, tellWithCrashes } from '../../bin/demo/tell-with-crashes.ts'

/** A sample of `npm run prove:crashes`, which tells all five families with at least 50 kills. */
const FAMILIES = 1
const KILLS = 3

describe(`families, told while the service is killed and started again (seed ${inject('seed')})`, () => {
  const random = randomFrom(inject('seed'))
  const stories = drawn(random, STORIES, FAMILIES)

  it('end as the law says with nothing lost, and otherwise when a message is lost', { timeout: 300_000 }, async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'crashes-'))
    onTestFinished(() => rmSync(dataDirectory, { recursive: true, force: true }))
    const assemblyDirectory = inject('quietAssembly')
    const crashes = crashesFrom(random, KILLS, stories.length)
    const { told, checked, kills } = await tellWithCrashes({ assemblyDirectory, dataDirectory, stories }, crashes)
    expect(kills).toBeGreaterThan(0)
    for (const { story, problems } of checked) expect(problems, story.family).toEqual([])
    const again = checked.flatMap(({ sentAgain }) => sentAgain)
    expect(again.reduce((total, { times }) => total + times - 1, 0)).toBeLessThanOrEqual(kills)

    for (const { caseId } of told) loseTheNewestMessage(dataDirectory, caseId)
    const service = await startLocalProcess({ assemblyDirectory, dataDirectory, startAt: '2026-01-01', port: 0 })
    onTestFinished(() => service.stop())
    const found = await checkStories(new ServiceClient(service.addresses), told, told.length)
    expect(found.flatMap(({ problems }) => problems).join('\n')).toContain('The messages in the mailbox is')
  })
})

/** What a disk would do that does not keep what was written last: a message of the case, however often it was sent. */
function loseTheNewestMessage(dataDirectory: string, caseId: string): void {
  const database = new DatabaseSync(join(dataDirectory, 'service.sqlite'))
  const keyOfMessage = "entry ->> '$.tags.message'"
  const ofTheCase = "entry ->> '$.tags.case' = :caseId"
  try {
    const newest = `SELECT ${keyOfMessage} FROM mailbox_message WHERE ${ofTheCase} ORDER BY rowid DESC LIMIT 1`
    const lost = database
      .prepare(`DELETE FROM mailbox_message WHERE ${ofTheCase} AND ${keyOfMessage} = (${newest}) RETURNING id`)
      .all({ caseId })
    expect(lost).not.toEqual([])
  } finally {
    database.close()
  }
}
