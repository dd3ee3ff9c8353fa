import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ReliabilityNotifier,
  reliabilityNotifierExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import reliabilityModuleNotifications from './index';

jest.setTimeout(60_000);

const ADA = 'user:default/ada';
const ada: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada', namespace: 'default' },
};

it("what Plimsoll tells arrives in Backstage's notifications", async () => {
  let notifier: ReliabilityNotifier | undefined;
  const backend = await startTestBackend({
    extensionPoints: [
      [
        reliabilityNotifierExtensionPoint,
        {
          setNotifier(given) {
            notifier = given;
          },
        },
      ],
    ],
    features: [
      reliabilityModuleNotifications,
      notificationsPlugin,
      mockServices.database.factory(),
      catalogServiceMock.factory({ entities: [ada] }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
    ],
  });
  try {
    await notifier!.notify(ADA, {
      title: 'Readiness: 1 item contested',
      description: 'pay: "Runbook" contested by bob',
      link: '/reliability/tasks',
      topic: 'readiness',
    });
    const reply = await fetch(
      `http://localhost:${backend.server.port()}/api/notifications/notifications`,
      { headers: { Authorization: mockCredentials.user.header(ADA) } },
    );
    const body = await reply.json();
    expect(body.notifications).toMatchObject([
      {
        origin: 'plugin:reliability',
        payload: {
          title: 'Readiness: 1 item contested',
          link: '/reliability/tasks',
          topic: 'readiness',
        },
      },
    ]);
  } finally {
    await backend.stop();
  }
});
