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

/** Something for which the rules set no time. */
export class NoTimeInLawError extends Error {
  override readonly name = 'NoTimeInLawError'
}

/** Facts of a case that are not enough to give any date. The message says what is missing. */
export class NotEnoughFactsError extends Error {
  override readonly name = 'NotEnoughFactsError'
}
