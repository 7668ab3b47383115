/** Two dates that cannot both be true. The message can be shown to whoever entered them. */
export class DateOrderError extends Error {
  override readonly name = 'DateOrderError'
}

/** A day in a year for which no bank holidays are known, so that working days cannot be counted. */
export class HolidaysNotKnownError extends Error {
  override readonly name = 'HolidaysNotKnownError'
}

/** A day on which the rule asked for was not the law. */
export class RuleNotInForceError extends Error {
  override readonly name = 'RuleNotInForceError'
}
