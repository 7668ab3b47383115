/** How often another reference is chosen when one is taken. Two alike in a row are past believing. */
const REFERENCES_TRIED = 5

/**
 * Opens a case under a new reference, and under another where the first is taken.
 * @param open opens it. @throws CaseIdTakenError when another case has the reference
 * @throws CaseIdTakenError when all that were tried are taken, and whatever else `open` throws
 */
export async function withNewReference(
  newCaseId: () => string,
  open: (caseId: string) => Promise<string>,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open(newCaseId())
    } catch (error) {
      const taken = error instanceof Error && error.name === 'CaseIdTakenError'
      if (!taken || attempt === REFERENCES_TRIED) throw error
    }
  }
}
