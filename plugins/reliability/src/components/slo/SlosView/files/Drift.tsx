import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import SameIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import DiffersIcon from '@material-ui/icons/ReportProblemOutlined';
import type { RuleDriftItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { statusColors, TimeAgo } from '../../../common';

const useStyles = makeStyles(theme => ({
  state: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    '& svg': {
      flex: 'none',
      fontSize: 18,
      marginTop: 1,
      color: theme.palette.text.secondary,
    },
  },
  same: { '& svg': { color: statusColors(theme).good } },
  differs: { '& svg': { color: statusColors(theme).warn } },
  list: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(3) },
  code: {
    display: 'block',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
}));

const icons = {
  same: SameIcon,
  differs: DiffersIcon,
  missing: DiffersIcon,
  unknown: UnknownIcon,
};

const tones = {
  same: 'same',
  differs: 'differs',
  missing: 'differs',
  unknown: undefined,
} as const;

/** Whether the rules that are loaded are those that follow from the SLO, and where they are not. */
export function Drift({ drift }: { drift: RuleDriftItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { state, checkedAt, differences } = drift;
  const Icon = icons[state];
  const tone = tones[state];
  const codeOf = (key: 'expected' | 'actual', text: string | null) =>
    text !== null && (
      <code className={classes.code}>{t(`slo.drift.${key}`, { text })}</code>
    );
  return (
    <div>
      <Typography
        variant="body2"
        component="div"
        className={`${classes.state} ${tone ? classes[tone] : ''}`}
      >
        <Icon aria-hidden="true" />
        <span>
          {t(`slo.drift.long.${state}`)}{' '}
          {checkedAt && (
            <>
              {t('slo.drift.checked')} <TimeAgo at={checkedAt} />.
            </>
          )}
        </span>
      </Typography>
      {differences.length > 0 && (
        <Typography variant="body2" component="ul" className={classes.list}>
          {differences.map(({ rule, kind, expected, actual }) => (
            <li key={`${rule} ${kind}`}>
              {t(`slo.drift.kind.${kind}`, { rule })}
              {codeOf('expected', expected)}
              {codeOf('actual', actual)}
            </li>
          ))}
        </Typography>
      )}
    </div>
  );
}
