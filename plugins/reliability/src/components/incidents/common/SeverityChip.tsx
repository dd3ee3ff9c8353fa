import { makeStyles } from '@material-ui/core/styles';
import type { IncidentSeverity } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';
import { useSeverityColor } from './useSeverityColor';
import { useSeverityWords } from './useSeverityWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    padding: '0 8px 0 6px',
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: 4,
    fontSize: '0.75rem',
    fontWeight: 600,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    color: theme.palette.text.primary,
  },
  none: { borderStyle: 'dashed', fontWeight: 'normal' },
  block: {
    width: 10,
    height: 10,
    borderRadius: 2,
    flex: 'none',
    border: `1px solid ${theme.palette.text.secondary}`,
  },
  hidden: visuallyHidden,
}));

/** How bad an incident is, by the name that the company gave to the level. The tooltip says what the provider calls it. */
export function SeverityChip({ severity }: { severity: IncidentSeverity }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { nameOf, helpOf } = useSeverityWords();
  const { level } = severity;
  return (
    <span
      className={`${classes.root} ${level === null ? classes.none : ''}`}
      title={helpOf(severity)}
    >
      <SeverityBlock level={level} />
      <span>
        <span className={classes.hidden}>
          {t('incident.severity.label', { name: '' })}
        </span>
        {nameOf(severity)}
      </span>
    </span>
  );
}

/** The colour of a level, which repeats what words beside it say. */
export function SeverityBlock({ level }: { level: number | null }) {
  const classes = useStyles();
  const color = useSeverityColor();
  return (
    <span
      aria-hidden="true"
      className={classes.block}
      style={{ background: color(level) }}
    />
  );
}
