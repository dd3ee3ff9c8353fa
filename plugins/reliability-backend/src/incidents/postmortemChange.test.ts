import {
  movedPostmortem,
  PostmortemStatusCommand,
  PutPostmortemCommand,
  writtenPostmortem,
} from './postmortemChange';
import { StoredPostmortem } from './PostmortemStore';

const ADA = 'user:default/ada';
const BOB = 'user:default/bob';

const template = [
  { id: 'summary', title: 'Summary', hint: '', required: true },
  { id: 'causes', title: 'Causes', hint: '' },
];

const stored = (changed: Partial<StoredPostmortem> = {}): StoredPostmortem => ({
  incidentId: 'pager:1',
  source: 'portal',
  status: 'draft',
  title: 'What happened',
  sections: [{ id: 'summary', text: 'It fell over' }],
  version: 3,
  author: ADA,
  createdAt: 1,
  updatedBy: ADA,
  updatedAt: Date.UTC(2026, 10, 20),
  ...changed,
});

const context = (by: string, reviewBySomebodyElse = true) => ({
  template,
  reviewBySomebodyElse,
  author: { by, at: 100 },
});

const write = (
  before: StoredPostmortem | undefined,
  changed: Partial<PutPostmortemCommand> = {},
  by = ADA,
) =>
  writtenPostmortem(
    'pager:1',
    before,
    {
      version: before?.version ?? 0,
      title: 'What happened',
      url: null,
      sections: [{ id: 'summary', text: 'It fell over' }],
      ...changed,
    },
    context(by),
  );

const move = (
  before: StoredPostmortem | undefined,
  status: PostmortemStatusCommand['status'],
  { by = ADA, version = before?.version ?? 1, alone = false } = {},
) => movedPostmortem(before, { version, status }, context(by, !alone));

describe('writing', () => {
  it('begins a draft', () => {
    expect(write(undefined)).toMatchObject({
      source: 'portal',
      status: 'draft',
      version: 1,
      author: ADA,
      createdAt: 100,
    });
  });

  it('keeps who began it, and its place in the review', () => {
    const before = stored({ status: 'in-review' });
    expect(write(before, { title: 'New' }, BOB)).toMatchObject({
      status: 'in-review',
      version: 4,
      author: ADA,
      createdAt: 1,
      updatedBy: BOB,
      updatedAt: 100,
    });
  });

  it('puts sections in the order of the template', () => {
    const sections = [
      { id: 'causes', text: 'B' },
      { id: 'summary', text: 'A' },
    ];
    expect(write(undefined, { sections }).sections).toEqual([
      sections[1],
      sections[0],
    ]);
  });

  it('keeps a section that the template no longer has', () => {
    const old = { id: 'old', text: 'Kept' };
    const before = stored({ sections: [old] });
    expect(write(before, { sections: [old] }).sections).toEqual([old]);
  });

  it('links one that is kept elsewhere', () => {
    const url = 'https://wiki.example/1';
    expect(write(stored(), { url, sections: [] })).toMatchObject({
      source: 'link',
      url,
      sections: [],
    });
  });

  it('begins anew where the provider had one', () => {
    const before = stored({
      source: 'provider',
      status: 'published',
      author: undefined,
      publishedAt: 5,
    });
    const after = write(before, {}, BOB);
    expect(after).toMatchObject({
      source: 'portal',
      status: 'draft',
      author: BOB,
      createdAt: 100,
      version: 4,
    });
    expect(after.publishedAt).toBeUndefined();
  });

  it('changes nothing when it is the same, also from a reply that got lost', () => {
    const before = stored();
    expect(write(before)).toBe(before);
    expect(write(before, { version: 2 })).toBe(before);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'another version, with who and when',
      () => write(stored({ updatedBy: BOB }), { version: 2 }),
      /changed by user:default\/bob at 2026-11-20T00:00:00.000Z \(version 3, you have 2\)/,
    ],
    [
      'a version where nobody has begun',
      () => write(undefined, { version: 2 }),
      /nobody has begun it \(you have version 2\)/,
    ],
    [
      'the same version with other words from the same person',
      () => write(stored(), { version: 2, title: 'Other' }),
      /changed since you read it/,
    ],
    [
      'a published one',
      () => write(stored({ status: 'published' }), { title: 'Other' }),
      /is published; take it back/,
    ],
    [
      'a section that is none',
      () => write(undefined, { sections: [{ id: 'x', text: '' }] }),
      /^sections\[0\].id: there is no section "x", only summary, causes/,
    ],
    [
      'a section twice',
      () =>
        write(undefined, {
          sections: [
            { id: 'causes', text: 'A' },
            { id: 'causes', text: 'B' },
          ],
        }),
      /^sections\[0\].id: "causes" is there twice|^sections\[1\].id: "causes" is there twice/,
    ],
    [
      'a link that is none',
      () => write(undefined, { url: 'ftp://x', sections: [] }),
      /^url: /,
    ],
    [
      'a link beside sections',
      () => write(undefined, { url: 'https://a.example' }),
      /^sections: /,
    ],
  ])('refuses %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});

describe('moving', () => {
  it('goes to review and is published by somebody else', () => {
    const review = move(stored(), 'in-review');
    expect(review).toMatchObject({ status: 'in-review', version: 4 });
    expect(move(review, 'published', { by: BOB })).toMatchObject({
      status: 'published',
      reviewer: BOB,
      publishedAt: 100,
      author: ADA,
    });
  });

  it('goes back to draft, where nobody has published it', () => {
    const before = stored({
      status: 'published',
      reviewer: BOB,
      publishedAt: 5,
    });
    const after = move(before, 'draft');
    expect([after.status, after.reviewer, after.publishedAt]).toEqual([
      'draft',
      undefined,
      undefined,
    ]);
  });

  it('lets its author publish where the configuration does', () => {
    const before = stored({ status: 'in-review' });
    expect(move(before, 'published', { alone: true }).status).toBe('published');
  });

  it('lacks no section when it is kept elsewhere', () => {
    const before = stored({ source: 'link', sections: [] });
    expect(move(before, 'in-review').status).toBe('in-review');
  });

  it('changes nothing where it is there, also from a reply that got lost', () => {
    const before = stored({ status: 'in-review' });
    expect(move(before, 'in-review')).toBe(before);
    expect(move(before, 'in-review', { version: 2 })).toBe(before);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'its author',
      () => move(stored({ status: 'in-review' }), 'published'),
      /^status: you wrote it/,
    ],
    [
      'a draft',
      () => move(stored(), 'published', { by: BOB }),
      /^status: it has to be in review first/,
    ],
    [
      'a published one that goes to review',
      () => move(stored({ status: 'published' }), 'in-review'),
      /^status: it is published/,
    ],
    [
      'empty sections',
      () => move(stored({ sections: [] }), 'in-review'),
      /^status: still empty: Summary$/,
    ],
    [
      'what its provider says',
      () => move(stored({ source: 'provider' }), 'draft', { by: BOB }),
      /^status: comes from the provider/,
    ],
    [
      'one that nobody began',
      () =>
        movedPostmortem(
          undefined,
          { version: 0, status: 'draft' },
          context(ADA),
        ),
      /nobody has begun it/,
    ],
    [
      'another version',
      () => move(stored(), 'in-review', { by: BOB, version: 2 }),
      /changed since you read it/,
    ],
  ])('refuses %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
