import { isDeepStrictEqual } from 'node:util'
import { type AttributeValue, type Item, itemSize } from './dynalite.ts'
import type { StreamViewType } from './table-settings.ts'

/** What one write did to one item. */
export interface ItemChange {
  readonly keys: Item
  readonly before: Item | undefined
  readonly after: Item | undefined
}

/** Who made a change that no caller made: `dynamodb.amazonaws.com` for an item that expired. */
export interface UserIdentity {
  readonly type: string
  readonly principalId: string
}

/** The part of a stream record that is known before it has a sequence number. */
export interface StreamRecordContent {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  readonly userIdentity?: UserIdentity
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number
    readonly Keys: Item
    readonly NewImage?: Item
    readonly OldImage?: Item
    readonly SizeBytes: number
    readonly StreamViewType: StreamViewType
  }
}

/** Sets have no order, so two that hold the same members in another order are the same value. */
function inOneOrder(value: AttributeValue): AttributeValue {
  const [type, content] = Object.entries(value)[0] ?? []
  if (type === 'SS' || type === 'NS' || type === 'BS') return { [type]: (content as string[]).toSorted() }
  if (type === 'L') return { L: (content as AttributeValue[]).map(inOneOrder) }
  if (type === 'M') return { M: itemInOneOrder(content as Item) }
  return value
}

function itemInOneOrder(item: Item): Item {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, inOneOrder(value)]))
}

function isSame(before: Item, after: Item): boolean {
  return isDeepStrictEqual(itemInOneOrder(before), itemInOneOrder(after))
}

/**
 * The stream record of a change, or undefined: a write that changes nothing makes no record
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html).
 * @param now epoch milliseconds; records tell the time in whole seconds.
 */
export function streamRecordOf(
  { keys, before, after }: ItemChange,
  viewType: StreamViewType,
  now: number,
  userIdentity?: UserIdentity,
): StreamRecordContent | undefined {
  if (before === undefined && after === undefined) return undefined
  if (before !== undefined && after !== undefined && isSame(before, after)) return undefined
  const newImage = viewType === 'NEW_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES' ? after : undefined
  const oldImage = viewType === 'OLD_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES' ? before : undefined
  const sizes = [keys, newImage, oldImage].map((part) => (part === undefined ? 0 : itemSize(part)))
  return {
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    ...(userIdentity === undefined ? {} : { userIdentity }),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now / 1000),
      Keys: keys,
      ...(newImage === undefined ? {} : { NewImage: newImage }),
      ...(oldImage === undefined ? {} : { OldImage: oldImage }),
      SizeBytes: sizes.reduce((sum, size) => sum + size, 0),
      StreamViewType: viewType,
    },
  }
}
