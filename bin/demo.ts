/** Five families' cases, told as they happen on a fresh local service, over HTTP only. `npm run demo` */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CheckedCase, checkStories } from './demo/check-stories.ts'
import { startLocalProcess } from './demo/local-process.ts'
import { ServiceClient } from './demo/service-client.ts'
import { STORIES } from './demo/stories.ts'
import { tellStories } from './demo/tell-stories.ts'

const data = mkdtempSync(join(tmpdir(), 'send-demo-'))
console.log('Starting a fresh local service...')
const service = await startLocalProcess({ dataDirectory: data, startAt: '2026-01-09T09:00', port: 0 })
try {
  const client = new ServiceClient(service.addresses)
  const told = await tellStories(client, STORIES, console.log)
  const checked = await checkStories(client, told)
  sayEnd(checked)
  if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = 1
} finally {
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

function sayEnd(checked: readonly CheckedCase[]): void {
  console.log('\nHow each case ended\n')
  for (const { story, caseId, outcome, transitions, messages, problems } of checked) {
    const verdict = problems.length === 0 ? 'as the law says' : 'NOT as the law says'
    console.log(
      `  ${caseId}  [${story.family}]  ${outcome}, ${verdict}. ${transitions} state transitions, ${messages} messages.`,
    )
    for (const problem of problems) console.log(`      ${problem}`)
  }
}
