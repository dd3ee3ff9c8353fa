export { Async } from './Async';
export type { AsyncProps } from './Async';
export { errorKind, errorText } from './errorKind';
export { Failed } from './Failed';
export { Forbidden } from './Forbidden';
export { Loading } from './Loading';
export { NotFound } from './NotFound';
export { StateMessage } from './StateMessage';
export type { StateMessageProps } from './StateMessage';
