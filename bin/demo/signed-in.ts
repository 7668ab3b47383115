/** Asks the staff pages as somebody who has signed in, as a browser would, and signs in again whenever it is asked to. */
export class SignedIn {
  readonly #staff: string
  readonly #person: string
  readonly #cookies = new Map<string, Map<string, string>>()
  #signingIn: Promise<void> | undefined

  /**
   * @param staff where the staff pages are, without a slash at the end
   * @param person whom to pick in the directory of this machine: its page names them
   */
  constructor(staff: string, person = 'case-officer') {
    this.#staff = staff
    this.#person = person
  }

  /**
   * Asks for a page, or sends a form.
   * @param path on the staff pages
   * @param init as for `fetch`, but without cookies. Redirects are followed unless it says that they are not
   * @throws Error when somebody who has just signed in is asked to sign in
   */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    for (let hasSignedIn = false; ; hasSignedIn = true) {
      const response = await this.#ask(new URL(path, this.#staff), init)
      const { status, headers } = response
      const location = headers.get('location')
      if (status !== 401 && location !== '/sign-in') {
        if (location === null || init.redirect === 'manual') return response
        return this.fetch(location)
      }
      if (hasSignedIn) throw new Error(`${path} asks to sign in again at once.`)
      this.#signingIn ??= this.#signIn().finally(() => {
        this.#signingIn = undefined
      })
      await this.#signingIn
    }
  }

  async #signIn(): Promise<void> {
    let address = new URL('/sign-in/start', this.#staff)
    let answer = await this.#ask(address)
    // The directory asks who it is, on a page with one form. All else are redirects.
    for (let steps = 0; steps < 10; steps += 1) {
      const location = answer.headers.get('location')
      if (location !== null) {
        const isBack = address.pathname === '/sign-in/callback'
        if (isBack) return
        address = new URL(location, address)
        answer = await this.#ask(address)
      } else if (answer.status === 200 && address.origin !== this.#staff) {
        answer = await this.#ask(address, { method: 'POST', body: new URLSearchParams({ person: this.#person }) })
      } else {
        break
      }
    }
    throw new Error(`${this.#person} cannot sign in: ${address.pathname} answered ${answer.status}.`)
  }

  async #ask(address: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.#cookies.get(address.origin) ?? new Map<string, string>()
    this.#cookies.set(address.origin, jar)
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(address, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
}
