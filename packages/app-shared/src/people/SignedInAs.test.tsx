import { ConfigReader } from '@backstage/core-app-api';
import { SidebarOpenStateProvider } from '@backstage/core-components';
import { configApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { signInAs } from './chosenPerson';
import { SignedInAs } from './SignedInAs';

jest.mock('./chosenPerson', () => ({ signInAs: jest.fn() }));

const show = (environment: string, isOpen = true) => {
  const identity = {
    getBackstageIdentity: async () => ({
      type: 'user' as const,
      userEntityRef: 'user:default/lena.ostrow',
      ownershipEntityRefs: [],
    }),
  };
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [configApiRef, new ConfigReader({ auth: { environment } })],
        [identityApiRef, identity as any],
      ]}
    >
      <SidebarOpenStateProvider value={{ isOpen, setOpen: () => {} }}>
        <SignedInAs />
      </SidebarOpenStateProvider>
    </TestApiProvider>,
  );
};
const entry = { name: 'Signed in as Lena Ostrow' };

describe('SignedInAs', () => {
  it('says who it is, also where the sidebar is narrow', async () => {
    await show('development', false);
    expect(await screen.findByRole('button', entry)).toHaveTextContent('');
  });

  it('offers the others, with team and role', async () => {
    await show('development');
    fireEvent.click(await screen.findByRole('button', entry));
    expect(
      screen.getByRole('menuitemradio', { name: /^Lena Ostrow/ }),
    ).toBeChecked();
    fireEvent.click(
      screen.getByRole('menuitemradio', {
        name: 'Gus Harrow Platform · Head of reliability',
      }),
    );
    expect(signInAs).toHaveBeenCalledWith('gus.harrow');
  });

  it('is absent where the portal is real', async () => {
    await show('production');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
