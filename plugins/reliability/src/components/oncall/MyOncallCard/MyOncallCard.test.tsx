import { identityApiRef } from '@backstage/core-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { PersonOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { reliabilityApiRef, type ReliabilityApi } from '../../../api';
import {
  hoursAfter,
  personOncall,
  personShift,
  reliabilityApiMock,
} from '../../../testUtils';
import { mountedRoutes } from '../../../__testUtils__/renderAtEntity';
import { MyOncallCard } from './MyOncallCard';

jest.setTimeout(60_000);

const render = (getPersonOncall: ReliabilityApi['getPersonOncall']) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [reliabilityApiRef, reliabilityApiMock({ getPersonOncall })],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/anna.berg' }),
        ],
      ]}
    >
      <MyOncallCard />
    </TestApiProvider>,
    { mountedRoutes },
  );
const answer = (overrides: Partial<PersonOncallResponse> = {}) =>
  jest.fn(async () => personOncall(overrides));

describe('my on-call', () => {
  it('asks for the reader', async () => {
    const getPersonOncall = answer();
    await render(getPersonOncall);
    await screen.findByText('You are on call now');
    expect(getPersonOncall).toHaveBeenCalledWith(
      'user:default/anna.berg',
      expect.anything(),
    );
  });

  it.each<[string, Partial<PersonOncallResponse>, RegExp]>([
    [
      'now and next',
      {},
      /on call nowPaymentsLevel 1until Sun 22 Nov 10:00 \(in 2 days\)Checkout.*NextPaymentsLevel 2Sat 28 Nov 17:00 – Fri 4 Dec 09:00/,
    ],
    ['next only', { now: [] }, /You are not on call now\.Next/],
    [
      'always',
      { now: [personShift({ from: null, to: null })] },
      /PaymentsLevel 1always/,
    ],
    [
      'from a time on',
      { next: [personShift({ from: hoursAfter(48), to: null })] },
      /Sun 22 Nov 09:00 \(in 2 days\)/,
    ],
    [
      'shadowing',
      { now: [personShift({ shadow: true, level: null })] },
      /Paymentsshadowing/,
    ],
    ['nothing', { now: [], next: [] }, /You are not on call, now or soon/],
    ['load', {}, /336 h, 140 h at night, 96 h at weekends/],
  ])('says %s', async (_, overrides, words) => {
    const { container } = await render(answer(overrides));
    await screen.findByRole('link', { name: 'Who is on call for what' });
    expect(container.textContent).toMatch(words);
  });

  it('says that the reader is not in the catalog', async () => {
    await render(() => Promise.reject(new NotFoundError('no')));
    expect(
      await screen.findByText(/not in the catalog as a user/),
    ).toBeInTheDocument();
  });
});
