export { Logo } from './Logo';
export { DemoSignInPage } from './people/DemoSignInPage';
export { SignedInAs } from './people/SignedInAs';
