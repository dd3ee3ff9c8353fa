import { postmortemResponse } from '../../testUtils';
import {
  draftOf,
  dropDraft,
  keepDraft,
  keptDraft,
  mergeDrafts,
  putRequestOf,
  sameWords,
} from './postmortemDraft';

const draft = {
  version: 2,
  title: 'Checkout failed',
  texts: { causes: 'A timeout' },
  at: '2026-11-21T14:00:00Z',
};
const full = () =>
  ({
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  } as unknown as Storage);

afterEach(() => window.localStorage.clear());

describe('a draft in the browser', () => {
  it('is found again, of its own incident only, until it is dropped', () => {
    expect(keepDraft('pd:1', draft)).toBe(true);
    expect(keptDraft('pd:1')).toEqual(draft);
    expect(keptDraft('pd:2')).toBeUndefined();
    dropDraft('pd:1');
    expect(keptDraft('pd:1')).toBeUndefined();
  });

  it.each([
    'no JSON',
    'null',
    '{"version":1}',
    '{"version":1,"title":"a","at":"b","texts":{"causes":7}}',
  ])('that makes no sense is none: %s', text => {
    window.localStorage.setItem('plimsoll.postmortem.pd:1', text);
    expect(keptDraft('pd:1')).toBeUndefined();
  });

  it('that cannot be kept stops nobody', () => {
    expect(keepDraft('pd:1', draft, full)).toBe(false);
  });
});

describe('two drafts', () => {
  it.each([
    ['other versions and times', { version: 9, at: '' }, true],
    ['white space', { texts: { causes: ' A timeout\n', impact: '' } }, true],
    ['a title', { title: 'Checkout' }, false],
    ['a section', { texts: { causes: 'A timeout', impact: 'All' } }, false],
  ])('that differ in %s', (_, other, same) => {
    expect(sameWords(draft, { ...draft, ...other })).toBe(same);
  });

  const base = { ...draft, texts: { a: 'A', b: 'B', c: 'C', d: 'D' } };
  const mine = { ...base, texts: { a: 'A', b: 'mine', c: 'C', d: 'mine' } };
  const theirs = {
    ...base,
    title: 'Theirs',
    texts: { a: 'A ', b: 'B', c: 'theirs', d: 'theirs' },
  };

  it('come together where only one of two changed something', () => {
    expect(mergeDrafts(mine, theirs, base)).toEqual({
      title: 'theirs',
      sections: { a: 'same', b: 'mine', c: 'theirs', d: 'both' },
    });
  });

  it('of which it is not known where they began have to be chosen from', () => {
    expect(mergeDrafts(mine, theirs)).toEqual({
      title: 'both',
      sections: { a: 'same', b: 'both', c: 'both', d: 'both' },
    });
  });

  it('are sent with the sections of the template only', () => {
    const postmortem = postmortemResponse();
    const written = { ...draftOf(postmortem), title: ' New ' };
    const sent = putRequestOf(
      { ...written, texts: { ...written.texts, gone: 'x' } },
      postmortem.sections,
    );
    expect(sent.title).toBe('New');
    expect(sent.sections?.map(({ id }) => id)).toEqual(
      postmortem.sections.map(({ id }) => id),
    );
  });
});
