import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** What somebody is told. @public */
export interface ReliabilityNotification {
  readonly title: string;
  /** Several lines of plain text. */
  readonly description: string;
  /** Path within the portal. */
  readonly link: string;
  /** What it is about, for those who choose what they hear of. */
  readonly topic: string;
}

/** A way to tell people something. @public */
export interface ReliabilityNotifier {
  /**
   * Tells one person. Plimsoll tries again later when it throws.
   *
   * @param recipient - entity reference of a user
   */
  notify(
    recipient: string,
    notification: ReliabilityNotification,
  ): Promise<void>;
}

/** @public */
export interface ReliabilityNotifierExtensionPoint {
  /** @throws Error when another module has set one */
  setNotifier(notifier: ReliabilityNotifier): void;
}

/**
 * For a module that brings digests to people, such as
 * `@plimsoll/backstage-plugin-reliability-backend-module-notifications`. Without one nothing is sent.
 *
 * @public
 */
export const reliabilityNotifierExtensionPoint =
  createExtensionPoint<ReliabilityNotifierExtensionPoint>({
    id: 'reliability.notifier',
  });
