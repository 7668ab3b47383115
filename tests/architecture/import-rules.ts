import type { Room } from './rooms.ts'
import type { Import } from './source-imports.ts'

/** The room that a file is in: the deepest that holds it. */
export function roomOf(rooms: readonly Room[], file: string): Room | undefined {
  return rooms
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0]
}

/** A sentence for each import that its room does not allow: which it is, what would be allowed, and why. */
export function brokenRules(rooms: readonly Room[], imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const room = roomOf(rooms, one.file)
    if (room === undefined)
      return `${one.file} is in no folder of the table. Give its folder a row in tests/architecture/rooms.ts.`
    const { path, mayImport, mayImportPackages, why } = room
    const place = `${one.file}:${one.line} imports`
    if (one.isPackage)
      return mayImportPackages
        ? []
        : `${place} the package "${one.target}". Files in ${path} may import no packages. ${why}`
    if (mayImport === 'everything' || allowanceFor(rooms, room, one.target)) return []
    const allowed = mayImport.length === 0 ? 'nothing else of ours' : `${mayImport.join(', ')} besides their own`
    return `${place} ${one.target}. Files in ${path} may import ${allowed}. ${why}`
  })
}

/** A sentence for each room or file that may be imported, and is not. */
export function unusedAllowances(rooms: readonly Room[], imports: readonly Import[]): string[] {
  const used = new Set(
    imports.flatMap(({ file, target }) => {
      const room = roomOf(rooms, file)
      return room ? `${room.path} ${allowanceFor(rooms, room, target)}` : []
    }),
  )
  return rooms.flatMap(({ path, mayImport }) =>
    mayImport === 'everything'
      ? []
      : mayImport
          .filter((allowed) => !used.has(`${path} ${allowed}`))
          .map((allowed) => `${path} may import ${allowed}, but nothing in it does.`),
  )
}

/** What lets a room import a file: the room itself, the other room that the file is in, or the file by its name. */
function allowanceFor(rooms: readonly Room[], { path, mayImport }: Room, target: string): string | undefined {
  const there = roomOf(rooms, target)?.path
  return [path, ...mayImport].find((allowed) => allowed === there || allowed === target)
}
