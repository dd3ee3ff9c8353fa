import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  KpiItem,
  KpisResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { utcDayText } from './utcDayText';

const useStyles = makeStyles(theme => ({
  sentence: { ...theme.typography.h6, margin: 0, maxWidth: '70ch' },
  line: { maxWidth: '80ch', marginTop: theme.spacing(0.5) },
}));

const namesOf = (items: readonly KpiItem[]) =>
  items.map(({ title }) => title).join(', ');

/** The period in one sentence, before any number: how many targets are met, and which are not. */
export function KpiHead({ kpis }: { kpis: KpisResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const withTarget = kpis.items.filter(({ target }) => target !== null);
  const of = (met: KpiItem['met']) =>
    withTarget.filter(each => each.met === met);
  const [met, missed, unknown] = [of('yes'), of('no'), of('unknown')];
  const judged = met.length + missed.length;
  const worse = kpis.items.filter(({ trend }) => trend?.verdict === 'worse');
  return (
    <div>
      <p className={classes.sentence}>
        {judged === 0
          ? t('kpis.head.noTargets')
          : t('kpis.head.met', {
              met: String(met.length),
              all: String(judged),
            })}
      </p>
      {missed.length > 0 && (
        <Typography variant="body1" className={classes.line}>
          {t('kpis.head.missed', { names: namesOf(missed) })}
        </Typography>
      )}
      {worse.length > 0 && (
        <Typography variant="body2" className={classes.line}>
          {t('kpis.head.worse', { names: namesOf(worse) })}
        </Typography>
      )}
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.line}
      >
        {[
          t('kpis.services', { count: kpis.services }),
          t('kpis.period', {
            from: utcDayText(kpis.from),
            to: utcDayText(kpis.to),
            previousFrom: utcDayText(kpis.previousFrom),
            previousTo: utcDayText(kpis.previousTo),
          }),
          ...(unknown.length > 0
            ? [t('kpis.head.unknown', { count: unknown.length })]
            : []),
        ]
          .map(text => text.replace(/\.$/, ''))
          .join('. ')}
        .
      </Typography>
    </div>
  );
}
