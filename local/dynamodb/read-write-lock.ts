interface Waiting {
  readonly exclusive: boolean
  readonly start: () => void
}

/** Many readers or one writer, in the order in which they came. */
export class ReadWriteLock {
  readonly #queue: Waiting[] = []
  #readers = 0
  #writing = false

  /** Runs `work` beside other readers, and never while a writer works. */
  shared<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#run(false, work)
  }

  /** Runs `work` alone. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#run(true, work)
  }

  /** True when nobody works or waits. */
  isFree(): boolean {
    return !this.#writing && this.#readers === 0 && this.#queue.length === 0
  }

  async #run<Result>(exclusive: boolean, work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((start) => {
      this.#queue.push({ exclusive, start })
      this.#startNext()
    })
    try {
      return await work()
    } finally {
      if (exclusive) this.#writing = false
      else this.#readers -= 1
      this.#startNext()
    }
  }

  #startNext(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      if (this.#writing || (next.exclusive && this.#readers > 0)) return
      this.#queue.shift()
      if (next.exclusive) this.#writing = true
      else this.#readers += 1
      next.start()
    }
  }
}
