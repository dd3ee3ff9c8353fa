import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { OncallMirrorResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { lanesOfSpans } from '../../../../utils/oncall/timeline';
import { hoursText } from '../../../../utils/oncall/times';
import { PeopleProvider, useOncallWords } from '../../common';
import { SubSection } from '../../../slo/SlosView/parts/SubSection';
import { TimelineChart } from '../timeline/TimelineChart';
import { MirrorDifferences } from './MirrorDifferences';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    // The charts are wider than a phone and scroll inside.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    marginTop: theme.spacing(1.5),
  },
}));

/** What both accounts say about the same time. */
export function MirrorComparison({ value }: { value: OncallMirrorResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  const { sameHours, comparedHours, differences } = value;
  const window = { from: value.from, to: value.to };
  // Rounded down: what is not quite the same must not read 100 %.
  const share = Math.floor((100 * sameHours) / comparedHours);
  const words = () => {
    if (comparedHours === 0) return t('oncall.mirror.nothing');
    const same = t('oncall.mirror.same', {
      same: hoursText(sameHours),
      all: hoursText(comparedHours),
      share: String(share),
    });
    return differences.length === 0
      ? `${same} ${t('oncall.mirror.equal')}`
      : same;
  };
  return (
    <PeopleProvider people={value.people}>
      <div className={classes.root}>
        <Typography variant="body2">{words()}</Typography>
        {(['left', 'right'] as const).map(side => {
          const { account, provider } = value[side];
          return (
            <SubSection
              key={side}
              title={`${account} (${providerOf(provider)})`}
            >
              <TimelineChart
                lanes={lanesOfSpans(value.spans[side], window)}
                window={window}
                at={value.from}
                label={t('oncall.mirror.chart', { account })}
              />
            </SubSection>
          );
        })}
        {differences.length > 0 && <MirrorDifferences value={value} />}
      </div>
    </PeopleProvider>
  );
}
