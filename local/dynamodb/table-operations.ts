import { type CommitSurroundings, commit, readTable, streamArn } from './commit.ts'
import { type DynaliteOperation, execute, type Item, validate } from './dynalite.ts'
import { dynaliteStore } from './dynalite-store.ts'
import { validationException } from './dynamodb-error.ts'
import { expiryOf } from './expiry.ts'
import { itemSpace, StagedWrites } from './storage.ts'
import { requestedViewType, type TableDefinition } from './table-definition.ts'
import type { Stream } from './table-settings.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The operations on tables, with the streams and the expiry of items that dynalite does not know. Every method runs
 * under the exclusive lock, except those that only describe.
 */
export class TableOperations {
  readonly #surroundings: CommitSurroundings

  constructor(surroundings: CommitSurroundings) {
    this.#surroundings = surroundings
  }

  /** CreateTable. The answer says CREATING, as on AWS; the table is ready when the answer comes. */
  async create(request: Fields): Promise<Fields> {
    const stream = this.#newStream(request)
    return this.#run('CreateTable', request, (tableName) => {
      this.#surroundings.settings.set(tableName, { stream, timeToLiveAttribute: undefined })
    })
  }

  /** UpdateTable: throughput and billing by dynalite, the stream by us. */
  async update(request: Fields): Promise<Fields> {
    const { StreamSpecification, ...rest } = request
    if (StreamSpecification == null) return this.#run('UpdateTable', rest, () => undefined)
    const tableName = String(request.TableName)
    const before = await this.describe({ TableName: tableName })
    const settings = this.#surroundings.settings.of(tableName)
    const stream = this.#newStream(request)
    if (stream !== undefined && settings.stream !== undefined)
      throw validationException(`Table already has an enabled stream: TableName: ${tableName}`)
    if (stream === undefined && settings.stream === undefined)
      throw validationException(`Table is already without a stream: TableName: ${tableName}`)
    const save = () => this.#surroundings.settings.set(tableName, { ...settings, stream })
    const others = Object.keys(rest).filter((name) => name !== 'TableName')
    if (others.length > 0) return this.#run('UpdateTable', rest, save)
    save()
    return { TableDescription: this.#withStream(before.Table as Fields) }
  }

  async delete(request: Fields): Promise<Fields> {
    return this.#run('DeleteTable', request, (tableName) => {
      this.#surroundings.settings.delete(tableName)
      this.#surroundings.expiry.removeTable(tableName)
    })
  }

  async describe(request: Fields): Promise<Fields> {
    const { storage, place } = this.#surroundings
    const store = dynaliteStore(storage, place)
    const { Table } = await execute(store, 'DescribeTable', validate(store, 'DescribeTable', request))
    return { Table: this.#withStream(Table as Fields) }
  }

  /** UpdateTimeToLive (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html). */
  async updateTimeToLive(request: Fields): Promise<Fields> {
    const specification = request.TimeToLiveSpecification as { Enabled?: unknown; AttributeName?: unknown } | undefined
    const { Enabled, AttributeName } = specification ?? {}
    if (typeof Enabled !== 'boolean' || typeof AttributeName !== 'string' || AttributeName === '')
      throw validationException('TimeToLiveSpecification needs Enabled, and an AttributeName that is not empty')
    const { tableName, attribute } = await this.#timeToLive(request)
    if (Enabled === (attribute !== undefined))
      throw validationException(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`)
    if (!Enabled && attribute !== AttributeName)
      throw validationException(
        `TimeToLive is active on a different AttributeName: current AttributeName is ${attribute}`,
      )
    this.setTimeToLive(tableName, Enabled ? AttributeName : undefined)
    return { TimeToLiveSpecification: { Enabled, AttributeName } }
  }

  async describeTimeToLive(request: Fields): Promise<Fields> {
    const { attribute } = await this.#timeToLive(request)
    return {
      TimeToLiveDescription:
        attribute === undefined
          ? { TimeToLiveStatus: 'DISABLED' }
          : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
    }
  }

  /** Sets the attribute by which the table's items expire, and notes when those that are there do. */
  setTimeToLive(tableName: string, attribute: string | undefined): void {
    const { clock, expiry, settings, storage } = this.#surroundings
    this.#commit(new StagedWrites(), () => {
      settings.set(tableName, { ...settings.of(tableName), timeToLiveAttribute: attribute })
      expiry.removeTable(tableName)
      if (attribute === undefined) return
      for (const page of storage.pages(itemSpace(tableName)))
        for (const { key, value } of page)
          expiry.set(tableName, key, expiryOf(JSON.parse(value) as Item, attribute, clock.now() / 1000))
    })
  }

  /** Gives the table a stream of this definition's view type, or none; a stream that fits already is kept. */
  setStream(definition: TableDefinition): void {
    const { settings } = this.#surroundings
    const known = settings.of(definition.TableName)
    if (known.stream?.viewType === requestedViewType(definition.StreamSpecification)) return
    settings.set(definition.TableName, { ...known, stream: this.#newStream({ ...definition }) })
  }

  #commit(writes: StagedWrites, also: () => void): void {
    commit(this.#surroundings, writes, { also })
  }

  #newStream(request: Fields): Stream | undefined {
    const specification = request.StreamSpecification as TableDefinition['StreamSpecification']
    const viewType = requestedViewType(specification)
    if (specification != null && specification.StreamEnabled !== false && viewType === undefined)
      throw validationException(
        `One or more parameter values were invalid: StreamViewType ${specification.StreamViewType} is none of KEYS_ONLY, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES`,
      )
    if (viewType === undefined) return undefined
    return { viewType, label: new Date(this.#surroundings.clock.now()).toISOString().slice(0, -1) }
  }

  /** Runs dynalite's operation to the end of the state that it sets a moment later, and commits that. */
  async #run(operation: DynaliteOperation, request: Fields, also: (tableName: string) => void): Promise<Fields> {
    const { storage, place } = this.#surroundings
    const writes = new StagedWrites()
    const store = dynaliteStore(storage, place, writes)
    // dynalite changes its answer once the table is ready, so the answer is copied at once.
    const answer = structuredClone(await execute(store, operation, validate(store, operation, request)))
    await writes.tableWrites(2)
    this.#commit(writes, () => also(String(request.TableName)))
    return { ...answer, TableDescription: this.#withStream(answer.TableDescription as Fields) }
  }

  #withStream(description: Fields): Fields {
    const { settings, place } = this.#surroundings
    const tableName = String(description.TableName)
    const { stream } = settings.of(tableName)
    if (stream === undefined) return description
    return {
      ...description,
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream.viewType },
      LatestStreamLabel: stream.label,
      LatestStreamArn: streamArn(place, tableName, stream.label),
    }
  }

  async #timeToLive(request: Fields): Promise<{ tableName: string; attribute: string | undefined }> {
    const tableName = String(request.TableName)
    // Fails as AWS does when there is no such table.
    if (readTable(this.#surroundings.storage, tableName) === undefined) await this.describe({ TableName: tableName })
    return { tableName, attribute: this.#surroundings.settings.of(tableName).timeToLiveAttribute }
  }
}
