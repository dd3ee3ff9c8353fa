import { NotFoundError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ben,
  hidden,
  levelNow,
  oncallFinding,
  serviceOncall,
  serviceWithoutRotation,
} from '../../../testUtils';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { EntityOncallCard } from './EntityOncallCard';

jest.setTimeout(60_000);

const render = (answer: ServiceOncallResponse) =>
  renderAtEntity(<EntityOncallCard />, {
    api: { getServiceOncall: async () => answer },
  });
const { cover } = serviceOncall();

describe('the card of on-call', () => {
  it.each<[string, ServiceOncallResponse, RegExp]>([
    [
      'who is on the first level, until when, and who is next',
      serviceOncall(),
      /Covered.*Level 1.*Anna Berg.*until Sun 22 Nov 10:00 \(in 2 days\), then Ben Cole/,
    ],
    [
      'the worst doubt, and how many more there are',
      serviceOncall(),
      /Serious: Gap within 14 days.*Nobody can be paged for 8 h.*and 1 more/,
    ],
    [
      'that nobody is',
      serviceOncall({
        cover: {
          ...cover,
          state: 'uncovered',
          levels: [levelNow(1, [], [ben])],
        },
        findings: [oncallFinding({ code: 'nobody-now' })],
      }),
      /Nobody on call.*Level 1Nobody.*then Ben Cole/,
    ],
    [
      'that nobody is, as planned',
      serviceOncall({
        cover: { ...cover, state: 'uncovered', levels: [levelNow(1, [])] },
        findings: [],
      }),
      /Nobody, as planned.*Level 1Nobody/,
    ],
    [
      'that it cannot be told',
      serviceOncall({ cover: { ...cover, state: 'unknown', levels: [] } }),
      /Unknown/,
    ],
    [
      'that no rotation is named',
      serviceWithoutRotation(),
      /No rotation is named for this service/,
    ],
    [
      'that names are hidden',
      serviceOncall({
        namesHidden: true,
        people: [hidden('a')],
        cover: { ...cover, levels: [levelNow(1, [hidden('a')])] },
      }),
      /Person 1.*Names are hidden/,
    ],
  ])('says %s', async (_, answer, words) => {
    const { container } = await render(answer);
    await screen.findByRole('link', {
      name: 'Who, when, and what is doubtful',
    });
    expect(container.textContent).toMatch(words);
  });

  it('leads to the whole view', async () => {
    await render(serviceOncall());
    expect(
      await screen.findByRole('link', {
        name: 'Who, when, and what is doubtful',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=oncall',
    );
  });

  it('says that the entity is not a service', async () => {
    await renderAtEntity(<EntityOncallCard />, {
      api: {
        getServiceOncall: () => Promise.reject(new NotFoundError('no')),
      },
    });
    expect(await screen.findByText(/Not a service here/)).toBeInTheDocument();
  });
});
