/** Numbers of things by the name of the cell in which they are counted. */
export type Cells = Readonly<Record<string, number>>

/** The cells of each month, "2026-03", and of all time together. */
export type CellsByPeriod = Readonly<Record<string, Cells>>

/** All time together. After every month where they are sorted. */
export const ALWAYS = 'always'
