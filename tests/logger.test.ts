import { afterEach, expect, it, vi } from 'vitest'
import { functionLogger } from '../lambdas/logger.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it.each(['info', 'warn', 'error'] as const)('says an %s as one line of JSON, each detail under its name', (level) => {
  vi.useFakeTimers({ now: new Date('2026-09-10T08:00:00Z') })
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  functionLogger('repair-journeys')[level]('The daily repair\nhas run.', { restarted: ['SEND-1'], restartedCases: 1 })
  expect(written).toHaveBeenCalledOnce()
  const line = String(written.mock.calls[0]?.[0])
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(JSON.parse(line)).toEqual({
    level: level.toUpperCase(),
    message: 'The daily repair\nhas run.',
    timestamp: '2026-09-10T08:00:00.000Z',
    service: 'repair-journeys',
    restarted: ['SEND-1'],
    restartedCases: 1,
  })
})
