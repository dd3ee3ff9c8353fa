import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PersonOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useMyOncall } from '../../../hooks/oncall/useMyOncall';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { hoursText } from '../../../utils/oncall/times';
import { Async, StateMessage } from '../../async';
import { ShiftLine } from './ShiftLine';

const SHOWN = 4;

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2, display: 'grid', gap: theme.spacing(1) },
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

function MyShifts({ value }: { value: PersonOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { now, next, load, at } = value;
  const parts = [
    { title: t('oncallGroup.my.now'), shifts: now },
    { title: t('oncallGroup.my.next'), shifts: next.slice(0, SHOWN) },
  ].filter(({ shifts }) => shifts.length > 0);
  return (
    <>
      {now.length === 0 && <div>{t('oncallGroup.my.notNow')}</div>}
      {parts.map(({ title, shifts }) => (
        <div key={title}>
          <Typography variant="subtitle2" component="h3">
            {title}
          </Typography>
          <ul className={classes.list} aria-label={title}>
            {shifts.map((shift, index) => (
              <ShiftLine key={index} shift={shift} at={at} />
            ))}
          </ul>
        </div>
      ))}
      {load && (
        <div>
          {t('oncallGroup.my.load', {
            hours: hoursText(load.hours),
            nights: hoursText(load.nightHours),
            weekends: hoursText(load.weekendHours),
          })}
        </div>
      )}
    </>
  );
}

/**
 * What fills the home page widget: what the reader is on call for, now and next. The frame and the title are
 * the home page's.
 *
 * @public
 */
export function MyOncallCard() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <Async
      state={useMyOncall()}
      notFound={
        <StateMessage title={t('oncallGroup.my.nothing')} dense>
          {t('oncallGroup.my.unknown')}
        </StateMessage>
      }
      dense
    >
      {value => (
        <div className={classes.root}>
          {value.now.length + value.next.length === 0 ? (
            <StateMessage title={t('oncallGroup.my.nothing')} dense>
              {t('oncallGroup.my.nothingText')}
            </StateMessage>
          ) : (
            <MyShifts value={value} />
          )}
          <Link to={links.oncall()}>{t('oncallGroup.my.directory')}</Link>
        </div>
      )}
    </Async>
  );
}
