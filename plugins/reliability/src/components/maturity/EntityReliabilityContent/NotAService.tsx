import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { useLinks } from '../../../hooks/useLinks';
import { useRefreshService } from '../../../hooks/useServiceActions';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorKind, errorText, StateMessage } from '../../async';
import { RefreshButton } from './header/RefreshButton';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1, 2),
  },
}));

/** The entity is none of the services; it may be too new to be one. */
export function NotAService(props: { entityRef: string; onFound: () => void }) {
  const { entityRef, onFound } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const { state, run } = useRefreshService(entityRef, onFound);
  const refusal = (error: Error) => {
    switch (errorKind(error)) {
      case 'not-found':
        return t('entity.notService.still');
      case 'forbidden':
        return t('entity.refresh.forbidden');
      default:
        return t('entity.refresh.failed', { message: errorText(error) });
    }
  };
  return (
    <StateMessage
      icon={<SearchIcon />}
      title={t('entity.notService.title')}
      action={
        <div className={classes.actions}>
          <RefreshButton
            busy={state.kind === 'running'}
            onClick={run}
            label={t('entity.notService.look')}
          />
          <Link to={links.standards()}>{t('entity.notService.standards')}</Link>
        </div>
      }
    >
      <p>{t('entity.notService.text')}</p>
      <p>
        {state.kind === 'failed'
          ? refusal(state.error)
          : t('entity.notService.new')}
      </p>
    </StateMessage>
  );
}
