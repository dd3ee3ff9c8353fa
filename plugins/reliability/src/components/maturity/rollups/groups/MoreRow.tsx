import type { ActionState } from '../../../../hooks/useAction';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorText } from '../../../async';
import { SmallButton } from '../../../common';

/** The end of a table that has more. */
export function MoreRow(props: {
  columns: number;
  more: {
    hasMore: boolean;
    moreState: ActionState<unknown>;
    loadMore: () => void;
  };
  label?: string;
}) {
  const { columns, more, label } = props;
  const { t } = useTranslation();
  const { hasMore, moreState, loadMore } = more;
  if (!hasMore) return null;
  return (
    <tr>
      <td colSpan={columns}>
        <SmallButton
          disabled={moreState.kind === 'running'}
          onClick={() => loadMore()}
        >
          {label ?? t('rollups.groups.more')}
        </SmallButton>{' '}
        <span role="alert">
          {moreState.kind === 'failed' &&
            t('rollups.groups.moreFailed', {
              message: errorText(moreState.error),
            })}
        </span>
      </td>
    </tr>
  );
}
