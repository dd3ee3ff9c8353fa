import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { PersonShift } from '@plimsoll/backstage-plugin-reliability-common';
import { useOncallLink } from '../../../hooks/oncall/useOncallLink';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  momentText,
  relativeTo,
  stretchText,
} from '../../../utils/oncall/times';
import { Badge } from '../../common';
import { useOncallWords } from '../common';

const SHOWN = 3;

const useStyles = makeStyles(theme => ({
  root: { overflowWrap: 'anywhere' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  title: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** One shift of the reader: where, when, and for which services. */
export function ShiftLine({ shift, at }: { shift: PersonShift; at: string }) {
  const { from, to, level, shadow, rotation, services } = shift;
  const classes = useStyles();
  const { t } = useTranslation();
  const oncallLink = useOncallLink();
  const { levelOf } = useOncallWords();
  const begun = from === null || Date.parse(from) <= Date.parse(at);
  const when = () => {
    if (from && to && !begun) {
      return `${stretchText(from, to)} (${relativeTo(from, at)})`;
    }
    if (from && !begun) return `${momentText(from)} (${relativeTo(from, at)})`;
    if (!to) return t('oncallGroup.my.since');
    return `${t('oncall.until', { time: momentText(to) })} ${t(
      'oncall.untilIn',
      { relative: relativeTo(to, at) },
    )}`;
  };
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <span className={classes.title}>{rotation.title}</span>
        {level !== null && <Badge>{levelOf(level)}</Badge>}
        {shadow && <Badge>{t('oncallGroup.my.shadow')}</Badge>}
      </div>
      <div>{when()}</div>
      <div className={classes.quiet}>
        {services.slice(0, SHOWN).map(({ entityRef, title }, index) => (
          <span key={entityRef}>
            {index > 0 && ', '}
            <Link to={oncallLink(entityRef)}>{title}</Link>
          </span>
        ))}
        {services.length > SHOWN && (
          <> {t('oncallGroup.more', { count: services.length - SHOWN })}</>
        )}
      </div>
    </li>
  );
}
