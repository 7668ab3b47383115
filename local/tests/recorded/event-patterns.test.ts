import { describe, expect, it } from 'vitest'
import { matchesEventPattern } from '../../event-pattern.ts'

/**
 * What EventBridge said of event patterns, as it was recorded in November and December 2024. Each row has the name of the
 * recording: github.com/localstack/localstack, tests/aws/services/events, test_event_patterns and event_pattern_templates.
 * The facts are AWS's; the patterns and events are ours. Of 157 recordings these are the ones with a behaviour of their
 * own; the others repeat them with other fields.
 */
const MATCHES: [recording: string, pattern: object, event: object][] = [
  ['arrays', { r: ['x', 'y'] }, { r: ['y', 'z'] }],
  ['boolean', { d: { on: [false] } }, { d: { on: false } }],
  ['complex_or', { $or: [{ a: ['x'] }, { n: [{ numeric: ['>', 5] }] }] }, { n: 6 }],
  [
    'content_anything_but_ignorecase_list',
    { a: [{ 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }] },
    { a: 'z' },
  ],
  ['content_anything_but_ignorecase_null', { a: [{ 'anything-but': { 'equals-ignore-case': 'x' } }] }, { a: null }],
  ['content_anything_but_number', { a: [{ 'anything-but': 5 }] }, { a: 6 }],
  ['content_anything_but_number_zero', { a: [{ 'anything-but': 0 }] }, { a: 1 }],
  ['content_anything_but_string_list_null', { a: [{ 'anything-but': ['x', 'y'] }] }, { a: null }],
  ['content_anything_but_string_null', { a: [{ 'anything-but': 'x' }] }, { a: null }],
  ['content_anything_prefix', { a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 'y' }],
  ['content_anything_prefix_int_value', { a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 12 }],
  ['content_anything_prefix_list', { a: [{ 'anything-but': { prefix: ['x', 'y'] } }] }, { a: 'z' }],
  ['content_anything_prefix_null', { a: [{ 'anything-but': { prefix: 'x' } }] }, { a: null }],
  ['content_anything_suffix', { a: [{ 'anything-but': { suffix: '.x' } }] }, { a: 'a.y' }],
  ['content_anything_suffix_list', { a: [{ 'anything-but': { suffix: ['.x', '.y'] } }] }, { a: 'a.z' }],
  ['content_anything_wildcard', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, { a: 'a/bin/b' }],
  ['content_anything_wildcard_int', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, { a: 12 }],
  ['content_anything_wildcard_list', { a: [{ 'anything-but': { wildcard: ['*/a/*', '*/b/*'] } }] }, { a: 'x/c/y' }],
  ['content_exists', { d: { a: [{ exists: true }] } }, { d: { a: 'x' } }],
  ['content_exists_false', { d: { a: [{ exists: false }] } }, { d: { b: 'x' } }],
  ['content_ignorecase', { a: [{ 'equals-ignore-case': 'ABC' }] }, { a: 'abc' }],
  ['content_ignorecase_empty', { a: [{ 'equals-ignore-case': '' }] }, { a: '' }],
  ['content_ip_address', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.0.255' }],
  ['content_ip_address_v6', { ip: [{ cidr: '2001:db8:1:2::/64' }] }, { ip: '2001:0db8:0001:0002:0000:0000:0000:0000' }],
  ['content_numeric_and', { n: [{ numeric: ['>', 0, '<=', 5] }] }, { n: 5 }],
  ['content_prefix', { a: [{ prefix: '2022-07' }] }, { a: '2022-07-13' }],
  ['content_prefix_ignorecase', { a: [{ prefix: { 'equals-ignore-case': 'EC2' } }] }, { a: 'ec2-x' }],
  ['content_suffix', { a: [{ suffix: '.png' }] }, { a: 'x.png' }],
  ['content_suffix_ignorecase', { a: [{ suffix: { 'equals-ignore-case': '.PNG' } }] }, { a: 'x.png' }],
  ['content_wildcard_nonrepeating', { a: [{ wildcard: 'arn:*:bus' }] }, { a: 'arn:x:bus' }],
  ['content_wildcard_repeating', { a: [{ wildcard: 'arn:*:*:bus/*' }] }, { a: 'arn:x:y:bus/z' }],
  ['dot_joining_pattern', { d: { 'state.status': ['on'] } }, { d: { state: { status: 'on' } } }],
  ['dot_joining_event', { d: { state: { status: ['on'] } } }, { d: { 'state.status': 'on' } }],
  ['exists_dynamodb', { n: { a: { S: [{ exists: true }] } } }, { n: { a: { S: 'x' } } }],
  ['exists_list_empty', { r: [{ exists: false }] }, { r: [] }],
  ['list_within_dict', { d: { a: ['x'] } }, { d: { a: ['x', 'y'] } }],
  ['null_value', { a: [null] }, { a: null }],
  ['number_comparison_float', { n: [{ numeric: ['=', 300] }] }, { n: 300.0 }],
  ['numeric-int-float', { n: [{ numeric: ['>', 1] }] }, { n: 1.5 }],
  ['operator_multiple_list', { a: [{ prefix: 'x' }, { suffix: 'y' }] }, { a: 'ay' }],
  ['or-anything-but', { $or: [{ a: [{ 'anything-but': 'x' }] }, { b: ['y'] }] }, { a: 'z' }],
  ['or-exists', { $or: [{ a: [{ exists: true }] }, { b: [{ exists: false }] }] }, { a: 1, b: 1 }],
  ['string_empty', { a: [''] }, { a: '' }],
]

const MATCHES_NOT: typeof MATCHES = [
  ['arrays_NEG', { r: ['x'] }, { r: ['y', 'z'] }],
  ['arrays_empty_null_NEG', { r: [null] }, { r: [] }],
  ['boolean_NEG', { d: { on: [true] } }, { d: { on: 'true' } }],
  ['content_anything_but_number_list_NEG', { a: [{ 'anything-but': [5, 6] }] }, { a: 6 }],
  ['content_anything_but_string_missing_NEG', { a: [{ 'anything-but': 'x' }] }, { b: 'y' }],
  ['content_anything_but_ignorecase_missing_NEG', { a: [{ 'anything-but': { 'equals-ignore-case': 'x' } }] }, {}],
  ['content_anything_prefix_list_NEG', { a: [{ 'anything-but': { prefix: ['x', 'y'] } }] }, { a: 'yes' }],
  ['content_anything_prefix_missing_NEG', { a: [{ 'anything-but': { prefix: 'x' } }] }, {}],
  ['content_anything_suffix_NEG', { a: [{ 'anything-but': { suffix: '.x' } }] }, { a: 'a.x' }],
  ['content_anything_wildcard_NEG', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, { a: 'a/lib/b' }],
  ['content_exists_NEG', { d: { a: [{ exists: true }] } }, { d: { b: 1 } }],
  ['content_exists_false_NEG', { d: { a: [{ exists: false }] } }, { d: { a: null } }],
  ['content_ignorecase_empty_NEG', { a: [{ 'equals-ignore-case': '' }] }, { a: 'x' }],
  ['content_ip_address_NEG', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.1.255' }],
  ['content_ip_address_bad_type_NEG', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: 123 }],
  ['content_ip_address_v6_NEG', { ip: [{ cidr: '2001:db8:1:2::/64' }] }, { ip: '2001:db8:1:3::' }],
  ['content_numeric_and_NEG', { n: [{ numeric: ['>', 0, '<=', 5] }] }, { n: 0 }],
  ['content_wildcard_nonrepeating_NEG', { a: [{ wildcard: 'arn:*:bus' }] }, { a: 'arn:x:train' }],
  ['dot_joining_pattern_NEG', { d: { 'state.status': { status: ['on'] } } }, { d: { state: { status: 'on' } } }],
  ['dot_joining_event_NEG', { d: { state: { status: ['on'] } } }, { d: { 'state.status': { status: 'on' } } }],
  ['exists_list_empty_NEG', { r: [{ exists: true }] }, { r: [] }],
  ['key_case_sensitive_NEG', { A: ['x'] }, { a: 'x' }],
  ['null_value_NEG', { a: [null] }, { a: 'null' }],
  ['numeric-null_NEG', { n: [{ numeric: ['=', 0] }] }, { n: null }],
  ['numeric-string_NEG', { n: [{ numeric: ['=', 5] }] }, { n: '5' }],
]

const REFUSED: [recording: string, pattern: object, why: string][] = [
  ['arrays_empty_EXC', { r: [] }, 'is an empty list, which is not allowed'],
  ['content_anything_but_ignorecase_EXC', { a: [{ 'anything-but': { 'equals-ignore-case': 123 } }] }, 'needs a string'],
  ['content_anything_but_ignorecase_list_EXC', { a: [{ 'anything-but': { 'equals-ignore-case': [1] } }] }, 'a string'],
  ['content_anything_but_string_null_type_EXC', { a: [{ 'anything-but': null }] }, 'of texts or numbers'],
  ['content_anything_but_string_list_null_type_EXC', { a: [{ 'anything-but': ['x', null] }] }, 'of texts or numbers'],
  ['content_anything_prefix_empty_EXC', { a: [{ 'anything-but': { prefix: '' } }] }, 'that is not empty as prefix'],
  [
    'content_anything_prefix_ignorecase_EXC',
    { a: [{ 'anything-but': { prefix: { 'equals-ignore-case': 'x' } } }] },
    'as prefix',
  ],
  ['content_anything_prefix_int_EXC', { a: [{ 'anything-but': { prefix: 123 } }] }, 'needs a string'],
  ['content_anything_prefix_list_type_EXC', { a: [{ 'anything-but': { prefix: [123, 'x'] } }] }, 'needs a string'],
  ['content_anything_suffix_empty_EXC', { a: [{ 'anything-but': { suffix: '' } }] }, 'that is not empty as suffix'],
  [
    'content_anything_suffix_ignorecase_EXC',
    { a: [{ 'anything-but': { suffix: { 'equals-ignore-case': 'x' } } }] },
    'as suffix',
  ],
  ['content_anything_suffix_int_EXC', { a: [{ 'anything-but': { suffix: 123 } }] }, 'needs a string'],
  ['content_anything_wildcard_type_EXC', { a: [{ 'anything-but': { wildcard: 123 } }] }, 'needs a string'],
  ['content_anything_wildcard_list_type_EXC', { a: [{ 'anything-but': { wildcard: [123, '*'] } }] }, 'needs a string'],
  ['content_ignorecase_EXC', { a: [{ 'equals-ignore-case': ['x'] }] }, 'needs a string'],
  ['content_ignorecase_list_EXC', { a: [{ 'equals-ignore-case': { prefix: 'x' } }] }, 'needs a string'],
  ['content_ip_address_EXC', { ip: [{ cidr: '10.0.0.0' }] }, "one '/' is required"],
  ['content_ip_address_bad_ip_EXC', { ip: [{ cidr: 'xx.11.xx/8' }] }, 'nonstandard IP address xx.11.xx'],
  ['content_ip_address_bad_mask_EXC', { ip: [{ cidr: '10.0.0.0/xx' }] }, 'mask bits must be an integer'],
  ['content_ip_address_type_EXC', { ip: [{ cidr: ['x'] }] }, 'needs a string'],
  [
    'content_ip_address_v6_bad_ip_EXC',
    { ip: [{ cidr: 'xxxx:db8:1:1::/64' }] },
    'nonstandard IP address xxxx:db8:1:1::',
  ],
  ['content_numeric_EXC', { n: [{ numeric: ['>', 0, '>', 0] }] }, 'is no range'],
  ['content_numeric_operatorcasing_EXC', { n: [{ NUMERIC: ['=', 5] }] }, 'the operator NUMERIC'],
  ['content_numeric_syntax_EXC', { n: [{ numeric: ['>', 0, '<'] }] }, 'comparisons and numbers in turn'],
  ['content_prefix_int_EXC', { a: [{ prefix: 123 }] }, 'needs a string'],
  ['content_prefix_list_EXC', { a: [{ prefix: ['x'] }] }, 'needs a string'],
  ['content_suffix_int_EXC', { a: [{ suffix: 123 }] }, 'needs a string'],
  ['content_suffix_list_EXC', { a: [{ suffix: ['x'] }] }, 'needs a string'],
  ['content_wildcard_complex_EXC', { a: [{ wildcard: '*:*:*:*:*:bus/*' }] }, 'too complex'],
  ['content_wildcard_int_EXC', { a: [{ wildcard: 123 }] }, 'needs a string'],
  ['content_wildcard_list_EXC', { a: [{ wildcard: ['x*'] }] }, 'needs a string'],
  ['content_wildcard_repeating_star_EXC', { a: [{ wildcard: 'arn:**:bus' }] }, 'consecutive wildcard characters'],
  ['int_nolist_EXC', { a: 42 }, 'must be an object or a list'],
  ['operator_case_sensitive_EXC', { a: [{ EXISTS: true }] }, 'the operator EXISTS'],
  ['string_nolist_EXC', { a: 'x' }, 'must be an object or a list'],
]

describe('an event pattern, as AWS was recorded', () => {
  it.each(MATCHES)('%s matches', (_, pattern, event) => {
    expect(matchesEventPattern({ ...pattern }, event)).toBe(true)
  })

  it.each(MATCHES_NOT)('%s does not match', (_, pattern, event) => {
    expect(matchesEventPattern({ ...pattern }, event)).toBe(false)
  })

  it.each(REFUSED)('%s is refused', (_, pattern, why) => {
    expect(() => matchesEventPattern({ ...pattern }, {})).toThrow(why)
  })
})
