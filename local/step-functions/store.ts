import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Json } from './json.ts'
import type { TaskResource } from './task-resource.ts'

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** A state machine as it was last put. */
export interface MachineRecord {
  readonly arn: string
  readonly name: string
  readonly definitionHash: string
  readonly roleArn: string
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** One execution. Times are epoch milliseconds; input and output are JSON text. */
export interface ExecutionRecord {
  readonly id: number
  readonly arn: string
  readonly name: string
  readonly machineArn: string
  readonly roleArn: string
  /** The definition it began with, which it keeps. */
  readonly definitionHash: string
  readonly input: string
  readonly startedAt: number
  status: ExecutionStatus
  output: string | null
  error: string | null
  cause: string | null
  stoppedAt: number | null
  /** States entered, and retries. */
  transitions: number
  /** How many history events there are; the last one's id. */
  events: number
  /** How many branches there have ever been; the next one's id. */
  branches: number
}

/**
 * Where a branch stands: about to enter its state, about to begin it again, at work on it (a task or a wait), waiting to
 * try again, waiting for its own inner branches, or ended.
 */
export type BranchPhase = 'entering' | 'starting' | 'working' | 'retrying' | 'joining' | 'ended'

/**
 * One thread of control through States: the machine itself (branch 0), a branch of a Parallel state, or one iteration of
 * a Map state. The States it runs through follow from its parent's state.
 */
export interface Branch {
  readonly id: number
  readonly parent: number | undefined
  /** Its place among its parent's branches or items. */
  readonly index: number
  /** The item that this iteration of a Map state works on. */
  readonly item: { readonly value: Json } | undefined
  state: string
  phase: BranchPhase
  /** The present state's input. */
  input: Json
  variables: { [name: string]: Json }
  /** What it ended with. */
  output: Json
  /** The last history event on this branch; 0 before the first. */
  lastEvent: number
  enteredAt: number
  enteredEvent: number
  /** Retries made during this visit to the state, in all and by retrier. */
  retryCount: number
  retryAttempts: number[]
  /** The task at work. */
  token: string | undefined
  /** A Map state's items, worked out once when it begins. */
  items: Json[] | undefined
  maxConcurrency: number
  /** How many inner branches have begun, and how many of those have ended. */
  begun: number
  finished: number
}

export type TimerKind = 'wait' | 'retry' | 'timeout' | 'heartbeat' | 'execution-timeout'

export interface TimerRecord {
  readonly execution: number
  readonly branch: number
  readonly kind: TimerKind
  readonly due: number
}

/** How a task ended. */
export type TaskOutcome =
  | { readonly kind: 'succeeded'; readonly output: Json }
  | { readonly kind: 'failed'; readonly error: string; readonly cause: string }
  | { readonly kind: 'timed-out'; readonly error: string }

/** One attempt at a Task state, known by its token whether or not the token is ever shown to anybody. */
export interface TaskRecord {
  readonly token: string
  readonly execution: number
  readonly branch: number
  readonly resource: TaskResource
  /** What the resource is called with. */
  readonly request: Json
  readonly heartbeatSeconds: number | undefined
  readonly waitsForToken: boolean
  /** True once the call has been made and only its token or child execution is awaited. */
  readonly submitted: boolean
  readonly outcome: TaskOutcome | undefined
  readonly closed: boolean
}

/** A history event as kept: AWS's type, and its details under AWS's own name for them. */
export interface EventRecord {
  readonly id: number
  readonly at: number
  readonly type: string
  readonly previous: number
  readonly details: { readonly [field: string]: unknown } | undefined
}

/** Everything one turn of an execution changes; it is committed whole. */
export interface TurnChanges {
  readonly execution: ExecutionRecord
  readonly branches: ReadonlyMap<number, Branch>
  readonly changedBranches: ReadonlySet<number>
  readonly events: readonly EventRecord[]
  /** Timers set (with a time) or cleared (undefined), by branch and kind. */
  readonly timers: readonly { branch: number; kind: TimerKind; due: number | undefined }[]
  readonly openedTasks: readonly TaskRecord[]
  readonly submittedTasks: readonly string[]
  readonly closedTasks: readonly string[]
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sfn_definition (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sfn_machine (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, definitionHash TEXT NOT NULL, roleArn TEXT NOT NULL, createdAt REAL NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sfn_execution (
    id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machineArn TEXT NOT NULL,
    roleArn TEXT NOT NULL, definitionHash TEXT NOT NULL, input TEXT NOT NULL, startedAt REAL NOT NULL,
    status TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, stoppedAt REAL,
    transitions INTEGER NOT NULL, events INTEGER NOT NULL, branches INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sfn_execution_by_machine ON sfn_execution (machineArn, id);
  CREATE TABLE IF NOT EXISTS sfn_branch (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, state TEXT NOT NULL, phase TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (execution, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sfn_timer (
    execution INTEGER NOT NULL, branch INTEGER NOT NULL, kind TEXT NOT NULL, due REAL NOT NULL,
    PRIMARY KEY (execution, branch, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sfn_timer_by_due ON sfn_timer (due);
  CREATE TABLE IF NOT EXISTS sfn_task (
    token TEXT PRIMARY KEY, execution INTEGER NOT NULL, branch INTEGER NOT NULL, resource TEXT NOT NULL, request TEXT NOT NULL,
    heartbeatSeconds REAL, waitsForToken INTEGER NOT NULL, submitted INTEGER NOT NULL, child INTEGER, outcome TEXT,
    closed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sfn_task_open ON sfn_task (execution) WHERE closed = 0;
  CREATE INDEX IF NOT EXISTS sfn_task_by_child ON sfn_task (child) WHERE child IS NOT NULL;
  CREATE TABLE IF NOT EXISTS sfn_event (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, at REAL NOT NULL, type TEXT NOT NULL, previous INTEGER NOT NULL,
    details TEXT, PRIMARY KEY (execution, id)
  ) STRICT, WITHOUT ROWID;
`

/** The tables that hold machines, executions, their branches, tasks, timers and history. It decides nothing. */
export class Store {
  readonly #database: DatabaseSync
  /** The tasks that were opened by this process and are not closed: each is looked at several times. */
  readonly #openTasks = new Map<string, TaskRecord>()
  readonly #statements = new Map<string, StatementSync>()

  /** Makes the tables when they are not there yet. */
  constructor(database: DatabaseSync) {
    this.#database = database
    database.exec(SCHEMA)
  }

  definition(hash: string): string {
    const row = this.#one<{ text: string }>('SELECT text FROM sfn_definition WHERE hash = ?', hash)
    if (row === undefined) throw new Error(`The definition ${hash} is not in the database`)
    return row.text
  }

  putDefinition(hash: string, text: string): void {
    this.#run('INSERT OR IGNORE INTO sfn_definition (hash, text) VALUES (?, ?)', hash, text)
  }

  putMachine(machine: MachineRecord): void {
    this.#run(
      `INSERT INTO sfn_machine (arn, name, definitionHash, roleArn, createdAt) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (arn) DO UPDATE SET definitionHash = excluded.definitionHash, roleArn = excluded.roleArn`,
      machine.arn,
      machine.name,
      machine.definitionHash,
      machine.roleArn,
      machine.createdAt,
    )
  }

  machine(arn: string): MachineRecord | undefined {
    return this.#one<MachineRecord>('SELECT * FROM sfn_machine WHERE arn = ?', arn)
  }

  machines(after: string, limit: number): MachineRecord[] {
    return this.#all<MachineRecord>('SELECT * FROM sfn_machine WHERE name > ? ORDER BY name LIMIT ?', after, limit)
  }

  /** Adds an execution and gives it its number. */
  addExecution(execution: Omit<ExecutionRecord, 'id'>): ExecutionRecord {
    const { lastInsertRowid } = this.#run(
      `INSERT INTO sfn_execution (arn, name, machineArn, roleArn, definitionHash, input, startedAt, status,
         transitions, events, branches) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      execution.arn,
      execution.name,
      execution.machineArn,
      execution.roleArn,
      execution.definitionHash,
      execution.input,
      execution.startedAt,
      execution.status,
      execution.transitions,
      execution.events,
      execution.branches,
    )
    return { ...execution, id: Number(lastInsertRowid) }
  }

  execution(id: number): ExecutionRecord | undefined {
    return this.#one<ExecutionRecord>('SELECT * FROM sfn_execution WHERE id = ?', id)
  }

  executionByArn(arn: string): ExecutionRecord | undefined {
    return this.#one<ExecutionRecord>('SELECT * FROM sfn_execution WHERE arn = ?', arn)
  }

  /** Postpones a timer that is set; one that is not stays so. */
  postponeTimer(timer: TimerRecord): void {
    this.#run(
      'UPDATE sfn_timer SET due = ? WHERE execution = ? AND branch = ? AND kind = ?',
      timer.due,
      timer.execution,
      timer.branch,
      timer.kind,
    )
  }

  /** Executions, newest first, from before the one given. */
  executions(
    machineArn: string | undefined,
    status: string | undefined,
    before: number,
    limit: number,
  ): ExecutionRecord[] {
    return this.#all<ExecutionRecord>(
      `SELECT * FROM sfn_execution WHERE id < ?1 AND (?2 IS NULL OR machineArn = ?2) AND (?3 IS NULL OR status = ?3)
       ORDER BY id DESC LIMIT ?4`,
      before,
      machineArn ?? null,
      status ?? null,
      limit,
    )
  }

  branches(execution: number): Branch[] {
    return this.#all<{ id: number; state: string; phase: BranchPhase; data: string }>(
      'SELECT id, state, phase, data FROM sfn_branch WHERE execution = ? ORDER BY id',
      execution,
    ).map(({ id, state, phase, data }) => ({
      parent: undefined,
      token: undefined,
      ...JSON.parse(data),
      id,
      state,
      phase,
    }))
  }

  /** The innermost states an execution is in, by branch. */
  presentStates(execution: number): string[] {
    return this.#all<{ state: string }>(
      `SELECT state FROM sfn_branch WHERE execution = ? AND phase NOT IN ('joining', 'ended') ORDER BY id`,
      execution,
    ).map(({ state }) => state)
  }

  /** Executions that have something to do at once, such as those whose start was the last thing committed. */
  executionsReadyToRun(): number[] {
    return this.#all<{ execution: number }>(
      `SELECT DISTINCT execution FROM sfn_branch WHERE phase IN ('entering', 'starting') ORDER BY execution`,
    ).map(({ execution }) => execution)
  }

  task(token: string): TaskRecord | undefined {
    const open = this.#openTasks.get(token)
    if (open !== undefined) return open
    const row = this.#one<TaskRow>('SELECT * FROM sfn_task WHERE token = ?', token)
    return row && toTask(row)
  }

  openTaskOf(execution: number, branch: number): TaskRecord | undefined {
    const row = this.#one<TaskRow>(
      'SELECT * FROM sfn_task WHERE execution = ? AND branch = ? AND closed = 0',
      execution,
      branch,
    )
    return row && toTask(row)
  }

  openTasks(): TaskRecord[] {
    return this.#all<TaskRow>('SELECT * FROM sfn_task WHERE closed = 0 ORDER BY execution, branch').map(toTask)
  }

  /** Notes how a task ended. The first to say so is believed. @returns false when somebody was before */
  recordOutcome(token: string, outcome: TaskOutcome): boolean {
    const { changes } = this.#run(
      'UPDATE sfn_task SET outcome = ? WHERE token = ? AND outcome IS NULL AND closed = 0',
      JSON.stringify(outcome),
      token,
    )
    if (Number(changes) !== 1) return false
    this.#changeOpenTask(token, { outcome })
    return true
  }

  /** Notes that a task's call has been made, and which execution's end it waits for, if any. */
  noteSubmitted(token: string, child: number | undefined): void {
    this.#run('UPDATE sfn_task SET submitted = 1, child = ? WHERE token = ?', child ?? null, token)
    this.#changeOpenTask(token, { submitted: true })
  }

  /** The open tasks that wait for an execution to end. */
  tasksAwaiting(child: number): TaskRecord[] {
    return this.#all<TaskRow>('SELECT * FROM sfn_task WHERE child = ? AND closed = 0', child).map(toTask)
  }

  addEvent(execution: number, event: EventRecord): void {
    this.#run(
      'INSERT INTO sfn_event (execution, id, at, type, previous, details) VALUES (?, ?, ?, ?, ?, ?)',
      execution,
      event.id,
      event.at,
      event.type,
      event.previous,
      event.details === undefined ? null : JSON.stringify(event.details),
    )
  }

  /** Events in order, or in reverse, from after the one given. */
  events(execution: number, after: number, limit: number, reverse: boolean): EventRecord[] {
    const rows = this.#all<Omit<EventRecord, 'details'> & { details: string | null }>(
      reverse
        ? 'SELECT * FROM sfn_event WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?'
        : 'SELECT * FROM sfn_event WHERE execution = ? AND id > ? ORDER BY id LIMIT ?',
      execution,
      after,
      limit,
    )
    return rows.map((row) => ({ ...row, details: row.details === null ? undefined : JSON.parse(row.details) }))
  }

  timer(execution: number, branch: number, kind: TimerKind): TimerRecord | undefined {
    return this.#one<TimerRecord>(
      'SELECT * FROM sfn_timer WHERE execution = ? AND branch = ? AND kind = ?',
      execution,
      branch,
      kind,
    )
  }

  setTimer(timer: TimerRecord): void {
    this.#run(
      'INSERT OR REPLACE INTO sfn_timer (execution, branch, kind, due) VALUES (?, ?, ?, ?)',
      timer.execution,
      timer.branch,
      timer.kind,
      timer.due,
    )
  }

  clearTimer(execution: number, branch: number, kind: TimerKind): void {
    this.#run('DELETE FROM sfn_timer WHERE execution = ? AND branch = ? AND kind = ?', execution, branch, kind)
  }

  nextDue(): number | undefined {
    return this.#one<{ due: number | null }>('SELECT min(due) AS due FROM sfn_timer')?.due ?? undefined
  }

  /** The earliest timer of an execution's states; its own time limit is not one of them. */
  nextTimer(execution: number): TimerRecord | undefined {
    return this.#one<TimerRecord>(
      `SELECT * FROM sfn_timer WHERE execution = ? AND kind <> 'execution-timeout' ORDER BY due LIMIT 1`,
      execution,
    )
  }

  timersDueAt(due: number): TimerRecord[] {
    return this.#all<TimerRecord>('SELECT * FROM sfn_timer WHERE due = ? ORDER BY execution, branch, kind', due)
  }

  /** Writes what a turn changed. The caller holds the transaction. */
  applyTurn(changes: TurnChanges): void {
    const { execution } = changes
    this.#run(
      `UPDATE sfn_execution SET status = ?, output = ?, error = ?, cause = ?, stoppedAt = ?, transitions = ?, events = ?,
         branches = ? WHERE id = ?`,
      execution.status,
      execution.output,
      execution.error,
      execution.cause,
      execution.stoppedAt,
      execution.transitions,
      execution.events,
      execution.branches,
      execution.id,
    )
    for (const event of changes.events) this.addEvent(execution.id, event)
    for (const task of changes.openedTasks) this.#openTask(task)
    for (const token of changes.submittedTasks) {
      this.#run('UPDATE sfn_task SET submitted = 1 WHERE token = ?', token)
      this.#changeOpenTask(token, { submitted: true })
    }
    for (const token of changes.closedTasks) this.#closeTask(token)
    if (execution.status !== 'RUNNING') {
      this.#run('DELETE FROM sfn_branch WHERE execution = ?', execution.id)
      this.#run('DELETE FROM sfn_timer WHERE execution = ?', execution.id)
      return
    }
    for (const id of changes.changedBranches) {
      const branch = changes.branches.get(id)
      if (branch !== undefined) this.putBranch(execution.id, branch)
      else this.#run('DELETE FROM sfn_branch WHERE execution = ? AND id = ?', execution.id, id)
    }
    for (const { branch, kind, due } of changes.timers) {
      if (due === undefined) this.clearTimer(execution.id, branch, kind)
      else this.setTimer({ execution: execution.id, branch, kind, due })
    }
  }

  putBranch(execution: number, { id, state, phase, ...data }: Branch): void {
    this.#run(
      'INSERT OR REPLACE INTO sfn_branch (execution, id, state, phase, data) VALUES (?, ?, ?, ?, ?)',
      execution,
      id,
      state,
      phase,
      JSON.stringify(data),
    )
  }

  #openTask(task: TaskRecord): void {
    this.#run(
      `INSERT INTO sfn_task (token, execution, branch, resource, request, heartbeatSeconds, waitsForToken, submitted, closed)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)`,
      task.token,
      task.execution,
      task.branch,
      JSON.stringify(task.resource),
      JSON.stringify(task.request),
      task.heartbeatSeconds ?? null,
      task.waitsForToken ? 1 : 0,
    )
    this.#openTasks.set(task.token, task)
  }

  #changeOpenTask(token: string, change: Partial<TaskRecord>): void {
    const open = this.#openTasks.get(token)
    if (open !== undefined) this.#openTasks.set(token, { ...open, ...change })
  }

  /** A token that was given away is remembered, so that using it again can be told from a token never issued. */
  #closeTask(token: string): void {
    this.#openTasks.delete(token)
    const { changes } = this.#run('DELETE FROM sfn_task WHERE token = ? AND waitsForToken = 0', token)
    if (Number(changes) === 0)
      this.#run(`UPDATE sfn_task SET closed = 1, request = 'null', child = NULL WHERE token = ?`, token)
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).run(...values)
  }

  #one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  #all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }
}

interface TaskRow {
  readonly token: string
  readonly execution: number
  readonly branch: number
  readonly resource: string
  readonly request: string
  readonly heartbeatSeconds: number | null
  readonly waitsForToken: number
  readonly submitted: number
  readonly outcome: string | null
  readonly closed: number
}

function toTask(row: TaskRow): TaskRecord {
  return {
    token: row.token,
    execution: row.execution,
    branch: row.branch,
    resource: JSON.parse(row.resource) as TaskResource,
    request: JSON.parse(row.request) as Json,
    heartbeatSeconds: row.heartbeatSeconds ?? undefined,
    waitsForToken: row.waitsForToken === 1,
    submitted: row.submitted === 1,
    outcome: row.outcome === null ? undefined : (JSON.parse(row.outcome) as TaskOutcome),
    closed: row.closed === 1,
  }
}
