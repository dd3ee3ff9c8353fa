import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ListFrame, type ListFrameProps } from './ListFrame';

const address = {
  params: { page: 2, limit: 25 },
  change: jest.fn(),
  next: jest.fn(),
  previous: jest.fn(),
  knowsWayBack: true,
};
const page = { items: ['a', 'b'], totalItems: 312, nextCursor: 'c3' };

const show = (props: Partial<ListFrameProps> = {}) =>
  renderInTestApp(
    <ListFrame
      page={page}
      refreshing={false}
      address={address}
      results="312 things"
      empty="no things"
      whole="all things"
      {...props}
    >
      the list
    </ListFrame>,
  );
const button = (name: string) => screen.getByRole('button', { name });

describe('the frame of a list', () => {
  beforeEach(() => jest.clearAllMocks());

  it('shows a page, how many there are, and what can be done with all of it', async () => {
    await show();
    expect(screen.getByText('the list')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('312 things');
    expect(screen.getByText('26–27 of 312')).toBeInTheDocument();
    expect(screen.getByText('all things')).toBeInTheDocument();
  });

  it('leads to other pages and sizes', async () => {
    await show();
    await userEvent.click(button('Next page'));
    expect(address.next).toHaveBeenCalledWith('c3');
    await userEvent.click(button('Previous page'));
    expect(address.previous).toHaveBeenCalledTimes(1);
    await userEvent.selectOptions(screen.getByRole('combobox'), '100');
    expect(address.change).toHaveBeenCalledWith({ limit: 100 });
  });

  it.each<[string, Partial<ListFrameProps>, string, boolean]>([
    [
      'the first page',
      { address: { ...address, params: { page: 1, limit: 25 } } },
      'Previous page',
      true,
    ],
    [
      'the last page',
      { page: { items: ['a'], totalItems: 26 } },
      'Next page',
      true,
    ],
    [
      'a page that a link led to',
      { address: { ...address, knowsWayBack: false } },
      'First page',
      false,
    ],
  ])('knows %s', async (_, props, name, disabled) => {
    await show(props);
    expect((button(name) as HTMLButtonElement).disabled).toBe(disabled);
  });

  it('says so where there is nothing, without pages', async () => {
    await show({ page: { items: [], totalItems: 0 } });
    expect(screen.getByText('no things')).toBeInTheDocument();
    expect(screen.queryByText('the list')).not.toBeInTheDocument();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });

  it('keeps quiet about the number while a newer page is on its way', async () => {
    await show({ refreshing: true });
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
