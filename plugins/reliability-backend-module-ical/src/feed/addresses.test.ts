import { LookupFunction } from 'node:net';
import { isPrivate, PrivateAddress, publicLookup } from './addresses';

it.each([
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b::1',
  'fd12:3456::1',
  'fe80::1',
  'FE80::1',
  'ff02::1',
  '2002:7f00:1::',
  'no address',
])('%s is private', address => {
  expect(isPrivate(address)).toBe(true);
});

it.each([
  '8.8.8.8',
  '172.32.0.1',
  '172.15.0.1',
  '192.169.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '::ffff:808:808',
  '64:ff9b::808:808',
])('%s is public', address => {
  expect(isPrivate(address)).toBe(false);
});

const ask = (lookup: LookupFunction, all: boolean) =>
  new Promise((resolve, reject) => {
    lookup('feeds.example.com', { all }, (error, address, family) =>
      error ? reject(error) : resolve([address, family]),
    );
  });

const answering = (...addresses: string[]): LookupFunction =>
  publicLookup((_, { all }, callback) => {
    const found = addresses.map(address => ({ address, family: 4 }));
    if (all) callback(null, found);
    else callback(null, found[0].address, 4);
  });

it('hands public addresses on as they are', async () => {
  expect(await ask(answering('8.8.8.8'), false)).toEqual(['8.8.8.8', 4]);
  expect(await ask(answering('8.8.8.8', '8.8.4.4'), true)).toEqual([
    [
      { address: '8.8.8.8', family: 4 },
      { address: '8.8.4.4', family: 4 },
    ],
    undefined,
  ]);
});

it.each([[true], [false]])(
  'refuses a host with one private address among others (all: %s)',
  async all => {
    const lookup = all
      ? answering('8.8.8.8', '10.0.0.1')
      : answering('10.0.0.1');
    await expect(ask(lookup, all)).rejects.toBeInstanceOf(PrivateAddress);
  },
);

it('hands the failure of a lookup on', async () => {
  const failure = Object.assign(new Error('none'), { code: 'ENOTFOUND' });
  const lookup = publicLookup((_, __, callback) => callback(failure, '', 4));
  await expect(ask(lookup, true)).rejects.toBe(failure);
});
