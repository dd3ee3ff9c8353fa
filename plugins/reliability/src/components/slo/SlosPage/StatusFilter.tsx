import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import {
  isKnownStatus,
  SLO_STATUSES,
  type ListSlosResponse,
  type SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SloStatusMark } from '../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    minWidth: 0,
  },
  label: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.5, 0, 0, -1),
    padding: 0,
    listStyle: 'none',
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '2px 8px',
    minHeight: 32,
    borderRadius: 16,
    border: '1px solid transparent',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-pressed=true]': {
      backgroundColor: theme.palette.action.selected,
      borderColor: theme.palette.primary.main,
    },
  },
  count: {
    fontSize: '0.875rem',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
}));

export interface StatusFilterProps {
  counts: ListSlosResponse['counts'];
  chosen: readonly SloStatus[];
  onChange: (chosen: SloStatus[]) => void;
}

/** How many SLOs are in each status, as buttons that filter; what is not known stands apart. */
export function StatusFilter(props: StatusFilterProps) {
  const { counts, chosen, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const toggle = (status: SloStatus) =>
    onChange(
      chosen.includes(status)
        ? chosen.filter(other => other !== status)
        : [...chosen, status],
    );
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
              <ul
                className={classes.list}
                aria-label={`${t('slos.summary.status')}: ${title}`}
                title={t('slos.summary.statusHelp')}
              >
                {statuses.map(status => (
                  <li key={status}>
                    <ButtonBase
                      className={classes.button}
                      aria-pressed={chosen.includes(status)}
                      onClick={() => toggle(status)}
                    >
                      <SloStatusMark status={status} />{' '}
                      <span className={classes.count}>{counts[status]}</span>
                    </ButtonBase>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </div>
  );
}
