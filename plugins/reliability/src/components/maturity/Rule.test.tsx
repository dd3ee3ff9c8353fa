import { render, screen } from '@testing-library/react';
import { Rule } from './Rule';

const long =
  'entity.links.alerts > 0 || "pagerduty.com/service-id" in entity.annotations || size("a || b") > 3';

describe('Rule', () => {
  it('keeps a short rule on one line', () => {
    render(<Rule text="a > 0 || b > 0" />);
    expect(screen.getByText('a > 0 || b > 0').textContent).not.toContain('\n');
  });

  it('gives each part of a long rule a line, and leaves texts alone', () => {
    const { container } = render(<Rule text={long} />);
    expect(container.textContent!.split('\n')).toEqual([
      'entity.links.alerts > 0',
      '|| "pagerduty.com/service-id" in entity.annotations',
      '|| size("a || b") > 3',
    ]);
  });

  it('in brief has the whole of it in the tooltip', () => {
    render(<Rule text={long} brief />);
    expect(screen.getByTitle(long)).toBeInTheDocument();
  });
});
