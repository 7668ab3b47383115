/** A cookie that a page of ours sets, and what the cookies page says of it. */
export interface Cookie {
  readonly name: string
  /** "council staff": nobody else gets it. */
  readonly setFor: 'council staff'
  readonly purpose: string
  readonly lasts: string
}

/**
 * Every cookie that our pages set: whoever sets one takes its name from here, and the cookies page tells it. All are needed
 * for what somebody asked for, so none waits for consent (Privacy and Electronic Communications Regulations 2003, regulation
 * 6(4)).
 */
export const COOKIES = {
  session: {
    name: '__Host-session',
    setFor: 'council staff',
    purpose: 'It keeps somebody signed in. It is a random number.',
    lasts: 'Until they sign out, or are signed out after some hours.',
  },
  signIn: {
    name: '__Host-sign-in',
    setFor: 'council staff',
    purpose: 'It links the answer of the council’s sign-in page to the browser that asked. It is a random number.',
    lasts: 'For some minutes, while somebody signs in.',
  },
} as const satisfies Readonly<Record<string, Cookie>>
