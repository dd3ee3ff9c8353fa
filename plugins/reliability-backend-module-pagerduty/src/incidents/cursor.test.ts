import { beginning, placeCursor } from './cursor';

describe('where a reading goes on', () => {
  it('is read as it was written', () => {
    const place = beginning(1000);
    expect(placeCursor.read(placeCursor.write(place))).toEqual(place);
  });

  it.each([null, '{"v":2,"feedFrom":1000}', '{"v":1}', '{"feedFrom":1000}'])(
    'is not told by %s',
    text => {
      expect(placeCursor.read(text)).toBeUndefined();
    },
  );
});
