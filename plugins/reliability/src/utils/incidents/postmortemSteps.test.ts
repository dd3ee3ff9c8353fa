import { stepsOf, type StepBlock } from './postmortemSteps';

const written = {
  exists: true,
  source: 'portal' as const,
  status: 'draft' as const,
  author: 'user:default/anna',
  missingSections: [],
  canEdit: true,
};
type Given = Partial<Parameters<typeof stepsOf>[0]> & {
  dirty?: boolean;
  me?: string;
};
const steps = ({ dirty = false, me, ...given }: Given) =>
  stepsOf({ ...written, ...given }, { dirty, me }).map(
    ({ to, block }) => `${to}${block ? `: ${block}` : ''}`,
  );

describe('the steps of a postmortem', () => {
  it.each<[string, Given, string[]]>([
    ['a draft can be reviewed', {}, ['in-review']],
    [
      'one in review can be published by another, or taken back',
      { status: 'in-review', me: 'user:default/ben' },
      ['published', 'draft'],
    ],
    [
      'its author may only take it back',
      { status: 'in-review', me: 'user:default/anna' },
      ['published: own', 'draft'],
    ],
    [
      'its author may publish it where the portal says so',
      {
        status: 'in-review',
        me: 'user:default/anna',
        reviewBySomebodyElse: false,
      },
      ['published', 'draft'],
    ],
    ['a published one can be reopened', { status: 'published' }, ['draft']],
  ])('%s', (_, given, expected) => {
    expect(steps(given)).toEqual(expected);
  });

  it.each<[StepBlock, Given]>([
    ['forbidden', { canEdit: false, exists: false }],
    ['elsewhere', { source: 'provider' }],
    ['not-begun', { exists: false, dirty: true }],
    ['unsaved', { dirty: true, missingSections: ['causes'] }],
    ['missing-sections', { missingSections: ['causes'] }],
  ])('a draft is not sent to review: %s', (block, given) => {
    expect(steps(given)).toEqual([`in-review: ${block}`]);
  });

  it('what is not filled in does not keep one in review', () => {
    expect(steps({ status: 'in-review', missingSections: ['causes'] })).toEqual(
      ['published: missing-sections', 'draft'],
    );
  });
});
