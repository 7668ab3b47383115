import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { run } from '../../../bin/dates/run.ts'
import { calendarDate } from '../../../lambdas/law/calendar-date.ts'

const today = calendarDate(2026, 11, 26)

describe('the command at a keyboard', () => {
  it('does not wait for rows that nobody gives', async () => {
    const errors = new PassThrough()
    const status = await run([], today, {
      input: new PassThrough(),
      output: new PassThrough(),
      errors,
      interactive: true,
    })
    expect(status).toBe(2)
    expect(String(errors.read())).toContain('There are no rows on standard input.')
  })

  it('does not hide a failure of its input', async () => {
    const input = new PassThrough()
    const streams = { input, output: new PassThrough(), errors: new PassThrough(), interactive: false }
    const running = run([], today, streams)
    input.destroy(new Error('The disk is gone.'))
    await expect(running).rejects.toThrow('The disk is gone.')
  })
})
