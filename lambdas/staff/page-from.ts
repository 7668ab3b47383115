/**
 * Reads a page of a list.
 * @param from the position that an address carried, if it carried one
 * @returns undefined when that is no position in the list, as when an address was copied in part
 */
export async function pageFrom<Page>(
  from: string | undefined,
  read: (from: string | undefined) => Promise<Page>,
): Promise<Page | undefined> {
  try {
    return await read(from)
  } catch (error) {
    if (from === undefined || !(error instanceof Error)) throw error
    if (error.name === 'ValidationException' || error.message.includes('is not a position')) return undefined
    throw error
  }
}
