import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { FirstSteps } from './FirstSteps';

describe('the first steps', () => {
  it('say what is missing, what to write down, and what comes of it', async () => {
    await renderInTestApp(
      <FirstSteps
        title="No ferry yet"
        what="A ferry carries cars."
        examples={[
          { label: 'The annotation', text: 'ferry: a' },
          { label: 'The file', text: 'kind: Ferry' },
        ]}
        then="It comes at noon."
      >
        <button>Go</button>
      </FirstSteps>,
    );
    const section = screen.getByRole('region', { name: 'No ferry yet' });
    expect(section).toHaveTextContent(/carries cars.*It comes at noon/);
    expect(screen.getByRole('button', { name: 'Go' })).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'The annotation' }),
    ).toHaveTextContent('ferry: a');
    expect(screen.getByRole('region', { name: 'The file' })).toHaveTextContent(
      'kind: Ferry',
    );
  });
});
