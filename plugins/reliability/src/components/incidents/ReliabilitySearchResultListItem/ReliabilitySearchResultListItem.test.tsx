import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { isReliabilityDocument } from '../../../isReliabilityDocument';
import { ReliabilitySearchResultListItem } from './ReliabilitySearchResultListItem';

jest.setTimeout(60_000);

const document = {
  title: 'INC-42: Payments are refused',
  text: 'The connection pool was empty.',
  location: '/reliability/incidents/pd-main%3AQ1',
};
const told = {
  kind: 'postmortem',
  severity: 'SEV1',
  status: 'published',
  serviceTitle: 'Checkout',
};

describe('what a search found', () => {
  it('leads to the incident and says what it is', async () => {
    const { container } = await renderPage(
      <ReliabilitySearchResultListItem result={{ ...document, ...told }} />,
    );
    expect(screen.getByRole('link', { name: /INC-42/ })).toHaveAttribute(
      'href',
      document.location,
    );
    expect(container).toHaveTextContent(
      /connection pool.*Postmortem · SEV1 · published · Checkout/,
    );
  });

  it('leads to the tab of a service', async () => {
    const { container } = await renderPage(
      <ReliabilitySearchResultListItem
        result={
          {
            kind: 'service',
            title: 'Checkout: reliability',
            text: 'Business critical · Silver',
            location: '/catalog/default/component/checkout/reliability',
          } as object as typeof document
        }
      />,
    );
    expect(screen.getByRole('link', { name: /Checkout/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability',
    );
    expect(container).toHaveTextContent(/Silver.*Reliability of a service$/);
  });

  it('is an incident where the document says no more', async () => {
    const { container } = await renderPage(
      <ReliabilitySearchResultListItem result={document} />,
    );
    expect(container).toHaveTextContent(/empty\.Incident$/);
  });

  it('marks what was searched for', async () => {
    await renderPage(
      <ReliabilitySearchResultListItem
        result={document}
        highlight={{
          preTag: '<b>',
          postTag: '</b>',
          fields: { text: 'The connection <b>pool</b> was empty.' },
        }}
      />,
    );
    expect(screen.getByText('pool').tagName).toBe('MARK');
  });

  it.each([
    ['reliability', true],
    ['reliability-incidents', true],
    ['reliabilityish', false],
    ['software-catalog', false],
  ])('of the type %s is its own: %s', (type, own) => {
    expect(isReliabilityDocument({ type })).toBe(own);
  });
});
