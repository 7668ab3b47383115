import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ServiceClock } from '../clock.ts'
import type { TimedService } from '../contracts.ts'
import { openDatabase } from '../database.ts'
import { Scheduler } from '../scheduler.ts'

const start = Date.parse('2026-09-01T09:00:00Z')
const day = 86_400_000

describe('the service clock', () => {
  it('starts at the given time and goes on with the machine', () => {
    let machine = 1000
    const clock = new ServiceClock(openDatabase(':memory:'), start, () => machine)
    machine += 5
    expect(clock.now()).toBe(start + 5)
  })

  it('keeps its offset over a restart, and its own start rather than a new one [Clock 2]', () => {
    const database = openDatabase(':memory:')
    new ServiceClock(database, start, () => 1000).moveTo(start + day)
    expect(new ServiceClock(database, 0, () => 2000).now()).toBe(start + day + 1000)
  })

  it('never goes back [Clock 1]', () => {
    const clock = new ServiceClock(openDatabase(':memory:'), start, () => 1000)
    expect(() => clock.moveTo(start - 1)).toThrow(
      'The clock cannot go back: it is 2026-09-01T09:00:00.000Z, and 2026-09-01T08:59:59.999Z has passed.',
    )
  })

  it('goes back to where it was last seen when it starts after a time without the service', () => {
    const database = openDatabase(':memory:')
    new ServiceClock(database, start, () => 1000)
    const clock = new ServiceClock(database, undefined, () => 1000 + 3 * day)
    expect(clock.resumeWhereLastSeen()).toBe(start + 3 * day)
    expect(clock.now()).toBe(start)
  })
})

/** Fires at given times, is busy for a moment each time, and may set further times. */
class Part implements TimedService {
  readonly fired: string[] = []
  readonly clock: ServiceClock
  readonly name: string
  times: number[]
  busy = 0
  onFire: (time: number) => void = () => {}

  constructor(name: string, clock: ServiceClock, times: number[]) {
    this.name = name
    this.clock = clock
    this.times = times
  }

  nextDue(): number | undefined {
    return this.times.length === 0 ? undefined : Math.min(...this.times)
  }

  async fireDue(now: number): Promise<void> {
    for (const time of this.times.filter((due) => due <= now)) {
      this.times.splice(this.times.indexOf(time), 1)
      this.busy += 1
      setTimeout(() => {
        this.fired.push(`${this.name} ${new Date(this.clock.now()).toISOString().slice(0, 13)}`)
        this.busy -= 1
        this.onFire(time)
      }, 5)
    }
  }

  isIdle(): boolean {
    return this.busy === 0
  }
}

function schedulerWith(
  times: Record<string, number[]>,
  restLimitInMilliseconds = 5000,
  onError: (error: unknown, part: string) => void = (error) => expect.fail(String(error)),
) {
  const clock = new ServiceClock(openDatabase(':memory:'), start)
  const parts = Object.entries(times).map(([name, due]) => new Part(name, clock, due))
  const scheduler = new Scheduler(
    clock,
    parts.map((part) => ({ name: part.name, part })),
    { onError, restLimitInMilliseconds },
  )
  return { clock, parts, scheduler }
}

describe('moving the clock', () => {
  it('fires every timer on the way at its own time, in order over all parts [Scheduler 1]', async () => {
    const { clock, parts, scheduler } = schedulerWith({ a: [start + 5 * day, start + day], b: [start + 3 * day] })
    const order: string[] = []
    for (const part of parts) part.onFire = () => order.push(String(part.fired.at(-1)))
    await scheduler.advanceTo(start + 4 * day)
    expect(order).toEqual(['a 2026-09-02T09', 'b 2026-09-04T09'])
    expect(clock.now()).toBeGreaterThanOrEqual(start + 4 * day)
    expect(clock.now()).toBeLessThan(start + 4 * day + 5000)
    expect(scheduler.nextDue()).toBe(start + 5 * day)
    await scheduler.stop()
  })

  it('fires timers that were set on the way [Scheduler 1] [Scheduler 2]', async () => {
    const { parts, scheduler } = schedulerWith({ a: [start + day] })
    const [part] = parts as [Part]
    part.onFire = (time) => {
      if (time < start + 4 * day) part.times.push(time + day)
    }
    await scheduler.advanceBy(10 * day)
    expect(part.fired).toHaveLength(4)
    await scheduler.stop()
  })

  it('goes to the next timer, and says when there is none', async () => {
    const { clock, scheduler } = schedulerWith({ a: [start + 2 * day] })
    expect(await scheduler.advanceToNextTimer()).toBe(start + 2 * day)
    expect(clock.now()).toBeGreaterThanOrEqual(start + 2 * day)
    expect(await scheduler.advanceToNextTimer()).toBeUndefined()
    await scheduler.stop()
  })

  it('makes one move at a time [Scheduler 3]', async () => {
    const { parts, scheduler } = schedulerWith({ a: [start + day, start + 2 * day, start + 3 * day] })
    await Promise.all([scheduler.advanceTo(start + 2 * day), scheduler.advanceTo(start + 3 * day)])
    expect(parts[0]?.fired).toEqual(['a 2026-09-02T09', 'a 2026-09-03T09', 'a 2026-09-04T09'])
    await scheduler.stop()
  })

  it('refuses to go back or nowhere [Clock 1]', async () => {
    const { scheduler } = schedulerWith({})
    await expect(scheduler.advanceTo(start - day)).rejects.toThrow('The clock cannot go back')
    await expect(scheduler.advanceBy(0)).rejects.toThrow('The clock can only be moved by more than nothing.')
    await expect(scheduler.advanceTo(Number.NaN)).rejects.toThrow('The clock needs an instant to go to.')
    await scheduler.stop()
  })

  it('stays and names what does not come to rest [Scheduler 2]', async () => {
    const { parts, scheduler, clock } = schedulerWith({ 'the pump': [] }, 50)
    const [part] = parts as [Part]
    part.busy = 1
    await expect(scheduler.advanceBy(day)).rejects.toThrow('the pump did not come to rest within 0.05 seconds')
    expect(clock.now()).toBeLessThan(start + day)
    await scheduler.stop()
  })

  it('tells of an error of one part, and fires the others [Scheduler 4]', async () => {
    const errors = new Set<string>()
    const { parts, scheduler } = schedulerWith({ a: [start + day], b: [start + day] }, 100, (error, part) => {
      errors.add(`${part}: ${(error as Error).message}`)
    })
    const [broken, other] = parts as [Part, Part]
    broken.fireDue = async () => {
      throw new Error('it broke')
    }
    await expect(scheduler.advanceBy(2 * day)).rejects.toThrow('a did not come to rest')
    expect([...errors]).toEqual(['a: it broke'])
    expect(other.fired).toEqual(['b 2026-09-02T09'])
    await scheduler.stop()
  })

  it('looks for due timers once at a time, in a move or between two [Scheduler 3]', async () => {
    const { parts, scheduler } = schedulerWith({ a: [start, start + day, start + 2 * day] })
    const [part] = parts as [Part]
    let looking = 0
    let most = 0
    const fireDue = part.fireDue.bind(part)
    part.fireDue = async (now) => {
      looking += 1
      most = Math.max(most, looking)
      // As whenever a function ends.
      scheduler.wake()
      await sleep(5)
      await fireDue(now)
      looking -= 1
    }
    scheduler.wake()
    await scheduler.advanceTo(start + 2 * day)
    expect(part.fired).toHaveLength(3)
    expect(most).toBe(1)
    await scheduler.stop()
  })

  it('fires what is due in real time without being asked', async () => {
    const { parts, scheduler } = schedulerWith({ a: [start + 30] })
    scheduler.wake()
    await expect.poll(() => parts[0]?.fired.length).toBe(1)
    await scheduler.stop()
  })
})
