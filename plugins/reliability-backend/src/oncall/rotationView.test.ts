import {
  OncallAccountItem,
  RotationKind,
  RotationState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { accountsNamed, timeAsked, wordsOf } from './listCommand';
import { AccountRecord } from './AccountStore';
import { accountStateOf } from './OncallAccountService';
import { refAsked } from './refAsked';
import {
  comparableAccounts,
  rotationStateOf,
  RotationView,
} from './rotationView';

const FRESH = 1000;

it.each<[string, Parameters<typeof rotationStateOf>[0], RotationState]>([
  ['was just read is fine', { fetchedAt: FRESH }, 'ok'],
  ['was not read for long is stale', { fetchedAt: FRESH - 1 }, 'stale'],
  [
    'failed since it was read fails',
    { fetchedAt: FRESH, failure: 'timeout' },
    'failing',
  ],
  [
    'fails for long is stale',
    { fetchedAt: FRESH - 1, failure: 'timeout' },
    'stale',
  ],
  ['was never read is pending', {}, 'pending'],
  ['could never be read fails', { failure: 'forbidden' }, 'failing'],
  [
    'is not there any more is missing',
    { fetchedAt: FRESH, failure: 'not-found' },
    'missing',
  ],
])('a rotation that %s', (_, reads, expected) => {
  expect(rotationStateOf(reads, FRESH)).toBe(expected);
});

const viewOf = (
  account: string,
  mirror = false,
  kind: RotationKind = 'schedule',
): RotationView => ({
  id: `${account}:${kind}:1`,
  account,
  kind,
  provider: account,
  mirror,
  title: '1',
  state: 'ok',
});

it.each<[string, RotationView[], string[]]>([
  ['none where there is none', [], []],
  ['none where there is one', [viewOf('a'), viewOf('a')], []],
  ['two in their order', [viewOf('b'), viewOf('a')], ['b', 'a']],
  ['mirrors last', [viewOf('a', true), viewOf('b')], ['b', 'a']],
  ['none of members', [viewOf('a'), viewOf('b', false, 'group')], []],
])('accounts can be compared: %s', (_, views, expected) => {
  expect(comparableAccounts(views)).toEqual(expected);
});

const account = (parts: Partial<AccountRecord>): AccountRecord => ({
  name: 'a',
  failures: 0,
  lastTryAt: 1,
  ...parts,
});
const limited = { state: 'limited' } as AccountRecord['health'];

type Counts = { rotations: number; failing: number };
const none: Counts = { rotations: 0, failing: 0 };
const one: Counts = { rotations: 1, failing: 0 };

it.each<
  [string, AccountRecord | undefined, Counts, OncallAccountItem['state']]
>([
  ['nobody uses is unused', undefined, none, 'unused'],
  ['was not asked yet is pending', undefined, one, 'pending'],
  [
    'has a record of no try is pending',
    account({ lastTryAt: undefined }),
    one,
    'pending',
  ],
  ['answered is fine', account({}), one, 'ok'],
  ['asks to wait is limited', account({ health: limited }), one, 'limited'],
  [
    'failed fails, whatever it says of itself',
    account({ error: 'no', health: limited }),
    one,
    'failing',
  ],
  [
    'lost some of its rotations is fine',
    account({}),
    { rotations: 2, failing: 1 },
    'ok',
  ],
  [
    'lost every rotation fails',
    account({}),
    { rotations: 2, failing: 2 },
    'failing',
  ],
])('an account that %s', (_, record, counts, expected) => {
  expect(accountStateOf(record, counts)).toBe(expected);
});

it.each<[string, string | undefined, string[]]>([
  ['of nothing', undefined, []],
  ['of blanks', '  ', []],
  ['that are apart', ' a  b ', ['a', 'b']],
  ['that are there twice', 'a b a', ['a', 'b']],
  ['up to ten', 'a b c d e f g h i j k', [...'abcdefghij']],
])('a search has words %s', (_, q, expected) => {
  expect(wordsOf(q)).toEqual(expected);
});

const accounts = [
  { name: 'a', type: 'x' },
  { name: 'b', type: 'x' },
  { name: 'c', type: 'y' },
];

it.each<[string, Parameters<typeof accountsNamed>[1], string[] | undefined]>([
  ['all without a filter', {}, undefined],
  ['those of a type', { provider: ['x'] }, ['a', 'b']],
  ['those by name', { account: ['c', 'z'] }, ['c']],
  ['those that are both', { provider: ['x'], account: ['b', 'c'] }, ['b']],
  ['none for an empty list', { account: [] }, []],
])('accounts are chosen: %s', (_, filter, expected) => {
  expect(accountsNamed(accounts, filter)).toEqual(expected);
});

it.each<[string, string | undefined, number]>([
  ['now where none is named', undefined, 5],
  ['the one that is named', '1970-01-01T00:00:00.007Z', 7],
  ['in another zone', '1970-01-01T01:00:00+01:00', 0],
])('the time asked for is %s', (_, at, expected) => {
  expect(timeAsked(at, 5, { from: 0, to: 10 })).toBe(expected);
});

it.each<[string, string, string]>([
  ['a whole one', 'group:default/red', 'group:default/red'],
  ['one without a kind', 'default/red', 'group:default/red'],
  ['one without a namespace', 'User:Ada', 'user:default/ada'],
])('a reference is read: %s', (_, written, expected) => {
  expect(refAsked(written, ['group', 'user'])).toBe(expected);
});
