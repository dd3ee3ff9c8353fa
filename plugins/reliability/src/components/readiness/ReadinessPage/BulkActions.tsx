import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityReadinessImportPermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useExportAnswers } from '../../../hooks/readiness/useExportAnswers';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  progressFilterOf,
  type ReadinessParams,
} from '../../../utils/readiness/readinessParams';
import { errorText } from '../../async';
import { ImportDialog } from './ImportDialog';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Answers out of the portal, and for those who may, into it. */
export function BulkActions(props: {
  checklist: string;
  params: ReadinessParams;
  onImported: () => void;
}) {
  const { checklist, params, onImported } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({
    permission: reliabilityReadinessImportPermission,
  });
  const { state, run } = useExportAnswers(checklist, progressFilterOf(params));
  const formats = ['csv', 'json'] as const;
  return (
    <div className={classes.root}>
      <span role="alert">
        {state.kind === 'failed' &&
          t('organisation.export.failed', { message: errorText(state.error) })}
      </span>
      {formats.map(format => (
        <Button
          key={format}
          size="small"
          variant="outlined"
          aria-disabled={state.kind === 'running'}
          onClick={() => run(format)}
        >
          {t(`organisation.export.${format}`)}
        </Button>
      ))}
      {allowed && (
        <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
          {t('organisation.import.open')}
        </Button>
      )}
      {open && (
        <ImportDialog
          checklist={checklist}
          onImported={onImported}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
