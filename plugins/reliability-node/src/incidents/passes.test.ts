import { firstPass, nextPass, passPlaces } from './passes';

const MINUTE = 60_000;

describe('passes over a list', () => {
  const first = { ...firstPass(5 * MINUTE, 90 * MINUTE), page: 3 };

  it('begin with history, at its first page', () => {
    expect(firstPass(5, 7)).toMatchObject({
      history: true,
      since: 5,
      began: 7,
      page: 1,
    });
  });

  it('go on ten minutes before the last one began, as clocks differ', () => {
    expect(nextPass(first)).toMatchObject({
      history: false,
      since: 80 * MINUTE,
      page: 1,
    });
  });

  it('go on at the page that was written', () => {
    expect(passPlaces.read(passPlaces.write(first))).toEqual(first);
  });

  it.each([
    ['another version', { v: 2 }],
    ['no page', { page: 0 }],
    ['something more', { next: 'x' }],
  ])('begin anew where the place has %s', (_, wrong) => {
    const text = JSON.stringify({ ...first, ...wrong });
    expect(passPlaces.read(text)).toBeUndefined();
  });
});
