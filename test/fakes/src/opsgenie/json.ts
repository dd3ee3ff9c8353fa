import { FakeReply } from '../FakeVendor';
import { OperationsUser } from './state';

/** As the vendor writes it: with an offset, not with a Z. */
export const iso = (ms: number) =>
  new Date(ms).toISOString().replace('.000Z', '+00:00');

/** People sign in with their e-mail, and that is how they are named. */
export const signIn = ({ id, email }: OperationsUser) =>
  email ?? `${id.toLowerCase()}@example.com`;

export const userJson = (user: OperationsUser) => ({
  id: user.id,
  username: signIn(user),
  fullName: user.name,
  blocked: user.left ?? false,
  role: { id: 'User', name: 'User' },
});

export const whole = (data: unknown, more: object = {}): FakeReply => ({
  body: { data, ...more, took: 0.01, requestId: 'fake' },
});

export const error = (status: number, message: string): FakeReply => ({
  status,
  body: { message, took: 0.01, requestId: 'fake' },
});

export const notFound = () => error(404, 'Entity does not exist');
