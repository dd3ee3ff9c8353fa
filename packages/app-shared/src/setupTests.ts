import '@testing-library/jest-dom';

class ResizeObserverStub {
  observe() {}
  unobserve() {}
  disconnect() {}
}
global.ResizeObserver ??=
  ResizeObserverStub as unknown as typeof ResizeObserver;
