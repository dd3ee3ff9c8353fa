import type {
  RouteInput,
  RouteName,
} from '@plimsoll/backstage-plugin-reliability-common';
import Typography from '@material-ui/core/Typography';
import { useExport } from '../../hooks/useExport';
import { useTranslation } from '../../hooks/useTranslation';
import { errorText } from '../async';
import { SmallButton } from './SmallButton';

/** Saves a whole list as CSV, with the filters in force. */
export function ExportButton<Name extends RouteName>(props: {
  route: Name;
  input: RouteInput<Name>;
  /** Of the file, without its ending. */
  name: string;
  /** Where the page has another export. */
  label?: string;
}) {
  const { route, input, name, label } = props;
  const { t } = useTranslation();
  const { state, run } = useExport(route, input);
  const busy = state.kind === 'running';
  return (
    <>
      <SmallButton onClick={() => run('csv', name)} aria-disabled={busy}>
        {busy ? t('common.exporting') : label ?? t('common.export')}
      </SmallButton>
      {state.kind === 'failed' && (
        <Typography variant="body2" role="alert">
          {t('common.exportFailed', { message: errorText(state.error) })}
        </Typography>
      )}
    </>
  );
}
