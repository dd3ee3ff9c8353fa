import { createBackendModule } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import { reliabilityNotifierExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';

/**
 * Hands Plimsoll the notifications of Backstage.
 *
 * @public
 */
export const reliabilityModuleNotifications = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'notifications',
  register(env) {
    env.registerInit({
      deps: {
        notifier: reliabilityNotifierExtensionPoint,
        notifications: notificationService,
      },
      async init({ notifier, notifications }) {
        notifier.setNotifier({
          notify: (recipient, payload) =>
            notifications.send({
              recipients: { type: 'entity', entityRef: recipient },
              payload: { ...payload, severity: 'normal' },
            }),
        });
      },
    });
  },
});
