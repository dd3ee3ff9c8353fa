import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/Cancel';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { SloDiagnosticItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton, statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    margin: theme.spacing(1.5, 0, 0.5),
    ...theme.typography.subtitle2,
    '& svg': { fontSize: 18 },
  },
  error: { '& svg': { color: statusColors(theme).bad } },
  warning: { '& svg': { color: statusColors(theme).warn } },
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: '0.875rem' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, auto) minmax(0, 1fr)',
    gap: theme.spacing(0, 1.5),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  place: {
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  message: { overflowWrap: 'anywhere' },
  path: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

export interface DiagnosticsProps {
  items: readonly SloDiagnosticItem[];
  /** Leave the file out where it is said already. */
  hideFile?: boolean;
  /** Makes the place a button, for instance to move the cursor there. */
  onPlace?: (item: SloDiagnosticItem) => void;
}

function Place({
  item,
  hideFile,
  onPlace,
}: { item: SloDiagnosticItem } & Omit<DiagnosticsProps, 'items'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const position = t('slo.diagnostics.place', {
    line: String(item.line),
    column: String(item.column),
  });
  const text = hideFile || !item.file ? position : `${item.file}:${position}`;
  return onPlace ? (
    <SmallButton quiet onClick={() => onPlace(item)}>
      {text}
    </SmallButton>
  ) : (
    <span className={classes.place}>{text}</span>
  );
}

/** What is wrong and what is doubtful in documents, apart, each with its place. */
export function Diagnostics({ items, ...place }: DiagnosticsProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {(['error', 'warning'] as const).map(severity => {
        const shown = items.filter(item => item.severity === severity);
        const Icon = severity === 'error' ? ErrorIcon : WarningIcon;
        if (shown.length === 0) return null;
        return (
          <div key={severity}>
            <div className={`${classes.title} ${classes[severity]}`}>
              <Icon aria-hidden="true" />
              {t(`slo.diagnostics.${severity}`, { count: shown.length })}
            </div>
            <ul className={classes.list}>
              {shown.map(item => (
                <li
                  key={`${item.file} ${item.line} ${item.column} ${item.code} ${item.path}`}
                  className={classes.item}
                >
                  <Place item={item} {...place} />
                  <span className={classes.message}>
                    {item.message}{' '}
                    {item.path && (
                      <code className={classes.path}>{item.path}</code>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
