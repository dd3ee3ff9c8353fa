import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { points } from '../../../utils/points';
import { signedPoints } from '../../../utils/signedPoints';
import { FromTo } from '../EntityReliabilityContent/history/FromTo';
import { FactValue } from '../FactValue';
import { Rule } from '../Rule';
import { FlipWords } from './FlipWords';

const useStyles = makeStyles(theme => ({
  head: { fontWeight: 600 },
  cause: { marginTop: theme.spacing(1.5) },
  list: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
    '& li + li': { marginTop: theme.spacing(0.5) },
  },
  facts: { color: theme.palette.text.secondary },
}));

type Difference = NonNullable<ServiceChangesResponse['difference']>;
type Side = ServiceChangesResponse['before'];

const parts = ['service', 'rule', 'data', 'unexplained'] as const;

const sizeOf = ({ points: by }: Difference, part: (typeof parts)[number]) =>
  Math.abs(by[part]);

function Facts({ flip }: { flip: Difference['flips'][number] }) {
  const classes = useStyles();
  return (
    <>
      {flip.facts.map(({ path, before, after }) => (
        <div key={path} className={classes.facts}>
          <Rule text={path} />
          {': '}
          <FromTo
            from={<FactValue value={before} />}
            to={<FactValue value={after} />}
          />
        </div>
      ))}
    </>
  );
}

function CausePart(props: {
  part: (typeof parts)[number];
  difference: Difference;
}) {
  const { part, difference } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const flips = difference.flips.filter(({ cause }) => cause === part);
  const amount = difference.points[part];
  if (amount === 0 && flips.length === 0) return null;
  return (
    <div className={classes.cause}>
      <Typography variant="body2" component="h4">
        {t(`changes.compare.because.${part}`, { delta: signedPoints(amount) })}
      </Typography>
      {flips.length > 0 && (
        <ul className={classes.list}>
          {flips.map(flip => (
            <li key={flip.check}>
              <FlipWords flip={flip} />
              <Facts flip={flip} />
            </li>
          ))}
        </ul>
      )}
      {part === 'rule' && flips.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('changes.compare.onlyRules')}
        </Typography>
      )}
    </div>
  );
}

function Headline(props: {
  before: Side & { state: NonNullable<Side['state']> };
  after: Side & { state: NonNullable<Side['state']> };
  difference: Difference;
}) {
  const { before, after, difference } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const name = ({ state: { level } }: typeof before) =>
    level.index < 0 ? t('common.level.none') : level.name;
  const days = { first: dayText(before.day), second: dayText(after.day) };
  const [from, to] = [before.state.score, after.state.score];
  return (
    <>
      <Typography variant="body1" component="h3" className={classes.head}>
        {difference.level.direction === 'same'
          ? t('changes.compare.levelSame', { level: name(after), ...days })
          : t('changes.compare.level', {
              from: name(before),
              to: name(after),
              ...days,
            })}
      </Typography>
      <Typography variant="body2">
        {difference.score === 0
          ? t('changes.compare.scoreSame', { score: String(points(to)) })
          : t('changes.compare.score', {
              from: (from / 10).toFixed(1),
              to: (to / 10).toFixed(1),
              delta: signedPoints(difference.score),
            })}
      </Typography>
    </>
  );
}

/** What differs between two days of a service, in words. */
export function ServiceDifference({
  changes,
}: {
  changes: ServiceChangesResponse;
}) {
  const { t } = useTranslation();
  const { before, after, difference } = changes;
  const bySteps = [before, after].filter(({ from }) => from === 'steps');
  if (!difference || !before.state || !after.state) {
    const missing = before.state ? after : before;
    return (
      <Typography variant="body2">
        {t('changes.compare.noState', { day: dayText(missing.day) })}
      </Typography>
    );
  }
  const isSame = difference.score === 0 && difference.flips.length === 0;
  return (
    <>
      <Headline
        before={{ ...before, state: before.state }}
        after={{ ...after, state: after.state }}
        difference={difference}
      />
      {isSame && difference.level.direction === 'same' ? (
        <Typography variant="body2" color="textSecondary">
          {t('changes.compare.same')}
        </Typography>
      ) : (
        [...parts]
          .sort((a, b) => sizeOf(difference, b) - sizeOf(difference, a))
          .map(part => (
            <CausePart key={part} part={part} difference={difference} />
          ))
      )}
      {bySteps.map(({ day }) => (
        <Typography key={day} variant="body2" color="textSecondary">
          {t('changes.totals.steps', { day: dayText(day) })}
        </Typography>
      ))}
    </>
  );
}
