import { describe, expect, it } from 'vitest'
import { matchesEventPattern } from '../event-pattern.ts'

const PAGE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html'
const SHAPES = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html'

const ROWS: [behaviour: string, page: string, pattern: object, matching: object[], other: object[]][] = [
  ['an exact value', PAGE, { a: ['x'] }, [{ a: 'x' }], [{ a: 'X' }, { a: 'xy' }, {}, { b: 'x' }]],
  ['any of several values', PAGE, { a: ['x', 'y'] }, [{ a: 'x' }, { a: 'y' }], [{ a: 'z' }]],
  ['a list in the event, by any member', SHAPES, { a: ['x'] }, [{ a: ['w', 'x'] }], [{ a: ['w'] }, { a: [] }]],
  ['every field of the pattern', PAGE, { a: ['x'], b: ['y'] }, [{ a: 'x', b: 'y' }], [{ a: 'x' }, { a: 'x', b: 'z' }]],
  [
    'nested fields',
    SHAPES,
    { d: { a: ['x'] } },
    [{ d: { a: 'x' } }],
    [{ a: 'x' }, { d: 'x' }, { d: { a: { a: 'x' } } }],
  ],
  [
    'a nested field in a list of objects',
    SHAPES,
    { d: { a: ['x'] } },
    [{ d: [{ a: 'w' }, { a: 'x' }] }],
    [{ d: [{ a: 'w' }] }],
  ],
  [
    'null, numbers and booleans as themselves',
    PAGE,
    { a: [null, 1, true] },
    [{ a: null }, { a: 1 }, { a: true }],
    [{ a: '1' }, { a: 'null' }, { a: false }, {}],
  ],
  ['the empty text', PAGE, { a: [''] }, [{ a: '' }], [{ a: null }, {}]],
  ['prefix', PAGE, { a: [{ prefix: 'us-' }] }, [{ a: 'us-east-1' }, { a: 'us-' }], [{ a: 'eu-us-' }, { a: 5 }, {}]],
  [
    'prefix ignoring case',
    PAGE,
    { a: [{ prefix: { 'equals-ignore-case': 'EventB' } }] },
    [{ a: 'EVENTBridge' }],
    [{ a: 'even' }],
  ],
  ['suffix', PAGE, { a: [{ suffix: '.png' }] }, [{ a: 'a.png' }], [{ a: 'a.png.txt' }, { a: 'png' }]],
  [
    'suffix ignoring case',
    PAGE,
    { a: [{ suffix: { 'equals-ignore-case': '.PNG' } }] },
    [{ a: 'a.png' }],
    [{ a: 'a.jpg' }],
  ],
  ['equals-ignore-case', PAGE, { a: [{ 'equals-ignore-case': 'alice' }] }, [{ a: 'ALICE' }], [{ a: 'alices' }, {}]],
  [
    'wildcard',
    PAGE,
    { a: [{ wildcard: 'dir/*.png' }] },
    [{ a: 'dir/a.png' }, { a: 'dir/.png' }],
    [{ a: 'dir/a.jpg' }, { a: 'dirXa+png' }],
  ],
  [
    'anything-but a value',
    PAGE,
    { a: [{ 'anything-but': 'x' }] },
    [{ a: 'y' }, { a: 1 }, { a: null }],
    [{ a: 'x' }, {}],
  ],
  [
    'anything-but several values',
    PAGE,
    { a: [{ 'anything-but': ['x', 1] }] },
    [{ a: 'y' }, { a: 2 }],
    [{ a: 'x' }, { a: 1 }],
  ],
  ['anything-but a prefix', PAGE, { a: [{ 'anything-but': { prefix: 'us-' } }] }, [{ a: 'eu-1' }], [{ a: 'us-1' }, {}]],
  [
    'anything-but several prefixes',
    PAGE,
    { a: [{ 'anything-but': { prefix: ['us-', 'eu-'] } }] },
    [{ a: 'ap-1' }],
    [{ a: 'us-1' }, { a: 'eu-1' }],
  ],
  ['anything-but a suffix', PAGE, { a: [{ 'anything-but': { suffix: '.png' } }] }, [{ a: 'a.txt' }], [{ a: 'a.png' }]],
  [
    'anything-but ignoring case',
    PAGE,
    { a: [{ 'anything-but': { 'equals-ignore-case': 'x' } }] },
    [{ a: 'y' }],
    [{ a: 'X' }],
  ],
  ['exists', PAGE, { a: [{ exists: true }] }, [{ a: 'x' }, { a: null }, { a: false }], [{}, { b: 1 }]],
  ['exists looks at leaves only', PAGE, { a: [{ exists: true }] }, [{ a: 0 }], [{ a: { b: 1 } }]],
  ['does not exist', PAGE, { d: { a: [{ exists: false }] } }, [{}, { d: {} }, { d: { b: 1 } }], [{ d: { a: 1 } }]],
  ['a value or nothing', PAGE, { a: ['x', { exists: false }] }, [{ a: 'x' }, {}], [{ a: 'y' }]],
  ['numeric equality', PAGE, { a: [{ numeric: ['=', 100] }] }, [{ a: 100 }, { a: 1e2 }], [{ a: 101 }, { a: '100' }]],
  [
    'a numeric range',
    PAGE,
    { a: [{ numeric: ['>', 10, '<=', 20] }] },
    [{ a: 11 }, { a: 20 }],
    [{ a: 10 }, { a: 21 }, {}],
  ],
  [
    '$or over fields',
    PAGE,
    { $or: [{ a: ['x'] }, { b: [{ numeric: ['<', 0] }] }] },
    [{ a: 'x' }, { b: -1 }],
    [{ a: 'y', b: 1 }, {}],
  ],
  [
    '$or beside another field',
    PAGE,
    { c: ['z'], $or: [{ a: ['x'] }, { b: ['y'] }] },
    [{ c: 'z', b: 'y' }],
    [{ a: 'x' }, { c: 'z' }],
  ],
  [
    'nested $or',
    PAGE,
    { d: { $or: [{ a: ['x'] }, { b: ['y'] }] } },
    [{ d: { a: 'x' } }, { d: { b: 'y' } }],
    [{ a: 'x' }],
  ],
]

describe('An event pattern matches', () => {
  it.each(ROWS)('%s (%s)', (_behaviour, _page, pattern, matching, other) => {
    for (const event of matching) expect([event, matchesEventPattern({ ...pattern }, event)]).toEqual([event, true])
    for (const event of other) expect([event, matchesEventPattern({ ...pattern }, event)]).toEqual([event, false])
  })
})

describe('An event pattern that is not valid', () => {
  it.each([
    [{ a: [{ near: '10.0.0.0' }] }, 'near'],
    [{ a: 'x' }, '"x"'],
    [{ b: ['no match'], c: [{ near: '10.0.0.0' }] }, 'near'],
    [{ a: [{ numeric: ['~', 1] }] }, '~'],
    [{ a: [{ prefix: 1 }] }, 'needs a string'],
    [{ a: [{ prefix: 'x', suffix: 'y' }] }, 'exactly one operator'],
    [{ a: [{ 'anything-but': { numeric: 1 } }] }, 'anything-but'],
    [{ $or: ['x'] }, 'list of patterns'],
  ])('is refused with its part: %j', (pattern, named) => {
    expect(() => matchesEventPattern(pattern, { a: 'x' })).toThrow(named)
  })
})
