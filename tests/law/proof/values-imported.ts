/** The modules from which a source takes more than types. */
export function valuesImportedBy(text: string): string[] {
  const named = [...text.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from\s+'([^']+)'/gm)]
  const bare = [...text.matchAll(/\bimport\s*\(?\s*'([^']+)'/g)]
  return [...named, ...bare].map(([, target]) => target ?? '')
}
