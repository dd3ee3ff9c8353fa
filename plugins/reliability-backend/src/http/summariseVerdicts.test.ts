import { summariseVerdicts } from './summariseVerdicts';

it('verdicts are counted, and told in the order of the request', () => {
  const verdicts = [
    { row: 3, status: 'rejected' as const },
    { row: 1, status: 'stored' as const },
    { row: 10, status: 'stored' as const },
    { row: 2, status: 'unchanged' as const },
  ];
  const reply = summariseVerdicts(verdicts, ({ row }) => row);
  expect(reply).toMatchObject({ stored: 2, unchanged: 1, rejected: 1 });
  expect(reply.results.map(({ row }) => row)).toEqual([1, 2, 3, 10]);
});
