import { LinkButton } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSloParams, useSlos } from '../../../hooks/slo/useSlos';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { isSloFiltered } from '../../../utils/slo/sloParams';
import { Async } from '../../async';
import { NoSlos } from '../SlosView/NoSlos';
import { SloList } from './SloList';
import { SlosFilters } from './SlosFilters';
import { SlosSummary } from './SlosSummary';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  intro: { maxWidth: '80ch', flex: '1 1 320px' },
  try: { textTransform: 'none' },
}));

/** The SLOs of the company, the worst first; filters, order and page live in the address. */
export function SlosPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const address = useSloParams();
  const state = useSlos(address.params);
  const nothingAtAll =
    state.kind === 'ready' &&
    state.value.totalItems === 0 &&
    !isSloFiltered(address.params);
  return (
    <div className={classes.root}>
      <div className={classes.top}>
        <Typography variant="body2" className={classes.intro}>
          {t('slos.intro')}
        </Typography>
        <LinkButton
          to={links.sloDraft()}
          size="small"
          variant="outlined"
          className={classes.try}
        >
          {t('slos.try')}
        </LinkButton>
      </div>
      {!nothingAtAll && <SlosFilters address={address} />}
      <Async state={state}>
        {(page, refreshing) => (
          <>
            <SlosSummary page={page} address={address} />
            {nothingAtAll ? (
              <NoSlos />
            ) : (
              <SloList page={page} refreshing={refreshing} address={address} />
            )}
          </>
        )}
      </Async>
    </div>
  );
}
