import type { ReactNode } from 'react';
import type { LoadState } from '../../hooks/useLoad';
import { errorKind } from './errorKind';
import { Failed } from './Failed';
import { Forbidden } from './Forbidden';
import { Loading } from './Loading';
import { NotFound } from './NotFound';

export interface AsyncProps<T> {
  state: LoadState<T>;
  /** Draws the value; `refreshing` while a newer one is on its way. */
  children: (value: T, refreshing: boolean) => ReactNode;
  /** Instead of the thin bar. */
  loading?: ReactNode;
  /** Instead of "not found": on a service's page 404 means that it is not a service here. */
  notFound?: ReactNode;
  /** Less room, for cards. */
  dense?: boolean;
}

/** The only place that tells the states of loading apart. */
export function Async<T>(props: AsyncProps<T>) {
  const { state, children, loading, notFound, dense } = props;
  switch (state.kind) {
    case 'loading':
      return <>{loading ?? <Loading />}</>;
    case 'failed':
      switch (errorKind(state.error)) {
        case 'forbidden':
          return <Forbidden dense={dense} />;
        case 'not-found':
          return <>{notFound ?? <NotFound dense={dense} />}</>;
        default:
          return (
            <Failed error={state.error} retry={state.retry} dense={dense} />
          );
      }
    default:
      return <>{children(state.value, state.refreshing)}</>;
  }
}
