import { parse } from 'csv-parse/sync'

/** A file is no certificate. The message says what to do. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError'
}

/**
 * The cases that a certificate says were erased, from the file that the service gave.
 * @param source the file's name, for the message
 * @throws CertificateError when it is no such file
 */
export function readCertificate(
  csv: string,
  source: string,
): readonly { readonly listId: string; readonly caseId: string }[] {
  let rows: readonly Readonly<Record<string, string>>[]
  try {
    rows = parse(csv, { bom: true, columns: true })
  } catch (error) {
    throw new CertificateError(`${source} is no CSV: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
  if (!rows.every((row) => row.list && row.case && row.result)) {
    throw new CertificateError(
      `${source} is no certificate: it needs the columns list, case and result. Download it again from the page of its list.`,
    )
  }
  return rows.flatMap(({ list = '', case: caseId = '', result }) =>
    result === 'erased' ? [{ listId: list, caseId }] : [],
  )
}
