import { discoveryApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { choosePerson, signInAs } from './chosenPerson';
import { DemoSignInPage } from './DemoSignInPage';

jest.mock('./chosenPerson', () => ({
  ...jest.requireActual('./chosenPerson'),
  signInAs: jest.fn(),
}));

const encode = (part: object) => window.btoa(JSON.stringify(part));
const session = {
  profile: {},
  backstageIdentity: {
    token: [{}, { exp: 4_102_444_800 }, {}].map(encode).join('.'),
    identity: {
      type: 'user',
      userEntityRef: 'user:default/ann',
      ownershipEntityRefs: [],
    },
  },
};

describe('DemoSignInPage', () => {
  const onSignInSuccess = jest.fn();
  const reply = (ok: boolean) => {
    global.fetch = jest.fn(async () => ({
      ok,
      status: ok ? 200 : 404,
      statusText: ok ? 'OK' : 'Not Found',
      headers: new Headers(),
      json: async () => session,
      text: async () => '',
    })) as unknown as typeof fetch;
    return jest.mocked(global.fetch);
  };
  const show = () =>
    renderInTestApp(
      <TestApiProvider
        apis={[
          [discoveryApiRef, { getBaseUrl: async (id: string) => `/api/${id}` }],
        ]}
      >
        <DemoSignInPage onSignInSuccess={onSignInSuccess} />
      </TestApiProvider>,
    );
  afterEach(() => {
    window.localStorage.clear();
    jest.clearAllMocks();
  });

  it.each([
    ['the guest at first', 'maren.oake', '/api/auth/guest/refresh', null],
    [
      'who was chosen, by the header',
      'lena.ostrow',
      '/api/auth/demo/refresh',
      'lena.ostrow',
    ],
  ])('signs in %s', async (_, name, url, header) => {
    const asked = reply(true);
    choosePerson(name);
    await show();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [to, init] = asked.mock.calls[0];
    expect(to).toBe(url);
    expect((init?.headers as Headers).get('x-demo-person')).toBe(header);
  });

  it('offers a way out where the person is unknown', async () => {
    reply(false);
    choosePerson('lena.ostrow');
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('404');
    fireEvent.click(
      screen.getByRole('button', { name: 'Sign in as Maren Oake' }),
    );
    expect(signInAs).toHaveBeenCalledWith('maren.oake');
  });
});
