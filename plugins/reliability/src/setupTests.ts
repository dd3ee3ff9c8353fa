import '@testing-library/jest-dom';
// eslint-disable-next-line @backstage/no-undeclared-imports -- the copy that user-event brings along
import { configure } from '@testing-library/dom';
import { getConfig } from '@testing-library/react';

// user-event and @testing-library/react may rest on different copies of @testing-library/dom. What a
// person does in a test then happens outside of act(), and React warns about every state change.
const { eventWrapper, asyncWrapper, unstable_advanceTimersWrapper } =
  getConfig();
configure({ eventWrapper, asyncWrapper, unstable_advanceTimersWrapper });

class ResizeObserverStub {
  observe() {}
  unobserve() {}
  disconnect() {}
}
global.ResizeObserver ??=
  ResizeObserverStub as unknown as typeof ResizeObserver;
