import { makeStyles } from '@material-ui/core/styles';
import {
  isKnownStatus,
  SLO_STATUSES,
  type ListSlosResponse,
  type SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { CountFilter } from '../../common';
import { SloStatusMark } from '../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    minWidth: 0,
  },
  label: {
    marginBottom: theme.spacing(0.5),
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
  },
}));

export interface StatusFilterProps {
  counts: ListSlosResponse['counts'];
  chosen: readonly SloStatus[];
  onChange: (chosen: SloStatus[]) => void;
}

/** How many SLOs are in each status, as buttons that filter; what is not known stands apart. */
export function StatusFilter(props: StatusFilterProps) {
  const { counts, chosen } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = (status: SloStatus) =>
    isKnownStatus(status) || counts[status] > 0 || chosen.includes(status);
  return (
    <div className={classes.root}>
      {[true, false].map(known => {
        const title = t(known ? 'slos.summary.known' : 'slos.summary.notKnown');
        const statuses = SLO_STATUSES.filter(
          status => isKnownStatus(status) === known && shown(status),
        );
        return (
          statuses.length > 0 && (
            <div key={title}>
              <div className={classes.label} aria-hidden="true">
                {title}
              </div>
              <CountFilter
                {...props}
                label={`${t('slos.summary.status')}: ${title}`}
                help={t('slos.summary.statusHelp')}
                values={statuses}
                mark={status => <SloStatusMark status={status} />}
              />
            </div>
          )
        );
      })}
    </div>
  );
}
