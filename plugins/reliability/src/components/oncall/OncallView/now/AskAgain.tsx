import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useRefreshService } from '../../../../hooks/useServiceActions';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorKind, errorText } from '../../../async';
import { RefreshButton } from '../../../maturity/EntityReliabilityContent/header/RefreshButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  words: { '&:empty': { display: 'none' } },
}));

/** Asks the providers of a service again, which they are not asked too often. */
export function AskAgain(props: {
  entityRef: string;
  recently: boolean;
  onChanged: (service: ServiceResponse) => void;
  onDone: () => void;
}) {
  const { entityRef, recently, onChanged, onDone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const done = useCallback(
    (service: ServiceResponse) => {
      onChanged(service);
      onDone();
    },
    [onChanged, onDone],
  );
  const { state, run } = useRefreshService(entityRef, done);
  const words = () => {
    if (state.kind === 'failed') {
      return errorKind(state.error) === 'forbidden'
        ? t('entity.refresh.forbidden')
        : t('entity.refresh.failed', { message: errorText(state.error) });
    }
    if (state.kind === 'done') return t('oncall.now.refreshed');
    return recently ? t('oncall.now.recently') : '';
  };
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        component="span"
        role="status"
        className={classes.words}
      >
        {words()}
      </Typography>
      {!recently && (
        <RefreshButton
          busy={state.kind === 'running'}
          onClick={() => run()}
          label={t('oncall.now.refresh')}
        />
      )}
    </div>
  );
}
