import type { ListOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OncallParams } from '../../utils/oncall/params';
import type { LoadState } from '../useLoad';
import { useOncallLink } from './useOncallLink';

/**
 * Opens the first service once the answer to what was entered is there. An answer to another question, which
 * is still shown while the right one is on its way, opens nothing.
 */
export function useOpenFirst(
  state: LoadState<{ page: ListOncallResponse; asked: OncallParams }>,
  entered: string | undefined,
  onOpened: () => void,
) {
  const navigate = useNavigate();
  const oncallLink = useOncallLink();
  const answer = state.kind === 'ready' ? state.value : undefined;
  useEffect(() => {
    if (entered === undefined || answer?.asked.q !== entered) return;
    onOpened();
    const [first] = answer.page.items;
    if (first) navigate(oncallLink(first.entityRef));
  }, [answer, entered, navigate, oncallLink, onOpened]);
}
