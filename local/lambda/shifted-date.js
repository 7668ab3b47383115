// @ts-check
/**
 * A `Date` that reads the service's clock: `Date.now()`, `new Date()` and `Date()` are ahead of the machine by the
 * offset; everything else is the real `Date`, so that values made by either are the same.
 *
 * @param {DateConstructor} RealDate this machine's own `Date`.
 * @param {() => number} offset gives, at each call, how many milliseconds the service's clock is ahead.
 * @returns {DateConstructor}
 */
export function shiftedDate(RealDate, offset) {
  const realNow = RealDate.now
  const now = () => realNow() + offset()
  const Shifted = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  // Libraries copy a date with `new date.constructor()`: that has to be the shifted one as well.
  Object.defineProperty(RealDate.prototype, 'constructor', { value: Shifted, writable: true, configurable: true })
  return Shifted
}
