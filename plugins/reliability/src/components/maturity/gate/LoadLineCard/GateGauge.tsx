import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TimeAgo, trackColor, unknownPattern } from '../../../common';
import { wholePercent } from '../water';
import { SubHead } from './SubHead';

const useStyles = makeStyles(theme => ({
  list: { display: 'grid', gap: theme.spacing(1.25), margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(0.25, 1),
    listStyle: 'none',
  },
  value: { fontVariantNumeric: 'tabular-nums' },
  binding: { fontWeight: 600 },
  track: {
    gridColumn: '1 / -1',
    height: 6,
    borderRadius: 3,
    overflow: 'hidden',
    backgroundColor: trackColor(theme),
  },
  unknown: { background: unknownPattern(theme) },
  fill: { height: '100%', backgroundColor: theme.palette.primary.main },
  text: {
    gridColumn: '1 / -1',
    fontWeight: 'normal',
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
}));

type Part = GateAnswer['gauge']['parts'][number];

function Room({ part, binding }: { part: Part; binding: boolean }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { noun, room, text, at } = part;
  const known = room !== null;
  return (
    <li className={`${classes.item} ${binding ? classes.binding : ''}`}>
      <span>
        {t(`gate.gauge.${noun}`)}
        {binding && ` (${t('gate.gauge.binding')})`}
      </span>
      <span className={classes.value}>
        {known
          ? t('gate.gauge.room', { percent: String(wholePercent(room)) })
          : t('gate.gauge.unknown')}
      </span>
      <span
        className={`${classes.track} ${known ? '' : classes.unknown}`}
        aria-hidden="true"
      >
        {known && (
          <div className={classes.fill} style={{ width: `${room / 10}%` }} />
        )}
      </span>
      <span className={classes.text}>
        {text}
        {at && known && (
          <>
            {', '}
            <TimeAgo at={at} />
          </>
        )}
      </span>
    </li>
  );
}

/** How much room each thing leaves; the least is where the water stands. */
export function GateGauge({ answer }: { answer: GateAnswer }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { parts, binding } = answer.gauge;
  if (parts.length === 0) return null;
  return (
    <SubHead title={t('gate.gauge.title')}>
      <ul className={classes.list} title={t('gate.gauge.help')}>
        {parts.map(part => (
          <Room
            key={part.noun}
            part={part}
            // With all the room there can be nothing binds.
            binding={part.noun === binding && part.room !== 1000}
          />
        ))}
      </ul>
    </SubHead>
  );
}
