import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import demoPeople from '.';

jest.setTimeout(60_000);

const ann = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ann' },
  spec: { profile: { displayName: 'Ann' }, memberOf: ['pay'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/pay' }],
};

const start = () =>
  startTestBackend({
    features: [
      authPlugin,
      demoPeople,
      catalogServiceMock.factory({ entities: [ann] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: {
            environment: 'development',
            providers: {
              demo: {
                development: { dangerouslyAllowOutsideDevelopment: true },
              },
            },
          },
        },
      }),
    ],
  });

describe('the auth provider of the demo', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  const signIn = async (headers: Record<string, string>) => {
    const address = backend.server.address();
    const port = typeof address === 'object' ? address?.port : address;
    const response = await fetch(
      `http://localhost:${port}/api/auth/demo/refresh`,
      { headers },
    );
    return { status: response.status, body: await response.json() };
  };

  it('signs in whom the header names, with the groups of the catalog', async () => {
    const { status, body } = await signIn({ 'x-demo-person': 'ann' });
    expect(status).toBe(200);
    expect(body.profile).toEqual({ displayName: 'Ann' });
    expect(body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/ann',
      ownershipEntityRefs: ['user:default/ann', 'group:default/pay'],
    });
  });

  it.each([
    [
      'somebody whom the catalog does not know',
      { 'x-demo-person': 'eve' },
      404,
    ],
    [
      'a reference in place of a name',
      { 'x-demo-person': 'group:pay/ann' },
      401,
    ],
    ['nobody', {}, 401],
  ])('turns down %s', async (_, headers, status) => {
    expect(await signIn(headers as Record<string, string>)).toMatchObject({
      status,
    });
  });
});
