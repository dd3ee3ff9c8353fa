import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { momentText } from '../../../../utils/oncall/times';
import { SubSection } from '../../../slo/SlosView/parts/SubSection';
import { useOncallWords, usePeople } from '../../common';

const SHOWN = 6;

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: theme.spacing(1, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: theme.typography.body2.fontSize,
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** Who hands over to whom, the soonest first. */
export function Handovers({ value }: { value: ServiceOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { levelOf } = useOncallWords();
  const { listOfKeys } = usePeople();
  const { handovers } = value.cover;
  const nobody = t('oncall.nobody');
  return (
    <SubSection title={t('oncall.handovers.title')}>
      {handovers.length === 0 ? (
        <Typography variant="body2">{t('oncall.handovers.none')}</Typography>
      ) : (
        <ul className={classes.list} aria-label={t('oncall.handovers.title')}>
          {handovers.slice(0, SHOWN).map(handover => (
            <li key={`${handover.at} ${handover.level}`}>
              <time dateTime={handover.at}>{momentText(handover.at)}</time>{' '}
              {t('oncall.handovers.line', {
                out: listOfKeys(handover.out) || nobody,
                in: listOfKeys(handover.in) || nobody,
              })}{' '}
              {handover.level !== null && (
                <span className={classes.quiet}>{levelOf(handover.level)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </SubSection>
  );
}
