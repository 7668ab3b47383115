/** A day as both sides know it: the oracle's text and the engine's number. */
export interface ProofDay {
  readonly text: string
  readonly number: number
}

export type Branch =
  | 'no certificate'
  | 'a certificate'
  | 'only the placement'
  | 'the adviser contacted on the last day'
  | 'the adviser contacted a day late'
  | 'a day late, and mediation declined'
  | 'printed before it was sent'

export const BRANCHES: readonly Branch[] = [
  'no certificate',
  'a certificate',
  'only the placement',
  'the adviser contacted on the last day',
  'the adviser contacted a day late',
  'a day late, and mediation declined',
  'printed before it was sent',
]

/** One case of the proof. */
export interface ProofCase {
  readonly branch: Branch
  readonly decision: ProofDay
  readonly laterDecision: ProofDay | undefined
  readonly certificate: ProofDay | undefined
  readonly contact: ProofDay | undefined
  /** The certificate is one for a family that declined mediation; otherwise it is not known why it was issued. */
  readonly declined: boolean
  readonly placementOnly: boolean
}

/** Certificates are tried up to this many days after the decision, and letters sent up to this many after printing. */
export const LONGEST_CERTIFICATE = 400
const LONGEST_POST = 10

/** Which certificates are taken: every so many days from one of the first days on, and always the first and the last. */
export interface CertificateDays {
  /** 1 for all of them. */
  readonly step: number
  /** How many days after the decision the first after that day itself is; `step` unless given. */
  readonly from?: number
}

/**
 * Every case of one decision day: `dayAt` gives the day some days after it, and `contactBy` how many days after it the
 * last contact day is.
 */
export function* casesOf(
  dayAt: (offset: number) => ProofDay,
  contactBy: number,
  certificates: CertificateDays = { step: 1 },
): Generator<ProofCase> {
  const decision = dayAt(0)
  const none = {
    decision,
    laterDecision: undefined,
    certificate: undefined,
    contact: undefined,
    declined: false,
    placementOnly: false,
  }
  yield { ...none, branch: 'no certificate' }
  yield { ...none, branch: 'only the placement', placementOnly: true }
  const [onTime, late] = [dayAt(contactBy), dayAt(contactBy + 1)]
  yield { ...none, branch: 'the adviser contacted on the last day', contact: onTime }
  yield { ...none, branch: 'the adviser contacted a day late', contact: late }
  for (let offset = 0; offset <= LONGEST_CERTIFICATE; offset = nextOffset(offset, certificates)) {
    const certificate = dayAt(offset)
    yield { ...none, branch: 'a certificate', certificate }
    yield { ...none, branch: 'only the placement', certificate, placementOnly: true }
    if (offset >= contactBy) {
      yield { ...none, branch: 'the adviser contacted on the last day', certificate, contact: onTime }
    }
    if (offset > contactBy) {
      const lateAndIssued = { ...none, certificate, contact: late }
      yield { ...lateAndIssued, branch: 'the adviser contacted a day late' }
      yield { ...lateAndIssued, branch: 'a day late, and mediation declined', declined: true }
    }
  }
  for (let post = 1; post <= LONGEST_POST; post += 1) {
    const sent = { ...none, branch: 'printed before it was sent', laterDecision: dayAt(post) } as const
    yield sent
    yield { ...sent, certificate: dayAt(post) }
    yield { ...sent, certificate: dayAt(40 + post) }
    // Contacts around the last days by both dates of the notice, which lie up to 3 days further apart than the dates.
    for (const contact of [1, post - 1, post, post + 1, post + 4].map((days) => dayAt(contactBy + days))) {
      yield { ...sent, certificate: dayAt(contactBy + post + 4), contact }
      yield { ...sent, certificate: dayAt(contactBy + post + 4), contact, declined: true }
    }
  }
}

function nextOffset(offset: number, { step, from = step }: CertificateDays): number {
  if (offset >= LONGEST_CERTIFICATE) return offset + 1
  return Math.min(offset === 0 ? from : offset + step, LONGEST_CERTIFICATE)
}
