const POINTS_IN_A_MILLIMETRE = 72 / 25.4

/** Millimetres as points. */
export function millimetres(length: number): number {
  return length * POINTS_IN_A_MILLIMETRE
}

/** A4, and where on it there may be text. Lengths are in points from the top left. */
export const PAGE = {
  width: millimetres(210),
  height: millimetres(297),
  left: millimetres(24),
  right: millimetres(210 - 24),
  top: millimetres(18),
  bottom: millimetres(297 - 12),
} as const

export const TEXT_WIDTH = PAGE.right - PAGE.left

/**
 * What a DL envelope (220 by 110 mm) shows of an A4 page folded in three (210 by 99 mm), with the usual British window: 90
 * by 35 mm, 20 mm from the left and 18 mm from the bottom. The page can slide 10 mm sideways and 11 mm up in the envelope.
 *
 * Standing on its bottom edge, as envelopes do, the page shows from 46 to 81 mm of its height. Pushed to the top it shows
 * from 57 mm. So the address stands at the foot of that: a short one is seen wherever the page slides, and the postcode
 * always. Sideways it keeps to what is seen in every place. All half a millimetre up, because the tails of the last line hang
 * below it and the first line has room above.
 */
export const ADDRESS_WINDOW = {
  left: PAGE.left,
  right: millimetres(100),
  top: millimetres(45.5),
  bottom: millimetres(80.5),
} as const

/** On the first page text stands above or below what the window can show, so that nobody reads it through the window. */
export const FIRST_PAGE = {
  letterheadTop: millimetres(10),
  letterheadBottom: millimetres(45),
  textTop: millimetres(95),
} as const
