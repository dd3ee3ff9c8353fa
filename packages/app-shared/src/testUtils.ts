const encode = (part: object) => window.btoa(JSON.stringify(part));

const session = {
  profile: {},
  backstageIdentity: {
    token: [{ alg: 'none' }, { exp: 4_102_444_800 }, {}].map(encode).join('.'),
    identity: {
      type: 'user',
      userEntityRef: 'user:default/maren.oake',
      ownershipEntityRefs: ['user:default/maren.oake'],
    },
  },
};

/** Configuration as the bundler would leave it in the page, and a backend that knows the guest and nothing else. */
export function pretendToBeServed() {
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl: 'http://localhost:3000' },
          auth: { environment: 'development' },
          backend: { baseUrl: 'http://localhost:7007' },
          organization: { name: 'Kittiwake Lines' },
        },
      },
    ] as unknown as string,
  };
  global.fetch = jest.fn(async (input: unknown) => {
    const known = String(input).endsWith('/api/auth/guest/refresh');
    return {
      ok: known,
      status: known ? 200 : 404,
      statusText: known ? 'OK' : 'Not Found',
      headers: new Headers(),
      json: async () => (known ? session : {}),
      text: async () => '',
    } as unknown as Response;
  });
}
