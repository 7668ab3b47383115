/** What the page of a case says, as a program reads it. */
interface PageOfCase {
  readonly outcome?: string | undefined
  readonly facts: readonly { readonly type: string }[]
  readonly messages: readonly { readonly key: string; readonly kind: string; readonly sentAt?: string | undefined }[]
  readonly tasks: readonly { readonly kind: string; readonly state: string }[]
  readonly dates: readonly { readonly kind: string; readonly lawDate: string; readonly aimDate?: string | undefined }[]
}

/** What of a case a later version has to read as this one did: what is known, what was sent, what is to be done, and its days. */
export function readOf({ outcome, facts, messages, tasks, dates }: PageOfCase) {
  return {
    ...(outcome !== undefined && { outcome }),
    facts: facts.map(({ type }) => type),
    messages: messages.map(({ key, sentAt }) => `${key} ${sentAt ?? ''}`.trim()),
    tasks: tasks.map(({ kind, state }) => `${kind} ${state}`),
    dates: dates.map(({ kind, lawDate, aimDate }) => [kind, lawDate, aimDate ?? ''].join(' ').trim()),
  }
}
