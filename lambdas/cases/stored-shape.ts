/**
 * The number of the shape in which rows are stored. It rises when a row of an earlier shape could be misread, or when the
 * tables have other names on one machine. No case can exist on a shape from before version 1.0.0, so nothing reads an
 * earlier one.
 */
export const STORED_SHAPE = 7
